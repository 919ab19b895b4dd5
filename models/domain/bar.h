// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The confidence from which a customer gets an answer, and why it stands where it stands.
#pragma once
#include "models/domain/names.h"

namespace relaydesk {

enum class BarRule {
    Fixed,     //!< a person fixed it
    Thin,      //!< a precision is wanted, but too few verified outcomes exist: the fixed one meanwhile
    Precision, //!< it follows from the precision wanted and the desk's own history
};

template <>
struct Names<BarRule> {
    static constexpr std::array<Name<BarRule>, 3> all{
        {{BarRule::Fixed, "fixed"}, {BarRule::Thin, "thin"}, {BarRule::Precision, "precision"}}};
};

struct BarGround {
    BarRule rule = BarRule::Fixed;
    double wanted = 0; //!< the precision, 0 to 1; 0 for a fixed bar
    int outcomes = 0;  //!< verified ones of the desk when the bar was set
    int judged = 0;    //!< of those, answers at or over the bar that somebody judged without being chosen by it
    int right = 0;     //!< of `judged`
    friend bool operator==(const BarGround &, const BarGround &) = default;
};

struct Bar {
    double value = 0.60; //!< 0 to 1
    BarGround ground;
    friend bool operator==(const Bar &, const Bar &) = default;
};

} // namespace relaydesk
