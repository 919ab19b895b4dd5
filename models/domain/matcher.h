// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The port to what finds the article that answers a question.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"
#include <optional>

namespace relaydesk {

struct Candidate {
    ArticleId article;
    QString phrasing;         //!< the known question nearest to this one
    double similarity = 0;    //!< 0 to 1: how close in meaning (or in words, without an encoder)
    double score = 0;         //!< the classifier's: 1 is certain, around 0 nothing
    double logOdds = 0;       //!< the calibrated similarity term of the confidence, without `MatchReport::base`
    QVector<double> features; //!< the calibrator's, in its own order: kept with the verdict for a refit
    friend bool operator==(const Candidate &, const Candidate &) = default;
};

struct MatchReport {
    QVector<Candidate> candidates; //!< best first
    double base = 0;               //!< log-odds before any factor
    bool ambiguous = false;        //!< the first two are too close to tell apart
};

//! What the matcher said of an article that was offered, and what a person found out about it since.
struct CalibrationCase {
    QVector<double> features; //!< Candidate::features of the article that was offered
    double offset = 0;        //!< log-odds of the other factors then
    bool right = false;
    friend bool operator==(const CalibrationCase &, const CalibrationCase &) = default;
};

class Matcher {
  public:
    virtual ~Matcher() = default;
    //! At most `most` candidates for a question of any length. Same question, same knowledge: same report.
    virtual Result<MatchReport> match(const QString &question, int most) const = 0;
    //! From now on knows these and nothing else.
    virtual Result<void> rebuild(const QVector<Article> &articles) = 0;
    //! Adds an article, or replaces what is known of it; usable for the next question. Archived: forgotten.
    virtual Result<void> update(const Article &article) = 0;
    //! From now on reports log-odds fitted on these verified outcomes, staying near the shipped ones where they say
    //! little; nothing: the shipped ones again. A case that is not of this matcher is left out. How many were used.
    virtual Result<int> calibrate(const QVector<CalibrationCase> &cases) = 0;
    //! The log-odds, base included, that a report with these `Candidate::features` would give now; nothing where they
    //! are not this matcher's.
    virtual std::optional<double> logOdds(const QVector<double> &features) const = 0;
    //! Empty while all is well; else why it sees less, as "Semantic matching is off: …".
    virtual QString limitation() const = 0;
};

} // namespace relaydesk
