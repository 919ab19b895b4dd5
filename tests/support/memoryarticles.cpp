// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/memoryarticles.h"
#include <QtCore/QSet>

namespace relaydesk {

namespace {

const auto phrasingCounter = QStringLiteral("phrasings");
const auto revisionCounter = QStringLiteral("revision");

} // namespace

Result<Article> MemoryArticleStore::save(const Article &article) {
    RELAYDESK_TRY(m_tables.acceptsWrites());
    if (!m_tables.articles.allows(article.id))
        return missing();
    const Article before = article.id.isValid() ? m_tables.articles.at(article.id) : Article();
    Article saved = article;
    saved.version = before.version + 1;
    saved.record = before.record;
    if (!saved.id.isValid())
        saved.id = m_tables.articles.add(saved);
    numberPhrasings(saved, before.phrasings);
    m_tables.articles.replace(saved);
    m_tables.versions.put(saved.id, m_tables.versions.value(saved.id) + QVector<Article>{saved});
    m_tables.count(revisionCounter);
    return saved;
}

Result<Article> MemoryArticleStore::article(ArticleId id) const { return get(m_tables.articles, id); }

Result<QVector<Article>> MemoryArticleStore::articles(ArticleStatus status) const {
    QVector<Article> found;
    std::copy_if(m_tables.articles.rows().cbegin(), m_tables.articles.rows().cend(), std::back_inserter(found),
                 [&](const Article &article) { return article.status == status; });
    return found;
}

Result<qint64> MemoryArticleStore::count(ArticleStatus status) const { return articles(status)->size(); }

Result<QVector<Article>> MemoryArticleStore::versions(ArticleId id) const {
    if (!m_tables.articles.contains(id))
        return missing();
    QVector<Article> versions = m_tables.versions.value(id);
    std::reverse(versions.begin(), versions.end());
    for (Article &version : versions)
        version.record = m_tables.articles.at(id).record;
    return versions;
}

Result<void> MemoryArticleStore::recordOutcome(ArticleId id, bool success) {
    RELAYDESK_TRY(m_tables.acceptsWrites());
    if (!m_tables.articles.contains(id))
        return missing();
    Article article = m_tables.articles.at(id);
    ++article.record.outcomes;
    article.record.successes += success ? 1 : 0;
    m_tables.articles.replace(article);
    return {};
}

Result<qint64> MemoryArticleStore::revision() const { return m_tables.counters.value(revisionCounter); }

void MemoryArticleStore::numberPhrasings(Article &article, const QVector<Phrasing> &stored) {
    QSet<PhrasingId> used;
    for (Phrasing &phrasing : article.phrasings) {
        const ArticleId holder = m_tables.phrasings.value(phrasing.id);
        if (used.contains(phrasing.id) || (holder.isValid() && holder != article.id))
            phrasing.id = {};
        if (phrasing.id.isValid())
            used.insert(phrasing.id);
    }
    for (Phrasing &phrasing : article.phrasings) {
        for (const Phrasing &known : stored) {
            if (!phrasing.id.isValid() && known.text == phrasing.text && !used.contains(known.id)) {
                phrasing.id = known.id;
                used.insert(known.id);
            }
        }
        if (!phrasing.id.isValid())
            phrasing.id = PhrasingId{m_tables.count(phrasingCounter)};
    }
    for (const Phrasing &phrasing : stored)
        m_tables.phrasings.put(phrasing.id, {});
    for (const Phrasing &phrasing : article.phrasings) {
        m_tables.phrasings.put(phrasing.id, article.id);
        if (phrasing.id.value > m_tables.counters.value(phrasingCounter))
            m_tables.counters.put(phrasingCounter, phrasing.id.value);
    }
}

} // namespace relaydesk
