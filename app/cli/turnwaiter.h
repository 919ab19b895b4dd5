// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Waits until the assistant has dealt with a turn, while the event loop runs.
#pragma once
#include "models/desk/desk.h"

namespace relaydesk {

//! Sends the message and waits until the turn is answered or with a person.
Result<void> sayAndWait(Desk &desk, ConversationId conversation, const QString &text);

//! The newest verdict of a conversation with its event, if there is one.
Result<std::optional<std::pair<EventId, Verdict>>> lastVerdict(const EventStore &events, ConversationId conversation);

} // namespace relaydesk
