// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include <QtCore/QCoreApplication>
#include <cstdio>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef RELAYDESK_WINDOW
#include "app/watchedapplication.h"
#include "app/windowprogram.h"
#endif

namespace {

void nameProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELAYDESK_VERSION));
}

//! A crash leaves no image of the memory behind, in which tokens and customers' words would stand.
void keepMemoryPrivate() {
#ifdef Q_OS_UNIX
    rlimit size{};
    if (!qEnvironmentVariableIsSet("RELAYDESK_CORE") && getrlimit(RLIMIT_CORE, &size) == 0) {
        size.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &size);
    }
#endif
}

#ifdef RELAYDESK_WINDOW
//! Without a command the window is meant: no arguments, or options alone (but for those that ask for words).
bool meansWindow(int argc, char *argv[]) {
    const QByteArray first(argc > 1 ? argv[1] : "--");
    return first.startsWith("--") && first != "--help" && first != "--version";
}

int window(int argc, char *argv[], relaydesk::Terminal &terminal) {
#ifdef NDEBUG
    QApplication application(argc, argv);
#else
    relaydesk::WatchedApplication application(argc, argv);
#endif
    QCommandLineParser parser;
    relaydesk::addLaunchOptions(parser);
    parser.addOption({QStringLiteral("read-only"), QStringLiteral("Open the database read-only.")});
    if (!parser.parse(QCoreApplication::arguments()))
        return relaydesk::wrongUsage(terminal, QString(), parser.errorText() + u'.');
    auto options = relaydesk::launchOptions(parser);
    if (!options)
        return relaydesk::wrongUsage(terminal, QString(), options.error().sentence);
    options->readOnly = parser.isSet(QStringLiteral("read-only"));
    return relaydesk::runWindow(application, *options);
}
#endif

} // namespace

int main(int argc, char *argv[]) {
    nameProgram();
    keepMemoryPrivate();
    QTextStream out(stdout);
    QTextStream err(stderr);
    relaydesk::Terminal terminal{out, err};
#ifdef RELAYDESK_WINDOW
    if (meansWindow(argc, argv))
        return window(argc, argv, terminal);
#endif
    const QCoreApplication application(argc, argv);
    return relaydesk::CommandLine(terminal).run(QCoreApplication::arguments());
}
