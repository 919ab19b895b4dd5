// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the bar stands: a pure function of what the desk was sure of lately and of the precision wanted.
#pragma once
#include "models/domain/bar.h"
#include <QtCore/QVector>

namespace relaydesk {

constexpr int outcomesForPrecision = 50; //!< verified ones; with fewer the fixed bar holds
constexpr int recentScores = 600;        //!< top candidates the bar is read from
constexpr double lowestBar = 0.5;

//! The lowest P of `scores` (0 to 1, any order) such that the mean of all that reach it is at least `wanted` + 0.005;
//! never under `lowestBar`. Where none will do: `wanted` + 0.005 itself, at most 1.
double barForPrecision(const QVector<double> &scores, double wanted);

} // namespace relaydesk
