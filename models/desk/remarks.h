// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is said about a conversation beside its messages: an agent's note, a customer's rating, a file that was sent.
#pragma once
#include "models/desk/journal.h"
#include "models/domain/sentfile.h"

namespace relaydesk {

class Remarks {
  public:
    static constexpr qsizetype longestNote = 20'000; //!< UTF-16 units, of a note and of a rating's comment

    explicit Remarks(Journal &journal) : m_journal(journal) {}

    // Each of these belongs into a transaction of the journal's.

    Result<EventId> note(TicketId ticket, AgentId agent, const QString &text);
    //! Of the assistant's last answer where one stands open (four and five stars count as rated well), else of the
    //! conversation. `stars` from 1 to 5.
    Result<EventId> rate(ConversationId conversation, int stars, const QString &comment);
    //! The file stands in the conversation for customer and agent to see; it starts no turn of the assistant's.
    Result<EventId> attach(ConversationId conversation, const SentFile &file);

  private:
    Result<void> noteOutcome(const Conversation &conversation, int stars);

    Journal &m_journal;
};

} // namespace relaydesk
