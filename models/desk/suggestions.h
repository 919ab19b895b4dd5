// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a model suggested to a ticket's agent, read back from the log.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

//! The newest reply suggested for the ticket (data: as a verdict's); nothing where there is none.
Result<std::optional<Event>> suggestedReply(const EventStore &events, const Ticket &ticket);
//! The model that wrote the ticket's summary as it stands; empty: none, or one without a name.
Result<QString> summaryWriter(const EventStore &events, const Ticket &ticket);

} // namespace relaydesk
