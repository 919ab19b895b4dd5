// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
// Written by script/fit-calibrator; not to be edited by hand.
#include "app/matching/calibrator.h"

namespace relaydesk {

const Calibrator semanticCalibrator = {
    {2.3146, 3.0379, 1.3655, 3.6264, -0.3941, -2.8321},
    {1.4294, 2.8279, -0.6289, -0.4707, 3.6154, 0.9499, 0.2528, 0.5248, -0.1557, -0.8920, -0.3486, 0.5864},
    -8.7078};
const Calibrator lexicalCalibrator = {
    {1.9116, 0.0000, 4.4535, 0.0000, 1.5583, -1.8205},
    {0.5199, 3.2601, -0.5690, -0.9925, 1.4676, 0.0000, 0.4496, 0.0000, -0.0677, -1.1856, -0.6791, 1.0265},
    -3.3328};

} // namespace relaydesk
