// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How an episode ends and how the next begins: confirmed, silent, resolved, given back, reopened.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskEndingsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCloseWhenTheCustomerConfirms_data();
    void shouldCloseWhenTheCustomerConfirms();
    void shouldCloseSilentConversationsUnconfirmed();
    void shouldGiveBackWithACleanSlate_data();
    void shouldGiveBackWithACleanSlate();
    void shouldNotJudgeAnAnswerOfAnEarlierEpisode();
    void shouldCloseWhatAnAgentResolves_data();
    void shouldCloseWhatAnAgentResolves();
    void shouldStartANewEpisodeWhenAClosedCustomerWrites();
    void shouldReopenTheTicketOfTheSameEpisode();
    void shouldReopenWhatTheAssistantClosedWithATicketOfItsOwn();
    void shouldNotReopenATicketOfAnEarlierEpisode();
};

void DeskEndingsTest::shouldCloseWhenTheCustomerConfirms_data() {
    QTest::addColumn<QString>("yes");
    QTest::newRow("by button") << QString();
    QTest::newRow("in a word") << u"Yes!"_qs;
    QTest::newRow("in words") << u"that worked, thanks"_qs;
}

void DeskEndingsTest::shouldCloseWhenTheCustomerConfirms() {
    QFETCH(QString, yes);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(yes.isEmpty() ? room.desk->solved(room.conversation, true).has_value() : room.say(yes));
    QCOMPARE(room.now().owner, Owner::Nobody);
    QCOMPARE(room.now().closing, Closing::Confirmed);
    QCOMPARE(room.events(EventKind::Closed).first().data.value(u"closing"_qs).toString(), u"confirmed"_qs);
    QCOMPARE(room.events(EventKind::Feedback).first().data.value(u"outcome"_qs).toString(), u"yes"_qs);
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, (TrackRecord{1, 1}));
    QCOMPARE(room.desk->knowledge().known(ArticleId{1})->record, (TrackRecord{1, 1}));
    QVERIFY(!room.desk->solved(room.conversation, true)); // counts once
    QCOMPARE(room.events(EventKind::Feedback).size(), 1);
}

void DeskEndingsTest::shouldCloseSilentConversationsUnconfirmed() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    room.clock.advance(23 * 3600 * 1000);
    const ConversationId young = room.open();
    QVERIFY(room.desk->receive(young, u"How do I export reports as CSV?"_qs));
    QCOMPARE(*room.desk->closeSilent(), 0);
    room.clock.advance(2 * 3600 * 1000);
    QCOMPARE(*room.desk->closeSilent(), 1);
    QCOMPARE(room.now().owner, Owner::Nobody);
    QCOMPARE(room.now().closing, Closing::Unconfirmed);
    QVERIFY(room.events(EventKind::Feedback).isEmpty());
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, TrackRecord{}); // silence is no outcome
    QCOMPARE(room.stores().conversations.conversation(young)->owner, Owner::Assistant);
    QCOMPARE(*room.desk->closeSilent(), 0);
}

void DeskEndingsTest::shouldGiveBackWithACleanSlate_data() {
    QTest::addColumn<bool>("claimed");
    QTest::newRow("from the queue") << false;
    QTest::newRow("from an agent") << true;
}

void DeskEndingsTest::shouldGiveBackWithACleanSlate() {
    QFETCH(bool, claimed);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"no"));
    const TicketId ticket = room.ticket().id;
    if (claimed)
        QVERIFY(room.desk->claim(ticket, room.anna));
    QVERIFY(room.desk->giveBack(ticket, room.anna));
    QCOMPARE(room.now().owner, Owner::Assistant);
    QCOMPARE(room.now().episode, 2);
    QVERIFY(!room.now().agent.isValid());
    QCOMPARE(room.stores().tickets.ticket(ticket)->status, TicketStatus::Returned);
    QVERIFY(room.stores().tickets.ticket(ticket)->endedAt.isValid());
    QCOMPARE(room.events(EventKind::Returned).size(), 1);
    QVERIFY(room.last().contains(u"assistant is back"_qs));
    QVERIFY(room.say(DeskRoom::known)); // asked before, but in another episode: no repetition
    QCOMPARE(room.last(), DeskRoom::answer());
    QVERIFY(!room.desk->giveBack(ticket, room.anna));
    QVERIFY(!room.desk->resolve(ticket, room.anna));
}

