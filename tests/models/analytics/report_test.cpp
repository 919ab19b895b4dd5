// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The report of a period holds exactly what a seeded history is known to hold, and every number leads to its list.
#include "models/analytics/report.h"
#include "tests/models/analytics/deskhistory.h"
#include <QtTest/QtTest>
#include <algorithm>

namespace relaydesk {

namespace {

const QTimeZone vienna("Europe/Vienna");

QVector<qint64> sorted(QVector<qint64> ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
}

QVector<qint64> listed(const QVector<Count> &counts) {
    QVector<qint64> ids;
    for (const Count &count : counts)
        ids += count.conversation.value;
    return sorted(ids);
}

Event eventAt(const QDateTime &at, EventKind kind, qint64 id, const QJsonObject &data = {}) {
    return {.id = {id}, .at = at, .kind = kind, .conversation = {1}, .ticket = {1}, .data = data};
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldHoldExactlyWhatIsKnown_data() {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::newRow("a week over the end of summer time") << QDate(2026, 10, 22) << QDate(2026, 10, 28);
        QTest::newRow("one day") << QDate(2026, 10, 15) << QDate(2026, 10, 15);
        QTest::newRow("a month") << QDate(2026, 10, 1) << QDate(2026, 10, 30);
        QTest::newRow("half a year, by weeks") << QDate(2026, 5, 10) << QDate(2026, 11, 10);
    }
    void shouldHoldExactlyWhatIsKnown() {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        // GIVEN a history that begins long before the period and goes on after it
        DeskHistory history(7, vienna);
        history.write(QDate(2026, 7, 1), QDate(2026, 11, 20), 30);
        const Period period{first, last, vienna};
        // WHEN
        const AnalyticsReport report = computeReport(history.events(), period);
        // THEN every list is exact, and the steps together hold each of its counts once
        for (const auto subject : {Subject::TotalQueries, Subject::AiResolved, Subject::AiConfirmed,
                                   Subject::HumanResolved, Subject::LearningEvents, Subject::RollBacks,
                                   Subject::StillOpen, Subject::FirstReplies, Subject::Handoffs}) {
            const auto truth = sorted(history.truth(subject, period));
            QCOMPARE(listed(countsBehind(report, subject)), truth);
            QVector<qint64> together;
            for (int step = 0; step < report.steps.size(); ++step) {
                const Period days{report.steps[step].first, report.steps[step].last, vienna};
                const auto ofStep = listed(countsBehind(report, subject, step));
                QCOMPARE(ofStep, sorted(history.truth(subject, days)));
                together += ofStep;
            }
            QCOMPARE(sorted(together), truth);
        }
        compareNumbers(report, history, period);
    }

    void shouldCompareWithAsManyDaysBefore() {
        DeskHistory history(8, vienna);
        history.write(QDate(2026, 9, 1), QDate(2026, 9, 30), 20);
        const auto report = computeReport(history.events(), {QDate(2026, 9, 16), QDate(2026, 9, 25), vienna});
        const Period before{QDate(2026, 9, 6), QDate(2026, 9, 15), vienna};
        QVERIFY(report.before);
        QCOMPARE(report.before->figures.totalQueries, history.number(Subject::TotalQueries, before));
        QCOMPARE(report.before->figures.aiResolved, history.number(Subject::AiResolved, before));
        QCOMPARE(report.before->figures.humanResolved, history.number(Subject::HumanResolved, before));
        QCOMPARE(report.before->firstReply.count, history.number(Subject::FirstReplies, before));
    }

    void shouldBeginWithTheFirstEventWhereNoStartIsSaid() {
        DeskHistory history(9, vienna);
        history.write(QDate(2026, 9, 3), QDate(2026, 9, 12), 5);
        const auto report = computeReport(history.events(), {{}, QDate(2026, 9, 30), vienna});
        QCOMPARE(report.period.first, QDate(2026, 9, 3));
        QCOMPARE(report.now.figures.totalQueries, history.number(Subject::TotalQueries, report.period));
        QVERIFY(!report.before);
        QCOMPARE(report.steps.size(), 28);
    }

    void shouldBeEmptyWithoutEvents() {
        for (const Period &period :
             {Period{{}, QDate(2026, 9, 30), vienna}, Period{QDate(2026, 9, 1), QDate(2026, 9, 30), vienna}}) {
            const auto report = computeReport({}, period);
            QVERIFY(report.isUnused);
            QVERIFY(report.now == PeriodFigures());
            QVERIFY(countsBehind(report, Subject::TotalQueries).isEmpty());
        }
    }

    void shouldPutWhatHappensAtMidnightIntoTheNewDay() {
        // GIVEN a verdict one millisecond before local midnight, and one at it
        const QDateTime midnight = QDate(2026, 9, 2).startOfDay(vienna).toUTC();
        const QJsonObject answered{{QStringLiteral("decision"), QStringLiteral("answered")}};
        const auto report = computeReport({eventAt(midnight.addMSecs(-1), EventKind::Verdict, 1, answered),
                                           eventAt(midnight, EventKind::Verdict, 2, answered)},
                                          {QDate(2026, 9, 1), QDate(2026, 9, 2), vienna});
        QCOMPARE(report.steps[0].queries, 1);
        QCOMPARE(report.steps[1].queries, 1);
    }

    void shouldBeginAndEndWithMidnight() {
        // GIVEN a query and a hand-off in the first moment of the day, and others in the first moment after it
        const Period day{QDate(2026, 9, 2), QDate(2026, 9, 2), vienna};
        const QJsonObject over{{QStringLiteral("decision"), QStringLiteral("handed_over")}};
        QVector<Event> events;
        for (const QDateTime &at : {day.from().toUTC(), day.to().toUTC()})
            events += {eventAt(at, EventKind::Verdict, events.size() + 1, over),
                       eventAt(at, EventKind::Handoff, events.size() + 2)};
        // THEN the day has the first two, and the day before has none of them
        const auto report = computeReport(events, day);
        QCOMPARE(report.now.figures.totalQueries, 1);
        const auto handoffs = countsBehind(report, Subject::Handoffs);
        QCOMPARE(int(handoffs.size()), 1);
        QCOMPARE(handoffs.first().event.value, qint64(2));
        QCOMPARE(report.before->figures.totalQueries, 0);
    }

    void shouldShareOverTheSevenDaysBefore() {
        // GIVEN one query handed over six days before the period, and one answered on its first day
        const QDateTime noon(QDate(2026, 9, 10), QTime(12, 0), vienna);
        const auto decision = [](const char *word) {
            return QJsonObject{{QStringLiteral("decision"), QString::fromLatin1(word)}};
        };
        const auto report = computeReport({eventAt(noon.addDays(-6), EventKind::Verdict, 1, decision("handed_over")),
                                           eventAt(noon, EventKind::Verdict, 2, decision("answered"))},
                                          {QDate(2026, 9, 10), QDate(2026, 9, 17), vienna});
        // THEN the first day sees both, the second only its own week, the last nothing at all
        QCOMPARE(report.steps[0].share, std::optional(0.5));
        QCOMPARE(report.steps[1].share, std::optional(1.0));
        QCOMPARE(report.steps[6].share, std::optional(1.0));
        QCOMPARE(report.steps[7].share, std::nullopt);
    }

    void shouldNotCountAsOpenWhatPeopleResolvedInThePeriod() {
        // GIVEN a ticket resolved on its day and reopened a week later
        const QDateTime noon(QDate(2026, 9, 10), QTime(12, 0), vienna);
        const QVector<Event> events{eventAt(noon, EventKind::Handoff, 1),
                                    eventAt(noon.addSecs(60), EventKind::Resolved, 2),
                                    eventAt(noon.addDays(7), EventKind::Reopened, 3)};
        // THEN its own week counts it once
        const auto report = computeReport(events, {QDate(2026, 9, 8), QDate(2026, 9, 14), vienna});
        QCOMPARE(report.now.figures.humanResolved, 1);
        QCOMPARE(report.stillOpen, 0);
        // AND both weeks together have it open again
        const auto both = computeReport(events, {QDate(2026, 9, 8), QDate(2026, 9, 20), vienna});
        QCOMPARE(both.now.figures.humanResolved, 0);
        QCOMPARE(both.stillOpen, 1);
    }

    void shouldHaveAtMost120Steps_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("each");
        QTest::addColumn<int>("steps");
        QTest::newRow("a day") << 1 << 1 << 1;
        QTest::newRow("as many as fit") << 120 << 1 << 120;
        QTest::newRow("one more") << 121 << 7 << 18;
        QTest::newRow("two years") << 730 << 7 << 105;
        QTest::newRow("ten years") << 3652 << 35 << 105;
    }
    void shouldHaveAtMost120Steps() {
        QFETCH(int, days);
        QFETCH(int, each);
        QFETCH(int, steps);
        const Period period{QDate(2020, 1, 1), QDate(2020, 1, 1).addDays(days - 1), vienna};
        const Steps cut(period);
        QCOMPARE(cut.daysEach(), each);
        QCOMPARE(cut.count(), steps);
        // THEN they follow one another without a gap, from the first day to the last
        QCOMPARE(cut.first(0), period.first);
        QCOMPARE(cut.last(steps - 1), period.last);
        for (int step = 1; step < steps; ++step) {
            QCOMPARE(cut.first(step), cut.last(step - 1).addDays(1));
            QCOMPARE(cut.stepOf(cut.first(step).startOfDay(vienna)), step);
            QCOMPARE(cut.stepOf(cut.first(step).startOfDay(vienna).addMSecs(-1)), step - 1);
        }
        QCOMPARE(cut.stepOf(period.from().addMSecs(-1)), -1);
        QCOMPARE(cut.stepOf(period.to()), -1);
    }

