// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A question for tickets as the conditions and the order of a statement.
#pragma once
#include "app/storage/sqliteconditions.h"
#include "models/domain/search.h"

namespace relaydesk {

//! So many of the newest places where words stand are looked at: enough for any that tell tickets apart, and soon done
//! for those that stand everywhere.
inline constexpr int mostTextPlaces = 10'000;

//! `agents` are those that TicketQuery::agent means; `hasIndex` is false where words cannot be looked for.
SqliteConditions ticketConditions(const TicketQuery &query, const Viewer &viewer, const QVector<AgentId> &agents,
                                  bool hasIndex);

//! " ORDER BY …"
QString ticketOrder(TicketSort sort);

} // namespace relaydesk
