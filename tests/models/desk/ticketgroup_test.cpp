// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Merged and split tickets: nothing is moved, everybody who should read an answer does, and it counts once.
#include "models/analytics/figuresbetween.h"
#include "tests/models/desk/careroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class TicketGroupTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_room = std::make_unique<CareRoom>(m_onDisk); }
    void cleanup() { m_room.reset(); }
    void shouldAnswerMergedTicketsTogether();
    void shouldShowTheLeaderWhatACustomerOfAMergedTicketWrites();
    void shouldResolveMergedTicketsTogetherAndCountOnce();
    void shouldGiveBackAndReopenMergedTicketsTogether();
    void shouldGiveMergedTicketsOneAgent_data();
    void shouldGiveMergedTicketsOneAgent();
    void shouldMergeWhatWasMergedBefore();
    void shouldRefuseToMerge_data();
    void shouldRefuseToMerge();
    void shouldMergeTicketsOfOthersWhenMeant();
    void shouldStandForItselfAgain();
    void shouldSplitWhatACustomerWroteFromAMessageOn();
    void shouldAnswerASplitTicketInTheFirstConversationToo();
    void shouldKeepTheAssistantSilentBesideASplitTicket();
    void shouldNotGiveBackBesideAnOpenSplit();
    void shouldTakeASplitBack();
    void shouldRefuseToSplitAtAnotherMessage();

  protected:
    bool m_onDisk = false;
    std::unique_ptr<CareRoom> m_room;
    AgentId anna() { return m_room->room->anna; }
    AgentId ben() { return m_room->room->ben; }
    Desk &desk() { return *m_room->room->desk; }
    ConversationId mine() { return m_room->room->conversation; }
    //! The customer of the first ticket asks something else there, and that becomes a ticket of its own.
    TicketId split() {
        static_cast<void>(desk().claim(m_room->first, anna()));
        const auto asked = desk().receive(mine(), u"And how do I change my address?"_qs);
        const auto deed = m_room->care().split(m_room->first, *asked, anna());
        return deed ? deed->tickets.last().after.id : TicketId{};
    }
};

class TicketGroupOnDiskTest : public TicketGroupTest {
    Q_OBJECT

  public:
    TicketGroupOnDiskTest() { m_onDisk = true; }
};

void TicketGroupTest::shouldAnswerMergedTicketsTogether() {
    // GIVEN two tickets of one customer, merged
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    QCOMPARE(m_room->ticket(m_room->second).mergedInto, m_room->first);
    QCOMPARE(m_room->lastChange(m_room->second), u"merged 0 > %1"_qs.arg(m_room->first.value));
    const qsizetype before = m_room->messages(m_room->other).size();
    // WHEN one is answered, THEN the other customer reads it too, and one agent has both
    QVERIFY(desk().reply(mine(), anna(), u"I am looking at both charges."_qs));
    QCOMPARE(m_room->texts(m_room->other).last(), u"I am looking at both charges."_qs);
    QCOMPARE(m_room->messages(m_room->other).size(), before + 2); // with "… joined"
    QCOMPARE(m_room->ticket(m_room->second).agent, anna());
    QVERIFY(m_room->ticket(m_room->second).firstReplyAt.isValid());
    // AND likewise when somebody answers in the merged one
    QVERIFY(desk().reply(m_room->other, anna(), u"Both are refunded."_qs));
    QCOMPARE(m_room->texts(mine()).filter(u"Both are refunded."_qs).size(), 1);
    QCOMPARE(m_room->texts(m_room->other).filter(u"Both are refunded."_qs).size(), 1);
}

void TicketGroupTest::shouldShowTheLeaderWhatACustomerOfAMergedTicketWrites() {
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    QVERIFY(m_room->care().snooze({m_room->first}, m_room->room->clock.now().addDays(1), anna()));
    QSignalSpy told(&desk(), &Desk::ticketChanged);
    QVERIFY(desk().receive(m_room->other, u"Are you there?"_qs));
    QVERIFY(!m_room->ticket(m_room->first).snoozedUntil.isValid()); // it woke
    const bool isTold = std::any_of(told.begin(), told.end(), [&](const QVariantList &arguments) {
        return arguments.first().value<TicketId>() == m_room->first;
    });
    QVERIFY(isTold);
}

