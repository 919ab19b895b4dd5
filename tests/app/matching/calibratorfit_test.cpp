// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A desk's own outcomes move the calibrator, never off a cliff.
#include "app/matching/calibratorfit.h"
#include <QtTest/QtTest>
#include <cmath>
#include <limits>
#include <random>

using namespace relaydesk;

class CalibratorFitTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldGiveTheShippedWeightsWithoutCases() {
        const CalibratorFit fit = refittedCalibrator(semanticCalibrator, {});
        QCOMPARE(fit.used, 0);
        QCOMPARE(fit.calibrator.weights, semanticCalibrator.weights);
        QCOMPARE(fit.calibrator.base, semanticCalibrator.base);
    }

    void shouldFollowTheDeskFromTheShippedWeights_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("within"); // of what the desk's world says, in probability
        QTest::newRow("50 outcomes") << 50 << 0.25;
        QTest::newRow("1,500 outcomes") << 1500 << 0.06;
    }
    void shouldFollowTheDeskFromTheShippedWeights() {
        QFETCH(int, count);
        QFETCH(double, within);
        // GIVEN outcomes of a desk whose questions are answered rightly far more often than was shipped
        Calibrator world = semanticCalibrator;
        world.base += 2.5;
        const auto cases = outcomes(world, count, 1);
        // WHEN
        const CalibratorFit fit = refittedCalibrator(semanticCalibrator, cases);
        // THEN it says what comes true there, better than the shipped one on other cases of that desk too
        QCOMPARE(fit.used, count);
        double off = 0;
        const auto others = outcomes(world, 400, 2);
        for (const CalibrationCase &one : others)
            off += std::abs(chance(fit.calibrator, one) - chance(world, one)) / 400;
        QVERIFY2(off < within, qPrintable(QString::number(off)));
        QVERIFY(loss(fit.calibrator, others) < loss(semanticCalibrator, others));
        // and the order of the articles stays
        QCOMPARE(fit.calibrator.rank, semanticCalibrator.rank);
    }

    void shouldNeverBeWorseOnWhatItHasSeen_data() {
        QTest::addColumn<QVector<CalibrationCase>>("cases");
        QTest::newRow("one right") << QVector<CalibrationCase>{outcomes(semanticCalibrator, 1, 3)};
        QTest::newRow("all right") << labelled([](int) { return true; }, 1);
        QTest::newRow("all wrong") << labelled([](int) { return false; }, 1);
        QTest::newRow("turn about") << labelled([](int i) { return i % 2 == 0; }, 1);
        QTest::newRow("the opposite of what is said")
            << labelled([](int i) { return chance(semanticCalibrator, plain(i)) < 0.5; }, 1);
        QTest::newRow("features far out, parted cleanly") << labelled([](int i) { return i % 2 == 0; }, 1e6);
        QTest::newRow("features beyond all numbers") << labelled([](int i) { return i % 3 == 0; }, 1e300);
    }
    void shouldNeverBeWorseOnWhatItHasSeen() {
        QFETCH(QVector<CalibrationCase>, cases);
        const CalibratorFit fit = refittedCalibrator(semanticCalibrator, cases);
        QCOMPARE(fit.used, cases.size());
        for (const double weight : fit.calibrator.weights)
            QVERIFY(std::isfinite(weight) && std::abs(weight) < 50);
        QVERIFY(std::isfinite(fit.calibrator.base));
        QVERIFY(loss(fit.calibrator, cases) <= loss(semanticCalibrator, cases) + 1e-12);
    }

    void shouldLeaveOutWhatIsNoCase_data() {
        QTest::addColumn<CalibrationCase>("odd");
        const CalibrationCase good = plain(7);
        const auto with = [&good](double value) {
            CalibrationCase odd = good;
            odd.features[3] = value;
            return odd;
        };
        QTest::newRow("no features") << CalibrationCase{{}, 0, true};
        QTest::newRow("one too few") << CalibrationCase{good.features.mid(1), 0, true};
        QTest::newRow("one too many") << CalibrationCase{good.features + QVector<double>{1}, 0, true};
        QTest::newRow("not a number") << with(std::numeric_limits<double>::quiet_NaN());
        QTest::newRow("infinite") << with(std::numeric_limits<double>::infinity());
        QTest::newRow("offset not a number")
            << CalibrationCase{good.features, std::numeric_limits<double>::quiet_NaN(), true};
    }
    void shouldLeaveOutWhatIsNoCase() {
        QFETCH(CalibrationCase, odd);
        const auto cases = outcomes(semanticCalibrator, 80, 4);
        const CalibratorFit without = refittedCalibrator(semanticCalibrator, cases);
        const CalibratorFit fit = refittedCalibrator(semanticCalibrator, cases + QVector<CalibrationCase>{odd});
        QCOMPARE(fit.used, 80);
        QCOMPARE(fit.calibrator.weights, without.calibrator.weights);
    }

    void shouldCountTheOtherFactorsIn() {
        // GIVEN answers whose other factors spoke against them by two units of log-odds, yet that were right as said
        auto cases = outcomes(semanticCalibrator, 1500, 5);
        for (CalibrationCase &one : cases)
            one.offset = -2;
        // THEN the matcher's part makes up for it
        const CalibratorFit fit = refittedCalibrator(semanticCalibrator, cases);
        double gained = 0;
        for (const CalibrationCase &one : cases)
            gained += (logit(fit.calibrator, one) - logit(semanticCalibrator, one)) / 1500;
        QVERIFY2(std::abs(gained - 2) < 0.4, qPrintable(QString::number(gained)));
    }

    void shouldBeTheSameEveryTime() {
        const auto cases = outcomes(lexicalCalibrator, 300, 6);
        QCOMPARE(refittedCalibrator(lexicalCalibrator, cases).calibrator.weights,
                 refittedCalibrator(lexicalCalibrator, cases).calibrator.weights);
    }

  private:
    static double logit(const Calibrator &calibrator, const CalibrationCase &one) {
        double sum = calibrator.base + std::clamp(one.offset, -20.0, 20.0);
        for (size_t i = 0; i < calibrationFeatureCount; ++i)
            sum += calibrator.weights.at(i) * std::clamp(one.features[qsizetype(i)], -10.0, 10.0);
        return sum;
    }
    static double chance(const Calibrator &calibrator, const CalibrationCase &one) {
        return calibratedProbability(logit(calibrator, one));
    }
    static double loss(const Calibrator &calibrator, const QVector<CalibrationCase> &cases) {
        double sum = 0;
        for (const CalibrationCase &one : cases) {
            const double z = logit(calibrator, one);
            sum += std::log1p(std::exp(-std::abs(z))) + std::max(z, 0.0) - (one.right ? z : 0);
        }
        return sum;
    }
    //! Features as a desk of 80 articles gives them, from hopeless to sure.
    static CalibrationCase plain(int number) {
        std::mt19937 random(static_cast<unsigned>(number) + 100);
        const auto part = [&random] { return double(random() % 1000) / 1000; };
        const double score = part();
        const double rival = score * part();
        return {{6 * (part() - 0.4), 3 * score, 3 * (score - rival), rival / std::max(score, 0.02), 2 * part(),
                 1.2 + 1.8 * part(), 3 * part(), 1.5 * (part() - 0.5), part(), std::log(2 + 5 * part()), std::log(80.0),
                 std::log(200.0) / 2},
                0,
                true};
    }
    static QVector<CalibrationCase> outcomes(const Calibrator &world, int count, unsigned seed) {
        std::mt19937 random(seed);
        QVector<CalibrationCase> cases;
        for (int i = 0; i < count; ++i) {
            CalibrationCase one = plain(i + 10000 * static_cast<int>(seed));
            one.right = double(random() % 100000) / 100000 < chance(world, one);
            cases << one;
        }
        return cases;
    }
    static QVector<CalibrationCase> labelled(const std::function<bool(int)> &right, double scale) {
        QVector<CalibrationCase> cases;
        for (int i = 0; i < 200; ++i) {
            CalibrationCase one = plain(i);
            one.right = right(i);
            for (double &value : one.features)
                value *= one.right ? scale : -scale;
            cases << one;
        }
        return cases;
    }
};

QTEST_GUILESS_MAIN(CalibratorFitTest)
#include "calibratorfit_test.moc"
