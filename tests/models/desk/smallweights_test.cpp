// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the weights of text and past follow verified outcomes only as far as those carry.
#include "models/desk/smallweights.h"
#include <QtTest/QtTest>
#include <cmath>
#include <random>

namespace relaydesk {

class SmallWeightsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldStayWithoutOutcomes();
    void shouldHardlyMoveOnAFew();
    void shouldLearnWhatManyOutcomesSay();
    void shouldStayWithinBoundsWhateverItSees_data();
    void shouldStayWithinBoundsWhateverItSees();
    void shouldReadACaseFromItsConfidence();
};

namespace {

//! So many judged answers of a desk whose real weights are `real`.
QVector<SmallCase> history(int size, const SmallWeights &real) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(0, 1);
    QVector<SmallCase> cases;
    for (int i = 0; i < size; ++i) {
        SmallCase judged{{uniform(random) - 0.7, -uniform(random), uniform(random) - 0.67}, 2 * uniform(random), false};
        judged.right = uniform(random) < 1 / (1 + std::exp(-judged.offset - smallLogOdds(real, judged)));
        cases += judged;
    }
    return cases;
}

} // namespace

void SmallWeightsTest::shouldStayWithoutOutcomes() { QCOMPARE(fitSmallWeights({}), SmallWeights{}); }

void SmallWeightsTest::shouldHardlyMoveOnAFew() {
    const SmallWeights fitted = fitSmallWeights(history(10, {0.1, 3.5, 5.5}));
    QVERIFY(std::abs(fitted.certainty - 2.0) < 0.2);
    QVERIFY(std::abs(fitted.history - 3.0) < 0.2);
}

void SmallWeightsTest::shouldLearnWhatManyOutcomesSay() {
    const SmallWeights fitted = fitSmallWeights(history(1500, {0.4, 3.5, 5.5}));
    QVERIFY2(fitted.certainty > 2.5, qPrintable(QString::number(fitted.certainty)));
    QVERIFY2(fitted.history > 3.5, qPrintable(QString::number(fitted.history)));
}

void SmallWeightsTest::shouldStayWithinBoundsWhateverItSees_data() {
    QTest::addColumn<QVector<SmallCase>>("cases");
    QTest::newRow("all right") << QVector<SmallCase>(1500, {{0.3, 0, 0.33}, -30, true});
    QTest::newRow("all wrong") << QVector<SmallCase>(1500, {{0.3, 0, 0.33}, 30, false});
    QTest::newRow("no numbers") << QVector<SmallCase>(100, {{qQNaN(), 0, 0}, 1, true});
    QTest::newRow("no ends") << QVector<SmallCase>(100, {{0.1, 0, 0}, qInf(), true});
    QTest::newRow("turned round") << history(1500, {-5, -5, -5});
}

void SmallWeightsTest::shouldStayWithinBoundsWhateverItSees() {
    QFETCH(QVector<SmallCase>, cases);
    const SmallWeights fitted = fitSmallWeights(cases);
    QVERIFY(fitted.specificity >= 0 && fitted.specificity <= 0.8);
    QVERIFY(fitted.certainty >= 0 && fitted.certainty <= 4);
    QVERIFY(fitted.history >= 0 && fitted.history <= 6);
}

void SmallWeightsTest::shouldReadACaseFromItsConfidence() {
    const Confidence confidence{0.7,
                                -2,
                                {{u"similarity"_qs, 0.8, 3.5},
                                 {u"specificity"_qs, 0.9, 0.08},
                                 {u"certainty"_qs, 0.5, -1},
                                 {u"history"_qs, 1, 1}}};
    const SmallCase judged = smallCaseOf(confidence, true);
    QCOMPARE(judged.offset, 1.5);
    QVERIFY(std::abs(smallLogOdds({}, judged) - (0.08 - 1 + 1)) < 1e-9);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::SmallWeightsTest)
#include "smallweights_test.moc"
