// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/metricscommand.h"
#include "app/cli/figures.h"
#include "app/cli/printing.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("MetricsCommand", text); }

//! The start of a day given as 2026-11-22; invalid where the option is not set.
Result<QDateTime> dayOf(const QCommandLineParser &parser, const QString &option) {
    if (!parser.isSet(option))
        return QDateTime();
    const QDate day = QDate::fromString(parser.value(option), Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" is not a day. Give one like 2026-11-22.").arg(parser.value(option)));
    return day.startOfDay().toUTC();
}

} // namespace

QString MetricsCommand::name() const { return QStringLiteral("metrics"); }

QString MetricsCommand::summary() const { return tr("Show what was asked, who resolved it and what was learned"); }

void MetricsCommand::describe(QCommandLineParser &parser) const {
    parser.addOption(jsonOption());
    parser.addOption({QStringLiteral("from"), tr("First day that counts, as 2026-11-22."), tr("DAY")});
    parser.addOption({QStringLiteral("to"), tr("First day that does not count any more."), tr("DAY")});
}

int MetricsCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const auto from = dayOf(parser, QStringLiteral("from"));
    const auto to = dayOf(parser, QStringLiteral("to"));
    if (!from || !to)
        return wrongUsage(terminal, name(), (from ? to : from).error().sentence);
    options->readOnly = true;
    const auto storage = openStorage(*options);
    if (!storage)
        return failWith(terminal, storage.error());
    const auto figures = figuresBetween((*storage)->stores().events, *from, *to);
    if (!figures)
        return failWith(terminal, figures.error());
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, figuresJson(*figures));
    else
        printFigures(terminal.out, *figures);
    return Success;
}

} // namespace relaydesk
