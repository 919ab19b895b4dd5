// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/smallweights.h"
#include "models/desk/logisticfit.h"

namespace relaydesk {

namespace {

constexpr double precision = 25;

//! Between nothing and twice the shipped weight.
LogisticPrior prior() {
    const SmallWeights shipped;
    LogisticPrior prior{{shipped.specificity, shipped.certainty, shipped.history}, {0, 0, 0}, {}, precision};
    for (const double weight : std::as_const(prior.mean))
        prior.most += 2 * weight;
    return prior;
}

LogisticCase caseOf(const SmallCase &judged) {
    return {{judged.values.begin(), judged.values.end()}, judged.offset, judged.right ? 1.0 : 0.0};
}

} // namespace

SmallCase smallCaseOf(const Confidence &confidence, bool right) {
    SmallCase judged;
    judged.right = right;
    judged.offset = confidence.base;
    for (const Factor &factor : confidence.factors) {
        if (factor.name == QLatin1String("specificity"))
            judged.values[0] = factor.value - ordinarySpecificity;
        else if (factor.name == QLatin1String("certainty"))
            judged.values[1] = factor.value - ordinaryCertainty;
        else if (factor.name == QLatin1String("history"))
            judged.values[2] = factor.value - ordinaryHistory;
        else
            judged.offset += factor.logOdds;
    }
    return judged;
}

double smallLogOdds(const SmallWeights &weights, const SmallCase &judged) {
    return weights.specificity * judged.values[0] + weights.certainty * judged.values[1] +
           weights.history * judged.values[2];
}

SmallWeights fitSmallWeights(const QVector<SmallCase> &cases) {
    QVector<LogisticCase> given;
    for (const SmallCase &judged : cases)
        given += caseOf(judged);
    const QVector<double> fitted = fitLogistic(given, prior());
    return {fitted[0], fitted[1], fitted[2]};
}

} // namespace relaydesk
