// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an import changes in the knowledge that is there already.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"

namespace relaydesk {

struct ImportPlan {
    QVector<Article> toSave; //!< in the order of the import: new ones without ids, changed ones with theirs
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int phrasingsAdded = 0; //!< those of new articles too
    int archived = 0;       //!< of the changed and unchanged ones, those that are archived and stay so
};

//! `existing` holds live and archived articles; of several with one title the first live one is meant. Titles,
//! phrasings and tags are the same when they differ in case or white space only. A known title: its phrasings are
//! added, its answer replaced if it is another one (line ends and outer white space aside), its tags united; title,
//! status, origin and the rest stay. Other titles are new, with version 0. Importing the same once more saves nothing.
//! Pure; fails (Invalid) where `read` has two answers for one title.
Result<ImportPlan> mergeImport(const QVector<Article> &existing, const QVector<Article> &read);

} // namespace relaydesk
