// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Hands conversations from the assistant to people and back: the state table of ownership.h with its tickets, events
//! and words.
#pragma once
#include "models/desk/journal.h"
#include "models/desk/ownership.h"
#include "models/desk/ticketgroup.h"
#include "models/domain/verdict.h"

namespace relaydesk {

class Relay {
  public:
    explicit Relay(Journal &journal) : m_journal(journal), m_group(journal.stores()) {}

    // Each of these belongs into a transaction of the journal's. What happens to a ticket happens to those merged into
    // it too, and what is asked of a merged one is done to the one that stands for it.

    //! Opens a ticket, tells the customer, queues. `verdict.handoff` must be set; `logged` is its event (invalid:
    //! none).
    Result<void> handOver(Conversation &conversation, const Verdict &verdict, EventId logged);
    //! Closes the running turn as one that a person takes: logs its verdict where an answer was still being looked for.
    Result<EventId> endTurn(Conversation &conversation, const HandoffReason &reason);
    //! `by`: who gave it to the agent, where it was somebody else.
    Result<void> claim(TicketId ticket, AgentId agent, bool fromAnother, AgentId by = {});
    Result<MessageId> reply(ConversationId conversation, AgentId agent, const QString &text);
    Result<Ticket> resolve(TicketId ticket, AgentId agent);
    Result<void> giveBack(TicketId ticket, AgentId agent);
    //! Every ticket of an agent who goes home returns to the queue; answers how many.
    Result<int> release(AgentId agent);
    //! Back to the queue.
    Result<void> release(TicketId ticket, AgentId by);
    Result<void> reopen(ConversationId conversation, AgentId agent);
    //! `ticket` and what was merged into it go along with `into` from now on; one agent has them all then.
    Result<void> follow(TicketId ticket, TicketId into, AgentId by);
    //! The customer's words from `from` on become a further ticket in a conversation of its own; answers it.
    Result<TicketId> split(TicketId ticket, MessageId from, AgentId by);
    //! The customer of a split-off ticket reads in the conversation it came from: the assistant must not answer there.
    Result<void> silenceOriginsOf(const Ticket &split, AgentId agent);
    //! A customer wrote into a closed conversation of which something that was split off is still open: their words go
    //! to that ticket's agent, not to the assistant.
    Result<void> passTo(const Ticket &split, Conversation &conversation);
    //! The customer wrote: it is the desk's turn, and nothing is put off any more.
    Result<void> customerWrote(const Conversation &conversation);
    const TicketGroup &group() const { return m_group; }

    //! A closed conversation starts over with the assistant and a clean slate.
    Result<void> wake(Conversation &conversation) const;
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
    Result<void> take(Case &taken, bool fromAnother, AgentId by = {});
    Result<void> takeFollowers(const Case &taken);
    Result<MessageId> sayTo(const Ticket &leader, ConversationId asked, AgentId agent, const QString &text);
    Result<void> setTurn(Ticket &ticket, bool isCustomers);
    Result<Case> leaderOf(TicketId ticket, AgentId agent) const;
    //! Those merged into a ticket, as cases of `agent`.
    Result<std::vector<Case>> followersOf(const Ticket &leader, AgentId agent) const;
    Result<void> end(Case &ended, TicketStatus status);
    Result<void> resolve(Case &ended, const QJsonObject &data);
    Result<void> giveBack(Case &returned);
    Result<void> reopen(Case &reopened);
    Result<void> reopenFollowers(const Case &leader);
    Result<void> refuseBesideSplits(const Ticket &leader) const;
    Result<void> takeOver(Case &taken);
    Result<void> release(const Ticket &ticket, const Agent &agent, AgentId by);
    Result<void> startClean(Conversation &conversation) const;
    Result<void> move(Conversation &conversation, Step step) const;
    Result<void> save(Case &changed, EventKind kind, const QJsonObject &data = {});

    Journal &m_journal;
    TicketGroup m_group;
};

} // namespace relaydesk
