// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Written by script/fit-calibrator; not to be edited by hand.
#include "app/matching/calibrator.h"

namespace relaydesk {

const CalibratorWeights semanticCalibrator = {{2.725, -.350, -2.068, 2.064, .454, .399, .933, .5, -1.898, -.794, 2.198},
                                              -4.147};
const CalibratorWeights lexicalCalibrator = {{2.725, -.350, -2.068, 2.064, 0, 0, .933, 0, -1.898, -.794, 2.198},
                                             -4.147};

} // namespace relaydesk
