// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! All databases that are open in windows, and the steps from one to the next.
#pragma once
#include "app/windowsession.h"

namespace relaydesk {

class OpenWindows : public QObject {
    Q_OBJECT

  public:
    explicit OpenWindows(Theme &theme);

    //! Shows a window on the database; where it is open in the same way already, that window comes to the front.
    Result<WindowSession *> open(const LaunchOptions &options);
    //! A window on a database of its own with the sample knowledge, gone with the window. Settings as in `options`.
    Result<WindowSession *> openSandbox(const LaunchOptions &options);
    const std::vector<std::unique_ptr<WindowSession>> &sessions() const { return m_sessions; }

  private:
    Result<WindowSession *> add(const LaunchOptions &options, bool sandbox);
    WindowSession *find(const LaunchOptions &options) const;
    void replace(MainWindow *from, const LaunchOptions &options);

    void setOffline(bool offline);
    void renewModels();

    Theme &m_theme;
    KeptToken m_token;
    std::vector<std::unique_ptr<WindowSession>> m_sessions;
};

} // namespace relaydesk
