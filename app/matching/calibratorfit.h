// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The calibrator after a desk's own verified outcomes.
#pragma once
#include "app/matching/calibrator.h"
#include "models/domain/matcher.h"

namespace relaydesk {

struct CalibratorFit {
    Calibrator calibrator;
    int used = 0; //!< cases
};

//! P = sigmoid(weights . features + base + offset), most probable after the cases, with a Gaussian prior of precision 4
//! around the weights and the base of `shipped` (its order of the articles stays). Features and offsets are bounded;
//! a case with another number of features or one that is not finite is left out. Never a larger loss on the cases than
//! `shipped` has: else that is what comes back.
CalibratorFit refittedCalibrator(const Calibrator &shipped, const QVector<CalibrationCase> &cases);

} // namespace relaydesk
