// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Distinct types for the numbers that name things, so that a ticket's cannot be passed for a conversation's.
#pragma once
#include <QtCore/QHashFunctions>
#include <compare>

namespace relaydesk {

template <typename Tag>
struct Id {
    qint64 value = 0; //!< row number in the store; 0 names nothing
    constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using CustomerId = Id<struct CustomerTag>;
using AgentId = Id<struct AgentTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using TicketId = Id<struct TicketTag>;
using ArticleId = Id<struct ArticleTag>;
using PhrasingId = Id<struct PhrasingTag>;
using ProposalId = Id<struct ProposalTag>;
using EventId = Id<struct EventTag>;

} // namespace relaydesk
