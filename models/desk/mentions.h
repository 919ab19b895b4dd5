// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Agents named in a note: "@Anna Berg", "@anna".
#pragma once
#include "models/domain/conversation.h"

namespace relaydesk {

//! Those whose whole name, or whose first name where only one agent has it, stands after an @ in `text`; each once, in
//! the order of the text.
QVector<AgentId> mentionsIn(const QString &text, const QVector<Agent> &agents);

} // namespace relaydesk
