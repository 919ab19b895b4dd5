// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every set of stores promises of articles and proposals, told once and held by those in memory and those in
//! SQLite.
#include "tests/app/storage/storescontract.h"

namespace relaydesk {

class KnowledgeContractTest : public QObject, protected StoresContract {
    Q_OBJECT

  private slots:
    void initTestCase_data() { addBoth(); }
    void init() {
        QFETCH_GLOBAL(bool, real);
        open(real);
    }
    void cleanup() { close(); }

    void shouldKeepEveryVersionOfAnArticle() {
        Article article;
        article.title = u"Reset"_qs;
        article.answer = u"Use **Forgot password**."_qs;
        article.tags = QStringList{u"login"_qs, u"pass\"word"_qs};
        article.phrasings = {{{}, u"forgot it"_qs, Origin::Customer}, {{}, u"cannot log in"_qs, Origin::Agent}};
        article.origin = Origin::Import;
        article.version = 99;
        article.record = {5, 3};
        article.updatedAt = morning;
        const Article first = must(m_stores->articles.save(article));
        article.id = first.id;
        article.version = 1;
        article.record = {};
        article.phrasings[0].id = first.phrasings.value(0).id;
        article.phrasings[1].id = first.phrasings.value(1).id;
        QCOMPARE(first, article);
        QVERIFY(first.phrasings[0].id.isValid() && first.phrasings[0].id != first.phrasings[1].id);
        QCOMPARE(must(m_stores->articles.article(first.id)), first);

        QVERIFY(succeeds(m_stores->articles.recordOutcome(first.id, true)));
        QVERIFY(succeeds(m_stores->articles.recordOutcome(first.id, false)));
        article.title = u"Reset it"_qs;
        article.status = ArticleStatus::Archived;
        const Article second = must(m_stores->articles.save(article));
        QCOMPARE(second.version, 2);
        QCOMPARE(second.record, (TrackRecord{2, 1}));
        QCOMPARE(must(m_stores->articles.article(first.id)), second);
        Article firstNow = first;
        firstNow.record = second.record;
        QCOMPARE(must(m_stores->articles.versions(first.id)), QVector<Article>({second, firstNow}));
    }

    void shouldKeepTheNumbersOfUnchangedPhrasings() {
        Article article = anArticle(u"A"_qs, {u"one"_qs, u"two"_qs, u"two"_qs, u"three"_qs});
        const QVector<Phrasing> before = article.phrasings;
        // WHEN the first goes, the order changes, one is edited under its number and one comes back without a number
        article.phrasings = {before[3],
                             {{}, u"two"_qs, Origin::Manual},
                             {before[1].id, u"2"_qs, Origin::Agent},
                             {{}, u"new"_qs, Origin::Agent}};
        const QVector<Phrasing> after = must(m_stores->articles.save(article)).phrasings;
        QCOMPARE(after.size(), 4);
        QCOMPARE(after[0], before[3]);
        QCOMPARE(after[1].id, before[2].id);
        QCOMPARE(after[2], (Phrasing{before[1].id, u"2"_qs, Origin::Agent}));
        QVERIFY(after[3].id.value > before[3].id.value);
        QCOMPARE(must(m_stores->articles.article(article.id)).phrasings, after);
        // THEN an earlier version can be restored with the numbers it had
        QCOMPARE(must(m_stores->articles.save(must(m_stores->articles.versions(article.id)).last())).phrasings, before);
    }

    void shouldNotTakeThePhrasingOfAnotherArticle() {
        const Article one = anArticle(u"One"_qs, {u"mine"_qs});
        Article other = anArticle(u"Other"_qs);
        other.phrasings = {one.phrasings[0], one.phrasings[0]};
        other = must(m_stores->articles.save(other));
        QVERIFY(other.phrasings[0].id.isValid() && other.phrasings[0].id != other.phrasings[1].id);
        QVERIFY(other.phrasings[0].id != one.phrasings[0].id && other.phrasings[1].id != one.phrasings[0].id);
        QCOMPARE(must(m_stores->articles.article(one.id)), one);
    }

    void shouldListArticlesOfAStatusAndCountTheirRevisions() {
        const qint64 start = must(m_stores->articles.revision());
        const Article one = anArticle(u"One"_qs, {u"1"_qs});
        Article two = anArticle(u"Two"_qs);
        const Article three = anArticle(u"Three"_qs);
        const qint64 made = must(m_stores->articles.revision());
        two.status = ArticleStatus::Archived;
        two = must(m_stores->articles.save(two));
        const qint64 archived = must(m_stores->articles.revision());
        QVERIFY(start != made && made != archived);
        QCOMPARE(must(m_stores->articles.articles(ArticleStatus::Live)), QVector<Article>({one, three}));
        QCOMPARE(must(m_stores->articles.articles(ArticleStatus::Archived)), QVector<Article>({two}));
        QCOMPARE(must(m_stores->articles.count(ArticleStatus::Live)), 2);
        QCOMPARE(must(m_stores->articles.count(ArticleStatus::Archived)), 1);
        QCOMPARE(must(m_stores->articles.revision()), archived);
    }

    void shouldGiveBackProposalsNewestFirst() {
        const Ticket ticket = aTicket(aConversation(u"a"_qs).id);
        Proposal full{.ticket = ticket.id,
                      .kind = LessonKind::BetterAnswer,
                      .article = anArticle(u"One"_qs).id,
                      .versionBefore = 4,
                      .title = u"T"_qs,
                      .question = u"Q"_qs,
                      .answer = u"A"_qs,
                      .original = u"Hi Bob, A"_qs,
                      .removals = {{0, 8, u"greeting"_qs, QString()}, {3, 2, u"name"_qs, u"[name]"_qs}},
                      .objection = u"Names a date."_qs,
                      .agent = must(m_stores->people.save(Agent{{}, u"Sam"_qs, true})),
                      .at = morning};
        full.id = must(m_stores->proposals.save(full));
        QCOMPARE(must(m_stores->proposals.proposal(full.id)), full);
        const ProposalId bare = must(m_stores->proposals.save(Proposal{}));
        full.status = ProposalStatus::RolledBack;
        full.removals.clear();
        QCOMPARE(must(m_stores->proposals.save(full)), full.id);
        QCOMPARE(must(m_stores->proposals.proposal(full.id)), full);
        const auto found = [&](TicketId of, std::optional<ProposalStatus> status) {
            return numbers(must(m_stores->proposals.proposals(of, status)));
        };
        QCOMPARE(found({}, {}), QVector<qint64>({bare.value, full.id.value}));
        QCOMPARE(found(ticket.id, {}), QVector<qint64>({full.id.value}));
        QCOMPARE(found({}, ProposalStatus::Pending), QVector<qint64>({bare.value}));
        QCOMPARE(found(ticket.id, ProposalStatus::Pending), QVector<qint64>());
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::KnowledgeContractTest)
#include "knowledge_contract_test.moc"
