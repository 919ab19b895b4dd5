// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/dayseparator.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk {

QString daySeparator(const QDateTime &before, const QDateTime &at, const QDate &today) {
    if (!at.isValid())
        return {};
    const QDate day = at.toLocalTime().date();
    if (before.isValid() && before.toLocalTime().date() == day)
        return {};
    if (day == today)
        return QCoreApplication::translate("DaySeparator", "Today");
    if (day.addDays(1) == today)
        return QCoreApplication::translate("DaySeparator", "Yesterday");
    //: day of the week, day, month
    const QString thisYear = QCoreApplication::translate("DaySeparator", "dddd, d MMMM");
    //: the same with the year
    const QString anotherYear = QCoreApplication::translate("DaySeparator", "dddd, d MMMM yyyy");
    return QLocale().toString(day, day.year() == today.year() ? thisYear : anotherYear);
}

} // namespace relaydesk
