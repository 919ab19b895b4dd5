// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/querymoment.h"
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>

namespace relaydesk {

namespace {

constexpr int mostAgo = 100'000;

QueryMoment dayOf(const QDate &date, const QTimeZone &zone) {
    return {date.startOfDay(zone).toUTC(), date.addDays(1).startOfDay(zone).toUTC()};
}

std::optional<QueryMoment> ago(const QString &text, const QDateTime &now) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,6})([hdwm])$"));
    const auto match = pattern.match(text);
    const int number = match.captured(2).isEmpty() ? 0 : match.captured(1).toInt();
    if (!match.hasMatch() || number > mostAgo)
        return std::nullopt;
    const QChar unit = match.captured(2)[0];
    if (unit == u'h')
        return QueryMoment{now.addSecs(-3600LL * number).toUTC(), now.addSecs(-3600LL * number).toUTC()};
    const QDate today = now.date();
    const QDate day = unit == u'm' ? today.addMonths(-number) : today.addDays(unit == u'w' ? -7 * number : -number);
    return dayOf(day, now.timeZone());
}

} // namespace

std::optional<QueryMoment> readQueryMoment(const QString &text, const QDateTime &now) {
    const QString lower = text.toLower();
    if (lower == QLatin1String("today"))
        return dayOf(now.date(), now.timeZone());
    if (lower == QLatin1String("yesterday"))
        return dayOf(now.date().addDays(-1), now.timeZone());
    if (const auto moment = ago(lower, now))
        return moment;
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
        return dayOf(date, now.timeZone());
    QDateTime at = QDateTime::fromString(text.toUpper(), Qt::ISODate);
    if (!at.isValid() || text.size() < 16)
        return std::nullopt;
    if (at.timeSpec() == Qt::LocalTime)
        at = QDateTime(at.date(), at.time(), now.timeZone());
    return QueryMoment{at.toUTC(), at.toUTC()};
}

QString queryMomentText(const QDateTime &at) {
    return at.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm")) + QLatin1Char('Z');
}

} // namespace relaydesk
