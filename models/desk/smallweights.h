// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The weights of what speaks for an answer beside the match: its text and its past.
#pragma once
#include "models/domain/confidence.h"
#include <QtCore/QVector>
#include <array>

namespace relaydesk {

//! Each factor's part of the log-odds is its weight times its value less the ordinary one (docs/CONFIDENCE.md), so that
//! an ordinary answer nobody has judged adds nothing.
struct SmallWeights {
    double specificity = 0.4;
    double certainty = 2.0;
    double history = 3.0;
    friend bool operator==(const SmallWeights &, const SmallWeights &) = default;
};

constexpr double ordinarySpecificity = 0.7;
constexpr double ordinaryCertainty = 1.0;
constexpr double ordinaryHistory = 2.0 / 3.0;

//! One judged answer: specificity, certainty and history less the ordinary ones, and the rest of its log-odds.
struct SmallCase {
    std::array<double, 3> values{};
    double offset = 0;
    bool right = false;
};

SmallCase smallCaseOf(const Confidence &confidence, bool right);
//! weights . values
double smallLogOdds(const SmallWeights &weights, const SmallCase &judged);

//! Logistic regression, maximum a posteriori: the shipped weights are the mean of the prior, with a precision of 25, so
//! that a few outcomes hardly move them. Damped Newton steps; each weight stays between 0 and twice the shipped one;
//! and where the result explains `cases` worse than the shipped weights, those stay.
SmallWeights fitSmallWeights(const QVector<SmallCase> &cases);

} // namespace relaydesk
