// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How long the slider of the settings waits when 50,000 past verdicts are recounted for another bar.
#include "models/analytics/coverage.h"
#include "models/desk/barrule.h"
#include <QtCore/QElapsedTimer>
#include <cmath>
#include <cstdio>
#include <random>

using namespace relaydesk;

int main() {
    constexpr int verdicts = 50'000;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform(0, 1);
    QVector<PastVerdict> past;
    QVector<double> scores;
    for (int i = 0; i < verdicts; ++i) {
        const double p = 1 - std::pow(uniform(random), 3);
        past += {.event = EventId{i + 1},
                 .question = QStringLiteral("Where is my box?"),
                 .confidence = p,
                 .answered = p >= 0.6,
                 .byTheBar = true,
                 .right = i % 20 == 0 ? std::optional(uniform(random) < p) : std::nullopt};
        scores += p;
    }
    QElapsedTimer timer;
    timer.start();
    double sum = 0;
    for (const double score : scores)
        sum += score;
    const double plain = double(timer.nsecsElapsed()) / 1e6;
    constexpr int moves = 20;
    int answered = 0;
    qsizetype changing = 0;
    timer.restart();
    for (int i = 0; i < moves; ++i) {
        const double bar = barForPrecision(scores.mid(verdicts - recentScores), 0.8 + 0.01 * i);
        answered += outlookAt(past, bar).answered;
        changing += changingSides(past, bar, 200).size();
    }
    const double each = double(timer.nsecsElapsed()) / 1e6 / moves;
    std::printf(
        "recount of %d verdicts   asked for: 100 ms   measured: %.2f ms   (%.0f times adding them up; %d, %d, %.0f)\n",
        verdicts, each, each / std::max(plain, 1e-6), answered, int(changing), sum);
    return 0;
}
