// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! From what speaks for an article to how likely it is that it answers the question.
#pragma once
#include "app/matching/gaussianevidence.h"
#include <QtCore/QVector>
#include <array>
#include <cstddef>

namespace relaydesk {

//! The best of what speaks for the other articles.
struct CalibrationRivals {
    double score = 0;
    double cosine = 0;
    double lexical = 0;
};

constexpr std::size_t calibrationFeatureCount = 11;
using CalibrationFeatures = std::array<double, calibrationFeatureCount>;

//! P = sigmoid(weights . features + base): a logistic regression, see docs/MATCHING.md for what it was fitted on.
struct CalibratorWeights {
    CalibrationFeatures weights;
    double base;
};

//! For questions and texts with sentence vectors; calibratorweights.cpp, written by script/fit-calibrator.
extern const CalibratorWeights semanticCalibrator;
//! For words alone.
extern const CalibratorWeights lexicalCalibrator;

//! Over all articles but those at the two places (any other number: none left out).
CalibrationRivals calibrationRivals(const GaussianEvidence &evidence, std::size_t place, std::size_t further);

//! In the order of docs/MATCHING.md, section "Calibration"; every one within a few units of 0.
CalibrationFeatures calibrationFeatures(const GaussianEvidence &evidence, const ArticleEvidence &article,
                                        const CalibrationRivals &rivals);

//! weights . features, the part of the log-odds that comes from the match.
double calibratedLogOdds(const CalibratorWeights &calibrator, const CalibrationFeatures &features);

double calibratedProbability(double logOdds); //!< sigmoid

} // namespace relaydesk
