// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/logisticfit.h"
#include <cmath>

namespace relaydesk {

namespace {
//! Of each case: -ln P(label) = ln(1 + exp(-|z|)) + max(z, 0) - label * z.
Eigen::ArrayXd losses(const LogisticCases &cases, const Eigen::ArrayXd &logit) {
    return (1 + (-logit.abs()).exp()).log() + logit.max(0) - cases.labels.array() * logit;
}
} // namespace

Eigen::VectorXd descend(Eigen::VectorXd weights, const std::function<Slope(const Eigen::VectorXd &)> &slope) {
    Slope here = slope(weights);
    for (int step = 0; step < 50; ++step) {
        const Eigen::VectorXd direction = here.curvature.ldlt().solve(here.gradient);
        double length = 1;
        Slope there = slope(weights - direction);
        while (!(there.objective <= here.objective) && length > 1e-6) {
            length /= 2;
            there = slope(weights - length * direction);
        }
        if (!(there.objective <= here.objective))
            break;
        weights -= length * direction;
        const bool settled = here.objective - there.objective < 1e-9 * std::abs(here.objective);
        here = there;
        if (settled)
            break;
    }
    return weights;
}

Eigen::VectorXd fitLogistic(const LogisticCases &cases, const LogisticPrior &prior) {
    const Eigen::VectorXd weights = descend(prior.mean, [&](const Eigen::VectorXd &at) {
        const Eigen::ArrayXd logit = (cases.features * at + cases.offsets).array();
        const Eigen::ArrayXd chance = 1 / (1 + (-logit).exp());
        const Eigen::ArrayXd away = (at - prior.mean).array();
        Slope slope;
        slope.objective = losses(cases, logit).sum() + (prior.precision.array() * away.square()).sum() / 2;
        slope.gradient = cases.features.transpose() * (chance - cases.labels.array()).matrix() +
                         (prior.precision.array() * away).matrix();
        slope.curvature = cases.features.transpose() * (chance * (1 - chance)).matrix().asDiagonal() * cases.features;
        slope.curvature.diagonal() += prior.precision;
        return slope;
    });
    return weights.allFinite() ? weights : prior.mean;
}

double logisticLoss(const LogisticCases &cases, const Eigen::VectorXd &weights) {
    return losses(cases, (cases.features * weights + cases.offsets).array()).mean();
}

} // namespace relaydesk
