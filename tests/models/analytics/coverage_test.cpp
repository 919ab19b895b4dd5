// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a look back with another bar counts what that bar would have done, and says how little it may know.
#include "models/analytics/coverage.h"
#include "tests/models/analytics/eventlog.h"
#include <QtTest/QtTest>

namespace relaydesk {

class CoverageTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadThePast();
    void shouldCountWhatAnotherBarWouldHaveDone_data();
    void shouldCountWhatAnotherBarWouldHaveDone();
    void shouldListWhatChangesSides();
    void shouldShowWhetherConfidenceIsHonest();
};

namespace {

EventId log(EventLog &log, const char *decision, double confidence, const char *category = "") {
    QJsonObject data{
        {u"decision"_qs, QString::fromLatin1(decision)}, {u"question"_qs, u"q"_qs}, {u"confidence"_qs, confidence}};
    if (*category != 0)
        data.insert(u"category"_qs, QString::fromLatin1(category));
    return log.add(EventKind::Verdict, 1, 0, data);
}

//! Answered at 0.9 (an audit: right) and 0.7 (an audit: wrong; its customer said yes before), handed over at 0.4 (the
//! agent sent the same) and 0.65 (a tie), asked back at 0.5.
QVector<Event> month() {
    EventLog events;
    const EventId sure = log(events, "answered", 0.9);
    const EventId wrong = log(events, "answered", 0.7);
    const EventId low = log(events, "handed_over", 0.4, "low_confidence");
    log(events, "handed_over", 0.65, "ambiguous");
    log(events, "asked_back", 0.5);
    events.feedback(1, sure, u"audit_good"_qs);
    events.feedback(1, wrong, u"audit_bad"_qs);
    events.feedback(1, wrong, u"yes"_qs);
    events.feedback(1, low, u"agent_same"_qs);
    return events.events();
}

} // namespace

void CoverageTest::shouldReadThePast() {
    const auto past = pastVerdicts(month());
    QCOMPARE(past.size(), 5);
    QCOMPARE(past[0].right, std::optional(true));
    QCOMPARE(past[1].right, std::optional(false));
    QVERIFY(!past[3].byTheBar && past[4].byTheBar);
    QVERIFY(!past[4].right);
}

void CoverageTest::shouldCountWhatAnotherBarWouldHaveDone_data() {
    QTest::addColumn<double>("bar");
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("wrong");
    QTest::newRow("as it was") << 0.6 << 2 << 1;
    QTest::newRow("higher") << 0.8 << 1 << 0;
    QTest::newRow("lower: the tie stays with a person") << 0.3 << 4 << 1;
    QTest::newRow("out of reach") << 0.95 << 0 << 0;
}

void CoverageTest::shouldCountWhatAnotherBarWouldHaveDone() {
    QFETCH(double, bar);
    QFETCH(int, answered);
    QFETCH(int, wrong);
    const Outlook outlook = outlookAt(pastVerdicts(month()), bar);
    QCOMPARE(outlook.answered, answered);
    QCOMPARE(outlook.handedOver, 5 - answered);
    QCOMPARE(outlook.judgedWrong, wrong);
    QVERIFY(outlook.judged < 4);
    QCOMPARE(outlook.wrongShare, wilsonBand(outlook.judgedWrong, outlook.judged));
    if (answered == 0)
        QCOMPARE(outlook.wrongShare, (Band{0, 1})); // nothing is known
}

void CoverageTest::shouldListWhatChangesSides() {
    const auto past = pastVerdicts(month());
    QVERIFY(changingSides(past, 0.6, 10).isEmpty());
    QCOMPARE(changingSides(past, 0.8, 10).value(0).event, past[1].event);
    QCOMPARE(changingSides(past, 0.3, 10).size(), 2);
    QCOMPARE(changingSides(past, 0.3, 1).value(0).event, past[4].event);
}

void CoverageTest::shouldShowWhetherConfidenceIsHonest() {
    const auto steps = reliabilityOf(pastVerdicts(month()), 2);
    QCOMPARE(steps[0].judged, 1);
    QCOMPARE(steps[1].judged, 2);
    QCOMPARE(steps[1].right, 1);
    QCOMPARE(steps[1].said, 0.8);
    QCOMPARE(calibrationError(steps), (0.6 + 0.6) / 3);
    QCOMPARE(calibrationError({}), 0.0);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::CoverageTest)
#include "coverage_test.moc"
