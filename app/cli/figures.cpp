// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/figures.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("Figures", text); }
} // namespace

Result<Figures> figuresOf(const EventStore &events, const QDateTime &from, const QDateTime &to) {
    auto found =
        events.events({.kinds = {EventKind::Verdict, EventKind::Feedback, EventKind::Resolved, EventKind::Returned,
                                 EventKind::Reopened, EventKind::Learned, EventKind::RolledBack},
                       .conversation = {},
                       .from = from,
                       .to = to});
    RELAYDESK_TRY(found);
    if (to.isValid()) {
        // What customers said later about an answer of the period counts for it.
        const auto later = events.events({.kinds = {EventKind::Feedback}, .conversation = {}, .from = to, .to = {}});
        RELAYDESK_TRY(later);
        *found += *later;
    }
    return countFigures(*found);
}

QJsonObject figuresJson(const Figures &figures) {
    return {{QStringLiteral("total_queries"), figures.totalQueries},
            {QStringLiteral("ai_resolved"), figures.aiResolved},
            {QStringLiteral("ai_confirmed"), figures.aiConfirmed},
            {QStringLiteral("human_resolved"), figures.humanResolved},
            {QStringLiteral("learning_events"), figures.learningEvents},
            {QStringLiteral("roll_backs"), figures.rollBacks}};
}

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
