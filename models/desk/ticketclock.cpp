// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/ticketclock.h"
#include <algorithm>

namespace relaydesk {

bool isPaused(const Ticket &ticket, const QDateTime &now) {
    return ticket.pausedAt.isValid() && (ticket.repliedAt.isValid() || ticket.snoozedUntil > now);
}

qint64 pausedUntil(const Ticket &ticket, const BusinessHours &hours, const QDateTime &now) {
    if (!ticket.pausedAt.isValid())
        return ticket.pausedSeconds;
    const bool isOnlySnoozed = ticket.snoozedUntil.isValid() && !ticket.repliedAt.isValid();
    const QDateTime end = isOnlySnoozed ? std::min(now, ticket.snoozedUntil) : now;
    return ticket.pausedSeconds + businessSeconds(hours, ticket.pausedAt, end);
}

void settleClock(Ticket &ticket, const BusinessHours &hours, const QDateTime &now) {
    const bool stands = ticket.repliedAt.isValid() || ticket.snoozedUntil.isValid();
    if (stands && !ticket.pausedAt.isValid())
        ticket.pausedAt = now;
    if (stands || !ticket.pausedAt.isValid())
        return;
    ticket.pausedSeconds = pausedUntil(ticket, hours, now);
    ticket.pausedAt = {};
}

} // namespace relaydesk
