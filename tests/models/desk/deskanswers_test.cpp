// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What becomes of a question that the language model is asked, whatever happens meanwhile.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskAnswersTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldPostWhatTheModelWroteOnceItIsChecked();
    void shouldStreamTheDraftOfTheRunningJobOnly();
    void shouldGiveAWeakAnswerToTheAgentAsADraft();
    void shouldHandOverWhereTheModelKnowsNothing();
    void shouldHandOverWithTheSentenceWhenTheModelFails_data();
    void shouldHandOverWithTheSentenceWhenTheModelFails();
    void shouldHandOverWhenTheModelsSideBreaksOff();
    void shouldDecideAloneWithoutAModel_data();
    void shouldDecideAloneWithoutAModel();
    void shouldHandOverWhenTheKnowledgeCannotBeSearched();
    void shouldTakeABurstForOneTurn();
    void shouldLetAnInstantAnswerStandForWhatIsAddedToIt_data();
    void shouldLetAnInstantAnswerStandForWhatIsAddedToIt();
    void shouldTakeThanksInABurstForAPartOfIt();
    void shouldLetTheCustomerAskForAPersonAtAnyMoment_data();
    void shouldLetTheCustomerAskForAPersonAtAnyMoment();
    void shouldKnowThatItIsAnsweringWhenItSaysSo();
};

void DeskAnswersTest::shouldPostWhatTheModelWroteOnceItIsChecked() {
    // GIVEN a question the knowledge half knows
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    // THEN the model is asked and nothing is posted yet
    QCOMPARE(room.model.calls(), 1);
    QCOMPARE(room.model.question(0), DeskRoom::halfKnown);
    QVERIFY(room.now().answering);
    QVERIFY(room.desk->isAnswering(room.conversation));
    QCOMPARE(room.messages().size(), 1);
    QVERIFY(room.events(EventKind::Verdict).isEmpty());
    // WHEN it answers well
    room.model.answer(0, DeskRoom::written());
    settle();
    // THEN the customer gets it, without the marks of its sources
    QCOMPARE(room.last(), DeskRoom::writtenPlain());
    QCOMPARE(room.now().owner, Owner::Assistant);
    QVERIFY(!room.now().answering);
    QVERIFY(room.now().asked);
    QVERIFY(!room.desk->isAnswering(room.conversation));
    QVERIFY(room.verdict().written);
    QVERIFY(!room.verdict().article.isValid());
    QCOMPARE(room.verdict().confidence.factors.last().name, u"grounding"_qs);
    // AND its outcome is not put down to an article
    QVERIFY(room.say(u"yes"));
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, TrackRecord{});
}

void DeskAnswersTest::shouldStreamTheDraftOfTheRunningJobOnly() {
    DeskRoom room;
    QStringList pieces;
    connect(room.desk.get(), &Desk::draftGrew, this, [&](ConversationId, const QString &piece) { pieces += piece; });
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.stream(0, u"Op"_qs);
    QVERIFY(room.say(u"my password"));
    room.model.stream(0, u"old"_qs);
    room.model.stream(1, u"en"_qs);
    QCOMPARE(pieces.join(u'|'), u"Op|en"_qs);
    room.desk.reset();
    room.model.stream(1, u"nobody listens"_qs); // and nothing breaks
    QCOMPARE(pieces.size(), 2);
}

void DeskAnswersTest::shouldGiveAWeakAnswerToTheAgentAsADraft() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.answer(0, u"I'm not sure, it might be the 99 euro plan, maybe."_qs);
    settle();
    QCOMPARE(room.category(), HandoffCategory::LowConfidence);
    QCOMPARE(room.verdict().draft, u"I'm not sure, it might be the 99 euro plan, maybe."_qs);
    QVERIFY(room.ticket().reason.sentence.contains(u"stands in no article"_qs));
    for (const Message &message : room.messages())
        QVERIFY(!message.text.contains(u"99 euro"_qs));
}

void DeskAnswersTest::shouldHandOverWhereTheModelKnowsNothing() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.answer(0, u"NO_ANSWER"_qs);
    settle();
    QCOMPARE(room.category(), HandoffCategory::MissingKnowledge);
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
}