void DeskEndingsTest::shouldNotJudgeAnAnswerOfAnEarlierEpisode() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"Did that help?"_qs));
    QVERIFY(room.desk->giveBack(room.ticket().id, room.anna));
    QVERIFY(room.desk->askForPerson(room.conversation));
    QVERIFY(room.events(EventKind::Feedback).isEmpty());
}

void DeskEndingsTest::shouldCloseWhatAnAgentResolves_data() { shouldGiveBackWithACleanSlate_data(); }

void DeskEndingsTest::shouldCloseWhatAnAgentResolves() {
    QFETCH(bool, claimed);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId ticket = room.ticket().id;
    if (claimed)
        QVERIFY(room.desk->claim(ticket, room.anna));
    QVERIFY(room.desk->resolve(ticket, room.anna));
    QCOMPARE(room.now().owner, Owner::Nobody);
    QCOMPARE(room.now().closing, Closing::Resolved);
    QCOMPARE(room.stores().tickets.ticket(ticket)->status, TicketStatus::Resolved);
    QCOMPARE(room.stores().tickets.ticket(ticket)->agent, room.anna);
    QVERIFY(room.last().contains(u"Anna Berg marked this as solved"_qs));
    // Twice counts once
    const auto again = room.desk->resolve(ticket, room.anna);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QCOMPARE(room.events(EventKind::Resolved).size(), 1);
    QVERIFY(!room.desk->reply(room.conversation, room.anna, u"One more thing"_qs));
}

void DeskEndingsTest::shouldStartANewEpisodeWhenAClosedCustomerWrites() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"yes"));
    QVERIFY(room.say(DeskRoom::known)); // the same again is no repetition now
    QCOMPARE(room.now().owner, Owner::Assistant);
    QCOMPARE(room.now().episode, 2);
    QCOMPARE(room.now().closing, Closing::Open);
    QCOMPARE(room.last(), DeskRoom::answer());
    QCOMPARE(room.messages().last().episode, 2);
    QVERIFY(room.say(u"yes"));
    QVERIFY(room.desk->askForPerson(room.conversation)); // also without a word
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.now().episode, 3);
}

void DeskEndingsTest::shouldReopenTheTicketOfTheSameEpisode() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId ticket = room.ticket().id;
    QVERIFY(room.desk->resolve(ticket, room.anna));
    QVERIFY(room.desk->reopen(room.conversation, room.ben));
    QCOMPARE(room.now().owner, Owner::Agent);
    QCOMPARE(room.now().agent, room.ben);
    QCOMPARE(room.now().closing, Closing::Open);
    QCOMPARE(room.ticket().id, ticket);
    QCOMPARE(room.ticket().status, TicketStatus::Claimed);
    QVERIFY(!room.ticket().endedAt.isValid());
    QCOMPARE(room.events(EventKind::Reopened).size(), 1);
    QCOMPARE(room.events(EventKind::Handoff).size(), 1);
    QVERIFY(room.last().contains(u"Ben Ode joined"_qs));
    QVERIFY(!room.desk->reopen(room.conversation, room.anna));
    QVERIFY(room.desk->resolve(ticket, room.ben));
}

void DeskEndingsTest::shouldReopenWhatTheAssistantClosedWithATicketOfItsOwn() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"yes"));
    QVERIFY(room.desk->reopen(room.conversation, room.anna));
    QCOMPARE(room.category(), HandoffCategory::TakenOver);
    QCOMPARE(room.ticket().episode, room.now().episode);
    QVERIFY(!room.ticket().summary.isEmpty());
    QCOMPARE(room.events(EventKind::Handoff).size(), 1);
}

void DeskEndingsTest::shouldNotReopenATicketOfAnEarlierEpisode() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId first = room.ticket().id;
    QVERIFY(room.desk->resolve(first, room.anna));
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"yes"));
    QVERIFY(room.desk->reopen(room.conversation, room.anna));
    QVERIFY(room.ticket().id != first);
    QCOMPARE(room.stores().tickets.ticket(first)->status, TicketStatus::Resolved);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskEndingsTest)
#include "deskendings_test.moc"
