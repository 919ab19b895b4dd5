// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Deadlines within business hours, the clock that stands still, and who is next.
#include "models/desk/ticketclock.h"
#include "models/desk/urgency.h"
#include <QtTest/QtTest>

namespace relaydesk {

class SlaTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCountBusinessTimeOnly_data();
    void shouldCountBusinessTimeOnly();
    void shouldFindTheMomentAgain_data() { shouldCountBusinessTimeOnly_data(); }
    void shouldFindTheMomentAgain();
    void shouldNeverBeDueWhereNobodyWorks();
    void shouldSayWhatIsDue_data();
    void shouldSayWhatIsDue();
    void shouldStandStill_data();
    void shouldStandStill();
    void shouldDueNothingForEndedAndMergedTickets();
    void shouldReadAndWriteThePolicy();
    void shouldRefuseAWrongPolicy_data();
    void shouldRefuseAWrongPolicy();
    void shouldNameTheNextTicketAndWhy_data();
    void shouldNameTheNextTicketAndWhy();
    void shouldLeaveOutWhatNobodyCanDoNow();
    void shouldSortByUrgency();
};

namespace {

//! A moment in Berlin: "2026-03-27 16:00".
QDateTime berlin(const QString &text) {
    const QDateTime naive = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm"));
    return QDateTime(naive.date(), naive.time(), QTimeZone("Europe/Berlin"));
}

//! Monday to Friday, nine to five in Berlin.
BusinessHours office() {
    BusinessHours hours;
    hours.zone = "Europe/Berlin";
    hours.days.fill({9 * 60, 17 * 60});
    hours.days[5] = hours.days[6] = {0, 0};
    hours.holidays = {QDate(2026, 4, 3)}; // Good Friday
    return hours;
}

//! Saturdays and Sundays around the clock, Sunday to midnight and on: across each midnight.
BusinessHours weekend() {
    BusinessHours hours = office();
    hours.days.fill({0, 0});
    hours.days[5] = hours.days[6] = {0, 1440};
    return hours;
}

const QDateTime nine = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

Ticket opened(qint64 id = 1, const QDateTime &at = nine) {
    Ticket ticket;
    ticket.id = TicketId{id};
    ticket.openedAt = at;
    return ticket;
}

} // namespace

void SlaTest::shouldCountBusinessTimeOnly_data() {
    QTest::addColumn<BusinessHours>("hours");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("minutes");
    QTest::newRow("within a day") << office() << u"2026-03-02 09:30"_qs << u"2026-03-02 10:15"_qs << 45;
    QTest::newRow("before opening") << office() << u"2026-03-02 07:00"_qs << u"2026-03-02 09:30"_qs << 30;
    QTest::newRow("over night") << office() << u"2026-03-02 16:30"_qs << u"2026-03-03 09:30"_qs << 60;
    QTest::newRow("over a weekend") << office() << u"2026-03-06 16:00"_qs << u"2026-03-09 10:00"_qs << 120;
    QTest::newRow("over a holiday") << office() << u"2026-04-02 16:00"_qs << u"2026-04-06 10:00"_qs << 120;
    QTest::newRow("a whole week") << office() << u"2026-03-02 00:00"_qs << u"2026-03-09 09:30"_qs << 5 * 8 * 60 + 30;
    QTest::newRow("office hours, clocks go forward")
        << office() << u"2026-03-27 16:00"_qs << u"2026-03-30 10:00"_qs << 120;
    QTest::newRow("clocks go forward") << weekend() << u"2026-03-28 12:00"_qs << u"2026-03-29 12:00"_qs << 23 * 60;
    QTest::newRow("clocks go back") << weekend() << u"2026-10-24 12:00"_qs << u"2026-10-25 12:00"_qs << 25 * 60;
    QTest::newRow("to midnight") << weekend() << u"2026-03-07 22:00"_qs << u"2026-03-08 01:00"_qs << 180;
    QTest::newRow("around the clock") << BusinessHours() << u"2026-03-28 12:00"_qs << u"2026-03-29 12:00"_qs << 23 * 60;
}

void SlaTest::shouldCountBusinessTimeOnly() {
    QFETCH(BusinessHours, hours);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, minutes);
    QCOMPARE(businessSeconds(hours, berlin(from), berlin(to)), minutes * 60);
    QCOMPARE(businessSeconds(hours, berlin(to), berlin(from)), 0);
}

void SlaTest::shouldFindTheMomentAgain() {
    QFETCH(BusinessHours, hours);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, minutes);
    QCOMPARE(afterBusinessSeconds(hours, berlin(from), minutes * 60), berlin(to).toUTC());
}

void SlaTest::shouldNeverBeDueWhereNobodyWorks() {
    BusinessHours closed;
    closed.days.fill({0, 0});
    QVERIFY(!afterBusinessSeconds(closed, nine, 60).isValid());
    QCOMPARE(businessSeconds(closed, nine, nine.addYears(1)), 0);
}

