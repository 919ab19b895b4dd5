// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the confidence is the sum of its named factors, whatever the evidence.
#include "models/desk/confidencesum.h"
#include <QtTest/QtTest>
#include <cmath>
#include <limits>

namespace relaydesk {

class ConfidenceSumTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAddUpToTheScore_data();
    void shouldAddUpToTheScore();
    void shouldStayFiniteOnBrokenEvidence_data();
    void shouldStayFiniteOnBrokenEvidence();
    void shouldAddNothingForAnArticleNobodyJudgedYet();
    void shouldRiseAndFallWithTheOutcomes();
    void shouldFallWithEveryDoubt();
    void shouldLetAWrittenAnswerLeanOnItsGrounding();
    void shouldNameItsFactorsInOneOrder();
};

namespace {

double logit(double score) { return std::log(score / (1 - score)); }

const Factor &named(const Confidence &confidence, const char *name) {
    return *std::find_if(confidence.factors.begin(), confidence.factors.end(),
                         [&](const Factor &factor) { return factor.name == QLatin1String(name); });
}

} // namespace

void ConfidenceSumTest::shouldAddUpToTheScore_data() {
    QTest::addColumn<double>("base");
    QTest::addColumn<double>("similarityLogOdds");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("outcomes");
    QTest::addColumn<double>("grounding");
    QRandomGenerator random(11);
    for (int i = 0; i < 200; ++i)
        QTest::addRow("%d", i) << random.generateDouble() * 8 - 4 << random.generateDouble() * 10 - 5
                               << u"Open **Settings**, it might be slow. "_qs.repeated(i % 7) << i % 9
                               << (i % 2 == 0 ? -1.0 : random.generateDouble());
}

void ConfidenceSumTest::shouldAddUpToTheScore() {
    QFETCH(double, base);
    QFETCH(double, similarityLogOdds);
    QFETCH(QString, answer);
    QFETCH(int, outcomes);
    QFETCH(double, grounding);
    const Confidence confidence =
        confidenceOf({.base = base,
                      .similarityLogOdds = similarityLogOdds,
                      .similarity = 0.7,
                      .answer = answer,
                      .history = {outcomes, outcomes / 2},
                      .grounding = grounding < 0 ? std::nullopt : std::optional<double>(grounding)});
    double sum = confidence.base;
    for (const Factor &factor : confidence.factors)
        sum += factor.logOdds;
    QVERIFY(std::abs(logit(confidence.score) - sum) < 1e-9);
    for (const Factor &factor : confidence.factors) {
        QVERIFY(factor.value >= 0);
        QVERIFY(factor.value <= 1);
    }
}

void ConfidenceSumTest::shouldStayFiniteOnBrokenEvidence_data() {
    QTest::addColumn<double>("value");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity();
    QTest::newRow("huge") << 1e308;
    QTest::newRow("hugely negative") << -1e308;
}

void ConfidenceSumTest::shouldStayFiniteOnBrokenEvidence() {
    QFETCH(double, value);
    for (const auto &grounding : {std::optional<double>(), std::optional<double>(value)}) {
        const Confidence confidence = confidenceOf({.base = value,
                                                    .similarityLogOdds = value,
                                                    .similarity = value,
                                                    .answer = u"Restart."_qs,
                                                    .history = {},
                                                    .grounding = grounding});
        QVERIFY(std::isfinite(confidence.score));
        QVERIFY(confidence.score >= 0 && confidence.score <= 1);
        QVERIFY(std::isfinite(confidence.base));
        for (const Factor &factor : confidence.factors)
            QVERIFY(std::isfinite(factor.value) && std::isfinite(factor.logOdds));
    }
}

void ConfidenceSumTest::shouldAddNothingForAnArticleNobodyJudgedYet() {
    const Confidence confidence = confidenceOf({.answer = u"Open **Settings**."_qs, .history = {}, .grounding = {}});
    QCOMPARE(named(confidence, "history").logOdds, 0.0);
    QCOMPARE(named(confidence, "certainty").logOdds, 0.0);
    QVERIFY(std::abs(named(confidence, "specificity").logOdds) < 0.3); // can tip a close call, not more
}

void ConfidenceSumTest::shouldRiseAndFallWithTheOutcomes() {
    const auto scoreWith = [](int outcomes, int successes) {
        return confidenceOf({.answer = u"Open **Settings**."_qs, .history = {outcomes, successes}, .grounding = {}})
            .score;
    };
    QVERIFY(scoreWith(3, 3) > scoreWith(0, 0));
    QVERIFY(scoreWith(30, 30) > scoreWith(3, 3));
    QVERIFY(scoreWith(3, 0) < scoreWith(0, 0));
    QVERIFY(scoreWith(30, 0) < scoreWith(3, 0));
    QCOMPARE(successRate({}), 2.0 / 3.0);
}

void ConfidenceSumTest::shouldFallWithEveryDoubt() {
    const auto scoreOf = [](const QString &answer) {
        return confidenceOf({.answer = answer, .history = {}, .grounding = {}}).score;
    };
    QVERIFY(scoreOf(u"It might be the cable, open **Settings**."_qs) <
            scoreOf(u"It is the cable, open **Settings**."_qs));
    QVERIFY(scoreOf(u"I'm not sure, open **Settings**."_qs) < scoreOf(u"It might be the cable, open **Settings**."_qs));
}

void ConfidenceSumTest::shouldLetAWrittenAnswerLeanOnItsGrounding() {
    const auto scoreWith = [](double grounding, double similarity) {
        return confidenceOf({.similarity = similarity,
                             .answer = u"Open **Settings** and press **Refund** within 14 days of the order."_qs,
                             .history = {},
                             .grounding = grounding})
            .score;
    };
    QVERIFY(scoreWith(1, 0.8) > 0.60);    // close articles, everything checked
    QVERIFY(scoreWith(0.25, 0.5) < 0.60); // half close, most checks failed
    QVERIFY(scoreWith(1, 0.5) > scoreWith(0.5, 0.5));
    QVERIFY(scoreWith(0.5, 0.9) > scoreWith(0.5, 0.5));
}

void ConfidenceSumTest::shouldNameItsFactorsInOneOrder() {
    QStringList names;
    for (const Factor &factor : confidenceOf({.answer = {}, .history = {}, .grounding = 1.0}).factors)
        names += factor.name;
    QCOMPARE(names.join(u' '), u"similarity specificity certainty history grounding"_qs);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ConfidenceSumTest)
#include "confidencesum_test.moc"
