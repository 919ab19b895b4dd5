// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/figures.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("Figures", text); }
} // namespace

void printFigures(QTextStream &out, const Figures &figures) {
    const std::pair<QString, int> rows[] = {
        {tr("Queries"), figures.totalQueries},
        {tr("Resolved by AI"), figures.aiResolved},
        {tr("Resolved by people"), figures.humanResolved},
        {tr("Learning events"), figures.learningEvents},
    };
    for (const auto &[label, value] : rows)
        out << "  " << label.leftJustified(22, u' ') << QString::number(value).rightJustified(6) << '\n';
    out << "  "
        << tr("(%1 of the AI's confirmed by the customer; %2 lessons rolled back)")
               .arg(figures.aiConfirmed)
               .arg(figures.rollBacks)
        << '\n';
    out.flush();
}

} // namespace relaydesk
