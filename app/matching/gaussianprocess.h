// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Gaussian process regression, solved for one question.
#pragma once
#include <Eigen/Dense>

namespace relaydesk {

//! What n observations say about one further point with kernel row k and k(x, x) = 1.
struct GaussianPosterior {
    Eigen::VectorXd weights; //!< (K + N)^-1 k: the mean is their product with the observed values
    double variance = 1;     //!< 1 - k^T (K + N)^-1 k, between 0 and 1: how much is still open
};

//! `kernel` is K (n x n; its lower triangle is read), `noise` the diagonal of N (n, each above 0), `row` k (n).
//! C. E. Rasmussen, C. K. I. Williams, "Gaussian Processes for Machine Learning", 2006, equations 2.25 and 2.26.
//! Not finite, or no Cholesky factor to be had: no weights, variance 1.
GaussianPosterior gaussianPosterior(const Eigen::MatrixXd &kernel, const Eigen::VectorXd &noise,
                                    const Eigen::VectorXd &row);

} // namespace relaydesk
