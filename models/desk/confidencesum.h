// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts the confidence together from its named factors: logit(score) = base + sum of their log-odds.
#pragma once
#include "models/desk/writtenweights.h"
#include "models/domain/article.h"
#include "models/domain/confidence.h"
#include <optional>

namespace relaydesk {

//! What is known about one possible answer.
struct Evidence {
    double base = 0;              //!< log-odds before any factor (stored answers: the matcher's)
    double similarityLogOdds = 0; //!< the matcher's calibrated term (stored answers)
    double similarity = 0;        //!< 0 to 1, of the closest article (written answers)
    QString answer;
    TrackRecord history;
    std::optional<double> grounding; //!< share of the checks passed: set for an answer the model wrote
    QStringList failedChecks;        //!< of such an answer, by name: each is a factor
};

//! Method and prior weights: docs/CONFIDENCE.md. The factors always come in the same order.
//! `weights` are those of a stored answer, `written` those of one that a model wrote.
Confidence confidenceOf(const Evidence &evidence, const SmallWeights &weights = {}, const WrittenWeights &written = {});

//! (successes + 2) / (outcomes + 3): 2/3 for an answer nobody has judged yet.
double successRate(const TrackRecord &record);

} // namespace relaydesk
