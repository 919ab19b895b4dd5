// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitearticlestore.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

// The phrasings come along in the same statement, so that a reader never sees an article between two saves.
const auto selection =
    QStringLiteral("SELECT id, title, answer, tags, (SELECT json_group_array(json_object('id', id, 'text', text,"
                   " 'origin', origin)) FROM (SELECT id, text, origin FROM phrasings WHERE article = articles.id"
                   " ORDER BY position)), status, origin, version, outcomes, successes, updated_at FROM articles");

QJsonArray written(const QVector<Phrasing> &phrasings) {
    QJsonArray array;
    for (const Phrasing &phrasing : phrasings)
        array.append(QJsonObject{{QStringLiteral("id"), phrasing.id.value},
                                 {QStringLiteral("text"), phrasing.text},
                                 {QStringLiteral("origin"), keyOf(phrasing.origin)}});
    return array;
}

QVector<Phrasing> read(const QJsonArray &array) {
    QVector<Phrasing> phrasings;
    for (const QJsonValue &value : array)
        phrasings.append({PhrasingId{value[QStringLiteral("id")].toInteger()}, value[QStringLiteral("text")].toString(),
                          fromKey<Origin>(value[QStringLiteral("origin")].toString()).value_or(Origin::Manual)});
    return phrasings;
}

Article takeArticle(SqliteRow &row) {
    return {.id = row.id<ArticleId>(),
            .title = row.text(),
            .answer = row.text(),
            .tags = row.texts(),
            .phrasings = read(row.array()),
            .status = row.word<ArticleStatus>(),
            .origin = row.word<Origin>(),
            .version = row.number(),
            .record = {row.number(), row.number()},
            .updatedAt = row.time()};
}

//! What is looked through for words.
QString articleText(const Article &article) {
    QStringList parts{article.title, article.answer};
    for (const Phrasing &phrasing : article.phrasings)
        parts.append(phrasing.text);
    return (parts + article.tags).join(QLatin1Char('\n'));
}

qint64 takeInteger(SqliteRow &row) { return row.integer(); }

Failure noArticle(ArticleId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no article %1 in the database.").arg(id.value)};
}

} // namespace

Result<Article> SqliteArticleStore::save(const Article &article) {
    Article saved = article;
    RELAYDESK_TRY(m_database.atomically([&]() -> Result<void> {
        const Result<Article> before = article.id.isValid() ? this->article(article.id) : Article();
        RELAYDESK_TRY(before);
        saved.version = before->version + 1;
        saved.record = before->record;
        RELAYDESK_TRY(writeRow(saved));
        RELAYDESK_TRY(writePhrasings(saved, before->phrasings));
        RELAYDESK_TRY(keepVersion(saved));
        RELAYDESK_TRY(SqliteSearchIndex(m_database).put(SearchCorpus::Articles, saved.id.value, articleText(saved)));
        return m_database.write(QStringLiteral("UPDATE counters SET value = value + 1 WHERE name = 'articles'"));
    }));
    return saved;
}

