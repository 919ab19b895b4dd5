// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes a deed back: what it changed goes back to what it was, as far as nobody changed it since.
#pragma once
#include "models/desk/lessons.h"
#include "models/desk/relay.h"

namespace relaydesk {

class Undoing {
  public:
    Undoing(Journal &journal, Relay &relay, Lessons &lessons)
        : m_journal(journal)
        , m_relay(relay)
        , m_lessons(lessons) {}

    //! Belongs into a transaction of the journal's.
    Result<void> run(const Deed &deed, AgentId by);

  private:
    Result<void> restore(const Change<Conversation> &change);
    Result<void> restore(const Change<Ticket> &change, const Deed &deed, AgentId by);
    Result<void> endMade(const Change<Ticket> &change);
    Result<void> tell(const Ticket &before, const Ticket &after, const Deed &deed, AgentId by);
    Result<void> unlearn(ProposalId lesson);
    Result<void> fitsItsGroup(TicketId ticket) const;

    Journal &m_journal;
    Relay &m_relay;
    Lessons &m_lessons;
};

} // namespace relaydesk