void SlaTest::shouldSayWhatIsDue_data() {
    QTest::addColumn<int>("minutesAgo");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<Priority>("priority");
    QTest::addColumn<QString>("words");
    QTest::newRow("first response") << 48 << false << Priority::Normal << u"First response due in 12 min"_qs;
    QTest::newRow("overdue") << 95 << false << Priority::Normal << u"First response 35 min overdue"_qs;
    QTest::newRow("urgent") << 10 << false << Priority::Urgent << u"First response due in 5 min"_qs;
    QTest::newRow("resolution") << 60 << true << Priority::Normal << u"Resolution due in 23 h"_qs;
    QTest::newRow("hours and minutes") << 55 << true << Priority::Urgent << u"Resolution due in 3 h 5 min"_qs;
    QTest::newRow("days") << 60 << true << Priority::Low << u"Resolution due in 2 d 23 h"_qs;
    QTest::newRow("at once") << 60 << false << Priority::Normal << u"First response due in under a minute"_qs;
}

void SlaTest::shouldSayWhatIsDue() {
    QFETCH(int, minutesAgo);
    QFETCH(bool, answered);
    QFETCH(Priority, priority);
    QFETCH(QString, words);
    Ticket ticket = opened();
    ticket.priority = priority;
    if (answered)
        ticket.firstReplyAt = nine.addSecs(60);
    const QDateTime now = nine.addSecs(minutesAgo * 60);
    const Deadline deadline = deadlineOf(ticket, {}, now);
    QCOMPARE(deadlineWords(deadline), words);
    QCOMPARE(deadline.at, now.addSecs(deadline.secondsLeft));
    QCOMPARE(deadline.isBreached, deadline.secondsLeft < 0);
}

void SlaTest::shouldStandStill_data() {
    QTest::addColumn<bool>("isSnoozed");
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<int>("after"); // minutes after the pause began
    QTest::addColumn<bool>("isPaused");
    QTest::addColumn<int>("left"); // minutes
    QTest::newRow("snoozed") << true << false << 45 << true << 30;
    QTest::newRow("snooze over, not woken yet") << true << false << 70 << false << 20;
    QTest::newRow("the customer's turn") << false << true << 600 << true << 1410;
    QTest::newRow("both") << true << true << 600 << true << 1410;
}

void SlaTest::shouldStandStill() {
    QFETCH(bool, isSnoozed);
    QFETCH(bool, isAnswered);
    QFETCH(int, after);
    QFETCH(bool, isPaused);
    QFETCH(int, left);
    // GIVEN a ticket whose clock stopped after half an hour
    Ticket ticket = opened();
    const QDateTime stopped = nine.addSecs(30 * 60);
    if (isAnswered)
        ticket.firstReplyAt = ticket.repliedAt = stopped;
    if (isSnoozed)
        ticket.snoozedUntil = stopped.addSecs(3600);
    settleClock(ticket, {}, stopped);
    const Deadline deadline = deadlineOf(ticket, {}, stopped.addSecs(after * 60));
    QCOMPARE(deadline.isPaused, isPaused);
    QCOMPARE(deadline.secondsLeft, left * 60);
    QCOMPARE(deadline.at.isValid(), !isPaused);
    // WHEN it goes on, THEN no time was lost meanwhile
    const QDateTime woken = stopped.addSecs(qMax(after, 60) * 60);
    const bool hadAnswer = isAnswered;
    ticket.repliedAt = {};
    ticket.snoozedUntil = {};
    settleClock(ticket, {}, woken);
    QVERIFY(!ticket.pausedAt.isValid());
    QCOMPARE(deadlineOf(ticket, {}, woken).secondsLeft, ((hadAnswer ? 1440 : 60) - 30) * 60);
}

void SlaTest::shouldDueNothingForEndedAndMergedTickets() {
    Ticket ended = opened();
    ended.status = TicketStatus::Resolved;
    Ticket merged = opened();
    merged.mergedInto = TicketId{7};
    SlaPolicy off;
    off.isOn = false;
    SlaPolicy none;
    none.targets.fill({0, 0});
    QCOMPARE(deadlineOf(ended, {}, nine), Deadline());
    QCOMPARE(deadlineOf(merged, {}, nine), Deadline());
    QCOMPARE(deadlineOf(opened(), off, nine), Deadline());
    QCOMPARE(deadlineOf(opened(), none, nine), Deadline());
    QVERIFY(deadlineWords({}).isEmpty());
    none.targets[size_t(Priority::Normal)].resolution = 60; // no first response wanted: the resolution counts at once
    QCOMPARE(deadlineOf(opened(), none, nine).due, Due::Resolution);
}

