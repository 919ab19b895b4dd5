// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/queuepane.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/ticketlistview.h"
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

QueuePane::QueuePane(const Theme &theme, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_reader(reader) {
    setObjectName(QStringLiteral("queuePane"));
    setTitle(tr("Queue"));
    m_open = new Chip(theme, tr("Open %1").arg(0), Tone::Neutral, this);
    m_mine = new Chip(theme, tr("Mine %1").arg(0), Tone::Neutral, this);
    addAction(m_open);
    addAction(m_mine);
    m_list = new TicketListView(theme, this);
    m_list->setObjectName(QStringLiteral("queue"));
    m_list->setAccessibleName(tr("Tickets that wait for a person"));
    m_list->setToolTip(tr("Tickets that wait for a person"));
    m_list->setModel(&m_tickets);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(
        new EmptyState(theme, QStringLiteral("inbox"),
                       tr("Nobody waits for a person. What the assistant is not sure about arrives here."), m_stack));
    m_stack->addWidget(m_list);
    body()->addWidget(m_stack);
    connect(m_list, &TicketListView::ticketSelected, this, &QueuePane::ticketSelected);
}

void QueuePane::setAgent(AgentId agent) {
    m_agent = agent;
    refresh();
}

void QueuePane::refresh() {
    m_reader.ask([agent = m_agent](Reader &reader) { return readQueue(reader.stores(), agent); })
        .then(this, [this](const Result<QVector<TicketRow>> &rows) {
            if (rows)
                showRows(*rows);
            else
                emit failed(rows.error());
        });
}

void QueuePane::showRows(const QVector<TicketRow> &rows) {
    QVector<TicketRow> arrived;
    int mine = 0;
    for (const TicketRow &row : rows) {
        mine += row.isMine ? 1 : 0;
        if (m_known && !m_tickets.indexOf(row.id).isValid())
            arrived.append(row);
    }
    m_known = true;
    m_tickets.show(rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    m_open->setText(tr("Open %1").arg(rows.size()));
    m_mine->setText(tr("Mine %1").arg(mine));
    emit openCountChanged(int(rows.size()));
    for (const TicketRow &row : arrived)
        emit ticketArrived(row);
}

void QueuePane::select(TicketId id) { m_list->select(id); }

void QueuePane::takeFocus() { m_list->setFocus(Qt::ShortcutFocusReason); }

TicketId QueuePane::current() const { return m_list->currentTicket(); }

} // namespace relaydesk
