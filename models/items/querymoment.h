// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Points in time as people write them in the search field: a date, `today`, `3d` (three days ago), `12h`.
#pragma once
#include <QtCore/QDateTime>
#include <optional>

namespace relaydesk {

struct QueryMoment {
    QDateTime from; //!< in UTC
    QDateTime to;   //!< the end of the day that was meant; `from` where a time of day was given
};

//! Days begin at midnight in the time zone of `now`. Nothing for what is no time.
std::optional<QueryMoment> readQueryMoment(const QString &text, const QDateTime &now);

//! "2026-05-01T14:30Z", which readQueryMoment() reads again, to the minute.
QString queryMomentText(const QDateTime &at);

} // namespace relaydesk
