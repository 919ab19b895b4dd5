// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the matcher promises whatever the encoder: order of learning, ties, bad input, a broken encoder, none at all.
#include "app/matching/gaussianmatcher.h"
#include "tests/support/fakeencoder.h"
#include "tests/support/memoryderivedstore.h"
#include <QtTest/QtTest>
#include <cmath>

using namespace relaydesk;

namespace {

class OtherEncoder : public FakeEncoder {
  public:
    using FakeEncoder::FakeEncoder;
    QString name() const override { return QStringLiteral("other"); }
};

} // namespace

class GaussianMatcherTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_calls = std::make_shared<std::atomic<int>>(0);
        m_store = std::make_unique<MemoryDerivedStore>();
    }

    void shouldBeSureOfAKnownQuestion_data() {
        QTest::addColumn<bool>("semantic");
        QTest::addColumn<QString>("question");
        for (const bool semantic : {true, false}) {
            const auto row = [semantic](const char *name) -> QTestData & {
                return QTest::addRow("%s, %s", semantic ? "vectors" : "words", name);
            };
            row("title") << semantic << u"Where is my box?"_qs;
            row("phrasing") << semantic << u"my parcel has not come"_qs;
            row("other case and signs") << semantic << u"  WHERE is -- my box"_qs;
        }
    }
    void shouldBeSureOfAKnownQuestion() {
        QFETCH(bool, semantic);
        QFETCH(QString, question);
        const auto matcher = built(semantic);
        const MatchReport report = matcher->match(question, 3).value();
        QCOMPARE(report.candidates.size(), 3);
        QCOMPARE(report.candidates[0].article, ArticleId{1});
        QVERIFY(chance(report, 0) >= 0.9);
        QVERIFY(!report.ambiguous);
        QVERIFY(report.candidates[0].similarity > 0.99 && report.candidates[0].similarity <= 1.0);
    }

    void shouldBeSureOfAKnownQuestionAmongNearTwins() {
        // GIVEN articles whose questions hardly differ
        const auto matcher = matcherOf(false);
        QVERIFY(matcher->rebuild(
            {article(1, u"where is the box"_qs, {}, {}), article(2, u"where is the box the"_qs, {}, {}),
             article(3, u"where where is the box"_qs, {}, {}), article(4, u"where is is the box"_qs, {}, {})}));
        // THEN one of them asked word for word is answered
        const MatchReport report = matcher->match(u"Where is the box?"_qs, 2).value();
        QCOMPARE(report.candidates[0].article, ArticleId{1});
        QVERIFY(chance(report, 0) > 0.949);
    }

    void shouldKeepArticlesApartThatHoldTheSamePhrasing() {
        // GIVEN two articles that were both asked as the same words
        auto articles = sample();
        articles[1].phrasings << Phrasing{{}, u"WHERE IS MY BOX"_qs};
        const auto matcher = matcherOf(true);
        QVERIFY(matcher->rebuild(articles));
        // THEN a question in these words is ambiguous, and neither is given out as certain
        const MatchReport report = matcher->match(u"where is my box?"_qs, 3).value();
        QVERIFY(report.ambiguous);
        QVERIFY(chance(report, 0) < 0.9);
        // and another question is not
        QVERIFY(!matcher->match(u"How do I change my password?"_qs, 3).value().ambiguous);
    }

    void shouldNotDependOnTheOrderOfLearning() {
        // GIVEN one matcher that was given everything at once
        const auto whole = built(true);
        // and one that learned piece by piece, in another order, with a detour
        const auto grown = matcherOf(true);
        auto articles = sample();
        QVERIFY(grown->rebuild({articles[3]}));
        Article draft = articles[0];
        draft.phrasings.clear();
        QVERIFY(grown->update(articles[2]) && grown->update(draft) && grown->update(articles[1]));
        QVERIFY(grown->update(articles[0]));
        // THEN both answer alike to the last bit
        for (const QString &question : questions()) {
            const MatchReport expected = whole->match(question, 4).value();
            const MatchReport report = grown->match(question, 4).value();
            QCOMPARE(report.candidates, expected.candidates);
            QCOMPARE(report.ambiguous, expected.ambiguous);
        }
    }

    void shouldAnswerTheSameTwice() {
        const auto matcher = built(true);
        for (const QString &question : questions())
            QCOMPARE(matcher->match(question, 4).value().candidates, matcher->match(question, 4).value().candidates);
    }

    void shouldForgetAnArchivedArticle() {
        const auto matcher = built(true);
        Article archived = sample()[0];
        archived.status = ArticleStatus::Archived;
        QVERIFY(matcher->update(archived));
        const MatchReport report = matcher->match(u"Where is my box?"_qs, 10).value();
        QCOMPARE(report.candidates.size(), 3);
        for (const Candidate &candidate : report.candidates)
            QVERIFY(candidate.article != archived.id);
    }

    void shouldKnowALearnedArticleAtOnce() {
        const auto matcher = built(true);
        QVERIFY(matcher->update(article(9, u"Do you sell wheelbarrows?"_qs, {}, u"We sell two kinds of them."_qs)));
        const MatchReport report = matcher->match(u"do you sell wheelbarrows"_qs, 1).value();
        QCOMPARE(report.candidates.size(), 1);
        QCOMPARE(report.candidates[0].article, ArticleId{9});
        QVERIFY(chance(report, 0) >= 0.9);
    }

    void shouldExplainALogOddsByItsFeatures() {
        const auto matcher = built(true);
        const MatchReport report = matcher->match(u"box where"_qs, 4).value();
        for (const Candidate &candidate : report.candidates) {
            double sum = 0;
            for (size_t i = 0; i < calibrationFeatureCount; ++i)
                sum += semanticCalibrator.weights.at(i) * candidate.features[qsizetype(i)];
            QVERIFY(std::abs(sum - candidate.logOdds) < 1e-9);
        }
        QCOMPARE(report.base, semanticCalibrator.base);
    }

    void shouldSayWhatTheDeskLearnedOfItself() {
        // GIVEN verified outcomes: what it thought likely was wrong most of the time
        const auto matcher = built(true);
        const MatchReport before = matcher->match(u"the parcel box"_qs, 1).value();
        const QVector<CalibrationCase> cases(100, {before.candidates[0].features, 0, false});
        QCOMPARE(matcher->calibrate(cases + QVector<CalibrationCase>{{{1, 2}, 0, true}}).value(), 100);
        // THEN it says so from now on
        const MatchReport after = matcher->match(u"the parcel box"_qs, 1).value();
        QCOMPARE(after.candidates[0].features, before.candidates[0].features);
        QVERIFY(chance(after, 0) < chance(before, 0) && chance(after, 0) < 0.1);
        // and of what it said then as well
        QVERIFY(std::abs(chance(after, 0) -
                         calibratedProbability(matcher->logOdds(before.candidates[0].features).value())) < 1e-9);
        QVERIFY(!matcher->logOdds({1, 2}));
        // but stays sure of a question it knows word for word
        QVERIFY(chance(matcher->match(u"Where is my box?"_qs, 1).value(), 0) > 0.949);
        // and what was learned with vectors says nothing about words alone
        const auto words = built(false);
        const double plain = chance(words->match(u"the parcel box"_qs, 1).value(), 0);
        QCOMPARE(words->calibrate(cases).value(), 0);
        QCOMPARE(chance(words->match(u"the parcel box"_qs, 1).value(), 0), plain);
        // WHEN nothing is left of it
        QCOMPARE(matcher->calibrate({}).value(), 0);
        QCOMPARE(matcher->match(u"the parcel box"_qs, 1).value().candidates, before.candidates);
    }

    void shouldKeepWhatWasLearnedWithAnEncoderForThatOne() {
        // GIVEN outcomes that say it was too sure with one encoder
        const auto matcher = built(true);
        const MatchReport before = matcher->match(u"the parcel box"_qs, 1).value();
        const QVector<double> kept = before.candidates[0].features;
        QVERIFY(matcher->calibrate(QVector<CalibrationCase>(100, {kept, 0, false})));
        const double unsure = chance(matcher->match(u"the parcel box"_qs, 1).value(), 0);
        QVERIFY(unsure < chance(before, 0));
        // WHEN another one serves, THEN they say nothing about it
        const auto first = matcher->vectors();
        auto calls = std::make_shared<std::atomic<int>>(0);
        QVERIFY(matcher->adopt(std::make_shared<VectorCache>(std::make_unique<OtherEncoder>(calls), *m_store)));
        QCOMPARE(chance(matcher->match(u"the parcel box"_qs, 1).value(), 0), chance(before, 0));
        QVERIFY(!matcher->logOdds(kept));
        // and they are there again with the first one
        QVERIFY(matcher->adopt(first));
        QCOMPARE(chance(matcher->match(u"the parcel box"_qs, 1).value(), 0), unsure);
        QVERIFY(matcher->logOdds(kept));
    }

    void shouldNotBeSureOfOneWordThatTwoArticlesShare_data() {
        QTest::addColumn<QString>("question");
        QTest::newRow("the word alone") << u"neighbour"_qs;
        QTest::newRow("the word and little else") << u"my neighbour"_qs;
    }
    void shouldNotBeSureOfOneWordThatTwoArticlesShare() {
        QFETCH(QString, question);
        // GIVEN a tiny desk without vectors, two of its articles about neighbours
        const auto matcher = matcherOf(false);
        QVERIFY(matcher->rebuild(
            {article(1, u"Can my neighbour take the parcel?"_qs, {}, u"Yes, name them when you order."_qs),
             article(2, u"My neighbour plays loud music at night"_qs, {}, u"Call the office before ten."_qs),
             article(3, u"How do I reset my password?"_qs, {}, u"Choose Forgot password and follow it."_qs)}));
        // THEN neither is given out as the answer to that one word
        const MatchReport report = matcher->match(question, 3).value();
        QVERIFY2(report.ambiguous || chance(report, 0) < 0.6, qPrintable(QStringLiteral("%1 %2, scores %3 %4")
                                                                             .arg(chance(report, 0))
                                                                             .arg(chance(report, 1))
                                                                             .arg(report.candidates[0].score)
                                                                             .arg(report.candidates[1].score)));
        // and a question of its own is not
        QVERIFY(chance(matcher->match(u"reset my password"_qs, 3).value(), 0) > 0.5);
    }

    void shouldSurviveAnyQuestion_data() {
        QTest::addColumn<QString>("question");
        QTest::addColumn<bool>("candidates");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << u" \t\r\n "_qs << false;
        QTest::newRow("emoji only") << u"\U0001F600\U0001F4E6\U0001F4E6"_qs << false;
        QTest::newRow("no letters") << u"?!... --- ***"_qs << false;
        QTest::newRow("control characters") << QString::fromLatin1("\x01\x02\x1b[31m\0box\x7f", 12) << true;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xD83D)) + u" box"_qs << true;
        QTest::newRow("one letter") << u"x"_qs << true;
        QTest::newRow("a megabyte") << QStringLiteral("where is my box ").repeated(65536) << true;
        QTest::newRow("a megabyte without spaces") << QString(1 << 20, u'a') << true;
        QTest::newRow("another script") << u"箱はどこですか"_qs << true;
    }
    void shouldSurviveAnyQuestion() {
        QFETCH(QString, question);
        QFETCH(bool, candidates);
        for (const bool semantic : {true, false}) {
            const auto matcher = built(semantic);
            const auto report = matcher->match(question, 3);
            QVERIFY(report);
            QCOMPARE(report->candidates.isEmpty(), !candidates);
            for (const Candidate &candidate : report->candidates) {
                QVERIFY(std::isfinite(candidate.logOdds) && std::isfinite(candidate.score));
                QVERIFY(candidate.similarity >= 0 && candidate.similarity <= 1);
            }
        }
    }

    void shouldHaveNothingToSayWithoutKnowledge() {
        const auto matcher = matcherOf(true);
        QVERIFY(matcher->match(u"Where is my box?"_qs, 3).value().candidates.isEmpty());
        QVERIFY(matcher->rebuild({}));
        QVERIFY(matcher->match(u"Where is my box?"_qs, 3).value().candidates.isEmpty());
        const auto full = built(true);
        QVERIFY(full->match(u"Where is my box?"_qs, 0).value().candidates.isEmpty());
    }

    void shouldTakeArticlesWithNothingInThem() {
        const auto matcher = matcherOf(true);
        QVERIFY(matcher->rebuild({article(1, QString(), {}, QString()), article(2, u"!!!"_qs, {u"  "_qs}, u"."_qs)}));
        const auto report = matcher->match(u"anything at all"_qs, 3);
        QVERIFY(report);
        for (const Candidate &candidate : report->candidates)
            QVERIFY(std::isfinite(candidate.logOdds));
        QVERIFY(matcher->match(u"???"_qs, 3));
    }

    void shouldSayThatItMatchesByWordsAlone() {
        const auto matcher = built(false);
        QVERIFY(matcher->limitation().startsWith(u"Semantic matching is off: "));
        QCOMPARE(matcher->match(u"where is my box"_qs, 1).value().base, lexicalCalibrator.base);
        GaussianMatcher told(nullptr, *m_store, u"the file is broken."_qs);
        QVERIFY(told.limitation().startsWith(u"Semantic matching is off: the file is broken. Questions"));
        QVERIFY(built(true)->limitation().isEmpty());
    }

    void shouldFallBackToWordsWhenAQuestionEncodesToNonsense() {
        // GIVEN an encoder that breaks on one word of a question
        const auto matcher = matcherOf(true, u"cursed"_qs);
        QVERIFY(matcher->rebuild(sample()));
        QVERIFY(matcher->limitation().isEmpty());
        // WHEN that question comes
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"gave no vector for a question"_qs));
        const MatchReport report = matcher->match(u"where is my cursed box"_qs, 3).value();
        // THEN words still find the article, and the desk is told
        QCOMPARE(report.candidates[0].article, ArticleId{1});
        QCOMPARE(report.base, lexicalCalibrator.base);
        QVERIFY(matcher->limitation().startsWith(u"Semantic matching is off: "));
        QVERIFY(chance(matcher->match(u"where is my box"_qs, 3).value(), 0) >= 0.9);
    }

    void shouldFallBackToWordsWhenAKnownTextEncodesToNonsense() {
        const auto matcher = matcherOf(true, u"parcel"_qs);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"gave no vector for a known text"_qs));
        QVERIFY(matcher->rebuild(sample()));
        QVERIFY(matcher->limitation().startsWith(u"Semantic matching is off: "));
        QCOMPARE(matcher->match(u"is my box lost"_qs, 3).value().candidates[0].article, ArticleId{1});
        // and sees again once the text is gone
        auto articles = sample();
        articles[0].phrasings.clear();
        QVERIFY(matcher->rebuild(articles));
        QVERIFY(matcher->limitation().isEmpty());
    }

    void shouldEncodeAKnownTextOnce() {
        const auto first = built(true);
        const int texts = *m_calls;
        QVERIFY(texts > 0);
        // WHEN the same knowledge is built again, here and by the next start of the program
        QVERIFY(first->rebuild(sample()));
        const auto second = built(true);
        QCOMPARE(m_calls->load(), texts);
        // and one phrasing is learned
        Article grown = sample()[0];
        grown.phrasings << Phrasing{{}, u"nothing in the post today"_qs};
        QVERIFY(second->update(grown));
        QCOMPARE(m_calls->load(), texts + 1);
    }

    void shouldEncodeAQuestionOnceHoweverOftenItComes() {
        const auto matcher = built(true);
        const int texts = *m_calls;
        const MatchReport once = matcher->match(u"has the postman been"_qs, 3).value();
        QCOMPARE(matcher->match(u"has the postman been"_qs, 3).value().candidates, once.candidates);
        QCOMPARE(m_calls->load(), texts + 1);
        // WHEN it is learned, and asked again
        Article grown = sample()[0];
        grown.phrasings << Phrasing{{}, u"has the postman been"_qs};
        QVERIFY(matcher->update(grown));
        QVERIFY(chance(matcher->match(u"has the postman been"_qs, 3).value(), 0) > 0.9);
        QCOMPARE(m_calls->load(), texts + 1);
    }

    void shouldMatchOverAStoreThatKeepsNothing() {
        m_store->setReadOnly(true);
        const auto matcher = built(true);
        QVERIFY(matcher->limitation().isEmpty());
        QCOMPARE(matcher->match(u"Where is my box?"_qs, 3).value().candidates[0].article, ArticleId{1});
    }

    void shouldNotTrustTheVectorsOfAnotherEncoder() {
        // GIVEN a store with the vectors of an encoder of another name, or of another version of this one
        built(true);
        auto vectors = m_store->vectors(u"fake"_qs).value();
        MemoryDerivedStore other;
        QVERIFY(other.saveVectors(u"fake@2"_qs, vectors));
        std::swap(*m_store, other);
        // THEN none is taken over
        const int texts = *m_calls;
        built(true);
        QCOMPARE(m_calls->load(), 2 * texts);
    }

    void shouldNotTrustSpoiltVectorsOfTheStore() {
        // GIVEN a store in which every vector was cut or is not a number
        built(true);
        auto vectors = m_store->vectors(u"fake"_qs).value();
        bool cut = false;
        for (QByteArray &bytes : vectors) {
            bytes = (cut = !cut) ? bytes.left(7) : QByteArray(bytes.size(), '\xff');
        }
        QVERIFY(m_store->saveVectors(u"fake"_qs, vectors));
        const int texts = *m_calls;
        // THEN all are encoded anew
        const auto matcher = built(true);
        QCOMPARE(m_calls->load(), 2 * texts);
        QVERIFY(matcher->limitation().isEmpty());
    }

  private:
    static Article article(qint64 id, const QString &title, const QStringList &phrasings, const QString &answer) {
        Article article;
        article.id = ArticleId{id};
        article.title = title;
        article.answer = answer;
        for (const QString &phrasing : phrasings)
            article.phrasings << Phrasing{{}, phrasing};
        return article;
    }
    static QVector<Article> sample() {
        return {article(1, u"Where is my box?"_qs, {u"my parcel has not come"_qs}, u"Follow the link in our mail."_qs),
                article(2, u"Can I get a refund?"_qs, {u"money back please"_qs}, u"We return the full price."_qs),
                article(3, u"How do I change my password?"_qs, {}, u"Choose Forgot password and follow it."_qs),
                article(4, u"My card was declined"_qs, {u"payment failed"_qs}, QString())};
    }
    static QStringList questions() {
        return {u"where did you send the box"_qs, u"password"_qs, u"the card payment failed twice"_qs, u"hello"_qs};
    }
    std::unique_ptr<GaussianMatcher> matcherOf(bool semantic, const QString &broken = {}) const {
        return std::make_unique<GaussianMatcher>(semantic ? std::make_unique<FakeEncoder>(m_calls, broken) : nullptr,
                                                 *m_store);
    }
    std::unique_ptr<GaussianMatcher> built(bool semantic) const {
        auto matcher = matcherOf(semantic);
        return matcher->rebuild(sample()) ? std::move(matcher) : nullptr;
    }
    static double chance(const MatchReport &report, qsizetype rank) {
        return calibratedProbability(report.base + report.candidates[rank].logOdds);
    }

    std::shared_ptr<std::atomic<int>> m_calls;
    std::unique_ptr<MemoryDerivedStore> m_store;
};

QTEST_GUILESS_MAIN(GaussianMatcherTest)
#include "gaussianmatcher_test.moc"
