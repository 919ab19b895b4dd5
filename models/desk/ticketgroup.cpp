// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/ticketgroup.h"

namespace relaydesk {

Result<Ticket> TicketGroup::leaderOf(const Ticket &ticket) const {
    return ticket.mergedInto.isValid() ? m_stores.tickets.ticket(ticket.mergedInto) : ticket;
}

Result<QVector<Ticket>> TicketGroup::followersOf(TicketId leader) const {
    return m_stores.tickets.tickets({.openOnly = true, .most = std::numeric_limits<int>::max(), .mergedInto = leader});
}

Result<std::optional<Ticket>> TicketGroup::openOf(ConversationId conversation) const {
    return m_stores.tickets.tickets({.conversation = conversation, .openOnly = true})
        .map([](const QVector<Ticket> &open) {
            return open.isEmpty() ? std::nullopt : std::optional<Ticket>(open.first());
        });
}

Result<QVector<Ticket>> TicketGroup::openSplitsOf(ConversationId conversation) const {
    const int all = std::numeric_limits<int>::max();
    auto rest = m_stores.tickets.tickets({.conversation = conversation, .most = all});
    RELAYDESK_TRY(rest);
    QVector<Ticket> open;
    while (!rest->isEmpty()) { // a ticket is split from an older one: this ends
        const auto splits = m_stores.tickets.tickets({.most = all, .splitFrom = rest->takeLast().id});
        RELAYDESK_TRY(splits);
        for (const Ticket &split : *splits) {
            rest->append(split);
            if (split.isOpen())
                open.append(split);
        }
    }
    return open;
}

Result<QVector<ConversationId>> TicketGroup::originsOf(const Ticket &ticket) const {
    QVector<ConversationId> origins;
    for (TicketId from = ticket.splitFrom; from.isValid();) {
        const auto origin = m_stores.tickets.ticket(from);
        RELAYDESK_TRY(origin);
        origins += origin->conversation;
        from = origin->splitFrom;
    }
    return origins;
}

Result<QVector<ConversationId>> TicketGroup::readersOf(const Ticket &leader) const {
    auto group = followersOf(leader.id);
    RELAYDESK_TRY(group);
    group->prepend(leader);
    QVector<ConversationId> readers;
    for (const Ticket &ticket : *group) {
        auto origins = originsOf(ticket);
        RELAYDESK_TRY(origins);
        origins->prepend(ticket.conversation);
        for (const ConversationId id : *origins) {
            if (!readers.contains(id))
                readers += id;
        }
    }
    return readers;
}

} // namespace relaydesk
