// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the knowledge page shows, read from the stores in the reader's thread and handed over as values.
#pragma once
#include "models/domain/stores.h"
#include "models/items/articlelistmodel.h"

namespace relaydesk {

//! How one article did since a moment.
struct ArticleUse {
    int answered = 0;     //!< queries the assistant answered with it
    int solved = 0;       //!< of those, where the last outcome says that it helped
    int wentToPerson = 0; //!< of those, where it says that it did not
    friend bool operator==(const ArticleUse &, const ArticleUse &) = default;
};

//! Live and archived articles with how often each answered, sorted by key.
Result<ArticleRows> readKnowledge(const Stores &stores);
//! Some of them, in the order asked for; those that do not exist are left out.
Result<QVector<Article>> readArticles(const Stores &stores, const QVector<ArticleId> &ids);
//! From the answers given since `from`, whenever they were judged.
Result<ArticleUse> readUse(const Stores &stores, ArticleId id, const QDateTime &from);

} // namespace relaydesk
