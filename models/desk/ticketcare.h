// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How tickets are handled: how urgent, what about, put off, whose, answered together or apart; each deed with an undo.
#pragma once
#include "models/desk/deed.h"
#include "models/desk/lessons.h"
#include "models/desk/relay.h"

namespace relaydesk {

//! Each deed is for all of `tickets` or for none, in one transaction with its events. It answers what changed; what was
//! so already is left alone.
class TicketCare {
  public:
    static constexpr qsizetype longestTag = 50; //!< UTF-16 units
    static constexpr qsizetype mostTags = 30;   //!< of one ticket

    TicketCare(Journal &journal, Relay &relay, Lessons &lessons)
        : m_journal(journal)
        , m_relay(relay)
        , m_lessons(lessons) {}

    Result<Deed> setPriority(const QVector<TicketId> &tickets, Priority priority, AgentId by);
    //! Tags are kept in lower case with single spaces, each once.
    Result<Deed> addTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by);
    Result<Deed> removeTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by);
    Result<Deed> setTags(const QVector<TicketId> &tickets, const QStringList &tags, AgentId by);

    //! Out of the queue until `until` (in the future) or until the customer writes.
    Result<Deed> snooze(const QVector<TicketId> &tickets, const QDateTime &until, AgentId by);
    Result<Deed> wake(const QVector<TicketId> &tickets, AgentId by);
    //! Housekeeping, every few seconds: brings back whose time has come; answers how many.
    Result<int> wakeDue();

    //! An invalid `to`: back to the queue. Takes over from whoever has them.
    Result<Deed> assign(const QVector<TicketId> &tickets, AgentId to, AgentId by);

    //! From now on `into` stands for all of them: what is answered there is posted to each one's conversation too,
    //! what their customers write shows up there, and they end with it, which counts once. Nothing is moved. Tickets of
    //! somebody else than the customer of `into` are refused unless `otherCustomers`: each reads the same answers.
    Result<Deed> merge(const QVector<TicketId> &tickets, TicketId into, AgentId by, bool otherCustomers = false);
    //! Each stands for itself again, with the same agent.
    Result<Deed> unmerge(const QVector<TicketId> &tickets, AgentId by);
    //! What the customer wrote from `message` on becomes a ticket of its own, in a conversation of its own; replies
    //! there reach the customer in the first conversation too. The new ticket is the one in the deed with no `before`.
    Result<Deed> split(TicketId ticket, MessageId message, AgentId by);

    //! Several calls on the desk as one deed: a bulk action, a macro.
    Result<Deed> together(const QString &what, const QString &sentence, AgentId by,
                          const std::function<Result<void>()> &calls);

    //! Exactly what the deed changed goes back to what it was; refused with a sentence where somebody changed the same
    //! since. Customers are told nothing: what was said stays said. A ticket whose resolution is taken back is simply
    //! open again, and when the same agent resolves it anew with nothing said in between, the customer does not read
    //! "solved" a second time; what was learned from it is rolled back. A ticket that was split off ends as returned.
    Result<void> undo(const Deed &deed, AgentId by);

  private:
    Result<Deed> each(const QString &what, const QString &sentence, const QVector<TicketId> &tickets, AgentId by,
                      const std::function<Result<void>(Ticket &)> &change);

    Result<Deed> tag(const QVector<TicketId> &tickets, const QString &sentence, AgentId by,
                     const std::function<QStringList(const QStringList &)> &change);
    Result<void> putOff(Ticket &ticket, const QDateTime &until, AgentId by);
    Result<void> mustBeOfOneCustomer(const Ticket &one, const Ticket &other) const;

    Journal &m_journal;
    Relay &m_relay;
    Lessons &m_lessons;
};

//! Lower case, single spaces, each once, in the order given; empty ones are left out.
QStringList cleanTags(const QStringList &tags);

} // namespace relaydesk
