// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The definitions of what is counted, one by one, on events written by hand.
#include "models/analytics/figures.h"
#include "tests/models/analytics/eventlog.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskFiguresTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCountTheThreeScenarios() {
        // GIVEN a known question, an unknown one that an agent resolves and teaches, and one answered from that
        EventLog log;
        log.message(1, "customer");
        log.answered(1);
        log.message(1, "assistant");
        log.message(2, "customer");
        log.handedOver(2);
        log.ticket(EventKind::Handoff, 2, 1);
        log.ticket(EventKind::Claimed, 2, 1);
        log.message(2, "agent");
        log.ticket(EventKind::Resolved, 2, 1);
        log.lesson(EventKind::Learned, 1);
        log.message(3, "customer");
        log.answered(3);
        log.message(3, "assistant");
        // THEN 3 queries, 2 by AI (nobody confirmed), 1 by people, 1 learning event
        QCOMPARE(shown(log), s("3 2 0 1 1 0"));
        // AND each figure leads to its conversations
        QCOMPARE(behind(Figure::TotalQueries, log), s("1 2 3"));
        QCOMPARE(behind(Figure::AiResolved, log), s("1 3"));
        QCOMPARE(behind(Figure::AiConfirmed, log), QString());
        QCOMPARE(behind(Figure::HumanResolved, log), s("2"));
        QCOMPARE(behind(Figure::LearningEvents, log), s("2"));
        QCOMPARE(behind(Figure::RollBacks, log), QString());
    }

    void shouldCountNothingWithoutEvents() {
        QCOMPARE(shown(EventLog()), s("0 0 0 0 0 0"));
        QVERIFY(countFigures({}) == Figures());
    }

    void shouldLetTheLastOutcomeOfAnAnswerDecide_data() {
        QTest::addColumn<QStringList>("outcomes");
        QTest::addColumn<QString>("figures");
        const QString claimed = s("1 1 0 0 0 0");
        const QString confirmed = s("1 1 1 0 0 0");
        const QString neither = s("1 0 0 0 0 0");
        QTest::newRow("silence") << QStringList{} << claimed;
        QTest::newRow("yes") << QStringList{s("yes")} << confirmed;
        QTest::newRow("rated well") << QStringList{s("rated_well")} << confirmed;
        QTest::newRow("audit good") << QStringList{s("audit_good")} << confirmed;
        QTest::newRow("no") << QStringList{s("no")} << neither;
        QTest::newRow("person") << QStringList{s("person")} << neither;
        QTest::newRow("repeated") << QStringList{s("repeated")} << neither;
        QTest::newRow("audit bad") << QStringList{s("audit_bad")} << neither;
        QTest::newRow("yes twice") << QStringList{s("yes"), s("rated_well")} << confirmed;
        QTest::newRow("yes, then no") << QStringList{s("yes"), s("no")} << neither;
        QTest::newRow("rated well, then audit bad") << QStringList{s("rated_well"), s("audit_bad")} << neither;
        QTest::newRow("no, then yes") << QStringList{s("no"), s("yes")} << confirmed;
        QTest::newRow("yes, no, yes, repeated") << QStringList{s("yes"), s("no"), s("yes"), s("repeated")} << neither;
        QTest::newRow("unknown") << QStringList{s("shrugged")} << claimed;
        QTest::newRow("yes, then unknown") << QStringList{s("yes"), QString()} << confirmed;
    }
    void shouldLetTheLastOutcomeOfAnAnswerDecide() {
        QFETCH(QStringList, outcomes);
        QFETCH(QString, figures);
        EventLog log;
        const auto verdict = log.answered(1);
        for (const QString &outcome : outcomes)
            log.feedback(1, verdict, outcome);
        QCOMPARE(shown(log), figures);
    }

    void shouldJudgeEachAnswerOfAConversationByItself() {
        EventLog log;
        const auto first = log.answered(1);
        log.feedback(1, first, s("repeated"));
        const auto second = log.answered(1);
        log.answered(1);
        log.feedback(1, second, s("yes"));
        QCOMPARE(shown(log), s("3 2 1 0 0 0"));
        QCOMPARE(behind(Figure::TotalQueries, log), s("1"));
    }

    void shouldNeverResolveByAiWhatWasHandedOver() {
        EventLog log;
        const auto verdict = log.handedOver(1);
        log.feedback(1, verdict, s("yes"));
        QCOMPARE(shown(log), s("1 0 0 0 0 0"));
    }

    void shouldCountVerdictsOfConversationsOnly_data() {
        QTest::addColumn<qint64>("conversation");
        QTest::addColumn<QString>("decision");
        QTest::newRow("no conversation") << qint64(0) << s("answered");
        QTest::newRow("another decision") << qint64(1) << s("dropped");
        QTest::newRow("no decision") << qint64(1) << QString();
    }
    void shouldCountVerdictsOfConversationsOnly() {
        QFETCH(qint64, conversation);
        QFETCH(QString, decision);
        EventLog log;
        log.verdict(conversation, qPrintable(decision));
        QCOMPARE(shown(log), s("0 0 0 0 0 0"));
    }

    void shouldLeaveOutOutcomesOfOtherVerdicts() {
        EventLog log;
        log.answered(1);
        log.feedback(1, EventId{999}, s("no"));
        log.feedback(1, EventId{0}, s("no"));
        QCOMPARE(shown(log), s("1 1 0 0 0 0"));
    }

    void shouldCountATicketByWhatHappenedLast_data() {
        using Kinds = QVector<EventKind>;
        QTest::addColumn<QVector<EventKind>>("kinds");
        QTest::addColumn<int>("resolved");
        constexpr auto resolved = EventKind::Resolved;
        constexpr auto returned = EventKind::Returned;
        constexpr auto reopened = EventKind::Reopened;
        QTest::newRow("open") << Kinds{EventKind::Handoff, EventKind::Claimed} << 0;
        QTest::newRow("resolved") << Kinds{resolved} << 1;
        QTest::newRow("resolved twice") << Kinds{resolved, resolved} << 1;
        QTest::newRow("returned") << Kinds{returned} << 0;
        QTest::newRow("resolved, then returned") << Kinds{resolved, returned} << 0;
        QTest::newRow("reopened") << Kinds{resolved, reopened} << 0;
        QTest::newRow("reopened and claimed") << Kinds{resolved, reopened, EventKind::Claimed, EventKind::Closed} << 0;
        QTest::newRow("reopened and resolved") << Kinds{resolved, reopened, resolved} << 1;
        QTest::newRow("reopened and returned") << Kinds{resolved, reopened, returned} << 0;
    }
    void shouldCountATicketByWhatHappenedLast() {
        QFETCH(QVector<EventKind>, kinds);
        QFETCH(int, resolved);
        EventLog log;
        for (const EventKind kind : kinds)
            log.ticket(kind, 5, 7);
        QCOMPARE(countFigures(log.events()).humanResolved, resolved);
        QCOMPARE(behind(Figure::HumanResolved, log), resolved == 1 ? s("5") : QString());
    }

    void shouldCountEachTicketOfAConversation() {
        EventLog log;
        for (const qint64 ticket : {1, 2, 3})
            log.ticket(EventKind::Resolved, 9, ticket);
        log.ticket(EventKind::Resolved, 9, 0); // names no ticket
        QCOMPARE(shown(log), s("0 0 0 3 0 0"));
        QCOMPARE(behind(Figure::HumanResolved, log), s("9"));
    }

    void shouldCountRollBacksApart() {
        // GIVEN two lessons by ticket alone, one taken back, and one of a confirmation
        EventLog log;
        log.ticket(EventKind::Resolved, 4, 1);
        log.lesson(EventKind::Learned, 1);
        log.lesson(EventKind::Learned, 1);
        log.lesson(EventKind::RolledBack, 1);
        log.add(EventKind::Learned, 6, 0, {});
        // AND one of a ticket of which nothing else is known
        log.lesson(EventKind::Learned, 2);
        // THEN
        QCOMPARE(shown(log), s("0 0 0 1 4 1"));
        QCOMPARE(behind(Figure::LearningEvents, log), s("4 6"));
        QCOMPARE(behind(Figure::RollBacks, log), s("4"));
    }

  private:
    static QString s(const char *text) { return QString::fromLatin1(text); }

    static QString shown(const EventLog &log) {
        const Figures f = countFigures(log.events());
        return QStringLiteral("%1 %2 %3 %4 %5 %6")
            .arg(f.totalQueries)
            .arg(f.aiResolved)
            .arg(f.aiConfirmed)
            .arg(f.humanResolved)
            .arg(f.learningEvents)
            .arg(f.rollBacks);
    }

    static QString behind(Figure figure, const EventLog &log) {
        QStringList ids;
        for (const ConversationId id : conversationsBehind(figure, log.events()))
            ids += QString::number(id.value);
        return ids.join(u' ');
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskFiguresTest)
#include "deskfigures_test.moc"
