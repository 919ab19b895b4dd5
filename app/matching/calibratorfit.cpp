// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/calibratorfit.h"
#include "app/matching/logisticfit.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

constexpr auto featureCount = static_cast<Eigen::Index>(calibrationFeatureCount);
constexpr double precision = 4;
constexpr double mostFeature = 10; //!< features lie within a few units of 0
constexpr double mostOffset = 20;  //!< log-odds

bool isUsable(const CalibrationCase &one) {
    return one.features.size() == featureCount && std::isfinite(one.offset) &&
           std::all_of(one.features.begin(), one.features.end(), [](double value) { return std::isfinite(value); });
}

//! The base is the weight of a last feature that is always 1.
LogisticCases tableOf(const QVector<CalibrationCase> &cases) {
    const auto rows = static_cast<Eigen::Index>(std::count_if(cases.begin(), cases.end(), isUsable));
    LogisticCases table{Eigen::MatrixXd::Ones(rows, featureCount + 1), Eigen::VectorXd(rows), Eigen::VectorXd(rows)};
    Eigen::Index row = 0;
    for (const CalibrationCase &one : cases) {
        if (!isUsable(one))
            continue;
        for (Eigen::Index column = 0; column < featureCount; ++column)
            table.features(row, column) = std::clamp(one.features[column], -mostFeature, mostFeature);
        table.offsets[row] = std::clamp(one.offset, -mostOffset, mostOffset);
        table.labels[row] = one.right ? 1 : 0;
        ++row;
    }
    return table;
}

} // namespace

CalibratorFit refittedCalibrator(const Calibrator &shipped, const QVector<CalibrationCase> &cases) {
    const LogisticCases table = tableOf(cases);
    CalibratorFit fit{shipped, static_cast<int>(table.labels.size())};
    if (fit.used == 0)
        return fit;
    LogisticPrior prior{Eigen::VectorXd(featureCount + 1), Eigen::VectorXd::Constant(featureCount + 1, precision)};
    std::copy(shipped.weights.begin(), shipped.weights.end(), prior.mean.begin());
    prior.mean[featureCount] = shipped.base;
    const Eigen::VectorXd weights = fitLogistic(table, prior);
    if (!(logisticLoss(table, weights) <= logisticLoss(table, prior.mean)))
        return fit;
    std::copy_n(weights.begin(), calibrationFeatureCount, fit.calibrator.weights.begin());
    fit.calibrator.base = weights[featureCount];
    return fit;
}

} // namespace relaydesk
