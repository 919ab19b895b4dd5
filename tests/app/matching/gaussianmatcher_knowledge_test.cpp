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

  private:
    static constexpr double bar = 0.60;
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
