// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/workplace.h"
#include <QtCore/QSettings>

namespace relaydesk {

Workplace Workplace::read() {
    Workplace kept;
    QSettings settings;
    settings.beginGroup(QStringLiteral("workplace"));
    const auto get = [&settings](const char *key, const auto &otherwise) {
        return settings.value(QLatin1String(key), otherwise);
    };
    kept.undoSeconds = qBound(0, get("undo_seconds", kept.undoSeconds).toInt(), mostUndoSeconds);
    kept.notifies = get("notifies", kept.notifies).toBool();
    kept.sounds = get("sounds", kept.sounds).toBool();
    kept.hasQuietHours = get("quiet_hours", kept.hasQuietHours).toBool();
    kept.quietFrom = get("quiet_from", kept.quietFrom).toTime();
    kept.quietTo = get("quiet_to", kept.quietTo).toTime();
    kept.spells = get("spells", kept.spells).toBool();
    kept.littleMotion = get("little_motion", kept.littleMotion).toBool();
    return kept;
}

void Workplace::write() const {
    QSettings settings;
    settings.beginGroup(QStringLiteral("workplace"));
    settings.setValue(QStringLiteral("undo_seconds"), undoSeconds);
    settings.setValue(QStringLiteral("notifies"), notifies);
    settings.setValue(QStringLiteral("sounds"), sounds);
    settings.setValue(QStringLiteral("quiet_hours"), hasQuietHours);
    settings.setValue(QStringLiteral("quiet_from"), quietFrom);
    settings.setValue(QStringLiteral("quiet_to"), quietTo);
    settings.setValue(QStringLiteral("spells"), spells);
    settings.setValue(QStringLiteral("little_motion"), littleMotion);
}

bool Workplace::isQuiet(QTime now) const {
    if (!hasQuietHours)
        return false;
    return quietFrom <= quietTo ? now >= quietFrom && now < quietTo : now >= quietFrom || now < quietTo;
}

} // namespace relaydesk
