// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The weights of what speaks for an answer that a model wrote.
#pragma once
#include "models/desk/logisticfit.h"
#include "models/desk/smallweights.h"

namespace relaydesk {

//! Shipped: priors set by hand (docs/CONFIDENCE.md). Each factor's part is its weight times its value less the middle.
struct WrittenWeights {
    double base = -1.0;
    double similarity = 4.0;
    double specificity = 0.4;
    double certainty = 2.0;
    double history = 3.0;
    double grounding = 2.5;
    double failedCheck = -2.0; //!< for each check that failed
    friend bool operator==(const WrittenWeights &, const WrittenWeights &) = default;
};

constexpr double writtenSimilarityMiddle = 0.45;
constexpr double groundingMiddle = 0.5;

//! One judged answer; `right`: 1 or 0, or of a draft that an agent changed the share that stayed.
LogisticCase writtenCaseOf(const Confidence &confidence, double right);

//! Maximum a posteriori: the shipped weights are the mean of the prior, with a precision of 4. The base stays within 2
//! of the shipped one, each weight between 0 and twice the shipped one.
WrittenWeights fitWrittenWeights(const QVector<LogisticCase> &cases);

//! In the order of the struct, as they stand in an event.
QVector<double> numbersOf(const WrittenWeights &weights);
//! The shipped ones where `numbers` are not as many.
WrittenWeights writtenWeightsFrom(const QVector<double> &numbers);

} // namespace relaydesk
