// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The policy as the setting in which it is kept.
#include "models/desk/sla.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace relaydesk {

namespace {

constexpr int mostMinutes = 365 * 24 * 60;
const std::array<QString, 7> dayNames{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                      QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                      QStringLiteral("sun")};

QString tr(const char *text) { return QCoreApplication::translate("Sla", text); }

tl::unexpected<Failure> wrong(const QString &sentence) {
    return failure(ErrorKind::Invalid, sentence + u' ' + tr("Nothing was changed."));
}

QString clockOf(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> minuteOf(const QString &clock) {
    if (clock == QLatin1String("24:00"))
        return 1440;
    const QTime time = QTime::fromString(clock, QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

Result<void> readTarget(const QJsonObject &object, const QString &key, int &minutes) {
    if (!object.contains(key))
        return {};
    const int value = object.value(key).toInt(-1);
    if (value < 0 || value > mostMinutes)
        return wrong(tr("A target is a number of minutes from 0 (none) to %1.").arg(mostMinutes));
    minutes = value;
    return {};
}

Result<void> readTargets(const QJsonObject &object, SlaPolicy &policy) {
    for (const auto &priority : Names<Priority>::all) {
        const QJsonObject targets = object.value(keyOf(priority.value)).toObject();
        SlaTargets &read = policy.targets[size_t(priority.value)];
        RELAYDESK_TRY(readTarget(targets, QStringLiteral("firstResponse"), read.firstResponse));
        RELAYDESK_TRY(readTarget(targets, QStringLiteral("resolution"), read.resolution));
    }
    return {};
}

Result<void> readDays(const QJsonObject &object, BusinessHours &hours) {
    for (size_t day = 0; day < dayNames.size(); ++day) {
        if (!object.contains(dayNames[day]))
            continue;
        const QJsonArray span = object.value(dayNames[day]).toArray();
        const auto from = minuteOf(span.at(0).toString());
        const auto to = minuteOf(span.at(1).toString());
        if (!span.isEmpty() && (span.size() != 2 || !from || !to || *from >= *to))
            return wrong(tr("The hours of a day are like [\"09:00\", \"17:00\"], or [] for a closed one."));
        hours.days[day] = span.isEmpty() ? OpenHours{0, 0} : OpenHours{*from, *to};
    }
    return {};
}

Result<void> readHours(const QJsonObject &object, BusinessHours &hours) {
    RELAYDESK_TRY(readDays(object.value(QLatin1String("days")).toObject(), hours));
    for (const QJsonValue &value : object.value(QLatin1String("holidays")).toArray()) {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        if (!day.isValid())
            return wrong(tr("A holiday is a date like 2026-12-25."));
        hours.holidays.insert(day);
    }
    const QByteArray zone = object.value(QLatin1String("zone")).toString(QString::fromLatin1(hours.zone)).toLatin1();
    if (!QTimeZone::isTimeZoneIdAvailable(zone))
        return wrong(tr("\"%1\" is no time zone; one is like Europe/Berlin.").arg(QString::fromLatin1(zone)));
    hours.zone = zone;
    return {};
}

} // namespace

Result<SlaPolicy> slaPolicyFrom(const QString &setting) {
    SlaPolicy policy;
    if (setting.isEmpty())
        return policy;
    const QJsonDocument document = QJsonDocument::fromJson(setting.toUtf8());
    if (!document.isObject())
        return wrong(tr("The service targets are not a JSON object."));
    const QJsonObject object = document.object();
    policy.isOn = object.value(QLatin1String("on")).toBool(policy.isOn);
    RELAYDESK_TRY(readTargets(object.value(QLatin1String("targets")).toObject(), policy));
    RELAYDESK_TRY(readHours(object, policy.hours));
    return policy;
}

Result<SlaPolicy> readSlaPolicy(const SettingStore &store) {
    const auto setting = store.value(slaKey);
    RELAYDESK_TRY(setting);
    return slaPolicyFrom(*setting).value_or(SlaPolicy{});
}

QString toSetting(const SlaPolicy &policy) {
    QJsonObject targets;
    for (const auto &priority : Names<Priority>::all) {
        const SlaTargets &each = policy.of(priority.value);
        targets.insert(keyOf(priority.value), QJsonObject{{QStringLiteral("firstResponse"), each.firstResponse},
                                                          {QStringLiteral("resolution"), each.resolution}});
    }
    QJsonObject days;
    for (size_t day = 0; day < dayNames.size(); ++day) {
        const OpenHours &open = policy.hours.days[day];
        days.insert(dayNames[day], open.isClosed() ? QJsonArray() : QJsonArray{clockOf(open.from), clockOf(open.to)});
    }
    QStringList holidays;
    for (const QDate &day : policy.hours.holidays)
        holidays += day.toString(Qt::ISODate);
    holidays.sort();
    const QJsonObject object{{QStringLiteral("on"), policy.isOn},
                             {QStringLiteral("targets"), targets},
                             {QStringLiteral("zone"), QString::fromLatin1(policy.hours.zone)},
                             {QStringLiteral("days"), days},
                             {QStringLiteral("holidays"), QJsonArray::fromStringList(holidays)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace relaydesk
