// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/desksettings.h"

namespace relaydesk {

namespace {

//! The stored number where it is one from `least` to `most`; else `value` stays.
Result<void> read(const SettingStore &store, const QString &key, double least, double most, double &value) {
    const auto stored = store.value(key);
    RELAYDESK_TRY(stored);
    bool isNumber = false;
    if (const double number = stored->toDouble(&isNumber); isNumber && number >= least && number <= most)
        value = number;
    return {};
}

Result<void> read(const SettingStore &store, const QString &key, int &value) {
    const auto stored = store.value(key);
    RELAYDESK_TRY(stored);
    bool isNumber = false;
    if (const int number = stored->toInt(&isNumber); isNumber && number > 0)
        value = number;
    return {};
}

//! On unless it says `off`.
Result<void> read(const SettingStore &store, const QString &key, QLatin1String off, bool &value) {
    const auto stored = store.value(key);
    RELAYDESK_TRY(stored);
    value = *stored != off;
    return {};
}

} // namespace

Result<DeskSettings> readSettings(const SettingStore &store) {
    DeskSettings settings;
    RELAYDESK_TRY(read(store, QStringLiteral("handoff.bar"), 0, 1, settings.bar));
    RELAYDESK_TRY(read(store, QStringLiteral("bar.mode"), QLatin1String("fixed"), settings.followsPrecision));
    RELAYDESK_TRY(read(store, QStringLiteral("bar.precision"), 0.5, 0.999, settings.precision));
    RELAYDESK_TRY(read(store, QStringLiteral("choices.mode"), QLatin1String("off"), settings.asksBack));
    RELAYDESK_TRY(read(store, QStringLiteral("audit.share"), 0, 1, settings.auditShare));
    RELAYDESK_TRY(read(store, QStringLiteral("learning.mode"), QLatin1String("review"), settings.learnDirectly));
    RELAYDESK_TRY(read(store, QStringLiteral("silence.hours"), settings.silenceHours));
    RELAYDESK_TRY(read(store, QStringLiteral("turns.most"), settings.mostTurns));
    return settings;
}

} // namespace relaydesk
