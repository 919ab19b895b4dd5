// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/when.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

const QTime morning(9, 0);
const QTime evening(20, 0);

QString tr(const char *text) { return QCoreApplication::translate("When", text); }

const QStringList &weekdays() {
    static const QStringList names{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                   QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                   QStringLiteral("sunday")};
    return names;
}

//! 1 is Monday; 0 where it is no name of a weekday, whole or from its third letter on.
int weekdayOf(const QString &word) {
    for (int day = 0; day < weekdays().size(); ++day) {
        if (word.size() >= 3 && weekdays()[day].startsWith(word))
            return day + 1;
    }
    return 0;
}

//! "9:00", "9.30", "9am", "12 pm", "noon"; invalid where it is none.
QTime timeOf(const QString &text) {
    if (text == QLatin1String("noon"))
        return {12, 0};
    static const QRegularExpression clock(QStringLiteral("^(?:at )?(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?$"));
    const auto match = clock.match(text);
    const QString half = match.captured(3);
    if (!match.hasMatch() || (match.captured(2).isEmpty() && half.isEmpty() && !text.startsWith(QLatin1String("at "))))
        return {};
    int hour = match.captured(1).toInt();
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return {};
    if (!half.isEmpty())
        hour = hour % 12 + (half == QLatin1String("pm") ? 12 : 0);
    const int minute = match.captured(2).toInt();
    return QTime::isValid(hour, minute, 0) ? QTime(hour, minute) : QTime();
}

//! "2h30m", "in 3 days", "1 week 2 days", "90 min".
std::optional<QDateTime> afterSpan(QString text, const QDateTime &now) {
    if (text.startsWith(QLatin1String("in ")))
        text = text.mid(3);
    text.replace(QLatin1String(" and "), QLatin1String(" "));
    static const QRegularExpression whole(QStringLiteral("^(?:(?:\\d+ ?|an? )[a-z]+[ ,]*)+$"));
    static const QRegularExpression piece(QStringLiteral("(\\d+ ?|an? )([a-z]+)"));
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    QDateTime then = now;
    for (auto pieces = piece.globalMatch(text); pieces.hasNext();) {
        const auto match = pieces.next();
        const QString unit = match.captured(2);
        const qint64 count = match.captured(1).startsWith(u'a') ? 1 : match.captured(1).trimmed().left(6).toLongLong();
        if (QStringList{QStringLiteral("m"), QStringLiteral("min"), QStringLiteral("mins"), QStringLiteral("minute"),
                        QStringLiteral("minutes")}
                .contains(unit))
            then = then.addSecs(count * 60);
        else if (QStringList{QStringLiteral("h"), QStringLiteral("hr"), QStringLiteral("hrs"), QStringLiteral("hour"),
                             QStringLiteral("hours")}
                     .contains(unit))
            then = then.addSecs(count * 3600);
        else if (QStringList{QStringLiteral("d"), QStringLiteral("day"), QStringLiteral("days")}.contains(unit))
            then = then.addDays(count);
        else if (QStringList{QStringLiteral("w"), QStringLiteral("week"), QStringLiteral("weeks")}.contains(unit))
            then = then.addDays(7 * count);
        else
            return std::nullopt;
    }
    return then;
}

struct Day {
    QDate date;
    qsizetype length = 0; //!< of the text that names it
    QTime time = morning; //!< where no time follows
    bool mayPass = false; //!< today: a time that has passed is tomorrow's
};

//! The day that `text` begins with; an invalid date where it begins with none.
Day dayOf(const QString &text, const QDate &today) {
    const auto begins = [&](const char *word) {
        const QLatin1String name(word);
        return text == name || text.startsWith(name + u' ');
    };
    if (begins("tonight"))
        return {today, 7, evening};
    if (begins("today"))
        return {today, 5, morning, true};
    if (begins("tomorrow"))
        return {today.addDays(1), 8};
    if (begins("next week"))
        return {today.addDays(8 - today.dayOfWeek()), 9};
    static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}"));
    if (const auto match = date.match(text); match.hasMatch())
        return {QDate::fromString(match.captured(), Qt::ISODate), match.capturedLength()};
    const qsizetype skipped = begins("next") ? 5 : begins("on") ? 3 : 0;
    const QString word = text.mid(skipped).section(u' ', 0, 0);
    if (const int weekday = weekdayOf(word))
        return {today.addDays((weekday - today.dayOfWeek() + 6) % 7 + 1), skipped + word.size()};
    return {};
}

std::optional<QDateTime> onDay(const QString &text, const QDateTime &now, const QTimeZone &zone) {
    const QDate today = now.toTimeZone(zone).date();
    Day day = dayOf(text, today);
    if (!day.date.isValid())
        day = {today, 0, QTime(), true};
    QString rest = text.mid(day.length).trimmed();
    if (rest.startsWith(u't')) // 2026-12-24T10:00
        rest = rest.mid(1);
    const QTime time = rest.isEmpty() ? day.time : timeOf(rest);
    if (!time.isValid())
        return std::nullopt;
    const QDateTime then(day.date, time, zone);
    return day.mayPass && then <= now ? QDateTime(day.date.addDays(1), time, zone) : then;
}

} // namespace

Result<QDateTime> parseWhen(const QString &text, const QDateTime &now, const QTimeZone &zone) {
    const QString words = text.simplified().toLower();
    auto then = afterSpan(words, now.toTimeZone(zone));
    if (!then)
        then = onDay(words, now, zone);
    if (!then) {
        const QDateTime exact = QDateTime::fromString(text.trimmed(), Qt::ISODate);
        if (exact.isValid())
            then = exact;
    }
    if (!then || !then->isValid())
        return failure(
            ErrorKind::Invalid,
            tr("\"%1\" is no time that is understood. Write it like 2h30m, tomorrow 9:00, Monday, in 3 days, "
               "or 2026-12-24 10:00.")
                .arg(text.trimmed().left(80)));
    if (*then <= now)
        return failure(ErrorKind::Invalid, tr("\"%1\" has passed. Choose a time in the future.").arg(text.trimmed()));
    return then->toUTC();
}

} // namespace relaydesk
