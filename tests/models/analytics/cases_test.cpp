// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation's row says what was asked, what was decided, and how it ended.
#include "models/analytics/cases.h"
#include "tests/models/analytics/eventlog.h"
#include <QtTest/QtTest>

namespace relaydesk {

class CasesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSayWhatBecameOfAnAnswer_data() {
        QTest::addColumn<QStringList>("outcomes");
        QTest::addColumn<int>("outcome");
        QTest::newRow("silence") << QStringList{} << int(CaseOutcome::Claimed);
        QTest::newRow("yes") << QStringList{s("yes")} << int(CaseOutcome::Confirmed);
        QTest::newRow("no") << QStringList{s("no")} << int(CaseOutcome::NotSolved);
        QTest::newRow("no, then yes") << QStringList{s("no"), s("yes")} << int(CaseOutcome::Confirmed);
        QTest::newRow("unknown") << QStringList{s("shrug")} << int(CaseOutcome::Claimed);
    }
    void shouldSayWhatBecameOfAnAnswer() {
        QFETCH(QStringList, outcomes);
        QFETCH(int, outcome);
        EventLog log;
        const auto verdict = log.answered(1);
        for (const QString &word : outcomes)
            log.feedback(1, verdict, word);
        const auto summary = summarise({{1}, {}, verdict, {}}, log.events());
        QCOMPARE(int(summary.outcome), outcome);
        QCOMPARE(summary.question, s("q"));
        QCOMPARE(summary.decision, s("answered"));
        QVERIFY(!summary.reason);
    }

    void shouldFollowATicketToItsEnd_data() {
        using Kinds = QVector<EventKind>;
        QTest::addColumn<QVector<EventKind>>("kinds");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<qint64>("agent");
        using enum EventKind;
        QTest::newRow("waiting") << Kinds{} << int(CaseOutcome::Waiting) << qint64(0);
        QTest::newRow("claimed") << Kinds{Claimed} << int(CaseOutcome::WithAgent) << qint64(4);
        QTest::newRow("released") << Kinds{Claimed, Released} << int(CaseOutcome::Waiting) << qint64(0);
        QTest::newRow("resolved") << Kinds{Claimed, Resolved} << int(CaseOutcome::Resolved) << qint64(4);
        QTest::newRow("returned") << Kinds{Claimed, Returned} << int(CaseOutcome::GivenBack) << qint64(4);
        QTest::newRow("reopened") << Kinds{Resolved, Reopened} << int(CaseOutcome::WithAgent) << qint64(4);
    }
    void shouldFollowATicketToItsEnd() {
        QFETCH(QVector<EventKind>, kinds);
        QFETCH(int, outcome);
        QFETCH(qint64, agent);
        // GIVEN an answer the customer did not want, a hand-off, and another ticket's end in between
        EventLog log;
        const auto verdict = log.answered(1);
        log.feedback(1, verdict, s("no"));
        const auto handoff = log.add(EventKind::Handoff, 1, 7, {{s("category"), keyOf(HandoffCategory::Frustration)}});
        auto events = log.events();
        for (const EventKind kind : kinds)
            events += {.id = {50}, .kind = kind, .conversation = {1}, .ticket = {7}, .agent = {4}};
        events += {.id = {60}, .kind = EventKind::Resolved, .conversation = {1}, .ticket = {8}, .agent = {5}};
        // THEN query and ticket tell the same story
        for (const Count &count : {Count{{1}, {}, verdict, {}}, Count{{1}, {7}, handoff, {}}}) {
            const auto summary = summarise(count, events);
            QCOMPARE(int(summary.outcome), outcome);
            QCOMPARE(summary.agent.value, agent);
            QCOMPARE(summary.reason, std::optional(HandoffCategory::Frustration));
            QCOMPARE(summary.question, s("q"));
        }
    }

    void shouldDescribeTheQueryThatIsCounted() {
        // GIVEN a first turn the assistant solved, and a second one that went to a person
        EventLog log;
        const auto first = log.answered(1);
        const auto second = log.handedOver(1);
        log.ticket(EventKind::Handoff, 1, 3);
        log.ticket(EventKind::Resolved, 1, 3);
        QCOMPARE(int(summarise({{1}, {}, first, {}}, log.events()).outcome), int(CaseOutcome::Claimed));
        QCOMPARE(int(summarise({{1}, {}, second, {}}, log.events()).outcome), int(CaseOutcome::Resolved));
        QCOMPARE(summarise({{1}, {3}, {99}, {}}, log.events()).decision, s("handed_over"));
    }

    void shouldLeaveEmptyWhatNobodyKnows() {
        // GIVEN a hand-off by button before any question
        EventLog log;
        log.ticket(EventKind::Handoff, 1, 3);
        const auto summary = summarise({{1}, {3}, {1}, {}}, log.events());
        QCOMPARE(summary.question, QString());
        QCOMPARE(summary.decision, QString());
        QVERIFY(!summary.confidence);
        QVERIFY(summary.at.isValid());
        QCOMPARE(int(summary.outcome), int(CaseOutcome::Waiting));
    }

  private:
    static QString s(const char *text) { return QString::fromLatin1(text); }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::CasesTest)
#include "cases_test.moc"
