// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/gaussianevidence.h"
#include "app/matching/gaussianprocess.h"
#include <algorithm>
#include <cmath>
#include <functional>

namespace relaydesk {

namespace {

constexpr int shortlistShare = 4; //!< times the texts that take part in the process are compared exactly

//! One known text, compared with the question.
struct Comparison {
    const KnownText *text = nullptr;
    size_t article = 0; //!< place in GaussianEvidence::articles
    double cosine = 0;
    double lexical = 0;
    double kernel = 0;
};

double meaning(const GaussianKernel &kernel, double cosine) {
    return std::exp(-2 * kernel.width * (1 - std::min(cosine, 1.0)));
}

double product(const GaussianKernel &kernel, double cosine, double lexical) {
    return meaning(kernel, cosine) * (1 - kernel.lexicalShare + kernel.lexicalShare * lexical);
}

//! A text whose meaning alone gives less than this cannot be among the nearest, whatever its words.
double leastMeaning(const std::vector<Comparison> &all, const GaussianKernel &kernel) {
    const auto most = static_cast<std::ptrdiff_t>(kernel.neighbours);
    if (static_cast<std::ptrdiff_t>(all.size()) <= most)
        return 0;
    std::vector<double> cosines;
    cosines.reserve(all.size());
    for (const Comparison &comparison : all)
        cosines.push_back(comparison.cosine);
    std::nth_element(cosines.begin(), cosines.begin() + most - 1, cosines.end(), std::greater<>());
    return meaning(kernel, cosines[static_cast<size_t>(most - 1)]) * (1 - kernel.lexicalShare);
}

double cosineOf(const GaussianPoint &a, const GaussianPoint &b) { return double(a.meaning().dot(b.meaning())); }

//! Those that may be among the nearest get their exact cosine in place of the coarse one.
void sharpen(std::vector<Comparison> &all, const GaussianPoint &question, const GaussianKernel &kernel) {
    std::vector<Comparison *> order;
    for (Comparison &comparison : all)
        order.push_back(&comparison);
    const auto most = std::min<std::ptrdiff_t>(shortlistShare * kernel.neighbours, std::ssize(order));
    std::nth_element(order.begin(), order.begin() + most - 1, order.end(),
                     [](const Comparison *a, const Comparison *b) { return a->cosine > b->cosine; });
    for (auto near = order.begin(); near != order.begin() + most; ++near)
        (*near)->cosine = cosineOf(question, (*near)->text->point);
}

std::vector<Comparison> compare(const KnownText &question, const GaussianKnowledge &knowledge,
                                const GaussianKernel &kernel, LexicalProbe &probe) {
    const bool semantic = !question.point.vector.isEmpty();
    std::vector<Comparison> comparisons;
    size_t article = 0;
    for (const auto &[id, known] : knowledge) {
        for (const KnownText &text : known.texts)
            comparisons.push_back({&text, article});
        ++article;
    }
    const bool coarse = comparisons.size() > static_cast<size_t>(kernel.exactScan);
    const CoarseProbe near(question.point.coarse);
    for (Comparison &comparison : comparisons) {
        const GaussianPoint &known = comparison.text->point;
        if (semantic)
            comparison.cosine = coarse ? near.cosine(known.coarse) : cosineOf(question.point, known);
    }
    if (semantic && coarse)
        sharpen(comparisons, question.point, kernel);
    const double least = semantic ? leastMeaning(comparisons, kernel) : 0;
    probe.hold(question.point.lexical);
    for (Comparison &comparison : comparisons) {
        if (!semantic || meaning(kernel, comparison.cosine) >= least)
            comparison.lexical = double(probe.similarity(comparison.text->point.lexical));
        comparison.kernel = semantic ? product(kernel, comparison.cosine, comparison.lexical) : comparison.lexical;
    }
    return comparisons;
}

//! The `most` with the largest kernel, in the order of `all`; of equals the first.
std::vector<Comparison> nearest(const std::vector<Comparison> &all, size_t most) {
    if (all.size() <= most)
        return all;
    std::vector<size_t> order(all.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(order.begin(), middle, order.end(), [&all](size_t a, size_t b) {
        return all[a].kernel != all[b].kernel ? all[a].kernel > all[b].kernel : a < b;
    });
    order.resize(most);
    std::sort(order.begin(), order.end());
    std::vector<Comparison> chosen;
    chosen.reserve(most);
    for (const size_t i : order)
        chosen.push_back(all[i]);
    return chosen;
}

Eigen::MatrixXf cosines(const std::vector<Comparison> &chosen) {
    const auto count = static_cast<Eigen::Index>(chosen.size());
    Eigen::MatrixXf vectors(chosen.front().text->point.meaning().size(), count);
    for (Eigen::Index i = 0; i < count; ++i)
        vectors.col(i) = chosen[static_cast<size_t>(i)].text->point.meaning();
    Eigen::MatrixXf result = Eigen::MatrixXf::Zero(count, count);
    result.selfadjointView<Eigen::Lower>().rankUpdate(vectors.transpose());
    return result;
}

//! The lower triangle of K over the chosen texts.
Eigen::MatrixXd gram(const std::vector<Comparison> &chosen, bool semantic, const GaussianKernel &kernel) {
    const auto count = static_cast<Eigen::Index>(chosen.size());
    const Eigen::MatrixXf cosine = semantic ? cosines(chosen) : Eigen::MatrixXf();
    std::vector<const LexicalVector *> words;
    words.reserve(chosen.size());
    for (const Comparison &comparison : chosen)
        words.push_back(&comparison.text->point.lexical);
    thread_local LexicalGram overlaps;
    const std::vector<float> lexical = overlaps.similarities(words);
    Eigen::MatrixXd result(count, count);
    for (Eigen::Index column = 0; column < count; ++column) {
        result(column, column) = 1;
        for (Eigen::Index row = column + 1; row < count; ++row) {
            const auto common = double(lexical[static_cast<size_t>(row * count + column)]);
            result(row, column) = semantic ? product(kernel, double(cosine(row, column)), common) : common;
        }
    }
    return result;
}

//! Solves the process and adds what each text says to its article.
void addScores(GaussianEvidence &evidence, const std::vector<Comparison> &chosen, bool semantic,
               const GaussianKernel &kernel) {
    const auto count = static_cast<Eigen::Index>(chosen.size());
    Eigen::VectorXd noise(count);
    Eigen::VectorXd row(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const Comparison &comparison = chosen[static_cast<size_t>(i)];
        noise[i] = comparison.text->kind == TextKind::Phrasing ? kernel.phrasingNoise : kernel.answerNoise;
        row[i] = comparison.kernel;
    }
    const GaussianPosterior posterior = gaussianPosterior(gram(chosen, semantic, kernel), noise, row);
    evidence.variance = posterior.variance;
    for (Eigen::Index i = 0; i < posterior.weights.size(); ++i)
        evidence.articles[chosen[static_cast<size_t>(i)].article].score += posterior.weights[i];
}

void addNearness(ArticleEvidence &article, const KnownText &question, const Comparison &comparison, double &best) {
    const double cosine = std::clamp(comparison.cosine, 0.0, 1.0);
    const double lexical = std::min(comparison.lexical, 1.0);
    if (comparison.text->kind == TextKind::Sentence) {
        article.answerCosine = std::max(article.answerCosine, cosine);
        article.answerLexical = std::max(article.answerLexical, lexical);
        return;
    }
    article.cosine = std::max(article.cosine, cosine);
    article.lexical = std::max(article.lexical, lexical);
    const bool exact = !question.folded.isEmpty() && comparison.text->folded == question.folded;
    const double nearness = exact ? 2.0 : question.point.vector.isEmpty() ? comparison.lexical : comparison.cosine;
    article.exact = article.exact || exact;
    if (!article.nearest || nearness > best) {
        article.nearest = comparison.text;
        best = nearness;
    }
}

//! As wide as the knowledge is dense.
GaussianKernel fitted(GaussianKernel kernel, const GaussianEvidence &evidence) {
    const double density = double(std::max(1, evidence.texts)) / double(std::max(1, evidence.known));
    kernel.width = std::max(kernel.leastWidth, kernel.width - kernel.narrowing * std::log(std::max(1.0, density)));
    return kernel;
}

} // namespace

GaussianEvidence gaussianEvidence(const KnownText &question, const GaussianKnowledge &knowledge,
                                  const GaussianKernel &shape) {
    GaussianEvidence evidence;
    for (const auto &[id, known] : knowledge) {
        ArticleEvidence article;
        article.article = id;
        article.phrasings = known.phrasings;
        evidence.articles.push_back(article);
        evidence.texts += known.phrasings;
        ++evidence.known;
    }
    const GaussianKernel kernel = fitted(shape, evidence);
    thread_local LexicalProbe probe;
    const std::vector<Comparison> all = compare(question, knowledge, kernel, probe);
    std::vector<double> best(evidence.articles.size(), -2);
    for (const Comparison &comparison : all)
        addNearness(evidence.articles[comparison.article], question, comparison, best[comparison.article]);
    if (!all.empty())
        addScores(evidence, nearest(all, static_cast<size_t>(kernel.neighbours)), !question.point.vector.isEmpty(),
                  kernel);
    return evidence;
}

} // namespace relaydesk
