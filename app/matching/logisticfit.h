// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Damped Newton steps, and the logistic regression that is fitted with them.
#pragma once
#include <Eigen/Dense>
#include <functional>

namespace relaydesk {

//! A convex objective and its derivatives at one place.
struct Slope {
    double objective = 0;
    Eigen::VectorXd gradient;
    Eigen::MatrixXd curvature;
};

//! Newton's method; a step that does not lower the objective is halved, and the last place that did is kept. Never ends
//! above the objective it began with.
Eigen::VectorXd descend(Eigen::VectorXd weights, const std::function<Slope(const Eigen::VectorXd &)> &slope);

//! What P = sigmoid(features . weights + offsets) is fitted on: one row a case.
struct LogisticCases {
    Eigen::MatrixXd features;
    Eigen::VectorXd offsets;
    Eigen::VectorXd labels; //!< 0 or 1
};

//! Gaussian, each weight by itself; a precision is one over the variance.
struct LogisticPrior {
    Eigen::VectorXd mean;
    Eigen::VectorXd precision;
};

//! The likeliest weights after both; where the mathematics gives none, the prior's mean.
Eigen::VectorXd fitLogistic(const LogisticCases &cases, const LogisticPrior &prior);

//! Mean of -ln P(label), in nats.
double logisticLoss(const LogisticCases &cases, const Eigen::VectorXd &weights);

} // namespace relaydesk
