// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/servicelimits.h"
#include <QtCore/QCoreApplication>
#include <array>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ServiceLimits", text); }

struct Limit {
    const char *name;
    int ServiceLimits::*value;
};

constexpr std::array limits{
    Limit{"body-bytes", &ServiceLimits::bodyBytes},
    Limit{"upload-bytes", &ServiceLimits::uploadBytes},
    Limit{"header-bytes", &ServiceLimits::headerBytes},
    Limit{"idle-seconds", &ServiceLimits::idleSeconds},
    Limit{"connections", &ServiceLimits::connections},
    Limit{"connections-per-address", &ServiceLimits::connectionsPerAddress},
    Limit{"requests-per-address", &ServiceLimits::requestsPerAddress},
    Limit{"requests-per-session", &ServiceLimits::requestsPerSession},
};

bool set(ServiceLimits &to, const QString &name, const QString &text) {
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    for (const Limit &limit : limits) {
        if (name == QLatin1String(limit.name) && isNumber && number > 0) {
            to.*limit.value = number;
            to.countsThisMachine = to.countsThisMachine || name.endsWith(QLatin1String("-per-address"));
            return true;
        }
    }
    return false;
}

} // namespace

Result<ServiceLimits> readLimits(const SettingStore &settings, const QStringList &given) {
    ServiceLimits read;
    for (const Limit &limit : limits) {
        const QString name = QLatin1String(limit.name);
        const auto kept = settings.value(QStringLiteral("service.") + name);
        RELAYDESK_TRY(kept);
        if (!kept->isEmpty())
            set(read, name, *kept);
    }
    for (const QString &text : given) {
        if (!set(read, text.section(u'=', 0, 0), text.section(u'=', 1)))
            return failure(ErrorKind::Invalid,
                           tr("\"%1\" is no limit. Give NAME=NUMBER, one of: %2.").arg(text, limitNames()));
    }
    return read;
}

QString limitNames() {
    const ServiceLimits defaults;
    QStringList names;
    for (const Limit &limit : limits)
        names.append(QStringLiteral("%1 (%2)").arg(QLatin1String(limit.name)).arg(defaults.*limit.value));
    return names.join(QStringLiteral(", "));
}

} // namespace relaydesk
