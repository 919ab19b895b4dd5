// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/windowprogram.h"
#include "app/modelchoice.h"
#include "app/openwindows.h"
#include <QtCore/QSettings>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

namespace relaydesk {

int runWindow(QApplication &application, const LaunchOptions &options) {
    Theme theme(application);
    theme.choose(ThemeChoice(QSettings().value(QStringLiteral("window/theme")).toInt()));
    QApplication::setWindowIcon(theme.icon(QStringLiteral("chat"), theme.tokens().accent));
    OpenWindows windows(theme);
    if (const auto opened = windows.open(withKeptModel(options)); !opened) {
        QMessageBox::critical(nullptr, QStringLiteral("Relaydesk"), opened.error().sentence);
        return 1;
    }
    return QApplication::exec();
}

} // namespace relaydesk
