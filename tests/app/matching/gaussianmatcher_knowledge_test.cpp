// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The real encoder over the sample knowledge: what must be found, what must be left to people, what is learned at
//! once.
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/gaussianmatcher.h"
#include "tests/support/knowledgefixture.h"
#include "tests/support/memoryderivedstore.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class GaussianMatcherKnowledgeTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        auto encoder = BertEncoder::open(encoderFolder());
        QVERIFY2(encoder, encoder ? "" : qPrintable(encoder.error().sentence));
        m_articles = sampleKnowledge();
        QVERIFY(m_articles.size() > 60);
        m_matcher = std::make_unique<GaussianMatcher>(std::move(*encoder), m_store);
        QVERIFY(m_matcher->rebuild(m_articles));
    }

    void shouldShowTheRightArticleAmongThree() {
        const auto rows = fixtureRows("tests/data/known_paraphrases.csv");
        QCOMPARE(rows.size(), 30);
        int found = 0;
        for (const QStringList &row : rows) {
            const MatchReport report = m_matcher->match(row[0], 3).value();
            found += std::any_of(report.candidates.begin(), report.candidates.end(),
                                 [&](const Candidate &candidate) { return title(candidate.article) == row[1]; });
        }
        QVERIFY2(found >= 24, qPrintable(QString::number(found)));
    }

    void shouldLeaveUnknownQuestionsToPeople() {
        const auto rows = fixtureRows("tests/data/unknown_questions.csv");
        QCOMPARE(rows.size(), 30);
        int left = 0;
        for (const QStringList &row : rows) {
            const MatchReport report = m_matcher->match(row[0], 1).value();
            left += chance(report) < bar ? 1 : 0;
        }
        QVERIFY2(left >= 27, qPrintable(QString::number(left)));
    }

    void shouldAnswerFromWhatAnAgentJustTaught_data() {
        QTest::addColumn<QString>("answer");
        QTest::newRow("both charges")
            << u"I can see both charges on your account. The second one was a mistake on our side and I have refunded "
               u"it in full. It reaches your card in 3 to 5 working days."_qs;
        QTest::newRow("duplicate") << u"I've found the duplicate payment and refunded it. You will see it in 3 to 5 "
                                      u"working days."_qs;
        QTest::newRow("billed twice") << u"You were billed twice because of an error on our side. I have refunded the "
                                         u"extra charge; it takes 3 to 5 working days to reach your card."_qs;
    }
    void shouldAnswerFromWhatAnAgentJustTaught() {
        QFETCH(QString, answer);
        // GIVEN the whole sample, close neighbours included, and one learned article
        Article learned;
        learned.id = ArticleId{m_articles.size() + 1};
        learned.title = u"I was charged twice for my subscription"_qs;
        learned.answer = answer;
        QVERIFY(m_matcher->update(learned));
        // WHEN the same trouble is told in other words
        const MatchReport report = m_matcher->match(u"My account shows duplicate charges"_qs, 3).value();
        // THEN it is answered with what was learned
        QCOMPARE(report.candidates[0].article, learned.id);
        QVERIFY2(chance(report) >= bar + 0.05, qPrintable(QString::number(chance(report))));
        // and its neighbours are not
        for (const QString &question : {u"Where do I see what I was charged?"_qs, u"Can I have my money back?"_qs,
                                        u"you charged the wrong sum"_qs, u"What is this fee?"_qs,
                                        u"where are my invoices"_qs, u"my card was refused"_qs}) {
            const MatchReport other = m_matcher->match(question, 1).value();
            QVERIFY2(other.candidates[0].article != learned.id || chance(other) < bar, qPrintable(question));
        }
        learned.status = ArticleStatus::Archived;
        QVERIFY(m_matcher->update(learned));
    }

    void shouldKeepCloseNeighboursApart_data() { shouldAnswerFromWhatAnAgentJustTaught_data(); }
    void shouldKeepCloseNeighboursApart() {
        QFETCH(QString, answer);
        // GIVEN the whole sample and seven close neighbours, each an article of its own, and one learned article
        const QVector<Article> neighbours = closeNeighbours();
        for (const Article &neighbour : neighbours)
            QVERIFY(m_matcher->update(neighbour));
        Article learned;
        learned.id = ArticleId{m_articles.size() + 100};
        learned.title = u"I was charged twice for my subscription"_qs;
        learned.answer = answer;
        QVERIFY(m_matcher->update(learned));
        const auto isFirst = [&](const MatchReport &report) { return report.candidates[0].article == learned.id; };
        // THEN the same trouble in other words is answered with what was learned
        const MatchReport duplicate = m_matcher->match(u"My account shows duplicate charges"_qs, 3).value();
        QVERIFY2(isFirst(duplicate) && !duplicate.ambiguous && chance(duplicate) >= bar, qPrintable(said(duplicate)));
        // and at least eight of ten paraphrases are, or get it as the first of what they are offered
        int found = 0;
        QStringList missed;
        for (const QStringList &row : fixtureRows("tests/data/charged_twice_paraphrases.csv")) {
            const MatchReport report = m_matcher->match(row[0], 3).value();
            const bool offered = isFirst(report) && chance(report) >= offerFrom && together(report) >= offerTogether;
            found += offered ? 1 : 0;
            missed << (offered ? QString() : row[0] + u": "_qs + said(report));
        }
        missed.removeAll(QString());
        QVERIFY2(found >= 8, qPrintable(missed.join(u'\n')));
        // while of twenty questions next to it none is answered with it
        QStringList wrongly;
        for (const QStringList &row : fixtureRows("tests/data/charged_twice_neighbours.csv")) {
            const MatchReport report = m_matcher->match(row[0], 3).value();
            if (isFirst(report) && !report.ambiguous && chance(report) >= bar)
                wrongly << row[0] + u": "_qs + said(report);
        }
        // nor is one that says something else besides; those that say the same at more length still find it
        int right = 0;
        for (const QStringList &row : fixtureRows("tests/data/charged_twice_clauses.csv")) {
            const MatchReport report = m_matcher->match(row[0], 3).value();
            const bool answered = isFirst(report) && !report.ambiguous && chance(report) >= bar;
            right += row[1] == u"yes"_qs && answered ? 1 : 0;
            if (row[1] == u"no"_qs && answered)
                wrongly << row[0] + u": "_qs + said(report);
        }
        QVERIFY2(right >= 5, qPrintable(QString::number(right)));
        QVERIFY2(wrongly.isEmpty(), qPrintable(wrongly.join(u'\n')));
        for (Article article : neighbours + QVector<Article>{learned}) {
            article.status = ArticleStatus::Archived;
            QVERIFY(m_matcher->update(article));
        }
    }

  private:
    static constexpr double bar = 0.60;
    static constexpr double offerFrom = 0.25;     //!< the desk asks "Did you mean …?" from here on
    static constexpr double offerTogether = 0.40; //!< of the first three

    QVector<Article> closeNeighbours() const {
        const std::pair<QString, QString> pairs[] = {
            {u"Where can I see my invoices?"_qs,
             u"Open Settings, then Billing. Every invoice is listed there as a PDF."_qs},
            {u"How do I see the charges on my account?"_qs,
             u"Under Billing, History you find each charge with its date and what it was for."_qs},
            {u"I was charged the wrong amount"_qs,
             u"Compare the amount with your plan under Billing. If it differs, send us the invoice number and we correct it."_qs},
            {u"Can I get a refund?"_qs, u"Yes, within 30 days of buying. Ask for it under Billing, Refunds."_qs},
            {u"Why is there a fee on my account?"_qs,
             u"A fee of 2 euros is added when an invoice is paid late. Pay by card and it does not happen again."_qs},
            {u"My card was declined"_qs,
             u"Check the expiry date and the limit with your bank, then try again under Billing, Payment method."_qs},
            {u"How do I cancel my subscription?"_qs,
             u"Open Settings, Plan and choose Cancel. You keep access until the end of the paid month."_qs},
        };
        QVector<Article> articles;
        for (const auto &[title, answer] : pairs) {
            const bool isThere = std::any_of(m_articles.begin(), m_articles.end(),
                                             [&](const Article &article) { return article.title == title; });
            if (isThere)
                continue; // twice the same would be another case
            Article article;
            article.id = ArticleId{m_articles.size() + 10 + articles.size()};
            article.title = title;
            article.answer = answer;
            articles << article;
        }
        return articles;
    }

    static double together(const MatchReport &report) {
        double sum = 0;
        for (const Candidate &candidate : report.candidates)
            sum += calibratedProbability(report.base + candidate.logOdds);
        return sum;
    }
    static QString said(const MatchReport &report) {
        QString text;
        for (const Candidate &candidate : report.candidates)
            text += QStringLiteral("%1 (%2) ")
                        .arg(candidate.phrasing)
                        .arg(calibratedProbability(report.base + candidate.logOdds), 0, 'f', 2);
        return text + (report.ambiguous ? u"ambiguous"_qs : QString());
    }
    QString title(ArticleId id) const { return m_articles[id.value - 1].title; }
    static double chance(const MatchReport &report) {
        return calibratedProbability(report.base + report.candidates[0].logOdds);
    }

    MemoryDerivedStore m_store;
    QVector<Article> m_articles;
    std::unique_ptr<GaussianMatcher> m_matcher;
};

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    if (encoderFolder().isEmpty()) {
        qWarning("skipped: the sentence encoder's weights are not installed");
        return 77;
    }
    GaussianMatcherKnowledgeTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "gaussianmatcher_knowledge_test.moc"
