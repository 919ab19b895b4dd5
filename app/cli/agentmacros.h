// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The verbs of `relaydesk agent` for saved replies and macros.
#pragma once
#include "app/cli/agentwork.h"

namespace relaydesk {

const QVector<AgentVerb> &macroVerbs();

} // namespace relaydesk
