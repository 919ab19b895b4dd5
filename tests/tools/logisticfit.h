// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The two small regressions behind the calibrator, both by damped Newton steps.
#pragma once
#include <Eigen/Dense>
#include <vector>

namespace relaydesk {

//! Values of the choices (one a row) and which of them was right.
struct Choice {
    Eigen::MatrixXd values;
    Eigen::Index right = 0;
};

//! Weights w that make softmax(values * w) likeliest, with a Gaussian prior of mean 0 and the given precision.
Eigen::VectorXd fitChoice(const std::vector<Choice> &choices, double precision);

//! Weights of P = sigmoid(features . w), likeliest for `labels` (0 or 1), with a Gaussian prior of mean 0 and
//! `precision` for every weight but the last, which is the constant's. Steps are halved until the objective falls.
Eigen::VectorXd fitLogistic(const Eigen::MatrixXd &features, const Eigen::VectorXd &labels, double precision);

} // namespace relaydesk
