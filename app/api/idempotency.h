// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The same call twice, told apart from two calls by its Idempotency-Key: done once, answered the same.
#pragma once
#include "app/api/apiplace.h"

namespace relaydesk {

//! The answer of an earlier call of the same key, if there is one; else `call.keptAs` is set where the caller named a
//! key. The same key with another body is refused.
Handled<std::optional<ApiAnswer>> keptAnswer(ApiPlace &place, ApiCall &call);

//! Keeps the answer of a call; of a turn that is not over yet, the message that waits.
Result<void> keepAnswer(ApiPlace &place, const ApiCall &call, const ApiAnswer &answer);
Result<void> keepTurn(ApiPlace &place, const TurnWait &wait, const ApiResponse &response);

} // namespace relaydesk
