// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/confidencesum.h"
#include "models/desk/answertext.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

// Prior weights. Those of the text and of the history are centred: an ordinary answer nobody judged yet adds nothing,
// so that the matcher's calibrated term keeps meaning what it says.
constexpr double specificityWeight = 0.4;
constexpr double ordinarySpecificity = 0.7;
constexpr double certaintyWeight = 2.0;
constexpr double historyWeight = 3.0;
constexpr double ordinaryHistory = 2.0 / 3.0;
// A written answer has a base of its own and leans on how close the articles are and how much of it stands in them.
constexpr double writtenBase = -1.0;
constexpr double writtenSimilarityWeight = 4.0;
constexpr double writtenSimilarityMiddle = 0.45;
constexpr double groundingWeight = 2.5;
constexpr double groundingMiddle = 0.5;
constexpr double failedCheckWeight = -2.0;
constexpr double mostLogOdds = 100.0;

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

//! What a broken matcher might send must not become a score that is no number.
double finite(double x) { return std::isfinite(x) ? std::clamp(x, -mostLogOdds, mostLogOdds) : 0.0; }

double share(double x) { return std::clamp(finite(x), 0.0, 1.0); }

} // namespace

double successRate(const TrackRecord &record) { return (record.successes + 2.0) / (record.outcomes + 3.0); }

Confidence confidenceOf(const Evidence &evidence) {
    const bool written = evidence.grounding.has_value();
    const double closeness = share(evidence.similarity);
    const double similarity =
        finite(written ? writtenSimilarityWeight * (closeness - writtenSimilarityMiddle) : evidence.similarityLogOdds);
    const double specificity = specificityOf(evidence.answer);
    const double certainty = certaintyOf(evidence.answer);
    const double history = successRate(evidence.history);

    Confidence confidence;
    confidence.base = finite(written ? writtenBase : evidence.base);
    confidence.factors = {
        {QStringLiteral("similarity"), written ? closeness : sigmoid(confidence.base + similarity), similarity},
        {QStringLiteral("specificity"), specificity, specificityWeight * (specificity - ordinarySpecificity)},
        {QStringLiteral("certainty"), certainty, certaintyWeight * (certainty - 1.0)},
        {QStringLiteral("history"), history, historyWeight * (history - ordinaryHistory)},
    };
    if (written)
        confidence.factors.append({QStringLiteral("grounding"), share(*evidence.grounding),
                                   groundingWeight * (share(*evidence.grounding) - groundingMiddle)});
    for (const QString &check : evidence.failedChecks)
        confidence.factors.append({check, 0.0, failedCheckWeight});
    double sum = confidence.base;
    for (const Factor &factor : confidence.factors)
        sum += factor.logOdds;
    confidence.score = sigmoid(sum);
    return confidence;
}

} // namespace relaydesk
