// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which ticket an agent should take next, and why that one.
#pragma once
#include "models/desk/sla.h"

namespace relaydesk {

struct NextTicket {
    TicketId ticket;
    QString reason; //!< a sentence: "First response due in 12 min; high priority."
};

//! Of those nobody or `agent` has, that are neither snoozed nor merged and where it is the desk's turn: what is overdue
//! first, then the soonest deadline, then the higher priority, then the longer wait. Nothing: all is done.
std::optional<NextTicket> mostUrgent(const QVector<Ticket> &tickets, const SlaPolicy &policy, AgentId agent,
                                     const QDateTime &now);
//! All of them, the most urgent first.
QVector<Ticket> byUrgency(const QVector<Ticket> &tickets, const SlaPolicy &policy, const QDateTime &now);
//! Whether `one` comes before `other` for who works by urgency.
bool isMoreUrgent(const Ticket &one, const Ticket &other, const SlaPolicy &policy, const QDateTime &now);

} // namespace relaydesk
