// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a question stands once in an article, and that two answers to it are noticed.
#include "models/desk/duplicates.h"
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DuplicatesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldMergeWhatIsTheSame();
    void shouldMergeWhatIsSaved();
    void shouldFindContradictions();
    void shouldCompareANearQuestionWithTheArticleItIsNearTo();
};

namespace {

Article article(qint64 id, const QString &title, const QString &answer, const QStringList &phrasings) {
    Article made{.id = ArticleId{id}, .title = title, .answer = answer};
    for (const QString &phrasing : phrasings)
        made.phrasings.append({.text = phrasing});
    return made;
}

} // namespace

void DuplicatesTest::shouldMergeWhatIsTheSame() {
    const Article one =
        article(1, u"Where is my box?"_qs, u"On its way."_qs,
                {u"where is my BOX"_qs, u"Box lost"_qs, u"box, lost!"_qs, u"?!"_qs, u"!!"_qs, u"?!"_qs});
    QStringList kept;
    for (const Phrasing &phrasing : withoutDuplicates(one).phrasings)
        kept += phrasing.text;
    QCOMPARE(kept, (QStringList{u"Box lost"_qs, u"?!"_qs, u"!!"_qs}));
}

void DuplicatesTest::shouldMergeWhatIsSaved() {
    DeskRoom room(false);
    const auto saved =
        room.desk->saveArticles({article(0, u"Where is my box?"_qs, u"On its way, look at the tracking page."_qs,
                                         {u"Where is my box"_qs, u"Lost box"_qs})});
    QCOMPARE(saved->first().phrasings.size(), 1);
}

void DuplicatesTest::shouldFindContradictions() {
    const Article one = article(1, u"Where is my box?"_qs, u"It comes on Monday."_qs, {u"Box lost"_qs});
    const Article other =
        article(2, u"My box is missing"_qs, u"Write to the carrier, they look for it."_qs, {u"box lost"_qs});
    const Article same = article(3, u"Box lost"_qs, u"It comes on Monday."_qs, {});
    const Article number = article(4, u"Where is my box"_qs, u"It comes within 5 days."_qs, {});
    const auto found = contradictionsOf(one, {one, other, same, number});
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].other, other.id);
    QCOMPARE(found[0].question, u"Box lost"_qs);
    QCOMPARE(found[1].other, number.id);
}

void DuplicatesTest::shouldCompareANearQuestionWithTheArticleItIsNearTo() {
    // GIVEN an agent who answers nearly a known question in quite another way, as the customer wanted a person
    DeskRoom room(false);
    QVERIFY(room.say(u"How can I export the reports as CSV?"_qs));
    QVERIFY(room.desk->askForPerson(room.conversation).has_value());
    QVERIFY(
        room.desk
            ->reply(room.conversation, room.anna, u"That is not possible in the basic plan, please upgrade first."_qs)
            .has_value());
    const auto lesson = room.desk->resolve(room.ticket().id, room.anna);
    // THEN no second article arises beside it: a person compares the two
    QVERIFY(lesson.has_value() && lesson->has_value());
    QCOMPARE((*lesson)->kind, LessonKind::BetterAnswer);
    QCOMPARE((*lesson)->title, u"How do I export reports as CSV?"_qs);
    QCOMPARE((*lesson)->status, ProposalStatus::Pending);
    QVERIFY((*lesson)->objection.contains(u"compare the two"_qs));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DuplicatesTest)
#include "duplicates_test.moc"
