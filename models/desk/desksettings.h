// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The settings of the desk that are kept in its database, each with its default, declared once.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct DeskSettings {
    double bar = 0.60;            //!< handoff.bar: the fixed bar, 0 to 1
    bool followsPrecision = true; //!< bar.mode, precision or fixed: whether the bar follows from `precision`
    double precision = 0.95;      //!< bar.precision: of the answers that go out, so many should be right, 0.5 to 0.999
    bool asksBack = true;         //!< choices.mode, ask or off: "Did you mean …?" between answer and hand-off
    double auditShare = 0.01;     //!< audit.share: of the answers go to an agent for a verdict, 0 to 1
    bool learnDirectly = true; //!< an agent's answer goes straight into the knowledge where nothing speaks against it
    int mostTurns = 6;         //!< of the assistant in one episode, then a person takes over
    int silenceHours = 24;     //!< after which a conversation with the assistant closes unconfirmed
    friend bool operator==(const DeskSettings &, const DeskSettings &) = default;
};

//! Values that cannot be read as what they are fall back to their default.
Result<DeskSettings> readSettings(const SettingStore &store);

} // namespace relaydesk
