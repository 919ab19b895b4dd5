// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That confidence in what a model writes follows what people found out about it, and only as far as that carries.
#include "models/desk/confidencesum.h"
#include "models/desk/logodds.h"
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>
#include <cmath>
#include <random>

namespace relaydesk {

class WrittenWeightsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldStayWithoutOutcomes();
    void shouldLearnWhatOutcomesSay();
    void shouldStayWithinBoundsAndNeverExplainLess_data();
    void shouldStayWithinBoundsAndNeverExplainLess();
    void shouldReadACaseFromItsConfidence();
    void shouldTakeAnEditedDraftForPartlyRight();
    void shouldRefitOnWhatPeopleFoundOut();
};

namespace {

Confidence confidenceWith(double similarity, double grounding, const QStringList &failed = {}) {
    return confidenceOf({.similarity = similarity,
                         .answer = u"Open Settings, choose Security and follow the mail within 30 minutes."_qs,
                         .history = {},
                         .grounding = grounding,
                         .failedChecks = failed});
}

double probability(const WrittenWeights &weights, const LogisticCase &judged) {
    return sigmoid(logOddsOf(numbersOf(weights), judged));
}

double lossOf(const WrittenWeights &weights, const QVector<LogisticCase> &cases) {
    double sum = 0;
    for (const LogisticCase &judged : cases) {
        const double p = probability(weights, judged);
        sum -= judged.right * std::log(p) + (1 - judged.right) * std::log(1 - p);
    }
    return sum;
}

//! So many drafts of a desk whose real weights are `real`.
QVector<LogisticCase> history(int size, const WrittenWeights &real) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform(0, 1);
    QVector<LogisticCase> cases;
    for (int i = 0; i < size; ++i) {
        LogisticCase judged = writtenCaseOf(confidenceWith(uniform(random), std::round(4 * uniform(random)) / 4), 0);
        judged.right = uniform(random) < probability(real, judged) ? 1 : 0;
        cases += judged;
    }
    return cases;
}

} // namespace

void WrittenWeightsTest::shouldStayWithoutOutcomes() { QCOMPARE(fitWrittenWeights({}), WrittenWeights{}); }

void WrittenWeightsTest::shouldLearnWhatOutcomesSay() {
    const WrittenWeights real{.base = -2, .similarity = 1.5, .grounding = 4.5};
    const auto cases = history(1000, real);
    const WrittenWeights fitted = fitWrittenWeights(cases);
    QVERIFY2(fitted.grounding > 3.2, qPrintable(QString::number(fitted.grounding)));
    QVERIFY2(fitted.similarity < 3, qPrintable(QString::number(fitted.similarity)));
    QVERIFY2(fitted.base < -1.4, qPrintable(QString::number(fitted.base)));
    QVERIFY(lossOf(fitted, cases) < lossOf({}, cases));
    // A handful hardly counts.
    QVERIFY(std::abs(fitWrittenWeights(cases.mid(0, 4)).grounding - 2.5) < 0.4);
}

void WrittenWeightsTest::shouldStayWithinBoundsAndNeverExplainLess_data() {
    QTest::addColumn<QVector<LogisticCase>>("cases");
    const LogisticCase sure = writtenCaseOf(confidenceWith(1, 1), 0);
    const LogisticCase unsure = writtenCaseOf(confidenceWith(0, 0, {u"names"_qs, u"doubt"_qs}), 1);
    QTest::newRow("always wrong where it was sure") << QVector<LogisticCase>(1500, sure);
    QTest::newRow("always right where it was not") << QVector<LogisticCase>(1500, unsure);
    QTest::newRow("no numbers") << QVector<LogisticCase>(60, {{1, qQNaN(), 0, 0, 0, 0, 0}, 0, 1});
    QTest::newRow("turned round") << history(800, {.base = 1, .similarity = -6, .grounding = -4});
}

void WrittenWeightsTest::shouldStayWithinBoundsAndNeverExplainLess() {
    QFETCH(QVector<LogisticCase>, cases);
    const WrittenWeights fitted = fitWrittenWeights(cases);
    QVERIFY(fitted.base >= -3 && fitted.base <= 1);
    QVERIFY(fitted.similarity >= 0 && fitted.similarity <= 8);
    QVERIFY(fitted.grounding >= 0 && fitted.grounding <= 5);
    QVERIFY(fitted.failedCheck >= -4 && fitted.failedCheck <= 0);
    if (!std::isnan(cases.first().values[1]))
        QVERIFY(lossOf(fitted, cases) <= lossOf({}, cases));
}

void WrittenWeightsTest::shouldReadACaseFromItsConfidence() {
    const Confidence confidence = confidenceWith(0.8, 0.75, {u"names"_qs, u"doubt"_qs});
    const LogisticCase judged = writtenCaseOf(confidence, 1);
    QCOMPARE(judged.values.last(), 2.0);
    QVERIFY(std::abs(probability({}, judged) - confidence.score) < 1e-9);
}

void WrittenWeightsTest::shouldTakeAnEditedDraftForPartlyRight() {
    const LogisticCase kept = writtenCaseOf(confidenceWith(0.6, 1), 0.8);
    const LogisticCase lost = writtenCaseOf(confidenceWith(0.6, 1), 0.2);
    const double base = fitWrittenWeights(QVector<LogisticCase>(50, kept)).base;
    QVERIFY(base > fitWrittenWeights(QVector<LogisticCase>(50, lost)).base);
    QVERIFY(base < fitWrittenWeights(QVector<LogisticCase>(50, writtenCaseOf(confidenceWith(0.6, 1), 1))).base);
}

void WrittenWeightsTest::shouldRefitOnWhatPeopleFoundOut() {
    // GIVEN written answers that agents found right exactly where all of them stood in the articles
    DeskRoom room;
    QVector<EventId> answers;
    for (int i = 0; i < 60; ++i) {
        Verdict verdict;
        verdict.question = DeskRoom::halfKnown;
        verdict.answer = DeskRoom::writtenPlain();
        verdict.written = true;
        verdict.confidence = confidenceWith(0.6, i % 2 == 0 ? 1.0 : 0.5);
        answers += *room.stores().events.append({.at = room.clock.now(),
                                                 .kind = EventKind::Verdict,
                                                 .conversation = room.conversation,
                                                 .data = toJson(verdict)});
    }
    QCOMPARE(room.desk->standard()->written, WrittenWeights{});
    // WHEN enough of that is known
    for (int i = 0; i < 60; ++i)
        QVERIFY(room.desk->audit(answers[i], room.anna, i % 2 == 0));
    // THEN grounding counts for more, what stored answers are weighed by stays, and another process knows it too
    const Standard standard = *room.desk->standard();
    QVERIFY2(standard.written.grounding > 2.7, qPrintable(QString::number(standard.written.grounding)));
    QCOMPARE(standard.weights, SmallWeights{});
    QCOMPARE(room.another()->standard()->written, standard.written);
    QCOMPARE(room.allEvents(EventKind::Refitted).last().data.value(u"drafts"_qs).toInt(), 50);
    // AND the next draft is weighed by it
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.answer(0, DeskRoom::written(), u"some/model"_qs);
    settle();
    const Factor grounding = room.verdict().confidence.factors.last();
    QVERIFY(std::abs(grounding.logOdds - standard.written.grounding * (grounding.value - groundingMiddle)) < 1e-9);
    QCOMPARE(room.verdict().model, u"some/model"_qs);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WrittenWeightsTest)
#include "writtenweights_test.moc"
