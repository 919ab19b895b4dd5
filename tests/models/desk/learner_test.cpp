// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent's answer would teach, and what speaks against it.
#include "models/desk/learner.h"
#include "tests/support/fakematcher.h"
#include "tests/support/memorystores.h"
#include <QtTest/QtTest>

namespace relaydesk {

class LearnerTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldTellWhatAnAnswerAdds_data();
    void shouldTellWhatAnAnswerAdds();
    void shouldObject_data();
    void shouldObject();
    void shouldPickTheFullestReply_data();
    void shouldPickTheFullestReply();
    void shouldMakeATitle_data();
    void shouldMakeATitle();
    void shouldKeepWhatAnArticleHadWhenItLearnsMore();
    void shouldRefuseAnArticleWithoutWords_data();
    void shouldRefuseAnArticleWithoutWords();
    void shouldRefuseToTeachAnArchivedArticle();

  private:
    Lesson lesson(const QString &question, const QString &answer) const {
        return {.ticket = {},
                .agent = {},
                .question = question,
                .answer = answer,
                .facts = {.customerName = u"Maya"_qs},
                .sources = {{ArticleId{1}, u"How do I get a refund?"_qs, 0.5}}};
    }

    std::unique_ptr<MemoryStores> m_stores;
    FakeMatcher m_matcher;
    std::unique_ptr<KnowledgeBase> m_knowledge;
};

namespace {

const auto refund = u"Open **Billing**, choose the charge and press **Refund** within 14 days."_qs;

} // namespace

void LearnerTest::init() {
    m_stores = std::make_unique<MemoryStores>();
    m_knowledge = std::make_unique<KnowledgeBase>(m_stores->stores().articles, m_matcher);
    QVERIFY(m_stores->stores().articles.save({.title = u"How do I get a refund?"_qs,
                                              .answer = refund,
                                              .phrasings = {{.text = u"I want my money back"_qs}}}));
    QVERIFY(m_knowledge->refresh());
}

void LearnerTest::shouldTellWhatAnAnswerAdds_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("kind"); // empty: nothing
    QTest::newRow("something new") << u"Why was I charged twice?"_qs
                                   << u"Hi Maya, the second charge is a hold. It falls away within 5 days."_qs
                                   << u"new_article"_qs;
    QTest::newRow("the same answer to another question")
        << u"Can the charge be undone?"_qs << refund << u"further_phrasing"_qs;
    QTest::newRow("the same answer, politely")
        << u"Can the charge be undone?"_qs
        << QString(u"Hello Maya,\n"_qs + refund + QStringLiteral("\n\nBest regards,\nSam")) << u"further_phrasing"_qs;
    QTest::newRow("a better answer")
        << u"Can the charge be undone?"_qs
        << QString(refund + QStringLiteral(" The money is back on the card after a further 3 to 5 working days."))
        << u"better_answer"_qs;
    QTest::newRow("another answer to a known question")
        << u"How do I get a refund?"_qs << u"Write to billing@example.com and name the charge in question."_qs
        << u"better_answer"_qs;
    QTest::newRow("another answer to a known phrasing")
        << u"I WANT MY MONEY BACK"_qs << u"Write to billing@example.com and name the charge in question."_qs
        << u"better_answer"_qs;
    QTest::newRow("a known title with more behind it")
        << u"How do I get a refund? I was charged twice."_qs << refund << u"further_phrasing"_qs;
    QTest::newRow("one number") << u"How do I get a refund?"_qs << QString(refund).replace(u"14"_qs, u"30"_qs)
                                << u"better_answer"_qs;
    QTest::newRow("nothing new") << u"how do i get a refund"_qs << refund << QString();
    QTest::newRow("no answer") << u"Why was I charged twice?"_qs << QString() << QString();
    QTest::newRow("only a greeting") << u"Why was I charged twice?"_qs << u"Hi Maya!"_qs << QString();
}

void LearnerTest::shouldTellWhatAnAnswerAdds() {
    QFETCH(QString, question);
    QFETCH(QString, answer);
    QFETCH(QString, kind);
    const auto proposal = Learner(*m_knowledge).propose(lesson(question, answer));
    QCOMPARE(proposal ? keyOf(proposal->kind) : QString(), kind);
    if (!proposal)
        return;
    QCOMPARE(proposal->original, answer);
    QVERIFY(!proposal->answer.contains(u"Maya"_qs));
    QCOMPARE(proposal->article.isValid(), proposal->kind != LessonKind::NewArticle);
    if (proposal->article.isValid())
        QCOMPARE(proposal->title, u"How do I get a refund?"_qs);
}

