// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include <QtCore/QCoreApplication>
#include <cstdio>

int main(int argc, char *argv[]) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELAYDESK_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    relaydesk::Terminal terminal{out, err};
    return relaydesk::CommandLine(terminal).run(QCoreApplication::arguments());
}
