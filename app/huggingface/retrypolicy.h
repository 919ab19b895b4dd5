// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whether and when a question that failed is asked again.
#pragma once
#include "app/huggingface/modelsettings.h"
#include "app/huggingface/modeltrouble.h"
#include <optional>

namespace relaydesk {

//! Certainly not processed: the connection never stood, or the server said that it is too busy (429, 503).
bool wasNotProcessed(const ModelTrouble &trouble);

//! Says something about the server's health, rather than about this question or the account.
bool isServerTrouble(const ModelTrouble &trouble);

//! Milliseconds to wait before the next try, or nothing: processed perhaps, tried often enough, or no time left for an
//! answer before the deadline. What the server asks for (Retry-After, RateLimit, estimated_time) is waited for exactly;
//! else 400 ms, doubled with each try, times 0.5 to 1.5. `tries`: made so far, `elapsedMs`: since the question,
//! `chance`: 0 to 1.
std::optional<int> waitBeforeRetry(const ModelTrouble &trouble, const ModelSettings &settings, int tries,
                                   qint64 elapsedMs, double chance);

} // namespace relaydesk
