// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The state table row by row, with everything that a row does: messages, ticket, owner, events.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskStatesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAnswerWhatItKnowsAtOnce();
    void shouldHandOverAndSayWhy_data();
    void shouldHandOverAndSayWhy();
    void shouldHandOverWhenTheCustomerSaysNo_data();
    void shouldHandOverWhenTheCustomerSaysNo();
    void shouldHandOverARepeatedQuestion();
    void shouldPutARepetitionDownToTheAnswerItRepeats();
    void shouldHandOverAfterTooManyTurns();
    void shouldGiveTheConversationToAnAgentWhoWrites();
    void shouldTellAWaitingCustomerOnce_data();
    void shouldTellAWaitingCustomerOnce();
    void shouldGiveAWaitingTicketToWhoClaimsOrReplies_data();
    void shouldGiveAWaitingTicketToWhoClaimsOrReplies();
    void shouldPassTheCustomersWordsToTheAgent();
    void shouldLetAnotherAgentTakeOverWhenMeant();
    void shouldReturnToTheQueueWhenTheAgentLeaves_data();
    void shouldReturnToTheQueueWhenTheAgentLeaves();
    void shouldGivePeopleOnlyWhatIsTheirs();
};

void DeskStatesTest::shouldAnswerWhatItKnowsAtOnce() {
    DeskRoom room;
    QVERIFY(room.hasStarted());
    QVERIFY(room.say(DeskRoom::known));
    QCOMPARE(room.last(), DeskRoom::answer());
    QCOMPARE(room.now().owner, Owner::Assistant);
    QVERIFY(room.now().asked);
    QVERIFY(!room.now().answering);
    QCOMPARE(room.model.calls(), 0);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
    QCOMPARE(*room.verdict().answer, DeskRoom::answer());
    QVERIFY(room.verdict().confidence.score >= 0.60);
    QCOMPARE(room.events(EventKind::Message).size(), 2);
    QVERIFY(!room.ticket().id.isValid());
}

void DeskStatesTest::shouldHandOverAndSayWhy_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<HandoffCategory>("category");
    QTest::newRow("nothing known") << DeskRoom::unknown << HandoffCategory::MissingKnowledge;
    QTest::newRow("a tie") << DeskRoom::twofold << HandoffCategory::Ambiguous;
    QTest::newRow("half known") << DeskRoom::halfKnown << HandoffCategory::LowConfidence;
    QTest::newRow("a person wanted") << u"Let me talk to a person"_qs << HandoffCategory::CustomerRequest;
}

void DeskStatesTest::shouldHandOverAndSayWhy() {
    QFETCH(QString, message);
    QFETCH(HandoffCategory, category);
    // GIVEN a desk without a model
    DeskRoom room(false);
    // WHEN the customer writes
    QVERIFY(room.say(message));
    // THEN a ticket waits with reason, question and summary, and the customer is told
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.category(), category);
    QCOMPARE(room.ticket().status, TicketStatus::Waiting);
    QCOMPARE(room.ticket().question, message);
    QVERIFY(!room.ticket().summary.isEmpty());
    QVERIFY(!room.ticket().reason.sentence.isEmpty());
    QVERIFY(room.ticket().verdict.isValid());
    QVERIFY(room.last().contains(u"connecting you with a person"_qs));
    QCOMPARE(room.messages().last().author, Author::Assistant);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
    QVERIFY(!room.verdict().answer);
    const QVector<Event> handoffs = room.events(EventKind::Handoff);
    QCOMPARE(handoffs.size(), 1);
    QCOMPARE(handoffs.first().ticket, room.ticket().id);
    QCOMPARE(handoffs.first().data.value(u"category"_qs).toString(), keyOf(category));
}

void DeskStatesTest::shouldHandOverWhenTheCustomerSaysNo_data() {
    QTest::addColumn<QString>("no");
    QTest::newRow("by button") << QString();
    QTest::newRow("in a word") << u"no"_qs;
    QTest::newRow("in words") << u"No, I meant the app"_qs;
}

void DeskStatesTest::shouldHandOverWhenTheCustomerSaysNo() {
    QFETCH(QString, no);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(no.isEmpty() ? room.desk->solved(room.conversation, false).has_value() : room.say(no));
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.ticket().question, DeskRoom::known);
    QCOMPARE(room.category(), HandoffCategory::NotSolved);
    QVERIFY(room.ticket().reason.sentence.contains(u"did not solve it"_qs));
    QCOMPARE(room.events(EventKind::Verdict).size(), 1); // one query, answered and then denied
    const QVector<Event> feedback = room.events(EventKind::Feedback);
    QCOMPARE(feedback.size(), 1);
    QCOMPARE(feedback.first().data.value(u"outcome"_qs).toString(), u"no"_qs);
    const auto article = *room.stores().articles.article(feedback.first().article);
    QCOMPARE(article.record, (TrackRecord{1, 0}));
    QVERIFY(!room.desk->solved(room.conversation, false)); // it is said already
}

