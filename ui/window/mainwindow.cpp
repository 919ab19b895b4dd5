// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/mainwindow.h"
#include "ui/analytics/analyticspage.h"
#include "ui/care/ticketactions.h"
#include "ui/desk/deskpage.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/tickets/ticketspage.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/workbar.h"
#include "ui/window/filemenu.h"
#include "ui/window/notices.h"
#include "ui/window/screenmemory.h"
#include "ui/window/statusline.h"
#include "ui/window/topbar.h"
#include "ui/window/unsavedquestion.h"
#include "ui/window/windowcommands.h"
#include "ui/window/workingagent.h"
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QStackedWidget>

namespace relaydesk {

MainWindow::MainWindow(Theme &theme, const WindowDesk &work, const Agent &agent)
    : m_theme(theme)
    , m_work(work)
    , m_agent(new WorkingAgent(work.desk, agent, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    const QString mark = work.sandbox    ? tr("sandbox")
                         : work.readOnly ? tr("read-only")
                                         : QFileInfo(work.database).fileName();
    m_title = tr("Relaydesk \u2013 %1").arg(mark);
    setWindowTitle(m_title);
    setMinimumSize(1000, 640);
    resize(1440, 900);
    buildMenu();
    auto *central = new QWidget(this);
    auto *outer = new QVBoxLayout(central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_top = new TopBar(central);
    outer->addWidget(m_top);
    connect(m_top, &TopBar::availabilityChosen, m_agent, &WorkingAgent::chooseAvailability);
    m_errors = new ErrorBanner(theme, central);
    outer->addWidget(m_errors);
    m_workBar = new WorkBar(theme, central);
    outer->addWidget(m_workBar);
    connect(m_workBar, &WorkBar::failed, this, &MainWindow::showFailure);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_navigation = new NavigationBar(theme, central);
    m_pages = new QStackedWidget(central);
    row->addWidget(m_navigation);
    row->addWidget(m_pages, 1);
    outer->addLayout(row, 1);
    setCentralWidget(central);
    buildPages();
    m_status = new StatusLine(m_theme, m_work.readers.slow, m_work.database, this);
    setStatusBar(m_status);
    connectPages();
    showAgent(agent);
    showModel(work.model);
    restoreScreen();
}

void MainWindow::restoreScreen() {
    m_screen = new ScreenMemory(
        m_work.database,
        [this] {
            return Screen{saveGeometry(), m_desk->splitterState(),
                          m_pages->currentWidget()->property("pageName").toString(), m_desk->ticket(),
                          m_desk->customer()};
        },
        this);
    const Screen kept = m_screen->kept();
    restoreGeometry(kept.geometry);
    m_desk->restoreSplitter(kept.splitter);
    m_navigation->select(0);
    m_desk->takeFocus();
    showPage(kept.page);
    m_desk->restore(kept.customer, kept.ticket);
    connect(m_desk, &DeskPage::screenChanged, m_screen, &ScreenMemory::keepSoon);
    connect(m_navigation, &NavigationBar::selected, m_screen, &ScreenMemory::keepSoon);
}

void MainWindow::buildMenu() {
    auto *file = new FileMenu(m_work.database, m_work.readOnly, this);
    menuBar()->setObjectName(QStringLiteral("menuBar"));
    menuBar()->addMenu(file);
    connect(file, &FileMenu::openWanted, this, [this](const QString &database, bool readOnly) {
        whenNothingIsLost([this, database, readOnly] { emit openWanted(database, readOnly); });
    });
    connect(file, &FileMenu::sandboxWanted, this, &MainWindow::sandboxWanted);
    connect(file, &FileMenu::windowWanted, this, &MainWindow::windowWanted);
    connect(file, &FileMenu::sampleWanted, this, &MainWindow::sampleWanted);
    connect(file, &FileMenu::backupWanted, this, &MainWindow::backupWanted);
    connect(file, &FileMenu::closeWanted, this, &QWidget::close);
    m_commands = new WindowCommands(this);
    menuBar()->addMenu(m_commands->menu());
    connect(m_commands, &WindowCommands::pageWanted, this, &MainWindow::showPage);
    connect(m_commands, &WindowCommands::ticketWanted, this, &MainWindow::showTicket);
    m_notices = new Notices(m_theme, this);
    connect(m_notices, &Notices::ticketWanted, this, &MainWindow::showTicket);
}

void MainWindow::addPage(QWidget *page, const QString &name, const QString &label, const QString &keys, bool atBottom) {
    page->setProperty("pageName", name);
    page->setProperty("pageLabel", label);
    m_pages->addWidget(page);
    m_commands->addPage(name, label);
    const NavigationEntry entry{name, name, label, keys}; // its icon is called like the page
    if (atBottom)
        m_navigation->addAtBottom(entry);
    else
        m_navigation->add(entry);
}

void MainWindow::buildPages() {
    m_actions = new TicketActions(m_theme, m_work.desk, m_work.readers, this);
    m_actions->setReadOnly(m_work.readOnly);
    m_desk = new DeskPage(m_theme, m_work.desk, m_work.readers.quick, *m_actions, m_pages);
    m_desk->setFiles(m_work.files);
    m_tickets = new TicketsPage(m_theme, m_work.desk, m_work.readers, *m_actions, m_pages);
    m_knowledge = new KnowledgePage(m_theme, m_work.desk, m_work.readers, m_pages);
    m_analytics = new AnalyticsPage(m_theme, m_work.readers.slow, m_pages);
    m_settings = new SettingsPage(m_theme, m_work.desk, m_work.readers.quick, m_pages);
    m_settings->showNotes(m_work.notes);
    const auto setReadOnly = [this](auto *...parts) { (parts->setReadOnly(m_work.readOnly), ...); };
    setReadOnly(m_desk, m_knowledge, m_top);
    addPage(m_desk, QStringLiteral("desk"), tr("Desk"), QStringLiteral("Ctrl+1"));
    addPage(m_tickets, QStringLiteral("tickets"), tr("Tickets"), QStringLiteral("Ctrl+2"));
    addPage(m_knowledge, QStringLiteral("knowledge"), tr("Knowledge"), QStringLiteral("Ctrl+3"));
    addPage(m_analytics, QStringLiteral("analytics"), tr("Analytics"), QStringLiteral("Ctrl+4"));
    addPage(m_settings, QStringLiteral("settings"), tr("Settings"), QStringLiteral("Ctrl+,"), true);
    connect(m_navigation, &NavigationBar::selected, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        m_top->showPage(m_pages->currentWidget()->property("pageLabel").toString());
    });
    m_commands->offerTickets(m_desk->tickets());
    m_desk->refresh();
}

void MainWindow::connectPages() {
    const auto report = [this](auto *...who) {
        (connect(who, &std::remove_pointer_t<decltype(who)>::failed, this, &MainWindow::showFailure), ...);
    };
    report(m_desk, m_tickets, m_actions, m_knowledge, m_analytics, m_settings, m_agent, m_work.desk.object());
    connect(m_desk, &DeskPage::openCountChanged, this, &MainWindow::showWaiting);
    connect(m_desk, &DeskPage::sampleWanted, this, &MainWindow::sampleWanted);
    connect(m_desk, &DeskPage::knowledgeWanted, this, [this] { showPage(QStringLiteral("knowledge")); });
    connect(m_desk, &DeskPage::ticketArrived, this, &MainWindow::announce);
    connect(m_knowledge, &KnowledgePage::sampleWanted, this, &MainWindow::sampleWanted);
    const auto showConversation = [this](ConversationId id) {
        showPage(QStringLiteral("desk"));
        m_desk->showConversation(id);
    };
    connect(m_analytics, &AnalyticsPage::conversationWanted, this, showConversation);
    connect(m_tickets, &TicketsPage::conversationWanted, this, showConversation);
    connect(m_tickets, &TicketsPage::ticketWanted, this, [this](TicketId id, MessageId message) {
        showPage(QStringLiteral("desk"));
        m_desk->showTicket(id, message);
    });
    connect(m_tickets, &TicketsPage::articleWanted, this, [this](ArticleId id) {
        showPage(QStringLiteral("knowledge"));
        m_knowledge->openArticle(id);
    });
    connect(m_settings, &SettingsPage::agentNameChosen, m_agent, &WorkingAgent::chooseName);
    connect(m_settings, &SettingsPage::availabilityChosen, m_agent, &WorkingAgent::chooseAvailability);
    connect(m_agent, &WorkingAgent::changed, this, &MainWindow::showAgent);
    connect(m_agent, &WorkingAgent::chosen, this, &MainWindow::agentChosen);
    connect(m_settings, &SettingsPage::modelChosen, this, &MainWindow::modelChosen);
    connect(m_settings, &SettingsPage::themeChosen, this, [this](ThemeChoice choice) {
        m_theme.choose(choice);
        QSettings().setValue(QStringLiteral("window/theme"), int(choice));
    });
    connect(m_work.desk.object(), &Desk::conversationChanged, m_status, &StatusLine::refreshSoon);
    connect(m_work.desk.object(), &Desk::articleChanged, m_status, &StatusLine::refreshSoon);
}

void MainWindow::showModel(const ModelChoice &choice) {
    m_status->showModel(choice.model, choice.limitation, choice.offline, choice.offlinePinned);
    m_settings->showModel(choice);
}

void MainWindow::showFailure(const Failure &failure) { m_errors->tell(failure.sentence); }
void MainWindow::showNews(const QString &sentence) { m_errors->tell(sentence, Tone::Good); }

void MainWindow::showPage(const QString &name) {
    for (int page = 0; page < m_pages->count(); ++page) {
        if (m_pages->widget(page)->property("pageName").toString() == name)
            m_navigation->select(page);
    }
}

void MainWindow::showTicket(TicketId id) {
    showPage(QStringLiteral("desk"));
    m_desk->showTicket(id);
}

void MainWindow::showAgent(const Agent &agent) {
    m_actions->setAgent(agent);
    m_top->showAgent(agent);
    m_settings->showAgent(agent);
    m_desk->setAgent(agent);
}

const Agent &MainWindow::agent() const { return m_agent->agent(); }

void MainWindow::announce(const TicketRow &ticket) {
    m_notices->announce(ticket);
    if (!isActiveWindow() || m_pages->currentWidget() != m_desk)
        m_errors->tell(tr("A ticket arrived: %1").arg(ticket.question.simplified().left(80)), Tone::People);
}

void MainWindow::showWaiting(int open) {
    m_navigation->setBadge(0, open);
    m_notices->showWaiting(open);
    setWindowTitle(open > 0 ? tr("(%1) %2").arg(open).arg(m_title) : m_title);
}

void MainWindow::whenNothingIsLost(const std::function<void()> &then) {
    UnsavedQuestion::ask(
        m_knowledge->unsavedArticles(), this, [this] { showPage(QStringLiteral("knowledge")); }, then);
}

void MainWindow::leave() {
    m_leaving = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!m_leaving && m_knowledge->unsavedArticles() > 0) {
        event->ignore();
        whenNothingIsLost([this] { leave(); });
        return;
    }
    m_screen->keep();
    m_desk->leave();
    if (!m_work.readOnly)
        m_work.desk.ask([agent = agent().id](Desk &desk) { return desk.held().sendNow(agent); });
    event->accept();
    emit closed();
}

} // namespace relaydesk
