// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was typed and not saved, article by article, and what meanwhile happened to the article elsewhere.
#pragma once
#include "models/domain/article.h"
#include <QtCore/QHash>
#include <optional>

namespace relaydesk {

struct ArticleDraft {
    Article base;                  //!< as it was when typing began
    Article edited;                //!< as it would be saved
    std::optional<Article> theirs; //!< changed elsewhere to this, and nobody chose yet
};

class ArticleDrafts {
  public:
    //! An article that is not stored yet, under an id below zero.
    Article begin();
    //! `edited` is kept as a draft where it says something else than `base`; true if so.
    bool keep(const Article &base, const Article &edited);
    void drop(ArticleId id) { m_drafts.remove(id); }
    //! The article is stored as this now. A draft that says the same is dropped; one begun from other words is in
    //! conflict.
    void noteStored(const Article &stored);
    //! The draft of `id` was stored as `saved`; what was typed since stays a draft, now of `saved`.
    void noteSaved(ArticleId id, const Article &sent, const Article &saved);
    void keepMine(ArticleId id); //!< ends a conflict: the draft is now one of their version

    bool contains(ArticleId id) const { return m_drafts.contains(id); }
    std::optional<ArticleDraft> find(ArticleId id) const;
    int changed() const; //!< how many say something that is not stored
    QList<ArticleId> ids() const { return m_drafts.keys(); }

  private:
    QHash<ArticleId, ArticleDraft> m_drafts;
    qint64 m_begun = 0;
};

} // namespace relaydesk
