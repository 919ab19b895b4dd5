// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/logisticfit.h"
#include "models/desk/logodds.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace relaydesk {

namespace {

constexpr int mostSteps = 30;
constexpr double largestValue = 20;
using Weights = QVector<double>;

double dot(const Weights &one, const Weights &other) {
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

//! ln(1 + e^x) without overflow.
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

double loss(const QVector<LogisticCase> &cases, const Weights &weights) {
    double sum = 0;
    for (const LogisticCase &given : cases) {
        const double x = logOddsOf(weights, given);
        sum += given.right * softplus(-x) + (1 - given.right) * softplus(x);
    }
    return sum;
}

double objective(const QVector<LogisticCase> &cases, const LogisticPrior &prior, const Weights &weights) {
    double sum = loss(cases, weights);
    for (qsizetype i = 0; i < weights.size(); ++i)
        sum += prior.precision / 2 * (weights[i] - prior.mean[i]) * (weights[i] - prior.mean[i]);
    return sum;
}

struct Slope {
    Weights gradient;
    QVector<Weights> curvature;
};

Slope slopeAt(const QVector<LogisticCase> &cases, const LogisticPrior &prior, const Weights &weights) {
    const qsizetype size = weights.size();
    Slope slope{Weights(size, 0.0), QVector<Weights>(size, Weights(size, 0.0))};
    for (qsizetype i = 0; i < size; ++i) {
        slope.gradient[i] = prior.precision * (weights[i] - prior.mean[i]);
        slope.curvature[i][i] = prior.precision;
    }
    for (const LogisticCase &given : cases) {
        const double p = sigmoid(logOddsOf(weights, given));
        for (qsizetype i = 0; i < size; ++i) {
            slope.gradient[i] += (p - given.right) * given.values[i];
            for (qsizetype j = 0; j < size; ++j)
                slope.curvature[i][j] += p * (1 - p) * given.values[i] * given.values[j];
        }
    }
    return slope;
}

//! Gaussian elimination; the matrix is positive definite, as the prior stands on its diagonal.
Weights solved(QVector<Weights> matrix, Weights right) {
    const qsizetype size = right.size();
    for (qsizetype column = 0; column < size; ++column) {
        for (qsizetype row = column + 1; row < size; ++row) {
            const double factor = matrix[row][column] / matrix[column][column];
            for (qsizetype i = column; i < size; ++i)
                matrix[row][i] -= factor * matrix[column][i];
            right[row] -= factor * right[column];
        }
    }
    Weights solution(size, 0.0);
    for (qsizetype row = size; row-- > 0;) {
        double rest = right[row];
        for (qsizetype i = row + 1; i < size; ++i)
            rest -= matrix[row][i] * solution[i];
        solution[row] = rest / matrix[row][row];
    }
    return solution;
}

//! Half the step until the objective falls; the same weights where it never does.
Weights stepped(const QVector<LogisticCase> &cases, const LogisticPrior &prior, const Weights &weights) {
    const Slope slope = slopeAt(cases, prior, weights);
    const Weights step = solved(slope.curvature, slope.gradient);
    const double now = objective(cases, prior, weights);
    for (double length = 1; length > 1e-4; length /= 2) {
        Weights next = weights;
        for (qsizetype i = 0; i < next.size(); ++i)
            next[i] = std::clamp(weights[i] - length * step[i], prior.least[i], prior.most[i]);
        if (objective(cases, prior, next) < now)
            return next;
    }
    return weights;
}

bool isSound(const LogisticCase &given) {
    return std::isfinite(given.offset) && given.right >= 0 && given.right <= 1 &&
           std::all_of(given.values.begin(), given.values.end(),
                       [](double value) { return std::isfinite(value) && std::abs(value) <= largestValue; });
}

} // namespace

double logOddsOf(const QVector<double> &weights, const LogisticCase &given) {
    return given.offset + dot(weights, given.values);
}

QVector<double> fitLogistic(const QVector<LogisticCase> &cases, const LogisticPrior &prior) {
    QVector<LogisticCase> sound = cases;
    sound.removeIf([](const LogisticCase &given) { return !isSound(given); });
    Weights weights = prior.mean;
    for (int i = 0; i < mostSteps; ++i) {
        const Weights next = stepped(sound, prior, weights);
        if (next == weights)
            break;
        weights = next;
    }
    return loss(sound, weights) <= loss(sound, prior.mean) ? weights : prior.mean;
}

} // namespace relaydesk
