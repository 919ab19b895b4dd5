// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keeps the clock of a ticket: it stands still while the ticket is snoozed and while it is the customer's turn.
#pragma once
#include "models/desk/businesshours.h"
#include "models/domain/ticket.h"

namespace relaydesk {

//! Stops or starts the clock as the ticket's snooze and turn have it at `now`.
void settleClock(Ticket &ticket, const BusinessHours &hours, const QDateTime &now);
//! How long it stood still until `now`, in seconds within the business hours.
qint64 pausedUntil(const Ticket &ticket, const BusinessHours &hours, const QDateTime &now);
//! Whether it stands still at `now`; a snooze whose time has come holds nothing back.
bool isPaused(const Ticket &ticket, const QDateTime &now);

} // namespace relaydesk
