// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Holds replies for a few seconds so that they can be taken back. They wait in the database: a killed program neither
//! loses nor doubles them.
#pragma once
#include "models/desk/deed.h"
#include "models/desk/heldreply.h"
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace relaydesk {

class Desk;

class HeldReplies : public QObject {
    Q_OBJECT

  public:
    explicit HeldReplies(Desk &desk);

    //! Takes up what an earlier run held: what is due goes out now, the rest in time.
    Result<void> start();
    //! Keeps it for so many seconds and empties the draft in the same step; 0: out at once. Answers its number.
    Result<qint64> hold(HeldReply reply, int seconds);
    //! Back into its draft, before what was typed since. NotFound where it has gone out.
    Result<HeldReply> takeBack(qint64 number);
    //! Whatever an agent who leaves has sent goes out now.
    Result<void> sendNow(AgentId agent);

  signals:
    //! Something is held for the ticket, or not any more.
    void changed(relaydesk::TicketId ticket);
    //! It could not be sent any more, for the reason in `failure`, and stands in its draft again.
    void returned(const relaydesk::HeldReply &reply, const relaydesk::Failure &failure);
    //! It went out and resolved its ticket: that can be taken back as one deed. What was said stays said.
    void resolved(const relaydesk::HeldReply &reply, const relaydesk::Deed &deed);

  private:
    Result<void> drop(qint64 number, QVector<HeldReply> held);
    Result<void> restore(const HeldReply &reply);
    Result<Deed> deliver(const HeldReply &reply);
    Result<void> attachAll(const HeldReply &reply);
    void tell(const HeldReply &reply, const Deed &deed);
    void sendDue();
    void send(const HeldReply &reply);
    void wait();

    Desk &m_desk;
    QTimer m_timer;
};

} // namespace relaydesk
