// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Written by script/fit-calibrator; not to be edited by hand.
#include "app/matching/calibrator.h"

namespace relaydesk {

const Calibrator semanticCalibrator = {
    {2.68, 1.76, 0.85, 2.69, 1.0, -2.77},
    {0.9307, 2.6059, -0.7936, -1.6600, 3.6765, 0.9985, 0.2480, 0.5437, -0.2838, -1.2413, -0.5219, 0.9906},
    -7.6328};
const Calibrator lexicalCalibrator = {
    {2.0, 0.0000, 3.0, 0.0000, 1.5, -2.0},
    {0.3696, 3.1121, -0.7781, -1.4746, 1.6396, 0.0000, 0.5645, 0.0000, -0.0246, -1.0947, -0.6640, 0.9819},
    -3.2457};

} // namespace relaydesk
