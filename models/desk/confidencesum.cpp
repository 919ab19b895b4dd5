// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/confidencesum.h"
#include "models/desk/answertext.h"
#include "models/desk/logodds.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr double mostLogOdds = 100.0;

//! What a broken matcher might send must not become a score that is no number.
double finite(double x) { return std::isfinite(x) ? std::clamp(x, -mostLogOdds, mostLogOdds) : 0.0; }

double share(double x) { return std::clamp(finite(x), 0.0, 1.0); }

} // namespace

double successRate(const TrackRecord &record) { return (record.successes + 2.0) / (record.outcomes + 3.0); }

//! A written answer has a base of its own and leans on how close the articles are and how much of it stands in them.
Confidence confidenceOf(const Evidence &evidence, const SmallWeights &stored, const WrittenWeights &own) {
    const bool written = evidence.grounding.has_value();
    const SmallWeights weights = written ? SmallWeights{own.specificity, own.certainty, own.history} : stored;
    const double closeness = share(evidence.similarity);
    const double similarity =
        finite(written ? own.similarity * (closeness - writtenSimilarityMiddle) : evidence.similarityLogOdds);
    const double specificity = specificityOf(evidence.answer);
    const double certainty = certaintyOf(evidence.answer);
    const double history = successRate(evidence.history);

    Confidence confidence;
    confidence.base = finite(written ? own.base : evidence.base);
    confidence.factors = {
        {QStringLiteral("similarity"), written ? closeness : sigmoid(confidence.base + similarity), similarity},
        {QStringLiteral("specificity"), specificity, weights.specificity * (specificity - ordinarySpecificity)},
        {QStringLiteral("certainty"), certainty, weights.certainty * (certainty - ordinaryCertainty)},
        {QStringLiteral("history"), history, weights.history * (history - ordinaryHistory)},
    };
    if (written)
        confidence.factors.append({QStringLiteral("grounding"), share(*evidence.grounding),
                                   own.grounding * (share(*evidence.grounding) - groundingMiddle)});
    for (const QString &check : evidence.failedChecks)
        confidence.factors.append({check, 0.0, own.failedCheck});
    double sum = confidence.base;
    for (const Factor &factor : confidence.factors)
        sum += factor.logOdds;
    confidence.score = sigmoid(sum);
    return confidence;
}

} // namespace relaydesk
