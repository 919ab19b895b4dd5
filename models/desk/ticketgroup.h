// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which tickets belong together: merged into one, or split from one.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class TicketGroup {
  public:
    explicit TicketGroup(const Stores &stores) : m_stores(stores) {}

    //! The one that stands for `ticket`: itself, or what it was merged into.
    Result<Ticket> leaderOf(const Ticket &ticket) const;
    //! Open ones that were merged into it.
    Result<QVector<Ticket>> followersOf(TicketId leader) const;
    //! The conversation's open ticket, if any.
    Result<std::optional<Ticket>> openOf(ConversationId conversation) const;
    //! Open tickets that were split from any ticket of the conversation, directly or by way of another.
    Result<QVector<Ticket>> openSplitsOf(ConversationId conversation) const;
    //! Conversations in which the customer of a split-off ticket reads: those it was split from, the nearest first.
    Result<QVector<ConversationId>> originsOf(const Ticket &ticket) const;
    //! All conversations that get a reply to `leader`: its own, its followers', and where they were split from.
    Result<QVector<ConversationId>> readersOf(const Ticket &leader) const;

  private:
    Stores m_stores;
};

} // namespace relaydesk
