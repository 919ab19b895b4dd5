// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Logistic regression, maximum a posteriori, for a handful of weights: never further than its bounds, never worse.
#pragma once
#include <QtCore/QVector>

namespace relaydesk {

struct LogisticCase {
    QVector<double> values; //!< one for each weight
    double offset = 0;      //!< log-odds that no weight changes
    double right = 0;       //!< 0 to 1
};

//! A normal prior around `mean`; every weight stays from `least` to `most`.
struct LogisticPrior {
    QVector<double> mean;
    QVector<double> least;
    QVector<double> most;
    double precision = 1;
};

double logOddsOf(const QVector<double> &weights, const LogisticCase &given);

//! Newton steps, halved until the objective falls. Cases with a number that is none, or with a value over 20, are left
//! out. Where the result explains the cases worse than the prior's mean does, that mean stays.
QVector<double> fitLogistic(const QVector<LogisticCase> &cases, const LogisticPrior &prior);

} // namespace relaydesk
