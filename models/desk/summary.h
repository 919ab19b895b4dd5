// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the agent should know before reading the transcript, put together without a model.
#pragma once
#include "models/domain/conversation.h"
#include "models/domain/verdict.h"

namespace relaydesk {

//! `messages`: the episode's, oldest first. `verdict`: the one that led to the hand-off, if any.
QString summaryOf(const QString &customer, const QVector<Message> &messages, const Verdict &verdict);

} // namespace relaydesk
