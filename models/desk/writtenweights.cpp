// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/writtenweights.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr double precision = 4;
constexpr double furthestBase = 2;

LogisticPrior prior() {
    LogisticPrior prior{numbersOf({}), {}, {}, precision};
    for (const double weight : std::as_const(prior.mean)) {
        prior.least += std::min(0.0, 2 * weight);
        prior.most += std::max(0.0, 2 * weight);
    }
    prior.least[0] = prior.mean[0] - furthestBase;
    prior.most[0] = prior.mean[0] + furthestBase;
    return prior;
}

//! What an ordinary answer has of each factor, in the order of the weights.
struct Middle {
    const char *factor;
    double value;
};
constexpr Middle middles[] = {{"similarity", writtenSimilarityMiddle},
                              {"specificity", ordinarySpecificity},
                              {"certainty", ordinaryCertainty},
                              {"history", ordinaryHistory},
                              {"grounding", groundingMiddle}};

} // namespace

LogisticCase writtenCaseOf(const Confidence &confidence, double right) {
    LogisticCase judged{{1, 0, 0, 0, 0, 0, 0}, 0, right};
    for (const Factor &factor : confidence.factors) {
        const auto *middle = std::find_if(std::begin(middles), std::end(middles), [&](const Middle &each) {
            return factor.name == QLatin1String(each.factor);
        });
        if (middle == std::end(middles))
            judged.values.last() += 1; // a check that failed
        else
            judged.values[1 + (middle - std::begin(middles))] = factor.value - middle->value;
    }
    return judged;
}

WrittenWeights fitWrittenWeights(const QVector<LogisticCase> &cases) {
    return writtenWeightsFrom(fitLogistic(cases, prior()));
}

QVector<double> numbersOf(const WrittenWeights &weights) {
    return {weights.base,    weights.similarity, weights.specificity, weights.certainty,
            weights.history, weights.grounding,  weights.failedCheck};
}

WrittenWeights writtenWeightsFrom(const QVector<double> &numbers) {
    if (numbers.size() != numbersOf({}).size())
        return {};
    return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]};
}

} // namespace relaydesk
