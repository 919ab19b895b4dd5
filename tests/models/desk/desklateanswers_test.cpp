// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Answers that come too late, twice, or after a crash: one is posted, or none.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskLateAnswersTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldDropAnAnswerThatComesTooLate_data();
    void shouldDropAnAnswerThatComesTooLate();
    void shouldDropTheAnswerWhenAnotherProcessTookOver();
    void shouldDropTheAnswerWhenAnotherProcessHasANewerOne();
    void shouldTakeUpAfterACrash_data();
    void shouldTakeUpAfterACrash();
    void shouldNotForgetAJobThatAListenerCausesToOverlap();
    void shouldTakeUpATurnThatCouldNotBeStored();
};

void DeskLateAnswersTest::shouldDropAnAnswerThatComesTooLate_data() {
    QTest::addColumn<QString>("meanwhile");
    for (const char *what : {"an agent writes", "a person is asked for", "another episode"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void DeskLateAnswersTest::shouldDropAnAnswerThatComesTooLate() {
    QFETCH(QString, meanwhile);
    // GIVEN a running job
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    // WHEN the conversation goes elsewhere before the model answers
    if (meanwhile == u"an agent writes"_qs) {
        QVERIFY(room.desk->reply(room.conversation, room.anna, u"I have it."_qs));
    } else {
        QVERIFY(room.desk->askForPerson(room.conversation));
        if (meanwhile == u"another episode"_qs)
            QVERIFY(room.desk->giveBack(room.ticket().id, room.anna));
    }
    const qsizetype before = room.messages().size();
    const Conversation stood = room.now();
    room.model.answer(0, DeskRoom::written());
    settle();
    // THEN nothing changes but the log
    QCOMPARE(room.messages().size(), before);
    QCOMPARE(room.now(), stood);
    QCOMPARE(room.events(EventKind::Dropped).size(), 1);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1); // the turn that a person took
    QCOMPARE(room.verdict().question, DeskRoom::halfKnown);
}

void DeskLateAnswersTest::shouldDropTheAnswerWhenAnotherProcessTookOver() {
    // GIVEN two desks on one database, the first waiting for the model
    DeskRoom room;
    const auto other = room.another();
    QVERIFY(room.say(DeskRoom::halfKnown)); // after the second one started: it leaves that turn alone
    const int calls = room.model.calls();
    // WHEN an agent writes at the second one
    QVERIFY(other->reply(room.conversation, room.ben, u"I have it."_qs));
    room.model.answer(0, DeskRoom::written());
    settle();
    // THEN the first one, which heard nothing of it, drops the answer
    QCOMPARE(room.last(), u"I have it."_qs);
    QCOMPARE(room.events(EventKind::Dropped).size(), 1);
    QCOMPARE(room.events(EventKind::Dropped).first().data.value(u"reason"_qs).toString(), u"late"_qs);
    QCOMPARE(room.model.calls(), calls);
}

void DeskLateAnswersTest::shouldDropTheAnswerWhenAnotherProcessHasANewerOne() {
    // GIVEN a turn whose second half came in at another desk
    DeskRoom room;
    const auto other = room.another();
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(other->receive(room.conversation, u"my password"_qs));
    // WHEN the answer to the first half comes, THEN it is dropped
    room.model.answer(0, DeskRoom::written());
    settle();
    QCOMPARE(room.messages().size(), 2);
    QVERIFY(room.now().answering);
    QCOMPARE(room.events(EventKind::Dropped).size(), 1);
    // WHEN the answer to all of it comes, THEN it is posted
    room.model.answer(1, DeskRoom::written());
    settle();
    QCOMPARE(room.messages().size(), 3);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
}

void DeskLateAnswersTest::shouldTakeUpAfterACrash_data() {
    QTest::addColumn<bool>("hasModel");
    QTest::newRow("and answer") << true;
    QTest::newRow("and hand over") << false;
}

void DeskLateAnswersTest::shouldTakeUpAfterACrash() {
    QFETCH(bool, hasModel);
    // GIVEN a desk that ends in the middle of an answer
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(room.say(u"my password"));
    room.desk.reset();
    QVERIFY(room.model.isCancelled(1));
    QVERIFY(room.now().answering);
    // WHEN another one starts on the same stores
    room.desk = room.another(hasModel);
    QVERIFY(room.hasStarted());
    // THEN the open turn is answered or handed over, whole
    if (hasModel) {
        QCOMPARE(room.model.calls(), 3);
        room.model.answer(2, DeskRoom::written());
        room.model.answer(1, u"late"_qs);
        settle();
        QCOMPARE(room.last(), DeskRoom::writtenPlain());
    } else {
        QCOMPARE(room.now().owner, Owner::Queue);
    }
    QVERIFY(!room.now().answering);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
    QCOMPARE(room.verdict().question, DeskRoom::halfKnown + QStringLiteral("\nmy password"));
    QCOMPARE(room.another()->knowledge().live().size(), 3);
}

void DeskLateAnswersTest::shouldNotForgetAJobThatAListenerCausesToOverlap() {
    // GIVEN somebody who, told of a message, has another customer write at once
    DeskRoom room;
    const ConversationId other = room.open();
    bool wrote = false;
    connect(room.desk.get(), &Desk::messagePosted, this, [&](const Message &) {
        if (!std::exchange(wrote, true))
            QVERIFY(room.desk->receive(other, DeskRoom::known));
    });
    // WHEN a customer writes what needs the model
    QVERIFY(room.say(DeskRoom::halfKnown));
    // THEN both are looked after
    QCOMPARE(room.model.calls(), 1);
    QVERIFY(room.desk->isAnswering(room.conversation));
    QCOMPARE(room.stores().conversations.messages(other, {}, 10)->last().text, DeskRoom::answer());
}

void DeskLateAnswersTest::shouldTakeUpATurnThatCouldNotBeStored() {
    // GIVEN an answer that cannot be written down when it comes
    DeskRoom room;
    QSignalSpy failed(room.desk.get(), &Desk::failed);
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.fused.setWritesLeft(0);
    room.model.answer(0, DeskRoom::written());
    settle();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Failure>().sentence, FusedStores::sentence());
    QVERIFY(room.now().answering);
    QCOMPARE(room.messages().size(), 1);
    // WHEN the next housekeeping comes
    QVERIFY(room.desk->closeSilent());
    // THEN the turn is taken up again
    QCOMPARE(room.model.calls(), 2);
    room.model.answer(1, DeskRoom::written());
    settle();
    QCOMPARE(room.last(), DeskRoom::writtenPlain());
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskLateAnswersTest)
#include "desklateanswers_test.moc"
