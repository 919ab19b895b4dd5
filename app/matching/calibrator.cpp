// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/calibrator.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace relaydesk {

namespace {
//! A sentence of an answer no nearer than this speaks against its article, a nearer one for it.
constexpr double neutralAnswer = 0.55;
constexpr double leastScore = 0.02; //!< smaller ones are noise
constexpr int manyPhrasings = 8;    //!< from here on a further one hardly raises the score

double answerValue(const ArticleEvidence &article) {
    return article.answerCosine > 0 ? article.answerCosine - neutralAnswer : 0;
}
} // namespace

RankValues rankValues(const ArticleEvidence &article) {
    return {std::log(std::max(article.score, leastScore)),
            article.cosine,
            article.lexical,
            answerValue(article),
            article.answerLexical,
            std::log1p(std::min(article.phrasings, manyPhrasings))};
}

double articleRank(const Calibrator &calibrator, const ArticleEvidence &article) {
    const RankValues values = rankValues(article);
    return std::inner_product(values.begin(), values.end(), calibrator.rank.begin(), 0.0);
}

CalibrationRivals calibrationRivals(const Calibrator &calibrator, const GaussianEvidence &evidence, std::size_t place,
                                    std::size_t further) {
    ArticleEvidence nothing;
    nothing.phrasings = 1;
    CalibrationRivals rivals = {0, articleRank(calibrator, nothing)};
    for (std::size_t i = 0; i < evidence.articles.size(); ++i) {
        if (i == place || i == further)
            continue;
        rivals.score = std::max(rivals.score, evidence.articles[i].score);
        rivals.rank = std::max(rivals.rank, articleRank(calibrator, evidence.articles[i]));
    }
    return rivals;
}

CalibrationFeatures calibrationFeatures(const Calibrator &calibrator, const GaussianEvidence &evidence,
                                        const ArticleEvidence &article, const CalibrationRivals &rivals) {
    return {std::clamp((articleRank(calibrator, article) - rivals.rank) / 3, -3.0, 3.0),
            3 * article.score,
            3 * (article.score - rivals.score),
            std::clamp(rivals.score / std::max(article.score, leastScore), -1.0, 1.0),
            2 * evidence.variance,
            3 * article.cosine,
            3 * article.lexical,
            3 * answerValue(article),
            3 * article.answerLexical,
            std::log1p(article.phrasings),
            std::log(std::max(evidence.known, 1)),
            std::log1p(evidence.texts) / 2};
}

double calibratedLogOdds(const Calibrator &calibrator, const CalibrationFeatures &features) {
    return std::inner_product(features.begin(), features.end(), calibrator.weights.begin(), 0.0);
}

double calibratedProbability(double logOdds) { return 1 / (1 + std::exp(-logOdds)); }

} // namespace relaydesk