void DeskStatesTest::shouldHandOverARepeatedQuestion() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"How can I reset the password?"));
    QCOMPARE(room.category(), HandoffCategory::Repetition);
    QCOMPARE(room.events(EventKind::Feedback).first().data.value(u"outcome"_qs).toString(), u"repeated"_qs);
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, TrackRecord{}); // no verified outcome
    QVERIFY(room.verdict().draft.contains(u"Reset password"_qs));                  // still of use to the agent
}

void DeskStatesTest::shouldPutARepetitionDownToTheAnswerItRepeats() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"How do I export reports as CSV?"));
    QVERIFY(room.say(DeskRoom::known));
    QCOMPARE(room.category(), HandoffCategory::Repetition);
    const EventId first = room.events(EventKind::Verdict).first().id;
    const QVector<Event> feedback = room.events(EventKind::Feedback);
    QCOMPARE(feedback.size(), 1);
    QCOMPARE(feedback.first().data.value(u"verdict"_qs).toInteger(), first.value);
}

void DeskStatesTest::shouldHandOverAfterTooManyTurns() {
    // GIVEN a desk where the assistant may speak twice
    DeskRoom room;
    QVERIFY(room.desk->setSetting(u"turns.most"_qs, u"2"_qs));
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"How do I export reports as CSV?"));
    QCOMPARE(room.now().owner, Owner::Assistant);
    // WHEN a third question comes, however well known
    QVERIFY(room.say(u"How do I export reports as PDF?"));
    // THEN a person takes over
    QCOMPARE(room.category(), HandoffCategory::TurnLimit);
    // AND the budget is fresh after a person gave the conversation back
    QVERIFY(room.desk->giveBack(room.ticket().id, room.anna));
    QVERIFY(room.say(u"How do I export reports as PDF?"));
    QCOMPARE(room.now().owner, Owner::Assistant);
}

void DeskStatesTest::shouldGiveTheConversationToAnAgentWhoWrites() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    const auto sent = room.desk->reply(room.conversation, room.anna, u"  Let me look.\u0007 "_qs);
    QVERIFY(sent);
    QCOMPARE(room.now().owner, Owner::Agent);
    QCOMPARE(room.now().agent, room.anna);
    QVERIFY(!room.now().asked);
    QCOMPARE(room.last(), u"Let me look."_qs);
    QCOMPARE(room.messages().last().agent, room.anna);
    QVERIFY(room.messages()[2].text.contains(u"Anna Berg joined"_qs)); // told, before the agent speaks
    QCOMPARE(room.category(), HandoffCategory::TakenOver);
    QCOMPARE(room.ticket().status, TicketStatus::Claimed);
    QCOMPARE(room.ticket().question, DeskRoom::known);
    QVERIFY(!room.ticket().summary.isEmpty());
    QCOMPARE(room.events(EventKind::Handoff).size(), 1);
    QCOMPARE(room.events(EventKind::Claimed).size(), 1);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1); // the query was answered; nothing else was open
}

void DeskStatesTest::shouldTellAWaitingCustomerOnce_data() {
    QTest::addColumn<bool>("available");
    QTest::addColumn<QString>("handedOver");
    QTest::addColumn<QString>("waiting");
    QTest::newRow("somebody is there") << true << u"I am connecting you with a person"_qs
                                       << u"as soon as one is free"_qs;
    QTest::newRow("nobody is there") << false << u"Nobody is at the desk"_qs << u"as soon as one is back"_qs;
}

void DeskStatesTest::shouldTellAWaitingCustomerOnce() {
    QFETCH(bool, available);
    QFETCH(QString, handedOver);
    QFETCH(QString, waiting);
    DeskRoom room;
    for (const AgentId agent : {room.anna, room.ben})
        QVERIFY(room.desk->setAvailable(agent, available));
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.last().contains(handedOver));
    QVERIFY(room.say(u"It was 19.90"));
    QVERIFY(room.last().contains(waiting));
    QCOMPARE(room.messages().last().author, Author::System);
    const qsizetype told = room.messages().size();
    QVERIFY(room.say(DeskRoom::known)); // the assistant keeps still, although it knows
    QCOMPARE(room.messages().size(), told + 1);
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
}

void DeskStatesTest::shouldGiveAWaitingTicketToWhoClaimsOrReplies_data() {
    QTest::addColumn<bool>("claims");
    QTest::newRow("claims") << true;
    QTest::newRow("replies") << false;
}

