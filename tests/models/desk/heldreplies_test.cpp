// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Replies that wait a moment: taken back, sent once, kept over a crash, and never in two places at once.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

namespace {

constexpr int seconds = 5;
const QString draft = QStringLiteral("draft.1");
const QString words = QStringLiteral("The second charge is only a hold. It falls away within 5 working days.");

} // namespace

class HeldRepliesTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldKeepAReplyInEveryDetail();
    void shouldSendAfterTheMoment();
    void shouldSendAtOnceWithoutAMoment();
    void shouldPutAReplyBackIntoItsDraft();
    void shouldPutAReplyBeforeWhatWasTypedSince();
    void shouldNotTakeBackWhatTheCustomerHas();
    void shouldSendOnceAfterACrash();
    void shouldResolveWithTheReply();
    void shouldTakeTheResolutionBackAsOneDeed_data();
    void shouldTakeTheResolutionBackAsOneDeed();
    void shouldGiveTheTextBackWhenTheTicketIsGone();
    void shouldHoldOnWhenTheDiskIsFull();
    void shouldSendBeforeTheAgentLeaves();
    void shouldRefuseAnEmptyReply();

  private:
    HeldReply reply(const QString &text = words);
    QString draftNow() { return *m_room->stores().settings.value(draft); }
    QStringList sent(); //!< the agent's messages in the conversation
    QVector<HeldReply> held() { return *readHeld(m_room->stores().settings); }
    void pass(int secondsGone) { m_room->clock.advance(secondsGone * 1000); }
    HeldReplies &replies() { return m_room->desk->held(); }

    std::unique_ptr<DeskRoom> m_room;
};

void HeldRepliesTest::init() {
    m_room = std::make_unique<DeskRoom>();
    QVERIFY(m_room->say(DeskRoom::unknown));
    settle();
    QVERIFY(m_room->ticket().id.isValid());
    QVERIFY(m_room->stores().settings.setValue(draft, words));
}

HeldReply HeldRepliesTest::reply(const QString &text) {
    return {.ticket = m_room->ticket().id,
            .conversation = m_room->conversation,
            .agent = m_room->anna,
            .text = text,
            .draft = draft};
}

QStringList HeldRepliesTest::sent() {
    QStringList texts;
    for (const Message &message : m_room->messages()) {
        if (message.author == Author::Agent)
            texts += message.text;
    }
    return texts;
}

void HeldRepliesTest::shouldKeepAReplyInEveryDetail() {
    HeldReply full = reply();
    full.number = 7;
    full.resolves = true;
    full.teaches = false;
    full.files = {{QString(64, u'a'), QStringLiteral("bill.pdf"), QStringLiteral("application/pdf"), 17, m_room->anna}};
    full.due = m_room->clock.now();
    full.edited = Proposal{.id = {3},
                           .ticket = full.ticket,
                           .kind = LessonKind::BetterAnswer,
                           .article = {4},
                           .versionBefore = 2,
                           .title = QStringLiteral("Charged twice"),
                           .question = QStringLiteral("Why?"),
                           .answer = QStringLiteral("A hold."),
                           .original = words,
                           .removals = {{.start = 3, .length = 4, .kind = QStringLiteral("name")}},
                           .objection = QStringLiteral("too short"),
                           .agent = m_room->anna,
                           .at = m_room->clock.now()};
    QCOMPARE(heldFromJson(heldToJson(full)), full);
    full.edited.reset();
    QCOMPARE(heldFromJson(heldToJson(full)), full);
}

void HeldRepliesTest::shouldSendAfterTheMoment() {
    QSignalSpy changed(&replies(), &HeldReplies::changed);
    QVERIFY(replies().hold(reply(), seconds));
    QCOMPARE(draftNow(), QString());
    pass(seconds - 1);
    QVERIFY(replies().start());
    QCOMPARE(sent(), QStringList());
    pass(1);
    QVERIFY(replies().start());
    QCOMPARE(sent(), QStringList{words});
    QVERIFY(held().isEmpty());
    QCOMPARE(changed.count(), 2);
    QVERIFY(replies().start());
    QCOMPARE(sent().size(), 1);
}

void HeldRepliesTest::shouldSendAtOnceWithoutAMoment() {
    QVERIFY(replies().hold(reply(), 0));
    QCOMPARE(sent(), QStringList{words});
    QVERIFY(held().isEmpty());
    QCOMPARE(draftNow(), QString());
}

void HeldRepliesTest::shouldPutAReplyBackIntoItsDraft() {
    const auto number = replies().hold(reply(), seconds);
    QVERIFY(number);
    const auto taken = replies().takeBack(*number);
    QVERIFY(taken);
    QCOMPARE(taken->text, words);
    QCOMPARE(draftNow(), words);
    pass(seconds);
    QVERIFY(replies().start());
    QCOMPARE(sent(), QStringList());
}

void HeldRepliesTest::shouldPutAReplyBeforeWhatWasTypedSince() {
    const auto number = replies().hold(reply(), seconds);
    QVERIFY(m_room->stores().settings.setValue(draft, QStringLiteral("And one more thing")));
    QVERIFY(replies().takeBack(*number));
    QCOMPARE(draftNow(), words + QStringLiteral("\n\nAnd one more thing"));
}

