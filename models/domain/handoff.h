// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Why a conversation went to a person.
#pragma once
#include "models/domain/names.h"

namespace relaydesk {

enum class HandoffCategory {
    LowConfidence,
    Ambiguous,
    CustomerRequest,
    Frustration,
    Repetition,
    SensitiveTopic,
    MissingKnowledge,
    Policy,
    ModelFailure,
    TurnLimit,
    TakenOver,
    NotSolved,
};

template <>
struct Names<HandoffCategory> {
    static constexpr std::array<Name<HandoffCategory>, 12> all{{
        {HandoffCategory::LowConfidence, "low_confidence"},
        {HandoffCategory::Ambiguous, "ambiguous"},
        {HandoffCategory::CustomerRequest, "customer_request"},
        {HandoffCategory::Frustration, "frustration"},
        {HandoffCategory::Repetition, "repetition"},
        {HandoffCategory::SensitiveTopic, "sensitive_topic"},
        {HandoffCategory::MissingKnowledge, "missing_knowledge"},
        {HandoffCategory::Policy, "policy"},
        {HandoffCategory::ModelFailure, "model_failure"},
        {HandoffCategory::TurnLimit, "turn_limit"},
        {HandoffCategory::TakenOver, "taken_over"}, //!< an agent stepped in unasked
        {HandoffCategory::NotSolved, "not_solved"}, //!< the customer said so of an answer
    }};
};

struct HandoffReason {
    HandoffCategory category = HandoffCategory::LowConfidence;
    QString sentence; //!< for the agent: the reason first, then the number
    friend bool operator==(const HandoffReason &, const HandoffReason &) = default;
};

} // namespace relaydesk
