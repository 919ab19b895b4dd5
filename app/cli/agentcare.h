// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The verbs of `relaydesk agent` for how tickets are handled: how urgent, what about, put off, whose, together or
//! apart.
#pragma once
#include "app/cli/agentwork.h"

namespace relaydesk {

const QVector<AgentVerb> &careVerbs();

} // namespace relaydesk
