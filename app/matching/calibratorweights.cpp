// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Written by script/fit-calibrator; not to be edited by hand.
#include "app/matching/calibrator.h"

namespace relaydesk {

const Calibrator semanticCalibrator = {
    {1.9384, 4.9261, 2.1393, 2.5774, 0.5752, -2.5196},
    {1.2306, 2.1747, -0.3512, -0.9179, 2.4284, 1.0451, 0.2868, 0.5746, -0.2206, -1.0767, -0.5791, 0.9295},
    -5.6707};
const Calibrator lexicalCalibrator = {
    {1.8739, 0.0000, 4.5728, 0.0000, 1.0188, -1.8714},
    {0.8271, 3.1547, -0.7982, -0.7680, 1.3444, 0.0000, 0.5541, 0.0000, -0.1822, -0.9232, -0.6674, 0.7783},
    -3.0473};

} // namespace relaydesk
