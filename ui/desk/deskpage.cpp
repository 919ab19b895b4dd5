// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/deskpage.h"
#include "ui/desk/auditcard.h"
#include "ui/desk/customerpane.h"
#include "ui/desk/queuepane.h"
#include "ui/desk/ticketpane.h"
#include "ui/desk/welcomebar.h"
#include "ui/widgets/command.h"
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

DeskPage::DeskPage(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, TicketActions &actions,
                   QWidget *parent)
    : QWidget(parent)
    , m_reader(reader) {
    setObjectName(QStringLiteral("deskPage"));
    m_customer = new CustomerPane(theme, desk, reader, this);
    m_queue = new QueuePane(theme, reader, actions, this);
    m_audits = new AuditCard(theme, desk, reader, m_queue);
    m_queue->body()->addWidget(m_audits);
    m_ticket = new TicketPane(theme, desk, reader, actions, this);
    m_welcome = new WelcomeBar(theme, reader, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("deskSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->addWidget(m_customer);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_ticket);
    m_customer->setMinimumWidth(252);
    m_queue->setMinimumWidth(220);
    m_ticket->setMinimumWidth(404);
    m_splitter->setSizes({336, 299, 690});
    m_splitter->setStretchFactor(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_welcome);
    layout->addWidget(m_splitter, 1);
    connect(m_queue, &QueuePane::ticketSelected, m_ticket, [this](TicketId id) { m_ticket->open(id); });
    connect(m_queue, &QueuePane::openCountChanged, this, &DeskPage::openCountChanged);
    connect(m_queue, &QueuePane::ticketArrived, this, &DeskPage::ticketArrived);
    connect(m_queue, &QueuePane::ticketSelected, this, &DeskPage::screenChanged);
    connect(m_customer, &CustomerPane::shown, this, &DeskPage::screenChanged);
    connect(m_splitter, &QSplitter::splitterMoved, this, &DeskPage::screenChanged);
    connect(m_customer, &CustomerPane::typing, m_ticket, &TicketPane::setCustomerTyping);
    connect(m_ticket, &TicketPane::agentTyping, m_customer, &CustomerPane::setAgentTyping);
    connect(m_customer, &CustomerPane::failed, this, &DeskPage::failed);
    connect(m_audits, &AuditCard::failed, this, &DeskPage::failed);
    connect(m_queue, &QueuePane::failed, this, &DeskPage::failed);
    connect(m_ticket, &TicketPane::failed, this, &DeskPage::failed);
    connect(desk.object(), &Desk::ticketChanged, m_queue, &QueuePane::refresh);
    connect(desk.object(), &Desk::articleChanged, m_welcome, &WelcomeBar::noteArticle);
    connect(m_welcome, &WelcomeBar::sampleWanted, this, &DeskPage::sampleWanted);
    connect(m_welcome, &WelcomeBar::knowledgeWanted, this, &DeskPage::knowledgeWanted);
    addPlaceKeys();
}

void DeskPage::shareTypingWith(DeskPage &other) {
    const auto share = [](const DeskPage &from, const DeskPage &to) {
        connect(from.m_customer, &CustomerPane::typing, to.m_ticket, &TicketPane::setCustomerTyping);
        connect(from.m_ticket, &TicketPane::agentTyping, to.m_customer, &CustomerPane::setAgentTyping);
    };
    share(*this, other);
    share(other, *this);
}

//! One key for each of the three places.
void DeskPage::addPlaceKeys() {
    const auto add = [this](const char *id, const QString &title, const char *keys, auto *pane) {
        auto *command = new Command(QLatin1String(id), title, QLatin1String(keys), this);
        connect(command, &Command::triggered, pane, [pane] { pane->takeFocus(); });
    };
    add("toCustomer", tr("Go to the customer"), "Alt+1", m_customer);
    add("toQueue", tr("Go to the queue"), "Alt+2", m_queue);
    add("toTicket", tr("Go to the ticket"), "Alt+3", m_ticket);
}

void DeskPage::setAgent(const Agent &agent) {
    m_queue->setAgent(agent.id);
    m_audits->setAgent(agent.id);
    m_ticket->setAgent(agent);
}

void DeskPage::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_customer->setReadOnly(readOnly);
    m_ticket->setReadOnly(readOnly);
}

void DeskPage::setFiles(const std::shared_ptr<const FileStore> &files) {
    m_customer->setFiles(files);
    m_ticket->setFiles(files);
}

void DeskPage::takeFocus() { m_customer->takeFocus(); }

void DeskPage::leave() { m_ticket->leave(); }

void DeskPage::refresh() {
    if (!m_readOnly)
        m_welcome->refresh();
    m_customer->refresh();
    m_queue->refresh();
    m_audits->refresh();
    m_ticket->refresh();
}

void DeskPage::showConversation(ConversationId id) { m_customer->show(id); }

void DeskPage::showTicket(TicketId id, MessageId message) {
    m_queue->select(id);
    m_ticket->open(id, message);
    m_ticket->takeFocus();
}

void DeskPage::restore(ConversationId customer, TicketId ticket) {
    if (customer.isValid())
        m_reader.ask([customer](Reader &reader) { return reader.stores().conversations.conversation(customer); })
            .then(this, [this](const Result<Conversation> &found) {
                if (found) // else the file is another one than it was
                    showConversation(found->id);
            });
    if (ticket.isValid())
        m_reader.ask([ticket](Reader &reader) { return reader.stores().tickets.ticket(ticket); })
            .then(this, [this](const Result<Ticket> &found) {
                if (found)
                    showTicket(found->id);
            });
}

const TicketListModel &DeskPage::tickets() const { return m_queue->tickets(); }

TicketId DeskPage::ticket() const { return m_ticket->current(); }

ConversationId DeskPage::customer() const { return m_customer->current(); }

QByteArray DeskPage::splitterState() const { return m_splitter->saveState(); }

void DeskPage::restoreSplitter(const QByteArray &state) {
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace relaydesk
