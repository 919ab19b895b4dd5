// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The life of a lesson: from a resolved ticket into the knowledge, to the next customer, and back out of it.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskLessonsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAnswerTheNextCustomerFromWhatAnAgentTaught();
    void shouldLearnExactlyWhatThePreviewShowed_data();
    void shouldLearnExactlyWhatThePreviewShowed();
    void shouldKeepADoubtfulAnswerFromCustomers_data();
    void shouldKeepADoubtfulAnswerFromCustomers();
    void shouldKeepEverythingWaitingWhereReviewIsAskedFor();
    void shouldTakeWhatTheAgentEdited();
    void shouldLearnNothingWhenToldSo();
    void shouldDecideOnce();
    void shouldDeclineWithoutATrace();
    void shouldBringAWaitingProposalUpToDate();
    void shouldArchiveANewArticleThatIsRolledBack();
    void shouldRestoreTheArticleExactly();
    void shouldKeepLaterChangesWhenAnEarlierLessonIsRolledBack();
    void shouldRestoreThePastInAnyOrder_data();
    void shouldRestoreThePastInAnyOrder();
    void shouldCreditTheAgentWhoWroteTheAnswer();
    void shouldNotLearnFromAnEarlierEpisode();
    void shouldSaveArticlesAllOrNone();
    void shouldNoticeWhatAnotherProcessTaught();

  private:
    //! One conversation of its own, answered by Anna; what was learned from it.
    static std::optional<Proposal> taught(DeskRoom &room, const QString &question, const QString &answer,
                                          const Teaching &teaching = {}) {
        room.conversation = room.open();
        room.say(question);
        if (room.now().owner == Owner::Assistant)
            static_cast<void>(room.desk->askForPerson(room.conversation));
        static_cast<void>(room.desk->reply(room.conversation, room.anna, answer));
        return *room.desk->resolve(room.ticket().id, room.anna, teaching);
    }
};

namespace {

const auto charged =
    u"Hi Maya \u2014 the second charge is only a hold. It falls away within 5 working days. Best, Anna"_qs;
const auto chargedLearned = u"The second charge is only a hold. It falls away within 5 working days."_qs;

} // namespace

void DeskLessonsTest::shouldAnswerTheNextCustomerFromWhatAnAgentTaught() {
    DeskRoom room;
    const auto learned = taught(room, DeskRoom::unknown, charged);
    QVERIFY(learned);
    QCOMPARE(learned->kind, LessonKind::NewArticle);
    QCOMPARE(learned->status, ProposalStatus::Published);
    QCOMPARE(learned->answer, chargedLearned);
    QCOMPARE(learned->agent, room.anna);
    QCOMPARE(room.allEvents(EventKind::Learned).size(), 1);
    QCOMPARE(room.allEvents(EventKind::Learned).first().article, learned->article);
    const auto article = *room.stores().articles.article(learned->article);
    QCOMPARE(article.origin, Origin::Agent);
    QVERIFY(article.updatedAt.isValid());
    // The next customer has it at once
    room.conversation = room.open();
    QVERIFY(room.say(u"Why was I charged twice for the subscription?"));
    QCOMPARE(room.last(), chargedLearned);
    QCOMPARE(room.verdict().article, learned->article);
}

void DeskLessonsTest::shouldLearnExactlyWhatThePreviewShowed_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isReleased"); // and then resolved out of the queue by somebody else
    for (const bool isReleased : {false, true}) {
        const char *who = isReleased ? "somebody else" : "the same";
        QTest::addRow("new, %s resolves", who) << DeskRoom::unknown << charged << isReleased;
        QTest::addRow("phrasing, %s resolves", who) << DeskRoom::halfKnown << DeskRoom::answer() << isReleased;
        QTest::addRow("nothing, %s resolves", who) << DeskRoom::known << DeskRoom::answer() << isReleased;
        QTest::addRow("doubtful, %s resolves", who) << DeskRoom::unknown << u"Go away."_qs << isReleased;
    }
}

