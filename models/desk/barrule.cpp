// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/barrule.h"
#include <algorithm>
#include <cmath>
#include <functional>

namespace relaydesk {

double barForPrecision(const QVector<double> &scores, double wanted) {
    constexpr double reserve = 0.005; // for the error of the estimate
    const double needed = std::min(1.0, wanted + reserve);
    QVector<double> best = scores;
    best.removeIf([](double score) { return !std::isfinite(score) || score < lowestBar; });
    std::sort(best.begin(), best.end(), std::greater<>());
    double bar = needed;
    double sum = 0;
    for (qsizetype i = 0; i < best.size(); ++i) {
        sum += best[i];
        if (sum / double(i + 1) < needed)
            break; // from here on the mean only falls
        if (i + 1 == best.size() || best[i + 1] < best[i])
            bar = std::min(bar, best[i]); // whoever is as sure passes as well
    }
    return std::max(lowestBar, bar);
}

} // namespace relaydesk
