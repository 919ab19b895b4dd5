// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The article store in memory: versions, stable numbers of phrasings, track records.
#pragma once
#include "tests/support/memorytables.h"

namespace relaydesk {

class MemoryArticleStore : public ArticleStore {
  public:
    explicit MemoryArticleStore(MemoryTables &tables) : m_tables(tables) {}
    Result<Article> save(const Article &article) override;
    Result<Article> article(ArticleId id) const override;
    Result<QVector<Article>> articles(ArticleStatus status) const override;
    Result<qint64> count(ArticleStatus status) const override;
    Result<QVector<Article>> versions(ArticleId id) const override;
    Result<void> recordOutcome(ArticleId id, bool success) override;
    Result<qint64> revision() const override;

  private:
    void numberPhrasings(Article &article, const QVector<Phrasing> &stored);

    MemoryTables &m_tables;
};

} // namespace relaydesk
