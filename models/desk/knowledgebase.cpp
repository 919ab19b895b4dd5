// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/knowledgebase.h"

namespace relaydesk {

KnowledgeBase::KnowledgeBase(ArticleStore &store, Matcher &matcher) : m_store(store), m_matcher(matcher) {}

Result<void> KnowledgeBase::refresh() {
    const auto revision = m_store.revision();
    RELAYDESK_TRY(revision);
    if (*revision == m_revision)
        return {};
    const auto articles = m_store.articles(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    RELAYDESK_TRY(m_matcher.rebuild(*articles));
    m_live.clear();
    for (const Article &article : *articles)
        m_live.insert(article.id, article);
    m_revision = *revision;
    return {};
}

Result<void> KnowledgeBase::refresh(ArticleId id) {
    const auto article = m_store.article(id);
    RELAYDESK_TRY(article);
    RELAYDESK_TRY(m_matcher.update(*article));
    // The store counts one revision for each version; whatever it counted beyond is somebody else's change.
    m_revision += article->version - (m_live.contains(id) ? m_live[id].version : 0);
    if (article->status == ArticleStatus::Live)
        m_live.insert(id, *article);
    else
        m_live.remove(id);
    return {};
}

Result<Article> KnowledgeBase::save(const Article &article) { return m_store.save(article); }

Result<Article> KnowledgeBase::article(ArticleId id) const { return m_store.article(id); }

Result<QVector<Article>> KnowledgeBase::versions(ArticleId id) const { return m_store.versions(id); }

void KnowledgeBase::noteOutcome(ArticleId id, bool success) {
    if (const auto found = m_live.find(id); found != m_live.end()) {
        found->record.outcomes += 1;
        found->record.successes += success ? 1 : 0;
    }
}

Result<MatchReport> KnowledgeBase::match(const QString &question, int most) const {
    return m_matcher.match(question, most);
}

TrackRecord KnowledgeBase::history(ArticleId id) const {
    const auto article = known(id);
    if (!article)
        return {};
    if (article->record.outcomes >= 3 || article->tags.isEmpty())
        return article->record;
    TrackRecord ofTag;
    for (const Article &other : m_live) {
        if (other.tags.contains(article->tags.first())) {
            ofTag.outcomes += other.record.outcomes;
            ofTag.successes += other.record.successes;
        }
    }
    return ofTag;
}

std::optional<Article> KnowledgeBase::known(ArticleId id) const {
    const auto found = m_live.constFind(id);
    return found == m_live.constEnd() ? std::nullopt : std::optional<Article>(*found);
}

std::optional<Article> KnowledgeBase::titled(const QString &title) const {
    for (const Article &article : m_live) {
        if (article.title.compare(title.trimmed(), Qt::CaseInsensitive) == 0)
            return article;
    }
    return std::nullopt;
}

} // namespace relaydesk
