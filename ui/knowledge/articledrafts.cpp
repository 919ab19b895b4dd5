// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articledrafts.h"
#include "models/items/articlewords.h"
#include <algorithm>

namespace relaydesk {

namespace {

//! The same words on the ground of another version.
Article movedOnto(const Article &stored, Article edited) {
    edited.id = stored.id;
    edited.version = stored.version;
    edited.status = stored.status;
    edited.origin = stored.origin;
    edited.record = stored.record;
    return edited;
}

} // namespace

Article ArticleDrafts::begin() {
    Article article;
    article.id = ArticleId{--m_begun};
    m_drafts.insert(article.id, {article, article, {}});
    return article;
}

bool ArticleDrafts::keep(const Article &base, const Article &edited) {
    const auto known = m_drafts.find(base.id);
    if (known != m_drafts.end()) {
        known->edited = movedOnto(known->base, edited);
        const bool isNeeded = known->theirs || !base.id.isValid() || !saysTheSame(known->base, known->edited);
        if (!isNeeded)
            m_drafts.erase(known);
        return isNeeded;
    }
    if (saysTheSame(base, edited))
        return false;
    m_drafts.insert(base.id, {base, edited, {}});
    return true;
}

void ArticleDrafts::noteStored(const Article &stored) {
    const auto draft = m_drafts.find(stored.id);
    if (draft == m_drafts.end() || draft->base.version >= stored.version)
        return;
    Article mine = draft->edited;
    mine.status = stored.status;
    Article ground = draft->base;
    ground.status = stored.status; // archived or restored: no other words
    if (saysTheSame(mine, stored))
        m_drafts.erase(draft);
    else if (saysTheSame(ground, stored))
        *draft = {stored, movedOnto(stored, draft->edited), {}};
    else
        draft->theirs = stored;
}

void ArticleDrafts::noteSaved(ArticleId id, const Article &sent, const Article &saved) {
    const auto draft = find(id);
    if (!draft)
        return;
    m_drafts.remove(id);
    if (!saysTheSame(draft->edited, sent))
        m_drafts.insert(saved.id, {saved, movedOnto(saved, draft->edited), {}});
}

void ArticleDrafts::keepMine(ArticleId id) {
    const auto draft = m_drafts.find(id);
    if (draft == m_drafts.end() || !draft->theirs)
        return;
    const Article theirs = *draft->theirs;
    *draft = {theirs, movedOnto(theirs, draft->edited), {}};
}

int ArticleDrafts::changed() const {
    return int(std::count_if(m_drafts.cbegin(), m_drafts.cend(), [](const ArticleDraft &draft) {
        return draft.theirs || !saysTheSame(draft.base, draft.edited);
    }));
}

std::optional<ArticleDraft> ArticleDrafts::find(ArticleId id) const {
    const auto draft = m_drafts.constFind(id);
    return draft == m_drafts.constEnd() ? std::nullopt : std::optional<ArticleDraft>(*draft);
}

} // namespace relaydesk
