// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The Gaussian process over all phrasings at once against the one over the nearest 192, on the same kernel, and the
//! coarse scan against the exact one. usage: process_benchmark FOLDER (with banking77/ and clinc150/, their training
//! parts)
#include "app/cli/labelledfile.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/evaluationfigures.h"
#include "app/matching/gaussianevidence.h"
#include "app/matching/lexicalbackground.h"
#include <QtCore/QCoreApplication>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <set>

using namespace relaydesk;

namespace {

double threadMs() {
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

struct Questions {
    GaussianKnowledge knowledge;
    QVector<KnownText> asked;
    QVector<qint64> right; //!< article; 0: none
};

KnownText known(const QString &text, const std::vector<float> &vector) {
    KnownText one;
    one.text = text;
    one.point.lexical = lexicalVector(text, LexicalBackground::shipped());
    one.point.setVector(
        QByteArray(reinterpret_cast<const char *>(vector.data()), qsizetype(vector.size() * sizeof(float))));
    return one;
}

//! `learned` texts at random are known, `asked` others are questions; and so are `outside`.
Questions drawn(const SentenceEncoder &encoder, QVector<LabelledText> texts, qsizetype learned, qsizetype asked,
                const QVector<LabelledText> &outside) {
    std::mt19937 random(7);
    std::shuffle(texts.begin(), texts.end(), random);
    texts = texts.mid(0, learned + asked) + outside;
    QStringList plain;
    for (const LabelledText &one : texts)
        plain << one.text;
    const auto vectors = encoder.encodeAll(plain);
    QHash<QString, qint64> articles;
    Questions questions;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool isOutside = i >= learned + asked;
        const KnownText text = known(texts[i].text, vectors[size_t(i)]);
        const qint64 article = isOutside ? 0 : articles.value(texts[i].category, articles.size() + 1);
        if (i < learned) {
            articles.insert(texts[i].category, article);
            KnownArticle &one = questions.knowledge[ArticleId{article}];
            one.texts.push_back(text);
            ++one.phrasings;
        } else {
            questions.asked << text;
            questions.right << article;
        }
    }
    return questions;
}

struct Exact {
    std::vector<const KnownText *> texts;
    Eigen::MatrixXf weights; //!< (K + N)^-1 Y: a column for each article
    GaussianKernel kernel;
    LexicalProbe probe;