void DeskLessonsTest::shouldLearnExactlyWhatThePreviewShowed() {
    QFETCH(QString, question);
    QFETCH(QString, answer);
    QFETCH(bool, isReleased);
    DeskRoom room(false);
    QVERIFY(room.say(question));
    QVERIFY(room.desk->askForPerson(room.conversation));
    const TicketId ticket = room.ticket().id;
    QVERIFY(room.desk->claim(ticket, room.anna));
    const auto unsent = *room.desk->lessonOf(ticket, answer);
    QVERIFY(room.desk->reply(room.conversation, room.anna, answer));
    const auto shown = *room.desk->lessonOf(ticket);
    QCOMPARE(unsent, shown);
    if (isReleased)
        QVERIFY(room.desk->release(room.anna));
    auto learned = *room.desk->resolve(ticket, isReleased ? room.ben : room.anna);
    QCOMPARE(learned.has_value(), shown.has_value());
    if (!shown)
        return;
    // What only the storing adds
    QVERIFY(learned->id.isValid());
    learned->id = {};
    learned->at = {};
    learned->status = shown->status;
    if (shown->kind == LessonKind::NewArticle)
        learned->article = {};
    QCOMPARE(*learned, *shown);
}

void DeskLessonsTest::shouldKeepADoubtfulAnswerFromCustomers_data() {
    QTest::addColumn<QString>("answer");
    QTest::newRow("rude") << u"Go away."_qs;
    QTest::newRow("unsure") << u"I'm not sure, maybe it is some kind of hold by the bank."_qs;
}

void DeskLessonsTest::shouldKeepADoubtfulAnswerFromCustomers() {
    QFETCH(QString, answer);
    DeskRoom room(false);
    const auto kept = taught(room, DeskRoom::unknown, answer);
    QVERIFY(kept);
    QCOMPARE(kept->status, ProposalStatus::Pending);
    QVERIFY(!kept->objection.isEmpty());
    QVERIFY(room.allEvents(EventKind::Learned).isEmpty());
    QCOMPARE(room.desk->knowledge().live().size(), 3);
    room.conversation = room.open();
    QVERIFY(room.say(DeskRoom::unknown));
    QCOMPARE(room.now().owner, Owner::Queue);
    // A person may still let it in
    QVERIFY(room.desk->publish(*kept));
    QCOMPARE(room.desk->knowledge().live().size(), 4);
}

void DeskLessonsTest::shouldKeepEverythingWaitingWhereReviewIsAskedFor() {
    DeskRoom room;
    QVERIFY(room.desk->setSetting(u"learning.mode"_qs, u"review"_qs));
    const auto kept = taught(room, DeskRoom::unknown, charged);
    QCOMPARE(kept->status, ProposalStatus::Pending);
    QVERIFY(kept->objection.isEmpty());
    QCOMPARE(room.desk->knowledge().live().size(), 3);
    const auto published = *room.desk->publish(*kept);
    QCOMPARE(published.status, ProposalStatus::Published);
    QCOMPARE(published.id, kept->id);
    QCOMPARE(room.desk->knowledge().known(published.article)->answer, chargedLearned);
    QCOMPARE(room.allEvents(EventKind::Setting).size(), 1);
}

void DeskLessonsTest::shouldTakeWhatTheAgentEdited() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"Go away."_qs));
    Proposal edited = **room.desk->lessonOf(room.ticket().id);
    edited.title = u"Why are there two charges?"_qs;
    edited.answer = u"One of them is a hold."_qs;
    edited.ticket = {};
    const TicketId ticket = room.ticket().id;
    const auto learned = *room.desk->resolve(ticket, room.anna, {.learn = true, .edited = edited});
    QCOMPARE(learned->status, ProposalStatus::Published); // a person read it
    QCOMPARE(learned->ticket, ticket);
    QCOMPARE(room.desk->knowledge().known(learned->article)->answer, u"One of them is a hold."_qs);
    QCOMPARE(room.desk->knowledge().known(learned->article)->title, u"Why are there two charges?"_qs);
}

void DeskLessonsTest::shouldLearnNothingWhenToldSo() {
    DeskRoom room;
    QVERIFY(!taught(room, DeskRoom::unknown, charged, {.learn = false, .edited = {}}));
    QVERIFY(room.stores().proposals.proposals({}, {})->isEmpty());
    QCOMPARE(room.now().owner, Owner::Nobody);
}

void DeskLessonsTest::shouldDecideOnce() {
    // GIVEN a waiting proposal, open in two windows
    DeskRoom room;
    QVERIFY(room.desk->setSetting(u"learning.mode"_qs, u"review"_qs));
    const Proposal seen = *taught(room, DeskRoom::unknown, charged);
    const Proposal alsoSeen = seen;
    // WHEN both let it in
    QVERIFY(room.desk->publish(seen));
    const auto again = room.desk->publish(alsoSeen);
    // THEN it is in once
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(!room.desk->decline(alsoSeen));
    QCOMPARE(room.desk->knowledge().live().size(), 4);
    QCOMPARE(room.allEvents(EventKind::Learned).size(), 1);
    QVERIFY(room.desk->rollBack(seen.id));
    QVERIFY(!room.desk->rollBack(seen.id));
    QVERIFY(!room.desk->publish(alsoSeen));
}

