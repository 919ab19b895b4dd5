// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk knows, in memory beside the store, and the matcher kept in step with it.
#pragma once
#include "models/domain/matcher.h"
#include "models/domain/stores.h"
#include <QtCore/QMap>

namespace relaydesk {

class KnowledgeBase {
  public:
    KnowledgeBase(ArticleStore &store, Matcher &matcher);

    //! Reads all live articles when they changed since the last time (also by another process).
    Result<void> refresh();
    //! Reads one article again, after a change of it is on disk. What else changed is left to refresh().
    Result<void> refresh(ArticleId id);

    //! Saves an article to the store only; call refresh(id) when the transaction is through.
    Result<Article> save(const Article &article);
    Result<Article> article(ArticleId id) const;
    Result<QVector<Article>> versions(ArticleId id) const;
    //! An outcome that is in the store already counts for the next answer.
    void noteOutcome(ArticleId id, bool success);

    //! See Matcher::calibrate.
    Result<int> calibrate(const QVector<CalibrationCase> &cases) { return m_matcher.calibrate(cases); }
    //! See Matcher::logOdds.
    std::optional<double> logOdds(const QVector<double> &features) const { return m_matcher.logOdds(features); }
    Result<MatchReport> match(const QString &question, int most) const;
    //! The article's own record, or that of its first tag where it has fewer than three outcomes.
    TrackRecord history(ArticleId id) const;
    //! A live article as it is in memory; nothing where it is not live.
    std::optional<Article> known(ArticleId id) const;
    //! The live article of that title, however it is capitalised.
    std::optional<Article> titled(const QString &title) const;
    QVector<Article> live() const { return m_live.values().toVector(); }
    qsizetype size() const { return m_live.size(); }
    QString limitation() const { return m_matcher.limitation(); }

  private:
    ArticleStore &m_store;
    Matcher &m_matcher;
    QMap<ArticleId, Article> m_live;
    qint64 m_revision = -1;
};

} // namespace relaydesk
