// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/businesshours.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int longestSearch = 3 * 366; //!< days

QTimeZone zoneOf(const BusinessHours &hours) {
    const QTimeZone zone(hours.zone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

//! Minute 1440 is midnight of the next day. A time that a change of the clocks leaves out is the moment after it.
QDateTime momentOf(const QDate &day, int minute, const QTimeZone &zone) {
    const QDate date = day.addDays(minute / 1440);
    const QTime time(minute % 1440 / 60, minute % 60);
    return minute % 1440 == 0 ? date.startOfDay(zone).toUTC() : QDateTime(date, time, zone).toUTC();
}

struct Open {
    QDateTime from;
    QDateTime to;
};

//! The open hours of one local day, in UTC; an empty span where it is closed.
Open openOn(const BusinessHours &hours, const QDate &day, const QTimeZone &zone) {
    const OpenHours &open = hours.days[size_t(day.dayOfWeek() - 1)];
    if (open.isClosed() || hours.holidays.contains(day)) {
        const QDateTime start = day.startOfDay(zone).toUTC();
        return {start, start};
    }
    return {momentOf(day, open.from, zone), momentOf(day, open.to, zone)};
}

} // namespace

bool BusinessHours::isAlwaysOpen() const {
    return holidays.isEmpty() &&
           std::all_of(days.begin(), days.end(), [](const OpenHours &day) { return day == OpenHours{}; });
}

qint64 businessSeconds(const BusinessHours &hours, const QDateTime &from, const QDateTime &to) {
    if (!from.isValid() || !to.isValid() || to <= from)
        return 0;
    if (hours.isAlwaysOpen())
        return from.secsTo(to);
    const QTimeZone zone = zoneOf(hours);
    const QDate last = to.toTimeZone(zone).date();
    qint64 seconds = 0;
    for (QDate day = from.toTimeZone(zone).date(); day <= last; day = day.addDays(1)) {
        const Open open = openOn(hours, day, zone);
        seconds += std::max<qint64>(0, std::max(from, open.from).secsTo(std::min(to, open.to)));
    }
    return seconds;
}

QDateTime afterBusinessSeconds(const BusinessHours &hours, const QDateTime &from, qint64 seconds) {
    if (hours.isAlwaysOpen())
        return from.toUTC().addSecs(seconds);
    const QTimeZone zone = zoneOf(hours);
    QDate day = from.toTimeZone(zone).date();
    for (int i = 0; i < longestSearch; ++i, day = day.addDays(1)) {
        const Open open = openOn(hours, day, zone);
        const QDateTime start = std::max(from, open.from);
        const qint64 length = std::max<qint64>(0, start.secsTo(open.to));
        if (seconds <= length && length > 0)
            return start.toUTC().addSecs(seconds);
        seconds -= length;
    }
    return {};
}

} // namespace relaydesk
