// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Hands conversations from the assistant to people and back: the state table of ownership.h with its tickets, events
//! and words.
#pragma once
#include "models/desk/journal.h"
#include "models/desk/ownership.h"
#include "models/domain/verdict.h"

namespace relaydesk {

class Relay {
  public:
    explicit Relay(Journal &journal) : m_journal(journal) {}

    // Each of these belongs into a transaction of the journal's.

    //! Opens a ticket, tells the customer, queues. `verdict.handoff` must be set; `logged` is its event (invalid:
    //! none).
    Result<void> handOver(Conversation &conversation, const Verdict &verdict, EventId logged);
    //! Closes the running turn as one that a person takes: logs its verdict where an answer was still being looked for.
    Result<EventId> endTurn(Conversation &conversation, const HandoffReason &reason);
    Result<void> claim(TicketId ticket, AgentId agent, bool fromAnother);
    Result<MessageId> reply(ConversationId conversation, AgentId agent, const QString &text);
    Result<Ticket> resolve(TicketId ticket, AgentId agent);
    Result<void> giveBack(TicketId ticket, AgentId agent);
    //! Every ticket of an agent who goes home returns to the queue; answers how many.
    Result<int> release(AgentId agent);
    Result<void> reopen(ConversationId conversation, AgentId agent);

    //! A closed conversation starts over with the assistant and a clean slate.
    void wake(Conversation &conversation) const;
    Result<void> close(Conversation &conversation, Closing closing, bool confirmed);
    Result<bool> someoneAvailable() const;

  private:
    struct Case {
        Ticket ticket;
        Conversation conversation;
        Agent agent;
    };
    Result<Case> caseOf(TicketId ticket, AgentId agent) const;
    Result<Case> caseOf(ConversationId conversation, AgentId agent) const;
    //! The episode's ticket, with a summary for the agent, not stored yet; `verdict.handoff` must be set.
    Result<Ticket> ticketFor(const Conversation &conversation, const Verdict &verdict, EventId logged) const;
    Result<void> open(Ticket &ticket);
    Result<Ticket> ticketOfEpisode(const Conversation &conversation, const Agent &agent);
    Result<void> isWithNobodyElse(const Conversation &conversation, TicketId ticket, AgentId agent) const;
    Result<void> take(Case &taken, bool fromAnother);
    Result<void> takeOver(Case &taken);
    Result<void> release(Ticket &ticket, const Agent &agent);
    Result<void> move(Conversation &conversation, Step step) const;
    Result<void> save(Case &changed, EventKind kind, const QJsonObject &data = {});

    Journal &m_journal;
};

} // namespace relaydesk
