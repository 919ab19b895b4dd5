// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The conditional logit behind the order of the articles.
#pragma once
#include <Eigen/Dense>
#include <vector>

namespace relaydesk {

//! Values of the choices (one a row) and which of them was right.
struct ChoiceCase {
    Eigen::MatrixXd values;
    Eigen::Index right = 0;
};

//! Weights w that make softmax(values * w) likeliest, with a Gaussian prior of mean 0 and the given precision.
Eigen::VectorXd fitChoice(const std::vector<ChoiceCase> &choices, double precision);

} // namespace relaydesk
