// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The middle tier between an answer and a hand-off, played on a desk.
#include "models/desk/choices.h"
#include "models/desk/wording.h"
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskChoicesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAskBackWhereTwoFit();
    void shouldAnswerAndLearnWhatIsPicked_data();
    void shouldAnswerAndLearnWhatIsPicked();
    void shouldHandOverWhateverElseIsSaid_data();
    void shouldHandOverWhateverElseIsSaid();
    void shouldForgetAPickThatDidNotSolveIt();
    void shouldHandOverWhereTheModelFails();
    void shouldNotAskBackWhoLeavesAtOnce();
    void shouldNotAskBackWhereNothingIsKnown();
    void shouldNotAskBackWhenSwitchedOff();
    void shouldRefuseAChoiceThatIsNotOpen();
    void shouldHandOverWhereThePickIsGone();
    void shouldGiveTheOpenTurnToAnAgentWhoStepsIn();
};

namespace {

//! A desk that has just asked back on a question two articles fit.
struct AskedRoom : DeskRoom {
    AskedRoom() : DeskRoom(false) {
        setAsksBack(true);
        isAsking = say(twofold) && !openChoices(messages()).isEmpty();
    }
    QVector<Choice> offered() { return openChoices(messages()); }
    QStringList outcomes() {
        QStringList said;
        for (const Event &event : events(EventKind::Feedback))
            said += event.data.value(u"outcome"_qs).toString();
        return said;
    }
    bool isAsking = false;
};

} // namespace

void DeskChoicesTest::shouldAskBackWhereTwoFit() {
    AskedRoom room;
    QVERIFY(room.isAsking);
    QCOMPARE(room.offered().size(), 2);
    QCOMPARE(room.now().owner, Owner::Assistant);
    QVERIFY(!room.now().asked);
    QVERIFY(!room.ticket().id.isValid());
    QVERIFY(room.last().contains(u"2. How do I export reports as PDF?"_qs));
    const Verdict verdict = room.verdict();
    QVERIFY(verdict.asksBack() && !verdict.answer && !verdict.features.isEmpty());
    QCOMPARE(room.events(EventKind::Verdict).last().data.value(u"decision"_qs).toString(), u"asked_back"_qs);
    QVERIFY(room.outcomes().isEmpty()); // silence is no outcome
}

void DeskChoicesTest::shouldAnswerAndLearnWhatIsPicked_data() {
    QTest::addColumn<QString>("words"); // empty: by button
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("the first, by button") << QString() << 0 << u"picked"_qs;
    QTest::newRow("the second, by button") << QString() << 1 << u"picked_other"_qs;
    QTest::newRow("the second, by its number") << u"2"_qs << 1 << u"picked_other"_qs;
    QTest::newRow("the first, by its title") << u"How do I export reports as CSV"_qs << 0 << u"picked"_qs;
}

void DeskChoicesTest::shouldAnswerAndLearnWhatIsPicked() {
    QFETCH(QString, words);
    QFETCH(int, place);
    QFETCH(QString, outcome);
    AskedRoom room;
    const ArticleId article = room.offered()[place].article;
    // WHEN the customer picks one
    QVERIFY(words.isEmpty() ? room.desk->choose(room.conversation, article).has_value() : room.say(words));
    // THEN its answer is posted and may be judged as any other
    QCOMPARE(room.last(), room.stores().articles.article(article)->answer);
    QVERIFY(room.now().asked);
    QVERIFY(room.verdict().picked);
    QCOMPARE(room.verdict().question, DeskRoom::twofold);
    // AND it is a verified outcome of what was offered first
    QCOMPARE(room.outcomes(), QStringList{outcome});
    // AND the words are a phrasing of it now, by a customer, and can be undone
    const Article taught = *room.stores().articles.article(article);
    QCOMPARE(taught.phrasings.last().text, DeskRoom::twofold);
    QCOMPARE(taught.phrasings.last().origin, Origin::Customer);
    QVERIFY(room.desk->tryQuestion(DeskRoom::twofold)->article == article);
    const ProposalId learned = room.stores().proposals.proposals({}, ProposalStatus::Published)->first().id;
    QVERIFY(room.desk->rollBack(learned).has_value());
    QVERIFY(room.stores().articles.article(article)->phrasings.isEmpty());
}

