// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/deskpage.h"
#include "ui/desk/auditcard.h"
#include "ui/desk/customerpane.h"
#include "ui/desk/queuepane.h"
#include "ui/desk/ticketpane.h"
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

DeskPage::DeskPage(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("deskPage"));
    m_customer = new CustomerPane(theme, desk, reader, this);
    m_queue = new QueuePane(theme, reader, this);
    m_audits = new AuditCard(theme, desk, reader, m_queue);
    m_queue->body()->setStretch(0, 1);
    m_queue->body()->addWidget(m_audits);
    m_ticket = new TicketPane(theme, desk, reader, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("deskSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->addWidget(m_customer);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_ticket);
    m_customer->setMinimumWidth(260);
    m_queue->setMinimumWidth(220);
    m_ticket->setMinimumWidth(420);
    m_splitter->setSizes({336, 299, 690});
    m_splitter->setStretchFactor(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_splitter);
    connect(m_queue, &QueuePane::ticketSelected, m_ticket, &TicketPane::open);
    connect(m_queue, &QueuePane::openCountChanged, this, &DeskPage::openCountChanged);
    connect(m_queue, &QueuePane::ticketArrived, this, &DeskPage::ticketArrived);
    connect(m_ticket, &TicketPane::agentTyping, m_customer, &CustomerPane::setAgentTyping);
    connect(m_customer, &CustomerPane::failed, this, &DeskPage::failed);
    connect(m_audits, &AuditCard::failed, this, &DeskPage::failed);
    connect(m_queue, &QueuePane::failed, this, &DeskPage::failed);
    connect(m_ticket, &TicketPane::failed, this, &DeskPage::failed);
    connect(desk.object(), &Desk::ticketChanged, m_queue, &QueuePane::refresh);
}

void DeskPage::setAgent(const Agent &agent) {
    m_queue->setAgent(agent.id);
    m_audits->setAgent(agent.id);
    m_ticket->setAgent(agent);
}

void DeskPage::refresh() {
    m_customer->refresh();
    m_queue->refresh();
    m_audits->refresh();
    m_ticket->refresh();
}

void DeskPage::showConversation(ConversationId id) { m_customer->show(id); }

void DeskPage::showTicket(TicketId id) {
    m_queue->select(id);
    m_ticket->open(id);
}

QByteArray DeskPage::splitterState() const { return m_splitter->saveState(); }

void DeskPage::restoreSplitter(const QByteArray &state) {
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

} // namespace relaydesk
