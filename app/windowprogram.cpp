// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/windowprogram.h"
#include "app/modelchoice.h"
#include "app/windowsession.h"
#include <QtCore/QSettings>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

namespace relaydesk {

namespace {

//! Holds the open window and replaces it when another database is asked for.
class Program : public QObject {
  public:
    explicit Program(Theme &theme) : m_theme(theme) {}

    Result<void> open(const LaunchOptions &options, bool sandbox) {
        auto next = WindowSession::open(m_theme, options, sandbox);
        RELAYDESK_TRY(next);
        connect(
            next->get(), &WindowSession::openWanted, this,
            [this, options](const QString &database, bool readOnly) {
                LaunchOptions other = options;
                other.database = database;
                other.readOnly = readOnly;
                replace(other, false);
            },
            Qt::QueuedConnection);
        connect(
            next->get(), &WindowSession::sandboxWanted, this, [this, options] { replace(options, true); },
            Qt::QueuedConnection);
        (*next)->window().show();
        m_session = std::move(*next);
        return {};
    }

  private:
    //! The open desk stays where the other one cannot be had; it gives its database free first, as it may be the same.
    void replace(const LaunchOptions &options, bool sandbox) {
        const auto done = open(options, sandbox);
        if (!done)
            m_session->window().showFailure(done.error());
    }

    Theme &m_theme;
    std::unique_ptr<WindowSession> m_session;
};

} // namespace

int runWindow(QApplication &application, const LaunchOptions &options) {
    Theme theme(application);
    theme.choose(ThemeChoice(QSettings().value(QStringLiteral("window/theme")).toInt()));
    Program program(theme);
    if (const auto opened = program.open(withKeptModel(options), false); !opened) {
        QMessageBox::critical(nullptr, QStringLiteral("Relaydesk"), opened.error().sentence);
        return 1;
    }
    return QApplication::exec();
}

} // namespace relaydesk
