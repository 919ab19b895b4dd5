// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Waiting times, for people and for the assistant apart, on events written by hand.
#include "models/analytics/times.h"
#include "tests/models/analytics/eventlog.h"
#include <QtTest/QtTest>

namespace relaydesk {

class WaitingTimesTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_log = EventLog();
        m_log.setStep(0);
    }

    void shouldMeasurePeopleFromTheHandOff() {
        // GIVEN a customer who wrote 5 s before the hand-off, an agent who wrote after 60 s, again, and resolved
        m_log.message(1, "customer");
        m_log.advance(5'000);
        handOver(1, 1);
        m_log.message(1, "assistant");
        m_log.advance(60'000);
        m_log.message(1, "system");
        m_log.message(1, "agent");
        m_log.advance(30'000);
        m_log.message(1, "agent");
        m_log.ticket(EventKind::Resolved, 1, 1);
        // THEN
        expect({{1, 60'000}, {1, 90'000}, {}});
    }

    void shouldMeasureTheAssistantFromTheFirstMessageOfTheTurn() {
        // GIVEN a burst of two messages, answered, then a thank-you that needs no answer, then one more question
        m_log.message(1, "customer");
        m_log.advance(1'000);
        m_log.message(1, "customer");
        m_log.advance(500);
        m_log.answered(1);
        m_log.message(1, "assistant");
        m_log.advance(10'000);
        m_log.message(1, "customer");
        m_log.message(1, "assistant");
        m_log.ticket(EventKind::Closed, 1, 0);
        m_log.advance(3'600'000);
        m_log.message(1, "customer");
        m_log.advance(300);
        m_log.answered(1);
        // THEN
        expect({{}, {}, {2, 900}});
    }

    void shouldTakeTheMiddle_data() {
        QTest::addColumn<QVector<int>>("times");
        QTest::addColumn<int>("median");
        QTest::newRow("one") << QVector<int>{7} << 7;
        QTest::newRow("odd") << QVector<int>{900, 1, 20} << 20;
        QTest::newRow("even") << QVector<int>{900, 1, 20, 31} << 25;
        QTest::newRow("equal") << QVector<int>{5, 5, 5, 5} << 5;
    }
    void shouldTakeTheMiddle() {
        QFETCH(QVector<int>, times);
        QFETCH(int, median);
        int conversation = 0;
        for (const int time : times) {
            ++conversation;
            handOver(conversation, conversation);
            m_log.advance(time);
            m_log.message(conversation, "agent");
        }
        expect({{int(times.size()), median}, {}, {}});
    }

    void shouldMeasureToTheLastResolution() {
        handOver(1, 1);
        m_log.advance(1'000);
        m_log.message(1, "agent");
        m_log.ticket(EventKind::Resolved, 1, 1);
        m_log.advance(1'000);
        m_log.ticket(EventKind::Reopened, 1, 1);
        m_log.message(1, "agent");
        expect({{1, 1'000}, {}, {}});
        m_log.advance(1'000);
        m_log.ticket(EventKind::Resolved, 1, 1);
        expect({{1, 1'000}, {1, 3'000}, {}});
    }

    void shouldLeaveOutWhatDoesNotCount() {
        // GIVEN a ticket that was given back, an agent who stepped in unasked, and a clock that went back
        handOver(1, 1);
        m_log.ticket(EventKind::Returned, 1, 1);
        m_log.message(1, "agent");
        m_log.message(2, "agent");
        m_log.ticket(EventKind::Resolved, 2, 2);
        handOver(3, 3);
        m_log.advance(-10);
        m_log.message(3, "agent");
        // THEN
        expect({{1, 0}, {}, {}});
    }

  private:
    void handOver(qint64 conversation, qint64 ticket) {
        m_log.handedOver(conversation);
        m_log.ticket(EventKind::Handoff, conversation, ticket);
    }

    void expect(const Times &expected) const {
        const Times times = measureTimes(m_log.events());
        QCOMPARE(shown(times), shown(expected));
        QVERIFY(times == expected);
    }

    static QString shown(const Times &times) {
        QStringList parts;
        for (const Span &span : {times.firstResponse, times.resolution, times.assistant})
            parts += QStringLiteral("%1 x %2 ms").arg(span.count).arg(span.medianMs);
        return parts.join(QStringLiteral(", "));
    }

    EventLog m_log;
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WaitingTimesTest)
#include "waitingtimes_test.moc"
