// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the bar stands for a precision, on histories made for it; and how wide the band around a count is.
#include "models/desk/barrule.h"
#include "models/domain/wilson.h"
#include <QtTest/QtTest>
#include <random>

namespace relaydesk {

class BarRuleTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldStandWhereTheMeanIsAsWanted_data();
    void shouldStandWhereTheMeanIsAsWanted();
    void shouldKeepThePrecisionOnACalibratedHistory_data();
    void shouldKeepThePrecisionOnACalibratedHistory();
    void shouldRiseWithThePrecision();
    void shouldGiveWilsonsBand();
};

void BarRuleTest::shouldStandWhereTheMeanIsAsWanted_data() {
    QTest::addColumn<QVector<double>>("scores");
    QTest::addColumn<double>("wanted");
    QTest::addColumn<double>("bar");
    QTest::newRow("no history") << QVector<double>{} << 0.95 << 0.955;
    QTest::newRow("all are sure") << QVector<double>{0.99, 0.98, 0.97} << 0.95 << 0.955;
    QTest::newRow("the sure ones carry a less sure one") << QVector<double>{0.99, 0.92, 0.3, 0.99} << 0.95 << 0.92;
    QTest::newRow("one too many") << QVector<double>{0.99, 0.9, 0.99} << 0.97 << 0.975;
    QTest::newRow("equals pass together or not at all") << QVector<double>{0.99, 0.93, 0.93, 0.93} << 0.95 << 0.955;
    QTest::newRow("never under a half") << QVector<double>{0.99, 0.99, 0.99, 0.4} << 0.7 << 0.705;
    QTest::newRow("half is the floor") << QVector<double>{0.99, 0.99, 0.99, 0.5, 0.49} << 0.6 << 0.5;
    QTest::newRow("none is sure") << QVector<double>{0.6, 0.7} << 0.95 << 0.955;
    QTest::newRow("certainty is the end") << QVector<double>{0.6, 0.7} << 0.999 << 1.0;
    QTest::newRow("no number counts for nothing") << QVector<double>{qQNaN(), 0.98} << 0.95 << 0.955;
}

void BarRuleTest::shouldStandWhereTheMeanIsAsWanted() {
    QFETCH(QVector<double>, scores);
    QFETCH(double, wanted);
    QFETCH(double, bar);
    QCOMPARE(barForPrecision(scores, wanted), bar);
}

void BarRuleTest::shouldKeepThePrecisionOnACalibratedHistory_data() {
    QTest::addColumn<double>("wanted");
    QTest::newRow("90 %") << 0.90;
    QTest::newRow("95 %") << 0.95;
    QTest::newRow("98 %") << 0.98;
}

//! GIVEN scores that mean what they say WHEN the bar is read from the last 600 THEN so many of the next answers are
//! right.
void BarRuleTest::shouldKeepThePrecisionOnACalibratedHistory() {
    QFETCH(double, wanted);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    const auto score = [&] { return 1 - std::pow(uniform(random), 3); };
    QVector<double> recent;
    for (int i = 0; i < recentScores; ++i)
        recent += score();
    const double bar = barForPrecision(recent, wanted);
    int answered = 0;
    int right = 0;
    for (int i = 0; i < 100'000; ++i) {
        const double p = score();
        if (p < bar)
            continue;
        ++answered;
        right += uniform(random) < p ? 1 : 0;
    }
    QVERIFY(answered > 10'000);
    const double precision = double(right) / answered;
    QVERIFY2(std::abs(precision - wanted) < 0.015, qPrintable(QString::number(precision)));
}

void BarRuleTest::shouldRiseWithThePrecision() {
    QVector<double> scores;
    for (int i = 0; i < 600; ++i)
        scores += i / 600.0;
    double last = 0;
    for (const double wanted : {0.7, 0.8, 0.9, 0.95, 0.98, 0.999}) {
        const double bar = barForPrecision(scores, wanted);
        QVERIFY(bar >= last);
        last = bar;
    }
    QVERIFY(last > 0.99);
}

void BarRuleTest::shouldGiveWilsonsBand() {
    QCOMPARE(wilsonBand(0, 0), (Band{0, 1}));
    const Band band = wilsonBand(45, 50); // 0.786 to 0.957, as in the tables
    QVERIFY(std::abs(band.low - 0.786) < 0.001);
    QVERIFY(std::abs(band.high - 0.957) < 0.001);
    QVERIFY(wilsonBand(10, 10).high > 0.9999);
    QVERIFY(wilsonBand(10, 10).low < 0.73);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::BarRuleTest)
#include "barrule_test.moc"
