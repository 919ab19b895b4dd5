// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One database that is open, with its threads and the windows on it.
#pragma once
#include "app/deskthread.h"
#include "app/kepttoken.h"
#include "app/searchindexing.h"
#include "ui/window/mainwindow.h"
#include <QtCore/QTemporaryDir>

namespace relaydesk {

class WindowSession : public QObject {
    Q_OBJECT

  public:
    //! Opens desk and window; a `sandbox` has a database of its own, with the sample knowledge, gone afterwards.
    static Result<std::unique_ptr<WindowSession>> open(Theme &theme, KeptToken &token, LaunchOptions options,
                                                       bool sandbox);
    ~WindowSession() override;

    //! The first one that is open.
    MainWindow &window() { return *m_windows.front(); }
    const std::vector<std::unique_ptr<MainWindow>> &windows() const { return m_windows; }
    //! Another window on the same desk, when the desk has found the agent.
    void openWindow(const QString &agentName);
    Remote<Desk> desk() const { return m_desk->desk(); }
    const LaunchOptions &options() const { return m_options; }
    bool isSandbox() const { return m_sandbox; }
    //! Reads the model's settings again, and the token.
    void renewModel();

  signals:
    void openWanted(relaydesk::MainWindow *from, const QString &database, bool readOnly);
    void sandboxWanted(relaydesk::MainWindow *from);
    void finished(); //!< its last window was closed
    void offlineChosen(bool offline);

  private:
    WindowSession(Theme &theme, KeptToken &token) : m_theme(theme), m_token(token) {}
    Result<Agent> chooseAgent() const;
    void importSample(MainWindow &window);
    QString whyNotServed() const;
    void serveAsKept();
    MainWindow &makeWindow(const Agent &agent);
    void connectWindow(MainWindow &window);
    void forget(MainWindow *window);
    void tell(const Failure &failure);
    void setModel(const ModelChoice &choice, SettingsPage *page);
    void renewModel(const std::function<void()> &then);
    ModelChoice model() const;
    void backUp(MainWindow &window, const QString &file);

    Theme &m_theme;
    KeptToken &m_token;
    LaunchOptions m_options;
    bool m_sandbox = false;
    std::unique_ptr<QTemporaryDir> m_folder; //!< of a sandbox
    std::unique_ptr<DeskThread> m_desk;
    QString m_limitation; //!< of the matching when the desk was opened, until another encoder is in use; or empty
    std::pair<ModelSettings, QString> m_model; //!< in force, and why it cannot be asked
    std::unique_ptr<ReaderThread> m_reader;
    std::unique_ptr<ReaderThread> m_slowReader;
    std::unique_ptr<SearchIndexing> m_indexing; //!< null where nothing is missing
    std::vector<std::unique_ptr<MainWindow>> m_windows;
    std::vector<std::unique_ptr<MainWindow>> m_closed; //!< until what they asked for has been answered
};

} // namespace relaydesk
