// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whether a language model is asked to help the agent with each ticket that opens (see HandoffHelp).
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

//! "off": not asked; anything else: asked.
inline constexpr char handoffHelpSetting[] = "assistant.help";

inline Result<bool> readHandoffHelp(const SettingStore &store) {
    return store.value(QLatin1String(handoffHelpSetting)).map([](const QString &value) { return value != u"off"; });
}

} // namespace relaydesk
