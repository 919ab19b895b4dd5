// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the ticket's pane says of a ticket beside its messages: the summary, and what is suggested as a reply.
#pragma once
#include "models/items/deskreading.h"

namespace relaydesk {

//! The messages with the summary, shown to agents in front of what follows the hand-off.
QVector<MessageRow> withSummary(const TicketDetails &details);
//! The model's reply where there is one, else the draft the hand-off came with.
const Verdict &suggestionFor(const TicketDetails &details);
//! Who wrote a suggested reply and what it is made from; one line.
QString originOf(const Verdict &verdict);

} // namespace relaydesk