void TicketGroupTest::shouldResolveMergedTicketsTogetherAndCountOnce() {
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    // WHEN the one that stands for both is resolved by way of the other
    QVERIFY(desk().resolve(m_room->second, anna()));
    for (const TicketId id : {m_room->first, m_room->second})
        QCOMPARE(m_room->ticket(id).status, TicketStatus::Resolved);
    QVERIFY(m_room->texts(m_room->other).last().contains(u"marked this as solved"_qs));
    const auto figures = figuresBetween(m_room->room->stores().events, {}, {});
    QVERIFY(figures);
    QCOMPARE(figures->humanResolved, 1);
    QCOMPARE(figures->totalQueries, 2); // two customers' questions all the same
    QVERIFY(!desk().resolve(m_room->first, anna()));
}

void TicketGroupTest::shouldGiveBackAndReopenMergedTicketsTogether() {
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    QVERIFY(desk().resolve(m_room->first, anna()));
    // WHEN the first is taken up again, THEN so is the other
    QVERIFY(desk().reopen(mine(), ben()));
    QCOMPARE(m_room->ticket(m_room->second).status, TicketStatus::Claimed);
    QCOMPARE(m_room->conversation(m_room->other).agent, ben());
    // WHEN it is given back, THEN so is the other
    QVERIFY(desk().giveBack(m_room->first, ben()));
    QCOMPARE(m_room->conversation(m_room->other).owner, Owner::Assistant);
    QCOMPARE(m_room->ticket(m_room->second).status, TicketStatus::Returned);
}

void TicketGroupTest::shouldGiveMergedTicketsOneAgent_data() {
    QTest::addColumn<bool>("firstIsAnnas");
    QTest::addColumn<bool>("secondIsBens");
    QTest::newRow("nobody's") << false << false;
    QTest::newRow("the leader's") << true << false;
    QTest::newRow("the merged one's") << false << true;
    QTest::newRow("two agents'") << true << true;
}

void TicketGroupTest::shouldGiveMergedTicketsOneAgent() {
    QFETCH(bool, firstIsAnnas);
    QFETCH(bool, secondIsBens);
    if (firstIsAnnas)
        QVERIFY(desk().claim(m_room->first, anna()));
    if (secondIsBens)
        QVERIFY(desk().claim(m_room->second, ben()));
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    const AgentId expected = firstIsAnnas ? anna() : secondIsBens ? ben() : AgentId{};
    QCOMPARE(m_room->ticket(m_room->first).agent, expected);
    QCOMPARE(m_room->ticket(m_room->second).agent, expected);
    QCOMPARE(m_room->conversation(m_room->other).agent, expected);
    // AND whoever leaves, leaves both
    if (expected.isValid()) {
        QVERIFY(desk().setAvailable(expected, false));
        QCOMPARE(m_room->ticket(m_room->second).status, TicketStatus::Waiting);
        QCOMPARE(m_room->conversation(mine()).owner, Owner::Queue);
    }
}

void TicketGroupTest::shouldMergeWhatWasMergedBefore() {
    const ConversationId third = m_room->room->open();
    const TicketId last = m_room->waiting(third, u"Where is my refund?"_qs);
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    QVERIFY(m_room->care().merge({m_room->first}, last, anna()));
    QCOMPARE(m_room->ticket(m_room->second).mergedInto, last);
    QVERIFY(desk().reply(third, anna(), u"It is on its way."_qs));
    QCOMPARE(m_room->texts(mine()).last(), u"It is on its way."_qs);
    QCOMPARE(m_room->texts(m_room->other).last(), u"It is on its way."_qs);
}

