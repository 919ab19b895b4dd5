// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! From what speaks for each article to the order of the articles, and to how likely one is the answer.
#pragma once
#include "app/matching/gaussianevidence.h"
#include <array>
#include <cstddef>

namespace relaydesk {

constexpr std::size_t rankValueCount = 6;
using RankValues = std::array<double, rankValueCount>;

constexpr std::size_t calibrationFeatureCount = 12;
constexpr int cosineFeature = 5; //!< 0 without vectors, as the next one
constexpr int answerCosineFeature = 7;
using CalibrationFeatures = std::array<double, calibrationFeatureCount>;

//! P = sigmoid(weights . features + base): a logistic regression; docs/MATCHING.md says what it was fitted on.
struct Calibrator {
    RankValues rank;
    CalibrationFeatures weights;
    double base;
};

//! For questions and texts with sentence vectors; calibratorweights.cpp, written by script/fit-calibrator.
extern const Calibrator semanticCalibrator;
//! For words alone.
extern const Calibrator lexicalCalibrator;

//! ln(max(score, 0.02)), cosine, lexical, answerCosine - 0.55 (0 without an answer or vectors), answerLexical,
//! ln(1 + phrasings): what Calibrator::rank weighs in a conditional logit over the articles (D. McFadden, "Conditional
//! logit analysis of qualitative choice behavior", 1974). The process gives an article with many phrasings a larger
//! mean than one with a single phrasing that is just as right; the last value takes that back.
RankValues rankValues(const ArticleEvidence &article);

//! Larger is better; differences are log-odds of one article against another.
double articleRank(const Calibrator &calibrator, const ArticleEvidence &article);

//! The best of what speaks for the other articles.
struct CalibrationRivals {
    double score = 0;
    double rank = 0;
};

//! Over all articles but those at the two places; at least what an article with one phrasing has that nothing speaks
//! for.
CalibrationRivals calibrationRivals(const Calibrator &calibrator, const GaussianEvidence &evidence, std::size_t place,
                                    std::size_t further);

//! In the order of docs/MATCHING.md, section "Calibration"; every one within a few units of 0.
CalibrationFeatures calibrationFeatures(const Calibrator &calibrator, const GaussianEvidence &evidence,
                                        const ArticleEvidence &article, const CalibrationRivals &rivals);

//! weights . features, the part of the log-odds that comes from the match.
double calibratedLogOdds(const Calibrator &calibrator, const CalibrationFeatures &features);

double calibratedProbability(double logOdds); //!< sigmoid

} // namespace relaydesk
