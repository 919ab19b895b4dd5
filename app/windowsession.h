// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One database open in a window, with its threads; and the steps from one to the next.
#pragma once
#include "app/deskthread.h"
#include "ui/window/mainwindow.h"
#include <QtCore/QTemporaryDir>

namespace relaydesk {

class WindowSession : public QObject {
    Q_OBJECT

  public:
    //! Opens desk and window; a `sandbox` has a database of its own, with the sample knowledge, gone afterwards.
    static Result<std::unique_ptr<WindowSession>> open(Theme &theme, LaunchOptions options, bool sandbox);
    ~WindowSession() override;

    MainWindow &window() { return *m_window; }

  signals:
    void openWanted(const QString &database, bool readOnly);
    void sandboxWanted();

  private:
    WindowSession() = default;
    Result<Agent> chooseAgent() const;
    void importSample();
    void makeWindow(Theme &theme);
    void setModel(const ModelChoice &choice);
    void backUp(const QString &file);

    LaunchOptions m_options;
    bool m_sandbox = false;
    std::unique_ptr<QTemporaryDir> m_folder; //!< of a sandbox
    std::unique_ptr<DeskThread> m_desk;
    std::unique_ptr<ReaderThread> m_reader;
    std::unique_ptr<ReaderThread> m_slowReader;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace relaydesk
