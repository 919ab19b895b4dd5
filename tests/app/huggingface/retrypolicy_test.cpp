// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That only what was certainly not processed is asked again, in time, and that a failing server is left alone.
#include "app/huggingface/circuitbreaker.h"
#include "app/huggingface/retrypolicy.h"
#include <QtTest/QtTest>

using namespace relaydesk;

constexpr int failuresToOpen = 5;

class RetryPolicyTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldRetryOnlyWhatWasNotProcessed_data();
    void shouldRetryOnlyWhatWasNotProcessed();
    void shouldWaitLongerEachTimeWithSpread();
    void shouldWaitAsAskedButNotBeyondTheDeadline();
    void shouldOpenAfterFailuresInARow();
    void shouldSendOneProbeAfterTheRest();
    void shouldRestLongerAfterAFailedProbe();
    void shouldFreeTheProbeThatWasWithdrawn();
};

void RetryPolicyTest::shouldRetryOnlyWhatWasNotProcessed_data() {
    QTest::addColumn<ModelTrouble>("trouble");
    QTest::addColumn<bool>("retried");
    const auto status = [](int code) { return ModelTrouble{Trouble::Status, {}, code, {}, 0}; };
    QTest::newRow("refused") << troubled(Trouble::Refused) << true;
    QTest::newRow("never connected") << troubled(Trouble::ConnectDeadline) << true;
    QTest::newRow("no such host") << troubled(Trouble::HostNotFound) << true;
    QTest::newRow("429") << status(429) << true;
    QTest::newRow("503") << status(503) << true;
    for (const int code : {400, 401, 402, 403, 404, 413, 422, 500, 502, 504})
        QTest::addRow("%d", code) << status(code) << false;
    QTest::newRow("closed without a word") << troubled(Trouble::ClosedEarly) << false;
    QTest::newRow("cut") << troubled(Trouble::Cut) << false;
    QTest::newRow("silent") << troubled(Trouble::FirstTokenDeadline) << false;
    QTest::newRow("bad certificate") << troubled(Trouble::NotSecure) << false;
    QTest::newRow("redirected") << troubled(Trouble::Redirected) << false;
}

void RetryPolicyTest::shouldRetryOnlyWhatWasNotProcessed() {
    QFETCH(ModelTrouble, trouble);
    QTEST(waitBeforeRetry(trouble, {}, 1, 0, 0.5).has_value(), "retried");
}

void RetryPolicyTest::shouldWaitLongerEachTimeWithSpread() {
    const ModelSettings settings{.mostTries = 4};
    const ModelTrouble refused = troubled(Trouble::Refused);
    QCOMPARE(waitBeforeRetry(refused, settings, 1, 0, 0.5), 400);
    QCOMPARE(waitBeforeRetry(refused, settings, 2, 0, 0.5), 800);
    QCOMPARE(waitBeforeRetry(refused, settings, 3, 0, 0.5), 1600);
    QCOMPARE(waitBeforeRetry(refused, settings, 1, 0, 0.0), 200);
    QCOMPARE(waitBeforeRetry(refused, settings, 1, 0, 1.0), 600);
    QCOMPARE(waitBeforeRetry(refused, settings, 4, 0, 0.5), std::nullopt);
}

void RetryPolicyTest::shouldWaitAsAskedButNotBeyondTheDeadline() {
    const ModelSettings settings{.firstTokenMs = 5'000, .wholeMs = 30'000};
    const auto busy = [](int seconds) { return ModelTrouble{Trouble::Status, {}, 503, {}, seconds}; };
    QCOMPARE(waitBeforeRetry(busy(7), settings, 1, 1'000, 0.1), 7'000);
    QCOMPARE(waitBeforeRetry(busy(24), settings, 1, 0, 0.5), 24'000);
    QCOMPARE(waitBeforeRetry(busy(26), settings, 1, 0, 0.5), std::nullopt);
    QCOMPARE(waitBeforeRetry(busy(0), settings, 1, 29'000, 0.5), std::nullopt);
}

void RetryPolicyTest::shouldOpenAfterFailuresInARow() {
    CircuitBreaker breaker;
    for (int i = 0; i < failuresToOpen; ++i) {
        QVERIFY(breaker.admits(0));
        breaker.begin(0);
        breaker.fail(0);
    }
    QVERIFY(!breaker.admits(0));
    QVERIFY(breaker.isResting(CircuitBreaker::firstRestMs - 1));
    CircuitBreaker mended;
    for (int i = 0; i < 3 * failuresToOpen; ++i) {
        mended.fail(0);
        if (i % 2)
            mended.succeed();
        QVERIFY(mended.admits(0));
    }
}

void RetryPolicyTest::shouldSendOneProbeAfterTheRest() {
    CircuitBreaker breaker;
    for (int i = 0; i < failuresToOpen; ++i)
        breaker.fail(0);
    const qint64 later = CircuitBreaker::firstRestMs;
    QVERIFY(breaker.admits(later));
    breaker.begin(later);
    QVERIFY(!breaker.admits(later)); // the others wait for what the probe says
    breaker.succeed();
    QVERIFY(breaker.admits(later));
    QVERIFY(!breaker.isResting(later));
}

void RetryPolicyTest::shouldRestLongerAfterAFailedProbe() {
    CircuitBreaker breaker;
    for (int i = 0; i < failuresToOpen; ++i)
        breaker.fail(0);
    qint64 now = 0;
    for (const qint64 rest : {20'000, 40'000, 80'000, 160'000, 300'000, 300'000}) {
        QCOMPARE(breaker.restMs(now), rest);
        now += rest;
        QVERIFY(breaker.admits(now));
        breaker.begin(now);
        breaker.fail(now);
    }
}

void RetryPolicyTest::shouldFreeTheProbeThatWasWithdrawn() {
    CircuitBreaker breaker;
    for (int i = 0; i < failuresToOpen; ++i)
        breaker.fail(0);
    breaker.begin(CircuitBreaker::firstRestMs);
    breaker.abandon();
    QVERIFY(breaker.admits(CircuitBreaker::firstRestMs));
}

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "retrypolicy_test.moc"