Result<Article> SqliteArticleStore::article(ArticleId id) const {
    const auto query = selection + QStringLiteral(" WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeArticle), noArticle(id));
}

Result<QVector<Article>> SqliteArticleStore::articles(ArticleStatus status) const {
    const auto query = selection + QStringLiteral(" WHERE status = ? ORDER BY id");
    return m_database.all(query, boundAll(status), takeArticle);
}

Result<qint64> SqliteArticleStore::count(ArticleStatus status) const {
    const auto query = QStringLiteral("SELECT count(*) FROM articles WHERE status = ?");
    const auto found = m_database.first(query, boundAll(status), takeInteger);
    RELAYDESK_TRY(found);
    return found->value_or(0);
}

Result<QVector<Article>> SqliteArticleStore::versions(ArticleId id) const {
    const auto query = QStringLiteral(
        "SELECT v.article, v.title, v.answer, v.tags, v.phrasings, v.status, v.origin, v.version, a.outcomes,"
        " a.successes, v.updated_at FROM article_versions v JOIN articles a ON a.id = v.article WHERE v.article = ?"
        " ORDER BY v.version DESC");
    Result<QVector<Article>> versions = m_database.all(query, boundAll(id.value), takeArticle);
    if (versions && versions->isEmpty())
        return tl::unexpected<Failure>(noArticle(id));
    return versions;
}

Result<void> SqliteArticleStore::recordOutcome(ArticleId id, bool success) {
    const auto update =
        QStringLiteral("UPDATE articles SET outcomes = outcomes + 1, successes = successes + ? WHERE id = ?");
    const Result<int> rows = m_database.change(update, boundAll(success, id.value));
    RELAYDESK_TRY(rows);
    if (*rows == 0)
        return tl::unexpected<Failure>(noArticle(id));
    return {};
}

Result<qint64> SqliteArticleStore::revision() const {
    const auto query = QStringLiteral("SELECT value FROM counters WHERE name = 'articles'");
    const auto found = m_database.first(query, {}, takeInteger);
    RELAYDESK_TRY(found);
    return found->value_or(0);
}

Result<void> SqliteArticleStore::writeRow(Article &article) {
    const auto insert = QStringLiteral("INSERT INTO articles (title, answer, tags, status, origin, version, updated_at)"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?)");
    const auto update = QStringLiteral("UPDATE articles SET title = ?, answer = ?, tags = ?, status = ?, origin = ?,"
                                       " version = ?, updated_at = ? WHERE id = ?");
    const Result<ArticleId> id = saveRow(m_database, article.id, insert, update,
                                         boundAll(article.title, article.answer, article.tags, article.status,
                                                  article.origin, article.version, article.updatedAt),
                                         noArticle);
    RELAYDESK_TRY(id);
    article.id = *id;
    return {};
}

Result<void> SqliteArticleStore::writePhrasings(Article &article, const QVector<Phrasing> &stored) {
    RELAYDESK_TRY(identify(article.phrasings, stored));
    const auto upsert = QStringLiteral(
        "INSERT INTO phrasings (id, article, position, text, origin) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET position = excluded.position, text = excluded.text, origin = excluded.origin");
    QSet<PhrasingId> kept;
    for (qsizetype i = 0; i < article.phrasings.size(); ++i) {
        Phrasing &phrasing = article.phrasings[i];
        if (stored.value(i) != phrasing || !phrasing.id.isValid()) {
            const Result<qint64> id =
                m_database.insert(upsert, boundAll(phrasing.id, article.id, i, phrasing.text, phrasing.origin));
            RELAYDESK_TRY(id);
            if (!phrasing.id.isValid())
                phrasing.id = PhrasingId{*id};
        }
        kept.insert(phrasing.id);
    }
    for (const Phrasing &phrasing : stored) {
        if (!kept.contains(phrasing.id))
            RELAYDESK_TRY(
                m_database.write(QStringLiteral("DELETE FROM phrasings WHERE id = ?"), boundAll(phrasing.id)));
    }
    return {};
}

//! Numbers first, words second: a phrasing without a number is the stored one of the same words, if nobody else is.
//! A number of an earlier version is given back to it; that of another article is not taken.
Result<void> SqliteArticleStore::identify(QVector<Phrasing> &wanted, const QVector<Phrasing> &stored) const {
    QSet<PhrasingId> own, used;
    for (const Phrasing &phrasing : stored)
        own.insert(phrasing.id);
    for (Phrasing &phrasing : wanted) {
        if (phrasing.id.isValid() && !own.contains(phrasing.id)) {
            const auto query = QStringLiteral("SELECT article FROM phrasings WHERE id = ?");
            const auto owner = m_database.first(query, boundAll(phrasing.id), takeInteger);
            RELAYDESK_TRY(owner);
            if (*owner)
                phrasing.id = {};
        }
        if (used.contains(phrasing.id))
            phrasing.id = {};
        if (phrasing.id.isValid())
            used.insert(phrasing.id);
    }
    for (Phrasing &phrasing : wanted) {
        if (phrasing.id.isValid())
            continue;
        const auto same = std::find_if(stored.cbegin(), stored.cend(), [&](const Phrasing &known) {
            return known.text == phrasing.text && !used.contains(known.id);
        });
        if (same == stored.cend())
            continue;
        phrasing.id = same->id;
        used.insert(same->id);
    }
    return {};
}

Result<void> SqliteArticleStore::keepVersion(const Article &article) {
    const auto insert = QStringLiteral("INSERT INTO article_versions (article, version, title, answer, tags, phrasings,"
                                       " status, origin, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return m_database.write(insert,
                            boundAll(article.id, article.version, article.title, article.answer, article.tags,
                                     written(article.phrasings), article.status, article.origin, article.updatedAt));
}

} // namespace relaydesk