void DeskLessonsTest::shouldDeclineWithoutATrace() {
    DeskRoom room;
    const auto kept = taught(room, DeskRoom::unknown, u"Go away."_qs);
    const auto declined = *room.desk->decline(*kept);
    QCOMPARE(declined.status, ProposalStatus::Declined);
    QCOMPARE(room.desk->knowledge().live().size(), 3);
    QVERIFY(room.allEvents(EventKind::Learned).isEmpty());
    QVERIFY(!room.desk->publish(*kept));
    QVERIFY(!room.desk->rollBack(kept->id));
}

void DeskLessonsTest::shouldBringAWaitingProposalUpToDate() {
    DeskRoom room;
    const auto kept = taught(room, DeskRoom::unknown, u"Go away."_qs);
    QVERIFY(room.desk->reopen(room.conversation, room.anna));
    QVERIFY(room.desk->reply(room.conversation, room.anna, charged));
    const auto learned = *room.desk->resolve(room.ticket().id, room.anna);
    QCOMPARE(learned->id, kept->id);
    QCOMPARE(learned->status, ProposalStatus::Published);
    QCOMPARE(room.stores().proposals.proposals({}, {})->size(), 1);
}

void DeskLessonsTest::shouldArchiveANewArticleThatIsRolledBack() {
    DeskRoom room(false);
    const auto learned = taught(room, DeskRoom::unknown, charged);
    QVERIFY(room.desk->rollBack(learned->id));
    QCOMPARE(room.stores().articles.article(learned->article)->status, ArticleStatus::Archived);
    QCOMPARE(room.allEvents(EventKind::RolledBack).size(), 1);
    room.conversation = room.open();
    QVERIFY(room.say(DeskRoom::unknown));
    QCOMPARE(room.category(), HandoffCategory::MissingKnowledge);
}

void DeskLessonsTest::shouldRestoreTheArticleExactly() {
    DeskRoom room(false);
    const Article before = *room.stores().articles.article(ArticleId{1});
    const QString better = DeskRoom::answer() + QStringLiteral(" It is valid once.");
    const auto learned = taught(room, DeskRoom::halfKnown, better);
    QCOMPARE(learned->kind, LessonKind::BetterAnswer);
    QCOMPARE(learned->article, before.id);
    QCOMPARE(room.stores().articles.article(before.id)->answer, better);
    QVERIFY(room.desk->rollBack(learned->id));
    Article after = *room.stores().articles.article(before.id);
    QCOMPARE(after.version, before.version + 2);
    after.version = before.version;
    after.updatedAt = before.updatedAt;
    QCOMPARE(after, before);
    QCOMPARE(room.desk->knowledge().known(before.id)->answer, before.answer);
}

void DeskLessonsTest::shouldKeepLaterChangesWhenAnEarlierLessonIsRolledBack() {
    DeskRoom room(false);
    const auto phrasing = taught(room, DeskRoom::halfKnown, DeskRoom::answer());
    QCOMPARE(phrasing->kind, LessonKind::FurtherPhrasing);
    Article changed = *room.stores().articles.article(ArticleId{1});
    changed.title = u"How can I reset my password?"_qs;
    changed.phrasings.append({.text = u"password forgotten"_qs});
    QVERIFY(room.desk->saveArticles({changed}));
    QVERIFY(room.desk->rollBack(phrasing->id));
    const Article after = *room.stores().articles.article(ArticleId{1});
    QCOMPARE(after.title, changed.title);
    QCOMPARE(after.phrasings.size(), 1);
    QCOMPARE(after.phrasings.first().text, u"password forgotten"_qs);
}

void DeskLessonsTest::shouldRestoreThePastInAnyOrder_data() {
    QTest::addColumn<QVector<int>>("order");
    QTest::addColumn<QStringList>("answers"); // after each step, which of the answers 0 (first) to 3 stands
    QTest::newRow("last first") << QVector<int>{3, 2, 1} << QStringList{u"2"_qs, u"1"_qs, u"0"_qs};
    QTest::newRow("first first") << QVector<int>{1, 2, 3} << QStringList{u"3"_qs, u"3"_qs, u"0"_qs};
    QTest::newRow("middle first") << QVector<int>{2, 3, 1} << QStringList{u"3"_qs, u"1"_qs, u"0"_qs};
    QTest::newRow("ends first") << QVector<int>{1, 3, 2} << QStringList{u"3"_qs, u"2"_qs, u"0"_qs};
}

