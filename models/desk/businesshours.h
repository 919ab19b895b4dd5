// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! When the desk is staffed: hours for each weekday and holidays in one time zone, and time counted within them only.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QDate>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>
#include <array>

namespace relaydesk {

//! Minutes since local midnight, 0 to 1440; `from` == `to`: closed.
struct OpenHours {
    int from = 0;
    int to = 1440;
    bool isClosed() const { return to <= from; }
    friend bool operator==(const OpenHours &, const OpenHours &) = default;
};

struct BusinessHours {
    std::array<OpenHours, 7> days; //!< Monday first; around the clock unless set
    QSet<QDate> holidays;          //!< closed all day
    QByteArray zone = "UTC";       //!< IANA name
    bool isAlwaysOpen() const;
    friend bool operator==(const BusinessHours &, const BusinessHours &) = default;
};

//! Seconds within the hours from `from` to `to`; 0 where `to` is not later.
qint64 businessSeconds(const BusinessHours &hours, const QDateTime &from, const QDateTime &to);
//! The moment (UTC) at which `seconds` within the hours have passed since `from`; invalid where that is more than three
//! years ahead (no hours at all, say).
QDateTime afterBusinessSeconds(const BusinessHours &hours, const QDateTime &from, qint64 seconds);

} // namespace relaydesk