void LearnerTest::shouldObject_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("objection"); // part of it; empty: none
    const QString question = u"Why was I charged twice?"_qs;
    QTest::newRow("fine") << question << u"The second charge is a hold and falls away."_qs << QString();
    QTest::newRow("rude") << question << u"Go away."_qs << u"too short"_qs;
    QTest::newRow("short") << question << u"It is a hold."_qs << u"too short"_qs;
    QTest::newRow("unsure") << question << u"I'm not sure, maybe it is a hold of the bank."_qs << u"unsure"_qs;
    QTest::newRow("asks back") << question << u"Could you tell me which card you used for it?"_qs
                               << u"question back"_qs;
    QTest::newRow("no question") << u"agent please"_qs << u"The second charge is a hold and falls away."_qs
                                 << u"no question"_qs;
    QTest::newRow("one word") << u"refund"_qs << u"The second charge is a hold and falls away."_qs << u"no question"_qs;
    QTest::newRow("contradicts") << u"How do I get a refund?"_qs
                                 << u"We never pay anything back to anybody, sorry about that."_qs
                                 << u"different answer already"_qs;
    QTest::newRow("improves") << u"How do I get a refund?"_qs << QString(refund + QStringLiteral(" It takes 5 days."))
                              << QString();
}

void LearnerTest::shouldObject() {
    QFETCH(QString, question);
    QFETCH(QString, answer);
    QFETCH(QString, objection);
    const auto proposal = Learner(*m_knowledge).propose(lesson(question, answer));
    QVERIFY(proposal);
    QVERIFY2(objection.isEmpty() ? proposal->objection.isEmpty() : proposal->objection.contains(objection),
             qPrintable(proposal->objection));
}

void LearnerTest::shouldPickTheFullestReply_data() {
    QTest::addColumn<QStringList>("replies");
    QTest::addColumn<QString>("picked");
    QTest::newRow("none") << QStringList{} << QString();
    QTest::newRow("one") << QStringList{u"Press it."_qs} << u"Press it."_qs;
    QTest::newRow("the fullest") << QStringList{u"One moment."_qs, u"Press Refund in Billing."_qs, u"Done."_qs}
                                 << u"Press Refund in Billing."_qs;
    QTest::newRow("no question back") << QStringList{u"Which card did you use for the order?"_qs, u"Press Refund."_qs}
                                      << u"Press Refund."_qs;
    QTest::newRow("the later of two") << QStringList{u"Press A now."_qs, u"Press B now."_qs} << u"Press B now."_qs;
    QTest::newRow("questions alone") << QStringList{u"Which card?"_qs} << QString();
}

void LearnerTest::shouldPickTheFullestReply() {
    QFETCH(QStringList, replies);
    QFETCH(QString, picked);
    QCOMPARE(teachingAnswer(replies), picked);
}

void LearnerTest::shouldMakeATitle_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("title");
    QTest::newRow("a question") << u"Where is it?"_qs << u"Where is it?"_qs;
    QTest::newRow("a statement") << u"It is gone. I looked."_qs << u"It is gone"_qs;
    QTest::newRow("two lines") << u"It is\n gone"_qs << u"It is"_qs;
    QTest::newRow("long") << QString(200, u'a') << QString(QString(119, u'a') + QChar(0x2026));
    QTest::newRow("no half of a pair") << u"a"_qs + u"\U0001F600"_qs.repeated(100)
                                       << QString(u"a"_qs + u"\U0001F600"_qs.repeated(59) + QChar(0x2026));
}

void LearnerTest::shouldMakeATitle() {
    QFETCH(QString, question);
    QFETCH(QString, title);
    QCOMPARE(titleFrom(question), title);
}

void LearnerTest::shouldKeepWhatAnArticleHadWhenItLearnsMore() {
    const Learner learner(*m_knowledge);
    auto proposal = learner.propose(lesson(u"Can the charge be undone?"_qs, refund));
    proposal->ticket = TicketId{1};
    const auto article = *learner.articleOf(*proposal);
    QCOMPARE(article.answer, refund);
    QCOMPARE(article.title, u"How do I get a refund?"_qs);
    QCOMPARE(article.phrasings.size(), 2);
    QCOMPARE(article.phrasings.last().text, u"Can the charge be undone?"_qs);
    QCOMPARE(article.phrasings.last().origin, Origin::Agent);
}

void LearnerTest::shouldRefuseAnArticleWithoutWords_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("answer");
    QTest::newRow("no title") << u" "_qs << u"Press it."_qs;
    QTest::newRow("no answer") << u"How?"_qs << u"\u2026"_qs;
}

void LearnerTest::shouldRefuseAnArticleWithoutWords() {
    QFETCH(QString, title);
    QFETCH(QString, answer);
    QVERIFY(!Learner(*m_knowledge).articleOf({.title = title, .question = title, .answer = answer}));
}

void LearnerTest::shouldRefuseToTeachAnArchivedArticle() {
    const Learner learner(*m_knowledge);
    const auto proposal = learner.propose(lesson(u"Can the charge be undone?"_qs, refund));
    auto article = *m_knowledge->article(ArticleId{1});
    article.status = ArticleStatus::Archived;
    QVERIFY(m_stores->stores().articles.save(article));
    const auto refused = learner.articleOf(*proposal);
    QVERIFY(!refused);
    QVERIFY(refused.error().sentence.contains(u"is archived"_qs));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::LearnerTest)
#include "learner_test.moc"
