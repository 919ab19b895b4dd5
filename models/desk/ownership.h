// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The hand-off state machine as a table: who owns a conversation after what happened. Everything else obeys it.
#pragma once
#include "models/domain/conversation.h"
#include <optional>

namespace relaydesk {

enum class Step {
    CustomerWrites,
    HandOver,    //!< the verdict, a wish for a person, "no", a repetition
    AgentTakes,  //!< claims, replies, or takes over
    AgentLeaves, //!< away, quits
    GiveBack,
    Resolve,
    CustomerConfirms,
    Silence,
    Reopen,
};

//! The owner after `step`, or nothing where the table does not allow it.
std::optional<Owner> ownerAfter(Owner now, Step step);

} // namespace relaydesk
