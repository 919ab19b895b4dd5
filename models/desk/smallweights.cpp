// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/smallweights.h"
#include "models/desk/logodds.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr double precision = 25;
constexpr int mostSteps = 30;
using Triple = std::array<double, 3>;

Triple tripleOf(const SmallWeights &weights) { return {weights.specificity, weights.certainty, weights.history}; }
const Triple shipped = tripleOf({});

double dot(const Triple &one, const Triple &other) { return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]; }

//! ln(1 + e^x) without overflow.
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

double loss(const QVector<SmallCase> &cases, const Triple &weights) {
    double sum = 0;
    for (const SmallCase &judged : cases) {
        const double x = judged.offset + dot(weights, judged.values);
        sum += softplus(judged.right ? -x : x);
    }
    return sum;
}

double objective(const QVector<SmallCase> &cases, const Triple &weights) {
    double sum = loss(cases, weights);
    for (size_t i = 0; i < 3; ++i)
        sum += precision / 2 * (weights[i] - shipped[i]) * (weights[i] - shipped[i]);
    return sum;
}

struct Slope {
    Triple gradient{};
    std::array<Triple, 3> curvature{};
};

Slope slopeAt(const QVector<SmallCase> &cases, const Triple &weights) {
    Slope slope;
    for (size_t i = 0; i < 3; ++i) {
        slope.gradient[i] = precision * (weights[i] - shipped[i]);
        slope.curvature[i][i] = precision;
    }
    for (const SmallCase &judged : cases) {
        const double p = sigmoid(judged.offset + dot(weights, judged.values));
        for (size_t i = 0; i < 3; ++i) {
            slope.gradient[i] += (p - (judged.right ? 1 : 0)) * judged.values[i];
            for (size_t j = 0; j < 3; ++j)
                slope.curvature[i][j] += p * (1 - p) * judged.values[i] * judged.values[j];
        }
    }
    return slope;
}

//! Gaussian elimination; the matrix is positive definite, as the prior stands on its diagonal.
Triple solved(std::array<Triple, 3> matrix, Triple right) {
    for (size_t column = 0; column < 3; ++column) {
        for (size_t row = column + 1; row < 3; ++row) {
            const double factor = matrix[row][column] / matrix[column][column];
            for (size_t i = column; i < 3; ++i)
                matrix[row][i] -= factor * matrix[column][i];
            right[row] -= factor * right[column];
        }
    }
    Triple solution{};
    for (size_t row = 3; row-- > 0;) {
        double rest = right[row];
        for (size_t i = row + 1; i < 3; ++i)
            rest -= matrix[row][i] * solution[i];
        solution[row] = rest / matrix[row][row];
    }
    return solution;
}

//! Half the step until the objective falls; the same weights where it never does.
Triple stepped(const QVector<SmallCase> &cases, const Triple &weights) {
    const Slope slope = slopeAt(cases, weights);
    const Triple step = solved(slope.curvature, slope.gradient);
    const double now = objective(cases, weights);
    for (double length = 1; length > 1e-4; length /= 2) {
        Triple next{};
        for (size_t i = 0; i < 3; ++i)
            next[i] = std::clamp(weights[i] - length * step[i], 0.0, 2 * shipped[i]);
        if (objective(cases, next) < now)
            return next;
    }
    return weights;
}

bool isSound(const SmallCase &judged) {
    return std::isfinite(judged.offset) && std::all_of(judged.values.begin(), judged.values.end(), [](double value) {
               return std::isfinite(value) && std::abs(value) <= 1;
           });
}

} // namespace

SmallCase smallCaseOf(const Confidence &confidence, bool right) {
    SmallCase judged;
    judged.right = right;
    judged.offset = confidence.base;
    for (const Factor &factor : confidence.factors) {
        if (factor.name == QLatin1String("specificity"))
            judged.values[0] = factor.value - ordinarySpecificity;
        else if (factor.name == QLatin1String("certainty"))
            judged.values[1] = factor.value - ordinaryCertainty;
        else if (factor.name == QLatin1String("history"))
            judged.values[2] = factor.value - ordinaryHistory;
        else
            judged.offset += factor.logOdds;
    }
    return judged;
}

double smallLogOdds(const SmallWeights &weights, const SmallCase &judged) {
    return dot(tripleOf(weights), judged.values);
}

SmallWeights fitSmallWeights(const QVector<SmallCase> &cases) {
    QVector<SmallCase> sound = cases;
    sound.removeIf([](const SmallCase &judged) { return !isSound(judged); });
    Triple weights = shipped;
    for (int i = 0; i < mostSteps; ++i) {
        const Triple next = stepped(sound, weights);
        if (next == weights)
            break;
        weights = next;
    }
    if (!(loss(sound, weights) <= loss(sound, shipped)))
        return {};
    return {weights[0], weights[1], weights[2]};
}

} // namespace relaydesk