void DeskStatesTest::shouldGiveAWaitingTicketToWhoClaimsOrReplies() {
    QFETCH(bool, claims);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId ticket = room.ticket().id;
    QVERIFY(claims ? room.desk->claim(ticket, room.anna).has_value()
                   : room.desk->reply(room.conversation, room.anna, u"I am on it."_qs).has_value());
    QCOMPARE(room.now().owner, Owner::Agent);
    QCOMPARE(room.now().agent, room.anna);
    QCOMPARE(room.ticket().id, ticket);
    QCOMPARE(room.ticket().agent, room.anna);
    QCOMPARE(room.events(EventKind::Claimed).size(), 1);
    QVERIFY(room.desk->claim(ticket, room.anna)); // again is fine, and nothing new
    QCOMPARE(room.events(EventKind::Claimed).size(), 1);
}

void DeskStatesTest::shouldPassTheCustomersWordsToTheAgent() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.desk->claim(room.ticket().id, room.anna));
    const qsizetype before = room.messages().size();
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.say(u"yes"));
    QVERIFY(room.say(u"agent please"));
    QCOMPARE(room.messages().size(), before + 3); // nobody answers in the agent's place
    QCOMPARE(room.now().owner, Owner::Agent);
    QVERIFY(room.desk->askForPerson(room.conversation));
    QVERIFY(room.last().contains(u"Anna Berg has your question"_qs));
}

void DeskStatesTest::shouldLetAnotherAgentTakeOverWhenMeant() {
    // GIVEN Anna's ticket
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId ticket = room.ticket().id;
    QVERIFY(room.desk->claim(ticket, room.anna));
    const qsizetype before = room.messages().size();
    // WHEN Ben writes or claims without meaning it, THEN he is told whose it is and nothing happens
    for (const auto &refused :
         {room.desk->claim(ticket, room.ben),
          Result<void>(room.desk->reply(room.conversation, room.ben, u"Hi"_qs).map([](MessageId) {})),
          room.desk->giveBack(ticket, room.ben),
          Result<void>(room.desk->resolve(ticket, room.ben).map([](const auto &) {}))}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY2(refused.error().sentence.contains(u"Anna Berg"_qs), qPrintable(refused.error().sentence));
    }
    QCOMPARE(room.messages().size(), before);
    QCOMPARE(room.now().agent, room.anna);
    // WHEN he means it, THEN it is his and the customer is told
    QVERIFY(room.desk->claim(ticket, room.ben, true));
    QCOMPARE(room.now().agent, room.ben);
    QCOMPARE(room.ticket().agent, room.ben);
    QVERIFY(room.last().contains(u"Ben Ode joined"_qs));
    QCOMPARE(room.events(EventKind::Claimed).last().data.value(u"from"_qs).toInteger(), room.anna.value);
}

void DeskStatesTest::shouldReturnToTheQueueWhenTheAgentLeaves_data() {
    QTest::addColumn<bool>("isAway");
    QTest::newRow("quits") << false;
    QTest::newRow("goes away") << true;
}

void DeskStatesTest::shouldReturnToTheQueueWhenTheAgentLeaves() {
    QFETCH(bool, isAway);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.say(u"Hello?"));
    const TicketId ticket = room.ticket().id;
    QVERIFY(room.desk->claim(ticket, room.anna));
    if (isAway)
        QVERIFY(room.desk->setAvailable(room.anna, false));
    else
        QCOMPARE(*room.desk->release(room.anna), 1);
    QCOMPARE(room.now().owner, Owner::Queue);
    QVERIFY(!room.now().agent.isValid());
    QCOMPARE(room.ticket().id, ticket);
    QCOMPARE(room.ticket().status, TicketStatus::Waiting);
    QVERIFY(!room.ticket().agent.isValid());
    QVERIFY(room.last().contains(u"Anna Berg had to leave"_qs));
    QCOMPARE(room.events(EventKind::Released).size(), 1);
    QVERIFY(room.say(u"Still there?"));
    QVERIFY(room.last().contains(u"I have added that"_qs)); // a new wait, told once again
    QCOMPARE(*room.desk->release(room.anna), 0);
}

void DeskStatesTest::shouldGivePeopleOnlyWhatIsTheirs() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    const TicketId ticket = room.ticket().id;
    for (const auto &refused :
         {room.desk->claim(TicketId{99}, room.anna), room.desk->claim(ticket, AgentId{99}),
          room.desk->reopen(room.conversation, room.anna), room.desk->askForPerson(ConversationId{99}),
          room.desk->solved(room.conversation, true)})
        QVERIFY(!refused && !refused.error().sentence.isEmpty());
    QVERIFY(!room.desk->open({.id = CustomerId{99}}));
    QVERIFY(!room.desk->reply(room.conversation, room.anna, u" \n "_qs));
    QVERIFY(!room.say(u" \u0007 "));
    QVERIFY(!room.say(QString(CustomerSide::longestMessage + 1, u'a')));
    QVERIFY(room.say(QString(CustomerSide::longestMessage, u'a')));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskStatesTest)
#include "deskstates_test.moc"
