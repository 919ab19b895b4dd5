// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/gaussianprocess.h"
#include <algorithm>

namespace relaydesk {

GaussianPosterior gaussianPosterior(const Eigen::MatrixXd &kernel, const Eigen::VectorXd &noise,
                                    const Eigen::VectorXd &row) {
    if (row.size() == 0 || !row.allFinite())
        return {};
    Eigen::MatrixXd noisy = kernel;
    noisy.diagonal() += noise;
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factor(noisy);
    if (factor.info() != Eigen::Success)
        return {};
    GaussianPosterior posterior;
    posterior.weights = factor.solve(row);
    if (!posterior.weights.allFinite())
        return {};
    posterior.variance = std::clamp(1.0 - row.dot(posterior.weights), 0.0, 1.0);
    return posterior;
}

} // namespace relaydesk
