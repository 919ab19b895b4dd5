// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The Gaussian process against plain linear algebra.
#include "app/matching/gaussianevidence.h"
#include "app/matching/gaussianprocess.h"
#include "app/matching/lexicalbackground.h"
#include <QtTest/QtTest>
#include <cmath>
#include <limits>
#include <random>

using namespace relaydesk;

class GaussianProcessTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAgreeWithANaiveInverse() {
        // GIVEN 40 random points under a Gaussian kernel
        std::mt19937 random(7);
        std::normal_distribution<double> normal;
        Eigen::MatrixXd points = Eigen::MatrixXd::NullaryExpr(3, 41, [&] { return normal(random); });
        Eigen::MatrixXd kernel(41, 41);
        for (int i = 0; i < 41; ++i)
            for (int j = 0; j < 41; ++j)
                kernel(i, j) = std::exp(-(points.col(i) - points.col(j)).squaredNorm());
        const Eigen::VectorXd noise = Eigen::VectorXd::LinSpaced(40, 0.05, 0.5);
        const Eigen::VectorXd row = kernel.col(40).head(40);
        // WHEN the process is solved with only the lower triangle given
        Eigen::MatrixXd lower = kernel.topLeftCorner(40, 40).triangularView<Eigen::Lower>();
        const GaussianPosterior posterior = gaussianPosterior(lower, noise, row);
        // THEN it agrees with the textbook
        Eigen::MatrixXd full = kernel.topLeftCorner(40, 40);
        full.diagonal() += noise;
        const Eigen::VectorXd expected = full.inverse() * row;
        QVERIFY((posterior.weights - expected).cwiseAbs().maxCoeff() < 1e-10);
        QVERIFY(std::abs(posterior.variance - (1 - row.dot(expected))) < 1e-10);
    }

    void shouldSayNothingWhereThereIsNoSolution_data() {
        QTest::addColumn<double>("entry");
        QTest::addColumn<double>("question");
        QTest::newRow("not a number in the question") << 0.2 << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("infinite question") << 0.2 << std::numeric_limits<double>::infinity();
        QTest::newRow("not a number in the kernel") << std::numeric_limits<double>::quiet_NaN() << 0.3;
        QTest::newRow("not positive definite") << 5.0 << 0.3;
    }
    void shouldSayNothingWhereThereIsNoSolution() {
        QFETCH(double, entry);
        QFETCH(double, question);
        Eigen::MatrixXd kernel(2, 2);
        kernel << 1, 0, entry, 1;
        const GaussianPosterior posterior =
            gaussianPosterior(kernel, Eigen::VectorXd::Constant(2, 0.05), Eigen::Vector2d(0.1, question));
        QCOMPARE(posterior.weights.size(), 0);
        QCOMPARE(posterior.variance, 1.0);
    }

    void shouldScoreArticlesLikeADenseSolve() {
        // GIVEN three articles, one with a sentence of an answer, and words alone
        const GaussianKnowledge knowledge = {{ArticleId{1}, known({u"where is my box"_qs, u"box late"_qs}, {})},
                                             {ArticleId{2}, known({u"refund please"_qs}, {u"we refund the box"_qs})},
                                             {ArticleId{3}, known({u"change password"_qs}, {})}};
        const KnownText question = text(u"is my box refund late"_qs, TextKind::Phrasing);
        const GaussianKernel kernel;
        // WHEN
        const GaussianEvidence evidence = gaussianEvidence(question, knowledge, kernel);
        // THEN the scores are K (K + N)^-1 Y, written out
        std::vector<const KnownText *> all;
        std::vector<int> owner;
        for (const auto &[id, article] : knowledge) {
            for (const KnownText &one : article.texts) {
                all.push_back(&one);
                owner.push_back(static_cast<int>(id.value) - 1);
            }
        }
        const auto count = static_cast<Eigen::Index>(all.size());
        Eigen::MatrixXd gram(count, count);
        Eigen::VectorXd row(count);
        Eigen::MatrixXd labels = Eigen::MatrixXd::Zero(count, 3);
        for (Eigen::Index i = 0; i < count; ++i) {
            for (Eigen::Index j = 0; j < count; ++j)
                gram(i, j) = lex(*all[size_t(i)], *all[size_t(j)]);
            gram(i, i) = 1 + (all[size_t(i)]->kind == TextKind::Phrasing ? kernel.phrasingNoise : kernel.answerNoise);
            row[i] = lex(question, *all[size_t(i)]);
            labels(i, owner[size_t(i)]) = 1;
        }
        const Eigen::VectorXd expected = labels.transpose() * (gram.inverse() * row);
        for (size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(evidence.articles[i].score - expected[Eigen::Index(i)]) < 1e-6);
        QVERIFY(std::abs(evidence.variance - (1 - row.dot(gram.inverse() * row))) < 1e-6);
        QCOMPARE(evidence.known, 3);
        QCOMPARE(evidence.texts, 4);
    }

    void shouldHardlyChangeWhenOnlyTheNearestAreSolved() {
        // GIVEN 60 articles, of which the question concerns one
        GaussianKnowledge knowledge;
        for (int i = 1; i <= 60; ++i)
            knowledge[ArticleId{i}] = known({QStringLiteral("topic%1 question about thing%1").arg(i)}, {});
        const KnownText question = text(u"a question about thing7 please"_qs, TextKind::Phrasing);
        GaussianKernel local;
        local.neighbours = 20;
        // THEN the local form finds the same article with nearly the same score
        const double exact = gaussianEvidence(question, knowledge, {}).articles[6].score;
        const double near = gaussianEvidence(question, knowledge, local).articles[6].score;
        QVERIFY(exact > 0.1);
        QVERIFY(std::abs(exact - near) < 0.05);
    }

  private:
    static KnownText text(const QString &words, TextKind kind) {
        KnownText known;
        known.text = words;
        known.folded = lexicalTokens(words).join(u' ');
        known.kind = kind;
        known.point.lexical = lexicalVector(words, LexicalBackground::shipped());
        return known;
    }
    static KnownArticle known(const QStringList &phrasings, const QStringList &sentences) {
        KnownArticle article;
        for (const QString &phrasing : phrasings)
            article.texts.push_back(text(phrasing, TextKind::Phrasing));
        for (const QString &sentence : sentences)
            article.texts.push_back(text(sentence, TextKind::Sentence));
        article.phrasings = static_cast<int>(phrasings.size());
        return article;
    }
    static double lex(const KnownText &a, const KnownText &b) {
        LexicalProbe probe;
        probe.hold(a.point.lexical);
        return double(probe.similarity(b.point.lexical));
    }
};

QTEST_GUILESS_MAIN(GaussianProcessTest)
#include "gaussianprocess_test.moc"