void SlaTest::shouldReadAndWriteThePolicy() {
    SlaPolicy policy;
    policy.isOn = false;
    policy.targets[0] = {1, 2};
    policy.hours = office();
    QCOMPARE(*slaPolicyFrom(toSetting(policy)), policy);
    QCOMPARE(*slaPolicyFrom(toSetting({})), SlaPolicy());
    QCOMPARE(*slaPolicyFrom({}), SlaPolicy());
    const auto partly = slaPolicyFrom(u"{\"targets\": {\"high\": {\"resolution\": 60}}, \"days\": {\"sun\": []}}"_qs);
    QVERIFY(partly);
    QCOMPARE(partly->of(Priority::High), (SlaTargets{30, 60}));
    QVERIFY(partly->hours.days[6].isClosed());
    QVERIFY(!partly->hours.days[5].isClosed());
}

void SlaTest::shouldRefuseAWrongPolicy_data() {
    QTest::addColumn<QString>("setting");
    QTest::newRow("no object") << u"[]"_qs;
    QTest::newRow("a negative target") << u"{\"targets\": {\"low\": {\"resolution\": -1}}}"_qs;
    QTest::newRow("hours backwards") << u"{\"days\": {\"mon\": [\"17:00\", \"09:00\"]}}"_qs;
    QTest::newRow("half the hours") << u"{\"days\": {\"mon\": [\"17:00\"]}}"_qs;
    QTest::newRow("no date") << u"{\"holidays\": [\"Christmas\"]}"_qs;
    QTest::newRow("no zone") << u"{\"zone\": \"Atlantis\"}"_qs;
}

void SlaTest::shouldRefuseAWrongPolicy() {
    QFETCH(QString, setting);
    const auto refused = slaPolicyFrom(setting);
    QVERIFY(!refused);
    QVERIFY(refused.error().sentence.endsWith(u"Nothing was changed."_qs));
}

void SlaTest::shouldNameTheNextTicketAndWhy_data() {
    QTest::addColumn<QVector<int>>("minutesAgo");
    QTest::addColumn<QVector<Priority>>("priorities");
    QTest::addColumn<int>("next"); // its number, from one
    QTest::addColumn<QString>("reason");
    QTest::newRow("the sooner deadline") << QVector<int>{20, 18} << QVector{Priority::Normal, Priority::High} << 2
                                         << u"First response due in 12 min; high priority."_qs;
    QTest::newRow("overdue before urgent") << QVector<int>{70, 1} << QVector{Priority::Normal, Priority::Urgent} << 1
                                           << u"First response 10 min overdue."_qs;
    QTest::newRow("same deadline, higher priority") << QVector<int>{50, 20} << QVector{Priority::Normal, Priority::High}
                                                    << 2 << u"First response due in 10 min; high priority."_qs;
    QTest::newRow("same priority, longer wait") << QVector<int>{5, 9} << QVector{Priority::Normal, Priority::Normal}
                                                << 2 << u"First response due in 51 min."_qs;
}

void SlaTest::shouldNameTheNextTicketAndWhy() {
    QFETCH(QVector<int>, minutesAgo);
    QFETCH(QVector<Priority>, priorities);
    QFETCH(int, next);
    QFETCH(QString, reason);
    QVector<Ticket> tickets;
    for (int i = 0; i < minutesAgo.size(); ++i) {
        Ticket ticket = opened(i + 1, nine.addSecs(-60 * minutesAgo[i]));
        ticket.priority = priorities[i];
        tickets += ticket;
    }
    const auto named = mostUrgent(tickets, {}, AgentId{1}, nine);
    QVERIFY(named);
    QCOMPARE(named->ticket, TicketId{next});
    QCOMPARE(named->reason, reason);
    SlaPolicy off;
    off.isOn = false;
    QVERIFY(mostUrgent(tickets, off, AgentId{1}, nine)->reason.startsWith(u"Waiting for "_qs));
}

void SlaTest::shouldLeaveOutWhatNobodyCanDoNow() {
    QVector<Ticket> tickets(5, opened());
    tickets[0].agent = AgentId{2}; // a colleague's
    tickets[1].snoozedUntil = nine.addSecs(60);
    tickets[2].mergedInto = TicketId{9};
    tickets[3].repliedAt = nine;
    tickets[4].status = TicketStatus::Resolved;
    QVERIFY(!mostUrgent(tickets, {}, AgentId{1}, nine));
    tickets[0].agent = AgentId{1};
    QVERIFY(mostUrgent(tickets, {}, AgentId{1}, nine));
}

void SlaTest::shouldSortByUrgency() {
    QVector<Ticket> tickets;
    for (int i = 0; i < 5; ++i)
        tickets += opened(i + 1, nine.addSecs(-60 * (i % 3)));
    tickets[1].pausedAt = tickets[1].repliedAt = nine; // its clock stands still: last
    QVector<qint64> order;
    for (const Ticket &ticket : byUrgency(tickets, {}, nine))
        order += ticket.id.value;
    QCOMPARE(order, (QVector<qint64>{3, 5, 1, 4, 2}));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::SlaTest)
#include "sla_test.moc"
