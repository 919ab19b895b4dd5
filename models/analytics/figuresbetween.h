// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's figures of a stretch of time, from the events of a store.
#pragma once
#include "models/analytics/figures.h"
#include "models/domain/stores.h"

namespace relaydesk {

//! Events from `from` (inclusive) to `to` (exclusive); invalid times leave that side open. What customers said later
//! about an answer of that time counts for it.
Result<Figures> figuresBetween(const EventStore &events, const QDateTime &from, const QDateTime &to);

//! total_queries, ai_resolved, ai_confirmed, human_resolved, learning_events, roll_backs.
QJsonObject figuresJson(const Figures &figures);

} // namespace relaydesk