    void measureTenThousandConversations() {
        DeskHistory history(10, vienna);
        history.write(QDate(2026, 1, 1), QDate(2026, 12, 1), 37);
        const auto events = history.events();
        qInfo("%d conversations, %d events", history.conversations(), int(events.size()));
        const Period year{{}, QDate(2026, 12, 1), vienna};
        QBENCHMARK {
            const auto report = computeReport(events, year);
            QCOMPARE(report.now.figures.totalQueries, history.number(Subject::TotalQueries, report.period));
        }
    }

  private:
    static void compareNumbers(const AnalyticsReport &report, const DeskHistory &history, const Period &period) {
        const Figures &figures = report.now.figures;
        QCOMPARE(figures.totalQueries, history.number(Subject::TotalQueries, period));
        QCOMPARE(figures.aiResolved, history.number(Subject::AiResolved, period));
        QCOMPARE(figures.aiConfirmed, history.number(Subject::AiConfirmed, period));
        QCOMPARE(figures.humanResolved, history.number(Subject::HumanResolved, period));
        QCOMPARE(figures.learningEvents, history.number(Subject::LearningEvents, period));
        QCOMPARE(figures.rollBacks, history.number(Subject::RollBacks, period));
        QCOMPARE(report.stillOpen, history.number(Subject::StillOpen, period));
        QCOMPARE(report.now.firstReply.count, history.number(Subject::FirstReplies, period));
        int people = 0;
        for (const ReportStep &step : report.steps)
            people += step.people;
        QCOMPARE(people, figures.humanResolved);
        int previous = std::numeric_limits<int>::max();
        for (const auto &[reason, number] : report.reasons) {
            QVERIFY(number <= previous);
            previous = number;
            QCOMPARE(number, int(history.truth(Subject::Handoffs, period, reason).size()));
            QCOMPARE(int(countsBehind(report, Subject::Handoffs, {}, reason).size()), number);
        }
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ReportTest)
#include "report_test.moc"
