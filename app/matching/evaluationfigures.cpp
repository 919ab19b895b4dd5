// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/evaluationfigures.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace relaydesk {

namespace {

constexpr double leastBar = 0.5;
constexpr double noBar = 1.01; //!< nothing is as likely as that
constexpr double safety = 0.005;

using Worth = double JudgedQuestion::*;

QVector<JudgedQuestion> bestFirst(QVector<JudgedQuestion> questions, Worth worth = &JudgedQuestion::chance) {
    std::sort(questions.begin(), questions.end(),
              [worth](const JudgedQuestion &a, const JudgedQuestion &b) { return a.*worth > b.*worth; });
    return questions;
}

double share(qsizetype part, qsizetype whole) { return whole > 0 ? double(part) / double(whole) : 0; }

//! The sum of ranks (Mann and Whitney 1947); equal ones share theirs.
double auroc(const QVector<JudgedQuestion> &sorted, Worth worth, qsizetype inside, qsizetype outside) {
    if (inside == 0 || outside == 0)
        return 0.5;
    double wins = 0;
    qsizetype outsideBelow = outside;
    for (qsizetype from = 0, to = 0; from < sorted.size(); from = to) {
        qsizetype in = 0;
        for (; to < sorted.size() && sorted[to].*worth == sorted[from].*worth; ++to)
            in += sorted[to].inScope ? 1 : 0;
        const qsizetype out = to - from - in;
        outsideBelow -= out;
        wins += double(in) * (double(outsideBelow) + double(out) / 2);
    }
    return wins / (double(inside) * double(outside));
}

double falsePositives(const QVector<JudgedQuestion> &sorted, Worth worth, qsizetype inside, qsizetype outside) {
    const auto wanted = static_cast<qsizetype>(std::ceil(0.95 * double(inside)));
    if (wanted == 0 || outside == 0)
        return 0;
    qsizetype in = 0;
    double bar = 0;
    for (const JudgedQuestion &question : sorted) {
        in += question.inScope ? 1 : 0;
        bar = question.*worth;
        if (in == wanted)
            break;
    }
    return share(std::count_if(sorted.begin(), sorted.end(),
                               [bar, worth](const JudgedQuestion &one) { return !one.inScope && one.*worth >= bar; }),
                 outside);
}

Separation separation(const QVector<JudgedQuestion> &questions, Worth worth, qsizetype inside, qsizetype outside) {
    const QVector<JudgedQuestion> sorted = bestFirst(questions, worth);
    return {auroc(sorted, worth, inside, outside), falsePositives(sorted, worth, inside, outside)};
}

double calibrationError(const QVector<JudgedQuestion> &questions) {
    struct Bin {
        double said = 0;
        double came = 0;
    };
    std::array<Bin, 10> bins;
    for (const JudgedQuestion &question : questions) {
        Bin &bin = bins.at(static_cast<size_t>(std::clamp(question.chance * 10, 0.0, 9.0)));
        bin.said += question.chance;
        bin.came += question.right ? 1 : 0;
    }
    double error = 0;
    for (const Bin &bin : bins)
        error += std::abs(bin.said - bin.came);
    return questions.isEmpty() ? 0 : error / double(questions.size());
}

} // namespace

EvaluationFigures figuresOf(const QVector<JudgedQuestion> &questions) {
    EvaluationFigures figures;
    figures.questions = static_cast<int>(questions.size());
    qsizetype right = 0;
    qsizetype three = 0;
    for (const JudgedQuestion &question : questions) {
        figures.outside += question.inScope ? 0 : 1;
        right += question.right ? 1 : 0;
        three += question.amongThree ? 1 : 0;
    }
    const qsizetype inside = figures.questions - figures.outside;
    figures.accuracy = share(right, inside);
    figures.top3 = share(three, inside);
    figures.byScore = separation(questions, &JudgedQuestion::score, inside, figures.outside);
    figures.byChance = separation(questions, &JudgedQuestion::chance, inside, figures.outside);
    figures.ece = calibrationError(questions);
    return figures;
}

double chosenBar(const QVector<JudgedQuestion> &questions, double precision) {
    double sum = 0;
    double bar = noBar;
    qsizetype count = 0;
    for (const JudgedQuestion &question : bestFirst(questions)) {
        if (question.ambiguous)
            continue;
        sum += question.chance;
        ++count;
        if (question.chance >= leastBar && sum >= (precision + safety) * double(count))
            bar = question.chance;
    }
    return bar;
}

Coverage coverageAt(const QVector<JudgedQuestion> &questions, double bar) {
    qsizetype answered = 0;
    qsizetype right = 0;
    for (const JudgedQuestion &question : questions) {
        const bool given = question.chance >= bar && !question.ambiguous;
        answered += given ? 1 : 0;
        right += given && question.right ? 1 : 0;
    }
    return {bar, share(answered, questions.size()), answered > 0 ? share(right, answered) : 1};
}

Coverage bestCoverage(const QVector<JudgedQuestion> &questions, double precision) {
    const QVector<JudgedQuestion> sorted = bestFirst(questions);
    Coverage best{noBar, 0, 1};
    qsizetype right = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        right += sorted[i].right ? 1 : 0;
        const bool isEdge = i + 1 == sorted.size() || sorted[i + 1].chance < sorted[i].chance;
        if (isEdge && double(right) >= precision * double(i + 1))
            best = {sorted[i].chance, share(i + 1, sorted.size()), share(right, i + 1)};
    }
    return best;
}

ScopeFigures scopeAt(const QVector<JudgedQuestion> &questions, double bar) {
    qsizetype inside = 0;
    qsizetype right = 0;
    qsizetype refused = 0;
    for (const JudgedQuestion &question : questions) {
        const bool given = question.chance >= bar && !question.ambiguous;
        inside += question.inScope ? 1 : 0;
        right += given && question.right ? 1 : 0;
        refused += !given && !question.inScope ? 1 : 0;
    }
    const qsizetype outside = questions.size() - inside;
    return {share(right, inside), outside > 0 ? share(refused, outside) : 1};
}

double percentile(QVector<double> values, double share) {
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(share * double(values.size())));
    return values[std::clamp<qsizetype>(rank - 1, 0, values.size() - 1)];
}

} // namespace relaydesk
