// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk knows, as rows, with a full copy of every version.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteArticleStore : public ArticleStore {
  public:
    explicit SqliteArticleStore(SqliteDatabase &database) : m_database(database) {}

    //! A phrasing keeps its number as long as it is in the article: known by the number, or else by the same words.
    Result<Article> save(const Article &article) override;
    Result<Article> article(ArticleId id) const override;
    Result<QVector<Article>> articles(ArticleStatus status) const override;
    Result<qint64> count(ArticleStatus status) const override;
    Result<QVector<Article>> versions(ArticleId id) const override;
    Result<void> recordOutcome(ArticleId id, bool success) override;
    //! Rises with each save, whichever process made it. An outcome leaves what is known as it is, and this number too.
    Result<qint64> revision() const override;

  private:
    Result<void> writeRow(Article &article);
    Result<void> writePhrasings(Article &article, const QVector<Phrasing> &stored);
    Result<void> identify(QVector<Phrasing> &wanted, const QVector<Phrasing> &stored) const;
    Result<void> keepVersion(const Article &article);

    SqliteDatabase &m_database;
};

} // namespace relaydesk
