// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/openwindows.h"
#include "app/storage/sqliteopening.h"
#include "app/storage/writelock.h"
#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <algorithm>

namespace relaydesk {

namespace {

//! At once: opening itself waits for another program's turn, and a window must not.
Result<void> refuseLocked(const LaunchOptions &options) {
    if (options.readOnly)
        return {};
    WriteLock lock(truePath(options.database));
    return lock.acquire(0);
}

} // namespace

OpenWindows::OpenWindows(Theme &theme) : m_theme(theme) {
    connect(&m_token, &KeptToken::changed, this, &OpenWindows::renewModels);
}

void OpenWindows::setOffline(bool offline) {
    QSettings().setValue(QLatin1String(offlineSetting), offline);
    renewModels();
}

void OpenWindows::renewModels() {
    for (const auto &session : m_sessions)
        session->renewModel();
}

Result<WindowSession *> OpenWindows::open(const LaunchOptions &options) {
    if (WindowSession *found = find(options)) {
        found->window().raise();
        found->window().activateWindow();
        found->window().showNews(tr("This database is open already."));
        return found;
    }
    return add(options, false);
}

Result<WindowSession *> OpenWindows::openSandbox(const LaunchOptions &options) { return add(options, true); }

WindowSession *OpenWindows::find(const LaunchOptions &options) const {
    const QString path = truePath(options.database);
    for (const auto &session : m_sessions) {
        const LaunchOptions &other = session->options();
        if (!session->isSandbox() && other.readOnly == options.readOnly && truePath(other.database) == path)
            return session.get();
    }
    return nullptr;
}

Result<WindowSession *> OpenWindows::add(const LaunchOptions &options, bool sandbox) {
    auto opened = WindowSession::open(m_theme, m_token, options, sandbox);
    RELAYDESK_TRY(opened);
    WindowSession *session = opened->get();
    connect(
        session, &WindowSession::openWanted, this,
        [this, options](MainWindow *from, const QString &database, bool readOnly) {
            LaunchOptions other = options;
            other.database = database;
            other.readOnly = readOnly;
            replace(from, other);
        },
        Qt::QueuedConnection);
    connect(
        session, &WindowSession::sandboxWanted, this,
        [this, options](MainWindow *from) {
            if (const auto made = openSandbox(options); !made)
                from->showFailure(made.error());
        },
        Qt::QueuedConnection);
    connect(
        session, &WindowSession::finished, this,
        [this, session] { std::erase_if(m_sessions, [session](const auto &open) { return open.get() == session; }); },
        Qt::QueuedConnection);
    connect(session, &WindowSession::offlineChosen, this, &OpenWindows::setOffline);
    m_sessions.push_back(std::move(*opened));
    session->window().show();
    return session;
}

//! The window that asked stays where the other database cannot be had.
void OpenWindows::replace(MainWindow *from, const LaunchOptions &options) {
    const QPointer<MainWindow> asking(from);
    const bool isOpen = find(options) != nullptr;
    if (const auto free = isOpen ? Result<void>() : refuseLocked(options); !free) {
        asking->showFailure(free.error());
        return;
    }
    const auto opened = open(options);
    if (!asking)
        return;
    if (!opened)
        asking->showFailure(opened.error());
    else if (!isOpen)
        asking->leave();
}

} // namespace relaydesk
