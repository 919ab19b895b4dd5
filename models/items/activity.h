// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log: who did what to which ticket and when, in words.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct ActivityRow {
    EventId id;
    QDateTime at;
    QString who;     //!< an agent's name, or "Relaydesk" for what the desk did by itself
    TicketId ticket; //!< invalid: about none
    QString what;    //!< a sentence: "Priority from normal to high"
    friend bool operator==(const ActivityRow &, const ActivityRow &) = default;
};

struct ActivityFilter {
    std::optional<AgentId> agent = {};
    std::optional<TicketId> ticket = {}; //!< without replies: they belong to a conversation
    QDateTime from = {};                 //!< inclusive; invalid: from the start
    QDateTime to = {};                   //!< exclusive; invalid: to the end
    EventId before = {};                 //!< the last row of the page before; invalid: the newest
    int most = 200;
};

//! A page, newest first; fewer than `most` rows: there are no more.
Result<QVector<ActivityRow>> readActivity(const Stores &stores, const ActivityFilter &filter);
//! UTF-8, one line for each row: when (UTC, ISO 8601), who, ticket, what (see csvline.h).
QByteArray activityCsv(const QVector<ActivityRow> &rows);
QByteArray activityCsvHeader();

} // namespace relaydesk