    double k(const KnownText &a, const KnownText &b) const { // `a` is held by the probe
        const double cosine = std::min(1.0, double(a.point.meaning().dot(b.point.meaning())));
        return std::exp(-2 * kernel.width * (1 - cosine)) *
               (1 - kernel.lexicalShare + kernel.lexicalShare * double(probe.similarity(b.point.lexical)));
    }
    explicit Exact(const GaussianKnowledge &knowledge) {
        std::vector<Eigen::Index> article;
        for (const auto &[id, one] : knowledge) {
            for (const KnownText &text : one.texts) {
                texts.push_back(&text);
                article.push_back(Eigen::Index(id.value) - 1);
            }
        }
        const auto count = Eigen::Index(texts.size());
        kernel.width = std::max(kernel.leastWidth,
                                kernel.width - kernel.narrowing * std::log(double(count) / double(knowledge.size())));
        Eigen::MatrixXf gram(count, count);
        for (Eigen::Index i = 0; i < count; ++i) {
            probe.hold(texts[size_t(i)]->point.lexical);
            for (Eigen::Index j = i; j < count; ++j)
                gram(j, i) = float(k(*texts[size_t(i)], *texts[size_t(j)]));
            gram(i, i) += float(kernel.phrasingNoise);
        }
        weights = Eigen::MatrixXf::Zero(count, Eigen::Index(knowledge.size()));
        for (Eigen::Index i = 0; i < count; ++i)
            weights(i, article[size_t(i)]) = 1;
        Eigen::LLT<Eigen::Ref<Eigen::MatrixXf>> factor(gram);
        factor.solveInPlace(weights);
    }
    //! Without the variance, which would cost a triangular solve of n^2 more.
    Eigen::VectorXf scores(const KnownText &question) {
        probe.hold(question.point.lexical);
        Eigen::VectorXf row(Eigen::Index(texts.size()));
        for (size_t i = 0; i < texts.size(); ++i)
            row[Eigen::Index(i)] = float(k(question, *texts[i]));
        return weights.transpose() * row;
    }
};

//! The first article and its score.
using First = std::pair<qint64, double>;

First local(const KnownText &question, const GaussianKnowledge &knowledge, const GaussianKernel &kernel) {
    const GaussianEvidence evidence = gaussianEvidence(question, knowledge, kernel);
    First first{0, -1e9};
    for (const ArticleEvidence &article : evidence.articles) {
        if (article.score > first.second)
            first = {article.article.value, article.score};
    }
    return first;
}

template <typename Ask>
void measure(const char *name, const Questions &questions, double encodeMs, Ask ask) {
    QVector<JudgedQuestion> judged;
    QVector<double> times;
    for (qsizetype i = 0; i < questions.asked.size(); ++i) {
        const double start = threadMs();
        const First first = ask(questions.asked[i]);
        times << threadMs() - start;
        JudgedQuestion one;
        one.score = one.chance = first.second;
        one.inScope = questions.right[i] != 0;
        one.right = one.inScope && first.first == questions.right[i];
        judged << one;
    }
    const EvaluationFigures figures = figuresOf(judged);
    std::printf("  %-28s right first %.2f %%   AUROC %.4f   processor time p50 %.2f ms, with encoding %.2f ms\n", name,
                100 * figures.accuracy, figures.byScore.auroc, percentile(times, 0.5),
                percentile(times, 0.5) + encodeMs);
    std::fflush(stdout);
}

double encodeMs(const SentenceEncoder &encoder, const Questions &questions) {
    QVector<double> times;
    for (qsizetype i = 0; i < 100; ++i) {
        const double start = threadMs();
        const auto vector = encoder.encode(questions.asked[i].text);
        times << threadMs() - start;
    }
    return percentile(times, 0.5);
}

//! How many of the nearest `most` by the exact cosine are among the four times as many of the coarse one.
void measureRecall(const Questions &questions, qsizetype most) {
    std::vector<const KnownText *> texts;
    for (const auto &[id, one] : questions.knowledge) {
        for (const KnownText &text : one.texts)
            texts.push_back(&text);
    }
    const auto nearest = [&](const auto &cosines, qsizetype count) {
        std::vector<size_t> order(texts.size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::nth_element(order.begin(), order.begin() + count - 1, order.end(),
                         [&](size_t a, size_t b) { return cosines[a] > cosines[b]; });
        return std::set<size_t>(order.begin(), order.begin() + count);
    };
    double exactMs = 0;
    double coarseMs = 0;
    qsizetype found = 0;
    constexpr qsizetype asked = 300;
    for (qsizetype q = 0; q < asked; ++q) {
        const GaussianPoint &point = questions.asked[q].point;
        std::vector<double> exact(texts.size());
        std::vector<double> coarse(texts.size());
        double start = threadMs();
        for (size_t i = 0; i < texts.size(); ++i)
            exact[i] = double(point.meaning().dot(texts[i]->point.meaning()));
        exactMs += threadMs() - start;
        start = threadMs();
        const CoarseProbe probe(point.coarse);
        for (size_t i = 0; i < texts.size(); ++i)
            coarse[i] = probe.cosine(texts[i]->point.coarse);
        coarseMs += threadMs() - start;
        const auto shortlist = nearest(coarse, 4 * most);
        for (const size_t one : nearest(exact, most))
            found += shortlist.count(one) > 0 ? 1 : 0;
    }
    std::printf("  of the nearest %lld, %.3f %% are in the shortlist; a scan takes %.2f ms coarse, %.2f ms exact\n",
                static_cast<long long>(most), 100.0 * double(found) / double(asked * most), coarseMs / asked,
                exactMs / asked);
}

void compare(const char *name, const SentenceEncoder &encoder, const Questions &questions) {
    qsizetype texts = 0;
    for (const auto &[id, one] : questions.knowledge)
        texts += qsizetype(one.texts.size());
    std::printf("%s: %lld phrasings, %lld questions\n", name, static_cast<long long>(texts),
                static_cast<long long>(questions.asked.size()));
    const double encoding = encodeMs(encoder, questions);
    for (const int neighbours : {192, 384}) {
        GaussianKernel kernel;
        kernel.neighbours = neighbours;
        kernel.exactScan = 1 << 30;
        measure(qPrintable(QStringLiteral("local, %1").arg(neighbours)), questions, encoding,
                [&](const KnownText &question) { return local(question, questions.knowledge, kernel); });
    }
    GaussianKernel coarse;
    coarse.exactScan = 0;
    measure("local, 192, coarse scan", questions, encoding,
            [&](const KnownText &question) { return local(question, questions.knowledge, coarse); });
    measureRecall(questions, 192);
    if (texts > 8000)
        return; // the factor would take half a gigabyte
    const double start = threadMs();
    Exact exact(questions.knowledge);
    std::printf("  exact: built in %.1f s of processor time; factor %.0f MB packed\n", (threadMs() - start) / 1e3,
                double(texts) * double(texts) / 2 * sizeof(float) / (1 << 20));
    measure("exact, without variance", questions, encoding, [&](const KnownText &question) {
        Eigen::Index first = 0;
        const double score = double(exact.scores(question).maxCoeff(&first));
        return First{first + 1, score};
    });
}

} // namespace

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    if (application.arguments().value(1).isEmpty()) {
        std::printf("not measured: give a folder with banking77/train.csv and clinc150/\n");
        return 0;
    }
    const auto encoder = BertEncoder::open(encoderFolder());
    if (!encoder) {
        std::printf("not measured: %s\n", qPrintable(encoder.error().sentence));
        return 77;
    }
    const QString folder = application.arguments().at(1);
    const auto banking = readLabelledFile(folder + u"/banking77/train.csv"_qs, Labels::Needed);
    const auto clinc = readLabelledFile(folder + u"/clinc150/train.csv"_qs, Labels::Needed);
    const auto outside = readLabelledFile(folder + u"/clinc150/oos_val.csv"_qs, Labels::Optional);
    if (!banking || !clinc || !outside) {
        std::printf("not measured: the folder lacks a file, or one is no such table\n");
        return 1;
    }
    compare("Banking77", **encoder, drawn(**encoder, banking->texts, 5000, 1000, outside->texts));
    compare("CLINC150", **encoder, drawn(**encoder, clinc->texts, 14000, 600, outside->texts));
    return 0;
}