void TicketGroupTest::shouldRefuseToMerge_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("why");
    QTest::newRow("itself") << u"itself"_qs << u"stands for itself"_qs;
    QTest::newRow("a circle") << u"circle"_qs << u"stands for itself"_qs;
    QTest::newRow("a closed one") << u"closed"_qs << u"is closed"_qs;
    QTest::newRow("somebody else's") << u"other"_qs << u"different customers"_qs;
}

void TicketGroupTest::shouldRefuseToMerge() {
    QFETCH(QString, what);
    QFETCH(QString, why);
    TicketId from = m_room->second;
    TicketId into = m_room->first;
    if (what == u"itself"_qs)
        from = into;
    if (what == u"circle"_qs) {
        QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
        std::swap(from, into);
    }
    if (what == u"closed"_qs)
        QVERIFY(desk().resolve(into, anna()));
    if (what == u"other"_qs)
        from = m_room->waiting(desk().open({.name = u"Somebody"_qs})->id, DeskRoom::unknown);
    const auto refused = m_room->care().merge({from}, into, anna());
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(why), qPrintable(refused.error().sentence));
}

void TicketGroupTest::shouldMergeTicketsOfOthersWhenMeant() {
    const TicketId from = m_room->waiting(desk().open({.name = u"Somebody"_qs})->id, DeskRoom::unknown);
    QVERIFY(m_room->care().merge({from}, m_room->first, anna(), true));
    // AND the same address is the same person
    const TicketId again =
        m_room->waiting(desk().open({.name = u"Maya L."_qs, .email = u"Maya@Example.org"_qs})->id, DeskRoom::unknown);
    QVERIFY(m_room->care().merge({again}, m_room->first, anna()));
}

void TicketGroupTest::shouldStandForItselfAgain() {
    QVERIFY(m_room->care().merge({m_room->second}, m_room->first, anna()));
    QVERIFY(m_room->care().unmerge({m_room->second}, anna()));
    const qsizetype before = m_room->messages(m_room->other).size();
    QVERIFY(desk().reply(mine(), anna(), u"Only for you."_qs));
    QCOMPARE(m_room->messages(m_room->other).size(), before);
    QVERIFY(desk().resolve(m_room->first, anna()));
    QVERIFY(m_room->ticket(m_room->second).isOpen());
}

void TicketGroupTest::shouldSplitWhatACustomerWroteFromAMessageOn() {
    QVERIFY(m_room->care().setTags({m_room->first}, {u"billing"_qs}, anna()));
    const TicketId id = split();
    QVERIFY(id.isValid());
    const Ticket ticket = m_room->ticket(id);
    QCOMPARE(ticket.splitFrom, m_room->first);
    QCOMPARE(ticket.question, u"And how do I change my address?"_qs);
    QCOMPARE(ticket.tags, QStringList{u"billing"_qs});
    QCOMPARE(ticket.agent, anna());
    QVERIFY(ticket.conversation != mine());
    QCOMPARE(m_room->conversation(ticket.conversation).customer, m_room->room->customer);
    QVERIFY(m_room->texts(mine()).contains(ticket.question)); // nothing was moved
    QCOMPARE(m_room->texts(ticket.conversation).filter(ticket.question).size(), 1);
    QVERIFY(!m_room->texts(ticket.conversation).contains(DeskRoom::unknown));
    QCOMPARE(m_room->lastChange(id), u"split %1 > %2"_qs.arg(m_room->first.value).arg(id.value));
}

void TicketGroupTest::shouldAnswerASplitTicketInTheFirstConversationToo() {
    const TicketId id = split();
    const ConversationId apart = m_room->ticket(id).conversation;
    QVERIFY(desk().claim(id, ben(), true));
    QVERIFY(desk().reply(apart, ben(), u"Under Profile."_qs));
    QCOMPARE(m_room->texts(mine()).last(), u"Under Profile."_qs);
    QCOMPARE(m_room->messages(mine()).last().agent, ben());
    QCOMPARE(m_room->conversation(mine()).agent, anna()); // still hers
    QVERIFY(!m_room->ticket(m_room->first).firstReplyAt.isValid());
    // AND what the customer writes there concerns both
    QVERIFY(m_room->ticket(id).repliedAt.isValid());
    QVERIFY(desk().receive(mine(), u"Thanks, found it"_qs));
    QVERIFY(!m_room->ticket(id).repliedAt.isValid());
}

