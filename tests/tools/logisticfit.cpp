// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/logisticfit.h"
#include <cmath>
#include <functional>

namespace relaydesk {

namespace {

struct Slope {
    double objective = 0;
    Eigen::VectorXd gradient;
    Eigen::MatrixXd curvature;
};

//! Newton's method on a convex objective; a step that does not lower it is halved.
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

} // namespace

Eigen::VectorXd fitChoice(const std::vector<Choice> &choices, double precision) {
    const Eigen::Index count = choices.front().values.cols();
    return descend(Eigen::VectorXd::Zero(count), [&](const Eigen::VectorXd &weights) {
        Slope slope = {precision / 2 * weights.squaredNorm(), precision * weights,
                       precision * Eigen::MatrixXd::Identity(count, count)};
        for (const Choice &choice : choices) {
            const Eigen::VectorXd utility = choice.values * weights;
            Eigen::VectorXd share = (utility.array() - utility.maxCoeff()).exp();
            const double sum = share.sum();
            share /= sum;
            slope.objective += std::log(sum) + utility.maxCoeff() - utility[choice.right];
            const Eigen::VectorXd mean = choice.values.transpose() * share;
            slope.gradient += mean - choice.values.row(choice.right).transpose();
            slope.curvature += choice.values.transpose() * share.asDiagonal() * choice.values - mean * mean.transpose();
        }
        return slope;
    });
}

Eigen::VectorXd fitLogistic(const Eigen::MatrixXd &features, const Eigen::VectorXd &labels, double precision) {
    const Eigen::Index count = features.cols();
    Eigen::VectorXd prior = Eigen::VectorXd::Constant(count, precision);
    prior[count - 1] = 1e-3;
    return descend(Eigen::VectorXd::Zero(count), [&](const Eigen::VectorXd &weights) {
        const Eigen::ArrayXd logit = (features * weights).array();
        const Eigen::ArrayXd chance = 1 / (1 + (-logit).exp());
        Slope slope;
        // -ln P(label) = ln(1 + exp(-|z|)) + max(z, 0) - label * z
        slope.objective = ((1 + (-logit.abs()).exp()).log() + logit.max(0) - labels.array() * logit).sum() +
                          (prior.array() * weights.array().square()).sum() / 2;
        slope.gradient =
            features.transpose() * (chance - labels.array()).matrix() + (prior.array() * weights.array()).matrix();
        slope.curvature = features.transpose() * (chance * (1 - chance)).matrix().asDiagonal() * features;
        slope.curvature.diagonal() += prior;
        return slope;
    });
}

} // namespace relaydesk