void HeldRepliesTest::shouldNotTakeBackWhatTheCustomerHas() {
    const auto number = replies().hold(reply(), seconds);
    pass(seconds);
    QVERIFY(replies().start());
    const auto taken = replies().takeBack(*number);
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::NotFound);
    QCOMPARE(draftNow(), QString());
}

void HeldRepliesTest::shouldSendOnceAfterACrash() {
    // GIVEN a reply that was held when the program was killed
    QVERIFY(replies().hold(reply(), seconds));
    m_room->desk.reset();
    pass(seconds);
    // WHEN it is started again, twice
    m_room->desk = m_room->another();
    QVERIFY(m_room->hasStarted());
    m_room->desk = m_room->another();
    // THEN the customer has it, once
    QCOMPARE(sent(), QStringList{words});
    QVERIFY(held().isEmpty());
}

void HeldRepliesTest::shouldResolveWithTheReply() {
    HeldReply last = reply();
    last.resolves = true;
    last.teaches = false;
    const TicketId ticket = last.ticket;
    QVERIFY(replies().hold(last, seconds));
    QVERIFY(m_room->stores().tickets.ticket(ticket)->isOpen());
    pass(seconds);
    QVERIFY(replies().start());
    QCOMPARE(m_room->stores().tickets.ticket(ticket)->status, TicketStatus::Resolved);
    QCOMPARE(sent(), QStringList{words});
    QVERIFY(m_room->stores().proposals.proposals(ticket, {})->isEmpty());
}

void HeldRepliesTest::shouldTakeTheResolutionBackAsOneDeed_data() {
    QTest::addColumn<int>("wait");
    QTest::newRow("after the moment") << seconds;
    QTest::newRow("at once") << 0;
}

void HeldRepliesTest::shouldTakeTheResolutionBackAsOneDeed() {
    QFETCH(int, wait);
    QSignalSpy resolved(&replies(), &HeldReplies::resolved);
    HeldReply last = reply();
    last.resolves = true;
    QVERIFY(replies().hold(last, wait));
    pass(wait);
    QVERIFY(replies().start());
    QCOMPARE(resolved.count(), 1);
    const Deed deed = resolved.first().at(1).value<Deed>();
    QVERIFY(deed.sentence.contains(QString::number(last.ticket.value)));
    QCOMPARE(m_room->stores().proposals.proposals(last.ticket, ProposalStatus::Pending)->size() +
                 m_room->stores().proposals.proposals(last.ticket, ProposalStatus::Published)->size(),
             1);
    // WHEN it is taken back
    QVERIFY(m_room->desk->care().undo(deed, m_room->anna));
    // THEN the ticket is the agent's and open, and it is the customer's turn: what was said stays said
    const Ticket open = *m_room->stores().tickets.ticket(last.ticket);
    QCOMPARE(open.status, TicketStatus::Claimed);
    QCOMPARE(open.agent, m_room->anna);
    QVERIFY(open.repliedAt.isValid());
    QCOMPARE(m_room->now().owner, Owner::Agent);
    QCOMPARE(sent(), QStringList{words});
    QVERIFY(m_room->stores().proposals.proposals(last.ticket, ProposalStatus::Pending)->isEmpty());
    QVERIFY(m_room->stores().proposals.proposals(last.ticket, ProposalStatus::Published)->isEmpty());
}

void HeldRepliesTest::shouldGiveTheTextBackWhenTheTicketIsGone() {
    HeldReply last = reply();
    last.resolves = true;
    QVERIFY(replies().hold(last, seconds));
    // WHEN somebody else resolves the ticket meanwhile
    QVERIFY(m_room->desk->resolve(last.ticket, m_room->ben));
    QSignalSpy returned(&replies(), &HeldReplies::returned);
    pass(seconds);
    QVERIFY(replies().start());
    // THEN nothing was said, and the words are in the draft
    QCOMPARE(returned.count(), 1);
    QCOMPARE(sent(), QStringList());
    QCOMPARE(draftNow(), words);
    QVERIFY(held().isEmpty());
}

void HeldRepliesTest::shouldHoldOnWhenTheDiskIsFull() {
    QVERIFY(replies().hold(reply(), seconds));
    pass(seconds);
    QSignalSpy failed(m_room->desk.get(), &Desk::failed);
    m_room->fused.setWritesLeft(0);
    QVERIFY(replies().start());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(held().size(), 1);
    QCOMPARE(sent(), QStringList());
    m_room->fused.setWritesLeft(-1);
    QVERIFY(replies().start());
    QCOMPARE(sent(), QStringList{words});
}

void HeldRepliesTest::shouldSendBeforeTheAgentLeaves() {
    QVERIFY(replies().hold(reply(), seconds));
    QVERIFY(replies().sendNow(m_room->ben));
    QCOMPARE(sent(), QStringList());
    QVERIFY(replies().sendNow(m_room->anna));
    QCOMPARE(sent(), QStringList{words});
}

void HeldRepliesTest::shouldRefuseAnEmptyReply() {
    const auto refused = replies().hold(reply(QStringLiteral("  ")), seconds);
    QVERIFY(!refused);
    QCOMPARE(draftNow(), words);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::HeldRepliesTest)
#include "heldreplies_test.moc"
