// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/tone.h"

namespace relaydesk {

ToneColours coloursOf(Tone tone, const Tokens &tokens) {
    switch (tone) {
    case Tone::Neutral:
        return {tokens.muted, tokens.bubble};
    case Tone::Accent:
        return {tokens.accent, tokens.accentSoft};
    case Tone::Assistant:
        return {tokens.assistant, tokens.assistantSoft};
    case Tone::People:
        return {tokens.people, tokens.peopleSoft};
    case Tone::Good:
        return {tokens.good, tokens.goodSoft};
    case Tone::Warning:
        return {tokens.warning, tokens.warningSoft};
    case Tone::Bad:
        return {tokens.bad, tokens.badSoft};
    }
    return {tokens.ink, tokens.bubble};
}

Tone toneOf(HandoffCategory category) {
    switch (category) {
    case HandoffCategory::LowConfidence:
    case HandoffCategory::Ambiguous:
    case HandoffCategory::Frustration:
    case HandoffCategory::ModelFailure:
        return Tone::Bad;
    case HandoffCategory::CustomerRequest:
    case HandoffCategory::TakenOver:
        return Tone::People;
    case HandoffCategory::Repetition:
    case HandoffCategory::NotSolved:
    case HandoffCategory::SensitiveTopic:
    case HandoffCategory::Policy:
    case HandoffCategory::MissingKnowledge:
        return Tone::Warning;
    case HandoffCategory::TurnLimit:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

} // namespace relaydesk
