// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The settings of the desk that are kept in its database, each with its default, declared once.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct DeskSettings {
    double bar = 0.60;         //!< confidence from which a customer gets the answer, 0 to 1
    bool learnDirectly = true; //!< an agent's answer goes straight into the knowledge where nothing speaks against it
    int mostTurns = 6;         //!< of the assistant in one episode, then a person takes over
    int silenceHours = 24;     //!< after which a conversation with the assistant closes unconfirmed
    friend bool operator==(const DeskSettings &, const DeskSettings &) = default;
};

//! Values that cannot be read as what they are fall back to their default.
Result<DeskSettings> readSettings(const SettingStore &store);

} // namespace relaydesk
