// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a customer's message was answered with, read from the stores after the turn.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QJsonObject>

namespace relaydesk {

//! response (the desk's words to that message, joined by blank lines), confidence and needsHuman; with `explain` all
//! that the verdict stands on. A fixed reply (to a greeting, to thanks) has no verdict and counts as certain; while a
//! person has the conversation there is no confidence: 0.
Result<QJsonObject> turnAnswer(const Stores &stores, ConversationId conversation, MessageId message, bool explain);

} // namespace relaydesk
