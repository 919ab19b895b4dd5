// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Conversations as rows of a transcript: one alone, or all that belong to a ticket.
#pragma once
#include "models/domain/stores.h"
#include "models/items/messagelistmodel.h"

namespace relaydesk {

//! As the customer reads it, with remarks for agents; oldest first.
Result<QVector<MessageRow>> messageRows(const Stores &stores, const Conversation &conversation,
                                        const Customer &customer);
//! For agents: the ticket's conversation with its notes, what was said in the conversations of tickets merged into it,
//! and what the customer of a split-off one went on to write where they read. Each answer stands there once.
Result<QVector<MessageRow>> ticketTranscript(const Stores &stores, const Ticket &ticket);

} // namespace relaydesk
