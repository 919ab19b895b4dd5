// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds articles by the words they share with a question: the same every time, without an encoder.
#pragma once
#include "models/desk/words.h"
#include "models/domain/matcher.h"
#include <QtCore/QMap>
#include <algorithm>

namespace relaydesk {

//! Similarity is the share of words in common with the nearest phrasing; from six in ten on the desk is sure.
class FakeMatcher : public Matcher {
  public:
    Result<MatchReport> match(const QString &question, int most) const override {
        if (m_trouble)
            return tl::unexpected<Failure>(*m_trouble);
        MatchReport report;
        for (const Article &article : m_articles)
            report.candidates.append(candidateOf(article, contentWordsOf(question)));
        for (Candidate &candidate : report.candidates)
            candidate.logOdds += m_shift;
        std::stable_sort(report.candidates.begin(), report.candidates.end(),
                         [](const Candidate &a, const Candidate &b) { return a.similarity > b.similarity; });
        report.candidates = report.candidates.mid(0, most);
        const auto &found = report.candidates;
        report.ambiguous = found.size() > 1 && found[0].similarity > 0 && found[0].similarity == found[1].similarity;
        return report;
    }
    Result<void> rebuild(const QVector<Article> &articles) override {
        if (m_trouble)
            return tl::unexpected<Failure>(*m_trouble);
        m_articles.clear();
        for (const Article &article : articles)
            m_articles.insert(article.id, article);
        return {};
    }
    Result<void> update(const Article &article) override {
        if (m_trouble)
            return tl::unexpected<Failure>(*m_trouble);
        m_articles.remove(article.id);
        if (article.status == ArticleStatus::Live)
            m_articles.insert(article.id, article);
        return {};
    }
    Result<int> calibrate(const QVector<CalibrationCase> &cases) override {
        if (m_trouble)
            return tl::unexpected<Failure>(*m_trouble);
        m_cases = cases;
        return static_cast<int>(cases.size());
    }
    std::optional<double> logOdds(const QVector<double> &features) const override {
        return features.size() == 1 ? std::optional(12 * (features.first() - 0.5) + m_shift) : std::nullopt;
    }
    QString limitation() const override { return {}; }

    //! From now on everything fails with this; without it, all is well again.
    void setTrouble(const std::optional<Failure> &trouble) { m_trouble = trouble; }
    //! From now on it is surer than it was, as after a fit.
    void setShift(double logOdds) { m_shift = logOdds; }
    qsizetype size() const { return m_articles.size(); }
    const QVector<CalibrationCase> &cases() const { return m_cases; } //!< it was last calibrated on

  private:
    static Candidate candidateOf(const Article &article, const QSet<QString> &words) {
        Candidate candidate{.article = article.id, .phrasing = article.title};
        QStringList phrasings{article.title};
        for (const Phrasing &phrasing : article.phrasings)
            phrasings += phrasing.text;
        for (const QString &phrasing : std::as_const(phrasings)) {
            const double similarity = overlap(words, contentWordsOf(phrasing));
            if (similarity > candidate.similarity) {
                candidate.similarity = similarity;
                candidate.phrasing = phrasing;
            }
        }
        candidate.score = candidate.similarity;
        candidate.logOdds = 12 * (candidate.similarity - 0.5);
        candidate.features = {candidate.similarity};
        return candidate;
    }

    QMap<ArticleId, Article> m_articles;
    QVector<CalibrationCase> m_cases;
    std::optional<Failure> m_trouble;
    double m_shift = 0;
};

} // namespace relaydesk
