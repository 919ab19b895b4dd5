// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tickets that wait for a person, in the view and order an agent works by, and which one is next.
#pragma once
#include "models/desk/urgency.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/turnstile.h"
#include <QtCore/QSet>
#include <QtCore/QTimer>

class QComboBox;
class QStackedWidget;

namespace relaydesk {

class Chip;
class ElidedLabel;
class EmptyState;
class TicketActions;
class TicketListView;

class QueuePane : public Panel {
    Q_OBJECT

  public:
    QueuePane(const Theme &theme, Remote<Reader> reader, TicketActions &actions, QWidget *parent = nullptr);

    void setAgent(AgentId agent);
    void refresh();
    void select(TicketId id);
    void takeFocus();
    TicketId current() const;
    const TicketListModel &tickets() const { return m_tickets; }
    void goToNext(); //!< the most urgent one but the current

  signals:
    void ticketSelected(relaydesk::TicketId id);
    void openCountChanged(int open);
    //! A ticket that was not there before.
    void ticketArrived(const relaydesk::TicketRow &ticket);
    void failed(const relaydesk::Failure &failure);

  private:
    struct Reading {
        QVector<TicketRow> rows;  //!< of the view
        QVector<TicketRow> open;  //!< of all that wait
        QVector<NextTicket> next; //!< the two most urgent ones: one of them may be open already
        TicketId newest;          //!< of all there are
    };
    static Result<Reading> read(const Stores &stores, AgentId agent, QueueView view, QueueOrder order);
    QWidget *buildChoices();
    QWidget *buildNext();
    void show(const Reading &reading);
    void showNext();
    void tellArrivals(const Reading &reading);
    void sayNothing(bool nobodyWaits);

    Remote<Reader> m_reader;
    AgentId m_agent;
    TicketListModel m_tickets;
    TicketListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    QComboBox *m_view = nullptr;
    QComboBox *m_order;
    ElidedLabel *m_reason;
    QWidget *m_nextRow;
    Chip *m_open;
    Chip *m_mine;
    QTimer m_clock; //!< deadlines count down
    QVector<NextTicket> m_urgent;
    TicketId m_next;
    Turnstile m_reading;
    std::optional<TicketId> m_newest; //!< a ticket beyond it is an arrival; nothing: the queue was not read yet
};

} // namespace relaydesk