void TicketGroupTest::shouldKeepTheAssistantSilentBesideASplitTicket() {
    // GIVEN the first ticket is resolved and what was split from it is not
    const TicketId id = split();
    QVERIFY(desk().resolve(m_room->first, anna()));
    // WHEN the customer writes what the assistant knows
    QVERIFY(m_room->room->say(DeskRoom::known));
    // THEN it keeps still, and the words go to the split ticket
    QCOMPARE(m_room->room->now().owner, Owner::Agent);
    QCOMPARE(m_room->room->ticket().mergedInto, id);
    QVERIFY(!m_room->texts(mine()).contains(DeskRoom::answer()));
    QVERIFY(m_room->room->last().contains(u"joined"_qs));
    // AND the answer reaches them once
    QVERIFY(desk().reply(m_room->ticket(id).conversation, anna(), u"Under Security."_qs));
    QCOMPARE(m_room->texts(mine()).filter(u"Under Security."_qs).size(), 1);
    // AND afterwards the assistant answers again
    QVERIFY(desk().resolve(id, anna()));
    QVERIFY(m_room->room->say(DeskRoom::known));
    QCOMPARE(m_room->room->last(), DeskRoom::answer());
}

void TicketGroupTest::shouldNotGiveBackBesideAnOpenSplit() {
    const TicketId id = split();
    const auto refused = desk().giveBack(m_room->first, anna());
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(u"Ticket %1"_qs.arg(id.value)), qPrintable(refused.error().sentence));
    QVERIFY(desk().resolve(id, anna()));
    QVERIFY(desk().giveBack(m_room->first, anna()));
    // AND taking the split one up again silences the assistant there
    QVERIFY(desk().reopen(m_room->ticket(id).conversation, ben()));
    QCOMPARE(m_room->room->now().owner, Owner::Agent);
    QCOMPARE(m_room->room->ticket().mergedInto, id);
}

void TicketGroupTest::shouldTakeASplitBack() {
    QVERIFY(desk().claim(m_room->first, anna()));
    const auto asked = desk().receive(mine(), u"And how do I change my address?"_qs);
    const auto deed = m_room->care().split(m_room->first, *asked, anna());
    QVERIFY(deed);
    const TicketId id = deed->tickets.last().after.id;
    QVERIFY(m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->ticket(id).status, TicketStatus::Returned);
    QCOMPARE(m_room->conversation(m_room->ticket(id).conversation).owner, Owner::Nobody);
    QVERIFY(desk().giveBack(m_room->first, anna())); // nothing stands beside it any more
    QCOMPARE(figuresBetween(m_room->room->stores().events, {}, {})->humanResolved, 0);
}

void TicketGroupTest::shouldRefuseToSplitAtAnotherMessage() {
    const auto said = m_room->messages(mine());
    QVERIFY(!m_room->care().split(m_room->first, said.last().id, anna())); // not the customer's
    QVERIFY(!m_room->care().split(m_room->first, MessageId{9999}, anna()));
    QVERIFY(!m_room->care().split(m_room->second, said.first().id, anna())); // of another conversation
    QCOMPARE(m_room->room->stores().tickets.tickets({})->size(), 2);
}

} // namespace relaydesk

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    relaydesk::TicketGroupTest inMemory;
    relaydesk::TicketGroupOnDiskTest onDisk;
    return QTest::qExec(&inMemory, argc, argv) + QTest::qExec(&onDisk, argc, argv);
}
#include "ticketgroup_test.moc"
