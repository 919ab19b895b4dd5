// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/choicefit.h"
#include "app/matching/logisticfit.h"
#include <cmath>

namespace relaydesk {

Eigen::VectorXd fitChoice(const std::vector<ChoiceCase> &choices, double precision) {
    const Eigen::Index count = choices.front().values.cols();
    return descend(Eigen::VectorXd::Zero(count), [&](const Eigen::VectorXd &weights) {
        Slope slope = {precision / 2 * weights.squaredNorm(), precision * weights,
                       precision * Eigen::MatrixXd::Identity(count, count)};
        for (const ChoiceCase &choice : choices) {
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

} // namespace relaydesk