void DeskChoicesTest::shouldHandOverWhateverElseIsSaid_data() {
    QTest::addColumn<QString>("words"); // empty: the button "None of these"
    QTest::addColumn<QString>("question");
    QTest::addColumn<HandoffCategory>("category");
    const auto low = HandoffCategory::LowConfidence;
    QTest::newRow("none, by button") << QString() << DeskRoom::twofold << low;
    QTest::newRow("none") << u"none of these"_qs << DeskRoom::twofold << low;
    QTest::newRow("other words") << u"the yearly one"_qs << QString(DeskRoom::twofold + u"\nthe yearly one"_qs) << low;
    QTest::newRow("the same again") << DeskRoom::twofold << QString(DeskRoom::twofold + u'\n' + DeskRoom::twofold)
                                    << low;
    QTest::newRow("thanks") << u"thanks"_qs << QString(DeskRoom::twofold + u"\nthanks"_qs) << low;
    QTest::newRow("a person") << u"agent please"_qs << QString(DeskRoom::twofold + u"\nagent please"_qs)
                              << HandoffCategory::CustomerRequest;
}

void DeskChoicesTest::shouldHandOverWhateverElseIsSaid() {
    QFETCH(QString, words);
    QFETCH(QString, question);
    QFETCH(HandoffCategory, category);
    AskedRoom room;
    QVERIFY(words.isEmpty() ? room.desk->choose(room.conversation, {}).has_value() : room.say(words));
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.category(), category);
    QCOMPARE(room.ticket().question, question);
    QVERIFY(room.ticket().verdict.isValid());
    if (category == HandoffCategory::LowConfidence)
        QVERIFY(room.ticket().reason.sentence.contains(room.stores().articles.article(ArticleId{2})->title));
    // the assistant never asks back twice
    int asked = 0;
    for (const Message &message : room.messages())
        asked += message.choices.isEmpty() ? 0 : 1;
    QCOMPARE(asked, 1);
}

void DeskChoicesTest::shouldForgetAPickThatDidNotSolveIt() {
    AskedRoom room;
    const ArticleId article = room.offered()[1].article;
    QVERIFY(room.desk->choose(room.conversation, article).has_value());
    QVERIFY(room.desk->solved(room.conversation, false).has_value());
    QVERIFY(room.stores().articles.article(article)->phrasings.isEmpty());
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.outcomes(), (QStringList{u"picked_other"_qs, u"no"_qs}));
}

void DeskChoicesTest::shouldHandOverWhereTheModelFails() {
    DeskRoom room;
    room.setAsksBack(true);
    QVERIFY(room.say(DeskRoom::halfKnown));
    QVERIFY(openChoices(room.messages()).isEmpty()); // the model comes first
    room.model.fail(0, u"Hugging Face did not answer in 20 s."_qs);
    settle();
    QVERIFY(openChoices(room.messages()).isEmpty()); // a person has it, and the customer waited long enough
    QCOMPARE(room.category(), HandoffCategory::ModelFailure);
    QVERIFY(!room.now().answering);
}

void DeskChoicesTest::shouldNotAskBackWhoLeavesAtOnce() {
    DeskRoom room(false);
    room.setAsksBack(true);
    room.desk->neverAskBack();
    QVERIFY(room.say(DeskRoom::twofold));
    QCOMPARE(room.category(), HandoffCategory::Ambiguous);
}

void DeskChoicesTest::shouldNotAskBackWhereNothingIsKnown() {
    DeskRoom room(false);
    room.setAsksBack(true);
    QVERIFY(room.say(DeskRoom::unknown));
    QCOMPARE(room.category(), HandoffCategory::MissingKnowledge);
}

void DeskChoicesTest::shouldNotAskBackWhenSwitchedOff() {
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::twofold));
    QCOMPARE(room.category(), HandoffCategory::Ambiguous);
}

void DeskChoicesTest::shouldRefuseAChoiceThatIsNotOpen() {
    AskedRoom room;
    QVERIFY(!room.desk->choose(room.conversation, ArticleId{1})); // was not offered
    QVERIFY(room.desk->choose(room.conversation, {}).has_value());
    const auto before = room.messages();
    QCOMPARE(room.desk->choose(room.conversation, ArticleId{2}).error().kind, ErrorKind::Conflict);
    QCOMPARE(room.messages(), before);
}

void DeskChoicesTest::shouldHandOverWhereThePickIsGone() {
    AskedRoom room;
    const ArticleId article = room.offered()[1].article;
    Article archived = *room.stores().articles.article(article);
    archived.status = ArticleStatus::Archived;
    QVERIFY(room.desk->saveArticles({archived}).has_value());
    QVERIFY(room.desk->choose(room.conversation, article).has_value());
    QCOMPARE(room.now().owner, Owner::Queue);
}

void DeskChoicesTest::shouldGiveTheOpenTurnToAnAgentWhoStepsIn() {
    AskedRoom room;
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"I am here. Which format?"_qs).has_value());
    QCOMPARE(room.ticket().question, DeskRoom::twofold);
    QVERIFY(room.verdict().isHandoff()); // the query is counted once, as handed over
    QVERIFY(!room.desk->choose(room.conversation, ArticleId{2}));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskChoicesTest)
#include "deskchoices_test.moc"