void DeskAnswersTest::shouldHandOverWithTheSentenceWhenTheModelFails_data() {
    QTest::addColumn<QString>("sentence");
    QTest::newRow("silence") << u"Hugging Face did not answer in 20 s."_qs;
    QTest::newRow("token") << u"Hugging Face refused the token."_qs;
    QTest::newRow("empty") << QString();
}

void DeskAnswersTest::shouldHandOverWithTheSentenceWhenTheModelFails() {
    QFETCH(QString, sentence);
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.fail(0, sentence);
    settle();
    QCOMPARE(room.category(), HandoffCategory::ModelFailure);
    QCOMPARE(room.ticket().reason.sentence, sentence);
    QVERIFY(room.last().contains(u"cannot look that up"_qs));
    QVERIFY(!room.now().answering);
    QCOMPARE(room.verdict().draft, DeskRoom::answer()); // the closest article still helps the agent
}

void DeskAnswersTest::shouldHandOverWhenTheModelsSideBreaksOff() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    room.model.breakOff(0);
    settle();
    QCOMPARE(room.category(), HandoffCategory::ModelFailure);
    QVERIFY(room.ticket().reason.sentence.contains(u"broke off"_qs));
    QVERIFY(!room.now().answering);
}

void DeskAnswersTest::shouldDecideAloneWithoutAModel_data() {
    QTest::addColumn<bool>("hasModel");
    QTest::newRow("none at all") << false;
    QTest::newRow("one without a token") << true;
}

void DeskAnswersTest::shouldDecideAloneWithoutAModel() {
    QFETCH(bool, hasModel);
    DeskRoom room(hasModel);
    room.model.setLimitation(u"No token for Hugging Face."_qs);
    QVERIFY(room.say(DeskRoom::halfKnown));
    QCOMPARE(room.model.calls(), 0);
    QCOMPARE(room.category(), HandoffCategory::LowConfidence);
    QVERIFY(room.ticket().reason.sentence.contains(u"under the bar of 0.60"_qs));
    QCOMPARE(room.verdict().draft, DeskRoom::answer());
}

void DeskAnswersTest::shouldHandOverWhenTheKnowledgeCannotBeSearched() {
    DeskRoom room;
    room.matcher.setTrouble(Failure{ErrorKind::Unavailable, u"The encoder is gone."_qs});
    QVERIFY(room.say(DeskRoom::known));
    QCOMPARE(room.category(), HandoffCategory::ModelFailure);
    QVERIFY(room.ticket().reason.sentence.contains(u"The encoder is gone."_qs));
    QVERIFY(room.last().contains(u"connecting you with a person"_qs));
    QVERIFY(room.desk->giveBack(room.ticket().id, room.anna));
    QVERIFY(room.desk->askForPerson(room.conversation)); // works without it too
    QCOMPARE(room.category(), HandoffCategory::CustomerRequest);
}

void DeskAnswersTest::shouldTakeABurstForOneTurn() {
    // GIVEN three messages while the model writes
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(room.say(u"my password"));
    QVERIFY(room.say(u"the reset"));
    // THEN the older jobs are cancelled and the newest asks for all of it
    QCOMPARE(room.model.calls(), 3);
    QVERIFY(room.model.isCancelled(0));
    QVERIFY(room.model.isCancelled(1));
    const QString turn = DeskRoom::halfKnown + QStringLiteral("\nmy password\nthe reset");
    QCOMPARE(room.model.question(2), turn);
    // WHEN all of them come back, the old ones first
    for (int call = 0; call < 3; ++call)
        room.model.answer(call, DeskRoom::written());
    settle();
    // THEN it is one query with one answer
    QCOMPARE(room.events(EventKind::Verdict).size(), 1);
    QCOMPARE(room.verdict().question, turn);
    QCOMPARE(room.messages().size(), 4);
    QCOMPARE(room.events(EventKind::Dropped).size(), 2);
}

void DeskAnswersTest::shouldLetAnInstantAnswerStandForWhatIsAddedToIt_data() {
    QTest::addColumn<QString>("rest");
    QTest::addColumn<qint64>("afterMs");
    QTest::addColumn<QString>("becomes");
    const QString added = u"the password, I mean"_qs;
    QTest::newRow("about the same") << added << 2000LL << u"nothing"_qs;
    QTest::newRow("later") << added << 2001LL << u"a person"_qs; // half known, and written too weakly
    QTest::newRow("another known question") << u"How do I export reports as CSV?"_qs << 1500LL << u"a query"_qs;
    QTest::newRow("a question of its own")
        << u"reset my password, but how without a mail?"_qs << 1500LL << u"a query"_qs;
    QTest::newRow("something unknown") << DeskRoom::unknown << 1500LL << u"a person"_qs;
    QTest::newRow("a repetition") << DeskRoom::known << 1500LL << u"a person"_qs;
    QTest::newRow("a delicate matter") << u"My lawyer will take you to court"_qs << 1500LL << u"a person"_qs;
}

