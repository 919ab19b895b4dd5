// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a coloured thing means, and the two colours that say so.
#pragma once
#include "models/domain/handoff.h"
#include "ui/theme/tokens.h"

namespace relaydesk {

enum class Tone { Neutral, Accent, Assistant, People, Good, Warning, Bad };

struct ToneColours {
    QColor ink;
    QColor soft;
};

ToneColours coloursOf(Tone tone, const Tokens &tokens);
//! Assistant's doubts are bad news, a wish for a person is about people, a rule is a warning.
Tone toneOf(HandoffCategory category);

} // namespace relaydesk
