// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/desksettings.h"

namespace relaydesk {

Result<DeskSettings> readSettings(const SettingStore &store) {
    DeskSettings settings;
    const auto bar = store.value(QStringLiteral("handoff.bar"));
    RELAYDESK_TRY(bar);
    bool isNumber = false;
    if (const double value = bar->toDouble(&isNumber); isNumber && value >= 0 && value <= 1)
        settings.bar = value;
    const auto mode = store.value(QStringLiteral("learning.mode"));
    RELAYDESK_TRY(mode);
    settings.learnDirectly = *mode != QLatin1String("review");
    const auto hours = store.value(QStringLiteral("silence.hours"));
    RELAYDESK_TRY(hours);
    if (const int value = hours->toInt(&isNumber); isNumber && value > 0)
        settings.silenceHours = value;
    const auto turns = store.value(QStringLiteral("turns.most"));
    RELAYDESK_TRY(turns);
    if (const int value = turns->toInt(&isNumber); isNumber && value > 0)
        settings.mostTurns = value;
    return settings;
}

} // namespace relaydesk
