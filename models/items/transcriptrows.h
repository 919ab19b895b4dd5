// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Conversations as rows of a transcript: one alone, or all that belong to a ticket.
#pragma once
#include "models/domain/stores.h"
#include "models/items/messagelistmodel.h"

namespace relaydesk {

//! Of a long conversation only the last 200 messages are read, and those before them when somebody asks.
struct TranscriptPart {
    QVector<MessageRow> messages; //!< oldest first
    bool hasEarlier = false;      //!< than these
};

//! As the customer reads it, with remarks for agents: the end of it, or what comes before one of the messages.
Result<TranscriptPart> messageRows(const Stores &stores, const Conversation &conversation, const Customer &customer,
                                   MessageId before = {});
//! For agents: the ticket's conversation with its notes, what was said in the conversations of tickets merged into it,
//! and what the customer of a split-off one went on to write where they read. Each answer stands there once. Begins
//! where what was read of its own conversation does.
Result<TranscriptPart> ticketTranscript(const Stores &stores, const Ticket &ticket);

} // namespace relaydesk
