// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tickets that wait for a person, longest first.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include "ui/widgets/panel.h"

class QStackedWidget;

namespace relaydesk {

class Chip;
class TicketListView;

class QueuePane : public Panel {
    Q_OBJECT

  public:
    QueuePane(const Theme &theme, Remote<Reader> reader, QWidget *parent = nullptr);

    void setAgent(AgentId agent);
    void refresh();
    void select(TicketId id);
    void takeFocus();
    TicketId current() const;
    const TicketListModel &tickets() const { return m_tickets; }

  signals:
    void ticketSelected(relaydesk::TicketId id);
    void openCountChanged(int open);
    //! A ticket that was not there before.
    void ticketArrived(const relaydesk::TicketRow &ticket);
    void failed(const relaydesk::Failure &failure);

  private:
    void showRows(const QVector<TicketRow> &rows);

    Remote<Reader> m_reader;
    AgentId m_agent;
    TicketListModel m_tickets;
    TicketListView *m_list;
    QStackedWidget *m_stack;
    Chip *m_open;
    Chip *m_mine;
    bool m_known = false; //!< the queue was read before: a new ticket is an arrival
};

} // namespace relaydesk