void DeskLessonsTest::shouldRestoreThePastInAnyOrder() {
    QFETCH(QVector<int>, order);
    QFETCH(QStringList, answers);
    // GIVEN three better answers, one after the other
    DeskRoom room(false);
    QVector<ProposalId> lessons{{}};
    QStringList texts{DeskRoom::answer()};
    for (const char *more :
         {" It is valid once.", " It is valid once, for you alone; ask again where nothing came.",
          " It is valid once, for you alone; ask again where nothing came. Look among spam and other "
          "folders too, some mail servers hold it back."}) {
        texts += DeskRoom::answer() + QString::fromLatin1(more);
        const auto learned = taught(room, DeskRoom::halfKnown, texts.last());
        QCOMPARE(learned->kind, LessonKind::BetterAnswer);
        lessons += learned->id;
    }
    // WHEN they are taken back in some order, THEN the newest of the others stands
    for (int step = 0; step < order.size(); ++step) {
        QVERIFY(room.desk->rollBack(lessons[order[step]]));
        QCOMPARE(room.stores().articles.article(ArticleId{1})->answer, texts[answers[step].toInt()]);
    }
    QVERIFY(room.stores().articles.article(ArticleId{1})->phrasings.isEmpty());
}

void DeskLessonsTest::shouldCreditTheAgentWhoWroteTheAnswer() {
    DeskRoom room;
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.desk->reply(room.conversation, room.anna, charged));
    QVERIFY(room.desk->claim(room.ticket().id, room.ben, true));
    QVERIFY(room.desk->reply(room.conversation, room.ben, u"Anna is right."_qs));
    const auto learned = *room.desk->resolve(room.ticket().id, room.ben);
    QCOMPARE(learned->agent, room.anna);
    QCOMPARE(learned->answer, chargedLearned); // her name is out of it as well
}

void DeskLessonsTest::shouldNotLearnFromAnEarlierEpisode() {
    DeskRoom room;
    QVERIFY(taught(room, DeskRoom::unknown, charged));
    QVERIFY(room.say(u"Do you sell gift cards for children?"));
    QVERIFY(!*room.desk->resolve(room.ticket().id, room.ben)); // nobody answered in this one
}

void DeskLessonsTest::shouldSaveArticlesAllOrNone() {
    DeskRoom room;
    const Article good{.title = u"Where is my parcel?"_qs, .answer = u"Open **Orders**."_qs};
    QVERIFY(!room.desk->saveArticles({good, Article{.id = ArticleId{99}, .title = u"Gone"_qs}}));
    QCOMPARE(room.stores().articles.articles(ArticleStatus::Live)->size(), 3);
    QCOMPARE(room.desk->knowledge().live().size(), 3);
    QSignalSpy changed(room.desk.get(), &Desk::articleChanged);
    const auto saved = *room.desk->saveArticles({good});
    QCOMPARE(changed.size(), 1);
    QVERIFY(saved.first().updatedAt.isValid());
    QCOMPARE(room.allEvents(EventKind::Edited).size(), 1);
    QVERIFY(room.say(u"Where is my parcel?"));
    QCOMPARE(room.last(), u"Open **Orders**."_qs);
}

void DeskLessonsTest::shouldNoticeWhatAnotherProcessTaught() {
    DeskRoom room;
    FakeMatcher otherMatcher;
    Desk other(room.stores(), room.clock, otherMatcher, nullptr);
    QVERIFY(other.start());
    const auto learned = taught(room, DeskRoom::unknown, charged);
    QVERIFY(!other.knowledge().known(learned->article));
    // Its own change in between must not hide the other one
    QVERIFY(other.publish(Proposal{
        .title = u"Where is my parcel?"_qs, .question = u"Where is my parcel?"_qs, .answer = u"Open **Orders**."_qs}));
    QVERIFY(other.refresh());
    QVERIFY(other.knowledge().known(learned->article));
    QVERIFY(room.desk->refresh());
    QCOMPARE(room.desk->knowledge().live().size(), 5);
    QCOMPARE(otherMatcher.size(), 5);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskLessonsTest)
#include "desklessons_test.moc"
