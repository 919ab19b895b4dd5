// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How long the slider of the settings waits when 50,000 past verdicts are recounted for another bar, and how long
//! the desk takes once, when the page opens, to score them as it would today.
#include "app/matching/gaussianmatcher.h"
#include "models/analytics/coverage.h"
#include "models/desk/barrule.h"
#include "models/desk/knowledgebase.h"
#include "models/desk/rescoring.h"
#include "tests/support/memoryderivedstore.h"
#include "tests/support/memorystores.h"
#include <QtCore/QElapsedTimer>
#include <cmath>
#include <cstdio>
#include <random>

using namespace relaydesk;

namespace {

double rescoringMs(int verdicts) {
    MemoryStores stores;
    MemoryDerivedStore derived;
    GaussianMatcher matcher(nullptr, derived);
    const KnowledgeBase knowledge(stores.stores().articles, matcher);
    JudgedAnswer answer;
    answer.features = QVector<double>(qsizetype(calibrationFeatureCount), 0.5);
    for (const char *name : {"similarity", "specificity", "certainty", "history"})
        answer.confidence.factors += {QLatin1String(name), 0.7, 0.1};
    QElapsedTimer timer;
    timer.start();
    double sum = 0;
    for (int i = 0; i < verdicts; ++i)
        sum += scoreNow(knowledge, {}, answer);
    return sum > 0 ? double(timer.nsecsElapsed()) / 1e6 : 0;
}

} // namespace

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
    std::printf("scoring %d verdicts as today   once, when the page opens: %.1f ms\n", verdicts, rescoringMs(verdicts));
    return 0;
}
