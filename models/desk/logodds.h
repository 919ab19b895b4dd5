// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Between log-odds and probabilities.
#pragma once
#include <cmath>

namespace relaydesk {

//! 1 / (1 + e^-x): 0 to 1.
inline double sigmoid(double logOdds) { return 1 / (1 + std::exp(-logOdds)); }

//! ln(p / (1 - p)); p between 0 and 1, both excluded.
inline double logit(double p) { return std::log(p / (1 - p)); }

} // namespace relaydesk
