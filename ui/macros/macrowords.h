// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a macro does, in words for agents.
#pragma once
#include "models/desk/macros.h"

namespace relaydesk {

QString deedWords(MacroDeed deed); //!< "Add tags"
QString valueHint(MacroDeed deed); //!< what its value may be; empty: it has none
//! "adds the tag refund, resolves"; empty where there are none.
QString actionWords(const QVector<MacroAction> &actions);

} // namespace relaydesk
