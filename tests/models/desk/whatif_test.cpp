// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the value named as enough is enough, and nothing is named where the bar did not decide.
#include "models/desk/confidencesum.h"
#include "models/desk/whatif.h"
#include "models/desk/wording.h"
#include <QtTest/QtTest>
#include <cmath>

namespace relaydesk {

class WhatIfTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldNameASimilarityThatIsEnough_data();
    void shouldNameASimilarityThatIsEnough();
    void shouldSayWhatWouldHaveKeptAnAnswerBack();
    void shouldSayNothingWhereTheBarDidNotDecide_data();
    void shouldSayNothingWhereTheBarDidNotDecide();
    void shouldNameTheOtherFactorsOfAPoorAnswer();
};

namespace {

Verdict verdictWith(double similarityLogOdds, const QString &answer, double bar, TrackRecord history = {}) {
    Verdict verdict{.question = u"Q"_qs, .bar = bar};
    verdict.confidence = confidenceOf(
        {.base = -2, .similarityLogOdds = similarityLogOdds, .answer = answer, .history = history, .grounding = {}});
    if (verdict.confidence.score >= bar)
        verdict.answer = answer;
    else
        verdict.handoff = wording::lowConfidence(verdict.confidence.score, bar);
    return verdict;
}

const QString plain = u"Open Settings, choose Security and press Reset password within 30 minutes."_qs;

double logit(double p) { return std::log(p / (1 - p)); }

} // namespace

void WhatIfTest::shouldNameASimilarityThatIsEnough_data() {
    QTest::addColumn<double>("logOdds");
    QTest::addColumn<double>("bar");
    QTest::newRow("a little under") << 2.2 << 0.6;
    QTest::newRow("far under") << -1.0 << 0.6;
    QTest::newRow("a high bar") << 3.0 << 0.95;
}

void WhatIfTest::shouldNameASimilarityThatIsEnough() {
    QFETCH(double, logOdds);
    QFETCH(double, bar);
    const Verdict verdict = verdictWith(logOdds, plain, bar);
    QVERIFY(verdict.isHandoff());
    const auto changes = whatWouldChange(verdict);
    QCOMPARE(changes.value(0).factor, u"similarity"_qs);
    QVERIFY(changes[0].needed > changes[0].value);
    // the value stands for base + term: with it the score is the bar
    const Verdict then = verdictWith(logit(changes[0].needed) + 2, plain, bar - 1e-9);
    QVERIFY(std::abs(then.confidence.score - bar) < 1e-6);
    QVERIFY(whatIfSentence(verdict).startsWith(u"A similarity of "_qs));
}

void WhatIfTest::shouldSayWhatWouldHaveKeptAnAnswerBack() {
    const Verdict verdict = verdictWith(5, plain, 0.6);
    QVERIFY(verdict.answer.has_value());
    QVERIFY(whatWouldChange(verdict).value(0).needed < verdict.confidence.factors[0].value);
    QVERIFY(whatIfSentence(verdict).contains(u"a person would have got it"_qs));
}

void WhatIfTest::shouldSayNothingWhereTheBarDidNotDecide_data() {
    QTest::addColumn<Verdict>("verdict");
    Verdict person = verdictWith(0, plain, 0.6);
    person.handoff = wording::customerAsked();
    QTest::newRow("a person was wanted") << person;
    Verdict tie = verdictWith(0, plain, 0.6);
    tie.handoff = wording::ambiguous(u"A"_qs, u"B"_qs);
    QTest::newRow("a tie") << tie;
    Verdict picked = verdictWith(5, plain, 0.6);
    picked.picked = true;
    QTest::newRow("a pick") << picked;
    QTest::newRow("nothing known") << Verdict{};
}

void WhatIfTest::shouldSayNothingWhereTheBarDidNotDecide() {
    QFETCH(Verdict, verdict);
    QVERIFY(whatWouldChange(verdict).isEmpty());
}

void WhatIfTest::shouldNameTheOtherFactorsOfAPoorAnswer() {
    const Verdict verdict = verdictWith(3.5, u"I think it might perhaps be the hold, but I am not sure."_qs, 0.6);
    QVERIFY(verdict.isHandoff());
    QStringList named;
    for (const WhatIf &change : whatWouldChange(verdict))
        named += change.factor;
    QVERIFY(named.contains(u"certainty"_qs));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WhatIfTest)
#include "whatif_test.moc"