void DeskAnswersTest::shouldLetAnInstantAnswerStandForWhatIsAddedToIt() {
    QFETCH(QString, rest);
    QFETCH(qint64, afterMs);
    QFETCH(QString, becomes);
    // GIVEN a known question, answered at once
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::known));
    QCOMPARE(room.last(), DeskRoom::answer());
    const EventId first = room.now().answer;
    // WHEN the customer goes on
    room.clock.advance(afterMs);
    QVERIFY(room.add(rest));
    if (const int call = room.model.openFor(u"answer-1"_qs); call >= 0)
        room.model.answer(call, DeskRoom::written());
    settle();
    // THEN only what is about the same, and no question, is a part of what has its answer
    QCOMPARE(room.now().owner, becomes == u"a person"_qs ? Owner::Queue : Owner::Assistant);
    QCOMPARE(room.events(EventKind::Verdict).size(), becomes == u"nothing"_qs ? 1 : 2);
    if (becomes != u"nothing"_qs)
        return;
    QCOMPARE(room.messages().last().author, Author::System);
    QVERIFY(room.last().contains(u"the answer above is for all of it"_qs));
    QVERIFY(room.now().asked && room.now().answer == first);
    QVERIFY(room.say(u"no"_qs)); // and the answer can still be judged
    QCOMPARE(room.now().owner, Owner::Queue);
}

void DeskAnswersTest::shouldTakeThanksInABurstForAPartOfIt() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(room.say(u"thanks"));
    QCOMPARE(room.messages().size(), 2); // no "you are welcome" before the answer
    QVERIFY(room.now().answering);
    QVERIFY(room.say(u"yes")); // nothing was asked
    QVERIFY(room.now().answering);
}

void DeskAnswersTest::shouldLetTheCustomerAskForAPersonAtAnyMoment_data() {
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<bool>("byButton");
    QTest::addColumn<int>("queries");
    for (const bool byButton : {true, false}) {
        const char *way = byButton ? "by button" : "in words";
        const int own = byButton ? 0 : 1; // words are a turn of their own
        QTest::addRow("at once, %s", way) << QStringList{} << byButton << own;
        QTest::addRow("after a greeting, %s", way) << QStringList{u"hello"_qs} << byButton << own;
        QTest::addRow("after an answer, %s", way) << QStringList{DeskRoom::known} << byButton << 1 + own;
        QTest::addRow("while the model writes, %s", way) << QStringList{DeskRoom::halfKnown} << byButton << 1;
        QTest::addRow("after it was closed, %s", way) << QStringList{DeskRoom::known, u"yes"_qs} << byButton << 1 + own;
    }
}

void DeskAnswersTest::shouldLetTheCustomerAskForAPersonAtAnyMoment() {
    QFETCH(QStringList, before);
    QFETCH(bool, byButton);
    QFETCH(int, queries);
    DeskRoom room;
    for (const QString &message : before)
        QVERIFY(room.say(message));
    QVERIFY(byButton ? room.desk->askForPerson(room.conversation).has_value()
                     : room.say(u"please let me talk to a person"));
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.category(), HandoffCategory::CustomerRequest);
    QVERIFY(room.last().startsWith(u"Of course."_qs));
    QVERIFY(!room.now().answering);
    QCOMPARE(room.events(EventKind::Verdict).size(), queries);
    for (const int call : room.model.open())
        room.model.answer(call, DeskRoom::written());
    settle();
    QVERIFY(room.last().startsWith(u"Of course."_qs)); // the model's answer was not posted
}

void DeskAnswersTest::shouldKnowThatItIsAnsweringWhenItSaysSo() {
    DeskRoom room;
    bool answering = false;
    connect(room.desk.get(), &Desk::conversationChanged, this,
            [&](ConversationId id) { answering = room.desk->isAnswering(id); });
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(answering);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskAnswersTest)
#include "deskanswers_test.moc"
