// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/command.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("Command", text); }
} // namespace

int failWith(Terminal &terminal, const Failure &failure) {
    terminal.err << failure.sentence << Qt::endl;
    return Failed;
}

int wrongUsage(Terminal &terminal, const QString &command, const QString &sentence) {
    terminal.err << sentence << u' ' << tr("See: relaydesk %1 --help").arg(command).trimmed() << Qt::endl;
    return WrongUsage;
}

QCommandLineOption jsonOption() { return {QStringLiteral("json"), tr("Print one JSON object instead of text.")}; }

tl::expected<LaunchOptions, int> optionsOr(const QCommandLineParser &parser, Terminal &terminal,
                                           const QString &command) {
    const auto options = launchOptions(parser);
    if (!options)
        return tl::unexpected<int>(wrongUsage(terminal, command, options.error().sentence));
    return *options;
}

} // namespace relaydesk
