// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The same question twice: within an article it is one phrasing, in two articles with different answers a
//! contradiction.
#pragma once
#include "models/domain/article.h"

namespace relaydesk {

//! Without the phrasings that say what the title or an earlier phrasing says, word for word.
Article withoutDuplicates(const Article &article);

struct Contradiction {
    QString question; //!< as this article has it
    ArticleId other;
    QString title;  //!< of the other article
    QString answer; //!< of the other article
    friend bool operator==(const Contradiction &, const Contradiction &) = default;
};

//! Where another of `articles` holds a question of `article` word for word and answers it otherwise.
QVector<Contradiction> contradictionsOf(const Article &article, const QVector<Article> &articles);

} // namespace relaydesk
