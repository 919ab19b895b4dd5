// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The window: arranges the pages, the navigation and the one place for errors. What is in a page is the page's.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/filestore.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/ticketlistmodel.h"
#include "ui/settings/settingspage.h"
#include <QtWidgets/QMainWindow>
#include <functional>
#include <memory>

class QStackedWidget;

namespace relaydesk {

class AnalyticsPage;
class DeskPage;
class ErrorBanner;
class KnowledgePage;
class NavigationBar;
class Notices;
class ScreenMemory;
class StatusLine;
class TicketActions;
class TicketsPage;
class TopBar;
class WindowCommands;
class WorkBar;
class WorkingAgent;

//! What the window works on.
struct WindowDesk {
    Remote<Desk> desk;
    Readers readers;
    std::shared_ptr<const FileStore> files;
    QString database; //!< path
    bool readOnly = false;
    bool sandbox = false;
    QStringList notes; //!< limitations, as sentences
    ModelChoice model;
};

class MainWindow : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow(Theme &theme, const WindowDesk &work, const Agent &agent);

    void showModel(const ModelChoice &choice);
    void showFailure(const Failure &failure);
    void showNews(const QString &sentence); //!< in the same place, but not as trouble
    WorkBar &work() { return *m_workBar; }  //!< for what takes long
    void showPage(const QString &name);     //!< desk, tickets, knowledge, analytics, settings
    const Agent &agent() const;
    //! Closes without asking about what is not saved: whoever calls it has asked.
    void leave();

  signals:
    void openWanted(const QString &database, bool readOnly);
    void sandboxWanted();
    void windowWanted(const QString &agentName);
    void backupWanted(const QString &file);
    void sampleWanted();
    void modelChosen(const relaydesk::ModelChoice &choice);
    void agentChosen(const relaydesk::Agent &agent); //!< name or availability changed, and are on disk
    void closed();

  protected:
    void closeEvent(QCloseEvent *event) override;

  private:
    void buildMenu();
    void buildPages();
    void addPage(QWidget *page, const QString &name, const QString &label, const QString &keys, bool atBottom = false);
    void connectPages();
    void restoreScreen();
    void showTicket(TicketId id);
    void showAgent(const Agent &agent);
    void announce(const TicketRow &ticket);
    void showWaiting(int open);
    //! Calls `then` at once, or after a person agreed to lose what was typed and not saved.
    void whenNothingIsLost(const std::function<void()> &then);

    Theme &m_theme;
    WindowDesk m_work;
    WorkingAgent *m_agent;
    QString m_title;
    bool m_leaving = false;
    NavigationBar *m_navigation;
    QStackedWidget *m_pages;
    ErrorBanner *m_errors;
    WorkBar *m_workBar;
    TopBar *m_top;
    Notices *m_notices;
    ScreenMemory *m_screen;
    WindowCommands *m_commands;
    StatusLine *m_status;
    TicketActions *m_actions;
    DeskPage *m_desk;
    TicketsPage *m_tickets;
    KnowledgePage *m_knowledge;
    AnalyticsPage *m_analytics;
    SettingsPage *m_settings;
};

} // namespace relaydesk
