// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's figures for commands, from the events of a store.
#pragma once
#include "models/analytics/figures.h"
#include "models/domain/stores.h"
#include <QtCore/QTextStream>

namespace relaydesk {

//! Events from `from` (inclusive) to `to` (exclusive); invalid times leave that side open.
Result<Figures> figuresOf(const EventStore &events, const QDateTime &from, const QDateTime &to);
//! total_queries, ai_resolved, ai_confirmed, human_resolved, learning_events, roll_backs.
QJsonObject figuresJson(const Figures &figures);
void printFigures(QTextStream &out, const Figures &figures);

} // namespace relaydesk
