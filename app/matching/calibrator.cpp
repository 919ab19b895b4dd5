// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/calibrator.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace relaydesk {

CalibrationRivals calibrationRivals(const GaussianEvidence &evidence, std::size_t place, std::size_t further) {
    CalibrationRivals rivals;
    for (std::size_t i = 0; i < evidence.articles.size(); ++i) {
        if (i == place || i == further)
            continue;
        const ArticleEvidence &other = evidence.articles[i];
        rivals.score = std::max(rivals.score, other.score);
        rivals.cosine = std::max(rivals.cosine, other.cosine);
        rivals.lexical = std::max(rivals.lexical, other.lexical);
    }
    return rivals;
}

CalibrationFeatures calibrationFeatures(const GaussianEvidence &evidence, const ArticleEvidence &article,
                                        const CalibrationRivals &rivals) {
    const double articles = static_cast<double>(evidence.articles.size());
    return {3 * article.score,
            3 * (article.score - rivals.score),
            std::clamp(rivals.score / std::max(article.score, 0.02), -1.0, 1.0),
            2 * evidence.variance,
            3 * article.cosine,
            3 * (article.cosine - rivals.cosine),
            3 * article.lexical,
            3 * article.answerCosine,
            std::log1p(article.phrasings),
            std::log(std::max(articles, 1.0)),
            std::log1p(evidence.texts) / 2};
}

double calibratedLogOdds(const CalibratorWeights &calibrator, const CalibrationFeatures &features) {
    return std::inner_product(features.begin(), features.end(), calibrator.weights.begin(), 0.0);
}

double calibratedProbability(double logOdds) { return 1 / (1 + std::exp(-logOdds)); }

} // namespace relaydesk
