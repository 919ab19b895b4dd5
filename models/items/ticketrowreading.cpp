// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/ticketrowreading.h"

namespace relaydesk {

Result<TicketRowReading> TicketRowReading::begin(const Stores &stores, AgentId viewer, const QDateTime &now) {
    TicketRowReading reading(stores, viewer, now);
    const auto policy = readSlaPolicy(stores.settings);
    RELAYDESK_TRY(policy);
    reading.m_policy = *policy;
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    for (const Agent &agent : *agents)
        reading.m_names.insert(agent.id, agent.name);
    return reading;
}

Result<TicketRow> TicketRowReading::rowOf(const Ticket &ticket) const {
    const auto conversation = m_stores->conversations.conversation(ticket.conversation);
    RELAYDESK_TRY(conversation);
    const auto customer = m_stores->people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    return TicketRow{.id = ticket.id,
                     .conversation = ticket.conversation,
                     .customer = customer->name.isEmpty() ? customer->email : customer->name,
                     .question = ticket.question,
                     .category = ticket.reason.category,
                     .confidence = ticket.confidence,
                     .status = ticket.status,
                     .agent = m_names.value(ticket.agent),
                     .openedAt = ticket.openedAt,
                     .tags = ticket.tags,
                     .isMine = ticket.agent.isValid() && ticket.agent == m_viewer,
                     .priority = ticket.priority,
                     .deadline = deadlineOf(ticket, m_policy, m_now),
                     .snoozedUntil = ticket.snoozedUntil,
                     .isCustomersTurn = ticket.repliedAt.isValid()};
}

} // namespace relaydesk
