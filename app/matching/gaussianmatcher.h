// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The matcher of the program: sentence vectors and words in one Gaussian process, with a calibrated probability.
#pragma once
#include "app/matching/calibratorfits.h"
#include "app/matching/gaussianevidence.h"
#include "app/matching/keptreports.h"
#include "app/matching/sentenceencoder.h"
#include "app/matching/vectorcache.h"
#include "models/domain/matcher.h"
#include "models/domain/stores.h"
#include <QtCore/QMutex>
#include <atomic>
#include <limits>
#include <memory>
#include <optional>

namespace relaydesk {

//! `match` may be called from several threads at once, but not while `rebuild`, `update`, `adopt` or `calibrate` runs.
class GaussianMatcher : public Matcher {
  public:
    static constexpr qsizetype questionLimit = 4000; //!< UTF-16 units that reach the encoder, which reads fewer still

    //! Without an encoder it matches by words alone; `whyWithout` then says why there is none, for people.
    GaussianMatcher(std::unique_ptr<SentenceEncoder> encoder, DerivedStore &store, const QString &whyWithout = {});
    ~GaussianMatcher() override;

    Result<MatchReport> match(const QString &question, int most) const override;
    Result<void> rebuild(const QVector<Article> &articles) override;
    Result<void> update(const Article &article) override;
    Result<int> calibrate(const QVector<CalibrationCase> &cases) override;
    std::optional<double> logOdds(const QVector<double> &features) const override;
    QString limitation() const override;

    //! Encodes a question that is about to be asked, so that match() finds it done. From any thread at any time.
    void foresee(const QString &question) const;

    //! The encoder in use with its vectors; null: words alone. In the thread of the store.
    std::shared_ptr<VectorCache> vectors() const;
    //! From now on matches with this encoder. What `vectors` has not encoded of the texts known is encoded now, so
    //! have that done before. Where a text has no vector, the encoder in use stays.
    Result<void> adopt(std::shared_ptr<VectorCache> vectors);
    //! The texts known, for which `adopt` needs vectors.
    QStringList texts() const;
    //! Where `rebuild` finds more texts without a vector than this, it encodes none of them: it matches by words alone
    //! until adopt(vectors()). Without end until it is set.
    void setPatience(qsizetype texts) { m_patience = texts; }
    bool isWaiting() const { return m_isWaiting; }

    //! The texts of `articles` that `rebuild` needs vectors of.
    static QStringList encodedTexts(const QVector<Article> &articles);

    //! What speaks for each article, before calibration: for the tools that fit it. Nothing for a question without a
    //! letter or digit.
    GaussianEvidence evidence(const QString &question) const;

  private:
    bool isSemantic() const { return m_vectors && !m_isWaiting && !m_unsound; }
    KnownText pointOf(const QString &question) const;
    bool hidesAnother(const QString &question, const GaussianEvidence &whole) const;
    void addVectors(const std::vector<KnownArticle *> &articles, bool only);
    const CalibratorFit &fit() const { return isSemantic() ? m_fits.semantic() : m_fits.lexical(); }
    MatchReport report(const GaussianEvidence &evidence, int most) const;

    mutable QMutex m_mutex;
    std::shared_ptr<VectorCache> m_vectors; //!< changes under the mutex, as foresee() may come at any time
    QString m_whyWithout;
    GaussianKernel m_kernel;
    CalibratorFits m_fits;
    GaussianKnowledge m_knowledge;
    mutable KeptReports m_reports; //!< forgotten when what is known, or what it is worth, changes
    qsizetype m_patience = std::numeric_limits<qsizetype>::max();
    std::atomic<bool> m_isWaiting = false;       //!< for vectors, which others make
    mutable std::atomic<bool> m_unsound = false; //!< the encoder gave something that is no vector
};

} // namespace relaydesk
