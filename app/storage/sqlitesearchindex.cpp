// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/searchtokens.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitespelling.h"
#include "app/storage/sqlitevalues.h"
#include <algorithm>

namespace relaydesk {

namespace {

//! Rises with every change of the tables below or of what searchtokens.h takes for a word.
constexpr int indexVersion = 1;
constexpr int manyMessages = 50'000; //!< the words of fewer are found in the index itself within milliseconds

struct Progress {
    qint64 lowest = 0;  //!< rows of at least this number are in
    qint64 highest = 0; //!< the newest row when the index was made
};

struct Text {
    qint64 id;
    QString text;
};

qint64 takeNumber(SqliteRow &row) { return row.integer(); }

Progress takeProgress(SqliteRow &row) { return {row.integer(), row.integer()}; }

Text takeText(SqliteRow &row) { return {row.integer(), row.text()}; }

//! The rows from one number to another, oldest first: the index takes them fastest in that order.
QString rowsOf(SearchCorpus corpus) {
    switch (corpus) {
    case SearchCorpus::Messages:
        return QStringLiteral("SELECT id, text FROM messages WHERE id BETWEEN ? AND ? ORDER BY id");
    case SearchCorpus::Notes:
        return QStringLiteral("SELECT id, json_extract(data, '$.text') FROM events"
                              " WHERE kind = 'noted' AND id BETWEEN ? AND ? ORDER BY id");
    case SearchCorpus::Articles:
        return QStringLiteral("SELECT id, title || ' ' || answer || ' ' || tags || ' ' || coalesce((SELECT"
                              " group_concat(text, ' ') FROM phrasings WHERE article = articles.id), '')"
                              " FROM articles WHERE id BETWEEN ? AND ? ORDER BY id");
    case SearchCorpus::Customers:
        return QStringLiteral("SELECT id, name || ' ' || email FROM customers WHERE id BETWEEN ? AND ? ORDER BY id");
    }
    return {};
}

//! The `most`-th number below.
QString lowerEdge(SearchCorpus corpus) {
    switch (corpus) {
    case SearchCorpus::Messages:
        return QStringLiteral("SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?");
    case SearchCorpus::Notes:
        return QStringLiteral(
            "SELECT id FROM events WHERE kind = 'noted' AND id < ? ORDER BY id DESC LIMIT 1 OFFSET ?");
    case SearchCorpus::Articles:
        return QStringLiteral("SELECT id FROM articles WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?");
    case SearchCorpus::Customers:
        return QStringLiteral("SELECT id FROM customers WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET ?");
    }
    return {};
}

QString newestOf(SearchCorpus corpus) {
    switch (corpus) {
    case SearchCorpus::Messages:
        return QStringLiteral("SELECT coalesce(max(id), 0) FROM messages");
    case SearchCorpus::Notes:
        return QStringLiteral("SELECT coalesce(max(id), 0) FROM events WHERE kind = 'noted'");
    case SearchCorpus::Articles:
        return QStringLiteral("SELECT coalesce(max(id), 0) FROM articles");
    case SearchCorpus::Customers:
        return QStringLiteral("SELECT coalesce(max(id), 0) FROM customers");
    }
    return {};
}

//! What never changes is not kept a second time; what may change has to be, so that it can be taken out again.
bool isChanging(SearchCorpus corpus) { return corpus == SearchCorpus::Articles || corpus == SearchCorpus::Customers; }

const auto writeProgress = QStringLiteral("INSERT INTO search_progress (corpus, lowest, highest) VALUES (?, ?, ?)"
                                          " ON CONFLICT (corpus) DO UPDATE SET lowest = excluded.lowest");

} // namespace

QString searchTable(SearchCorpus corpus) { return QStringLiteral("search_") + keyOf(corpus); }

Result<bool> SqliteSearchIndex::isPrepared() const {
    const auto tables = m_database.first(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = ?"),
                                         boundAll(QStringLiteral("search_progress")), takeNumber);
    RELAYDESK_TRY(tables);
    if (tables->value_or(0) == 0)
        return false;
    const auto version = m_database.first(
        QStringLiteral("SELECT highest FROM search_progress WHERE corpus = 'version'"), {}, takeNumber);
    RELAYDESK_TRY(version);
    return version->value_or(0) == indexVersion;
}

Result<void> SqliteSearchIndex::prepare() {
    const auto prepared = isPrepared();
    RELAYDESK_TRY(prepared);
    if (*prepared)
        return {};
    return m_database.atomically([this] { return make(); });
}

Result<void> SqliteSearchIndex::make() {
    RELAYDESK_TRY(m_database.write(QStringLiteral("DROP TABLE IF EXISTS search_vocabulary")));
    RELAYDESK_TRY(m_database.write(QStringLiteral("DROP TABLE IF EXISTS search_article_vocabulary")));
    RELAYDESK_TRY(m_database.write(QStringLiteral("DROP TABLE IF EXISTS search_words")));
    RELAYDESK_TRY(m_database.write(QStringLiteral("DROP TABLE IF EXISTS search_progress")));
    RELAYDESK_TRY(m_database.write(QStringLiteral("CREATE TABLE search_progress (corpus TEXT PRIMARY KEY,"
                                                  " lowest INTEGER NOT NULL, highest INTEGER NOT NULL) STRICT")));
    for (const auto &name : Names<SearchCorpus>::all) {
        const QString table = searchTable(name.value);
        const QString content = isChanging(name.value) ? QString() : QStringLiteral("content='', columnsize=0, ");
        RELAYDESK_TRY(m_database.write(QStringLiteral("DROP TABLE IF EXISTS %1").arg(table)));
        RELAYDESK_TRY(m_database.write(
            QStringLiteral("CREATE VIRTUAL TABLE %1 USING fts5(text, %2tokenize='ascii')").arg(table, content)));
        const auto newest = m_database.first(newestOf(name.value), {}, takeNumber);
        RELAYDESK_TRY(newest);
        const qint64 highest = newest->value_or(0);
        RELAYDESK_TRY(m_database.write(writeProgress, boundAll(keyOf(name.value), highest + 1, highest)));
    }
    RELAYDESK_TRY(m_database.write(
        QStringLiteral("CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_messages, row)")));
    RELAYDESK_TRY(m_database.write(
        QStringLiteral("CREATE VIRTUAL TABLE search_article_vocabulary USING fts5vocab(search_articles, row)")));
    return m_database.write(writeProgress, boundAll(QStringLiteral("version"), 0, indexVersion));
}

Result<void> SqliteSearchIndex::put(SearchCorpus corpus, qint64 id, const QString &text) {
    const QString verb = isChanging(corpus) ? QStringLiteral("INSERT OR REPLACE") : QStringLiteral("INSERT");
    return m_database.write(QStringLiteral("%1 INTO %2 (rowid, text) VALUES (?, ?)").arg(verb, searchTable(corpus)),
                            boundAll(id, searchText(text)));
}

Result<bool> SqliteSearchIndex::buildMore(int most) {
    bool isMore = false;
    const auto done = m_database.atomically([&]() -> Result<void> {
        for (const SearchCorpus corpus :
             {SearchCorpus::Customers, SearchCorpus::Articles, SearchCorpus::Notes, SearchCorpus::Messages}) {
            const auto more = buildMore(corpus, most);
            RELAYDESK_TRY(more);
            isMore = *more;
            if (isMore)
                return {};
        }
        return {};
    });
    RELAYDESK_TRY(done);
    return isMore;
}

Result<bool> SqliteSearchIndex::buildMore(SearchCorpus corpus, int most) {
    const auto progress = m_database.first(
        QStringLiteral("SELECT lowest, highest FROM search_progress WHERE corpus = ?"), boundAll(corpus), takeProgress);
    RELAYDESK_TRY(progress);
    const qint64 lowest = progress->value_or(Progress{}).lowest;
    if (lowest <= 1)
        return false;
    const auto edge = m_database.first(lowerEdge(corpus), boundAll(lowest, std::max(1, most) - 1), takeNumber);
    RELAYDESK_TRY(edge);
    const qint64 first = edge->value_or(1);
    const auto texts = m_database.all(rowsOf(corpus), boundAll(first, lowest - 1), takeText);
    RELAYDESK_TRY(texts);
    for (const Text &text : *texts)
        RELAYDESK_TRY(put(corpus, text.id, text.text));
    RELAYDESK_TRY(m_database.write(writeProgress, boundAll(corpus, first, 0)));
    return true;
}

Result<void> SqliteSearchIndex::gatherWords() { return relaydesk::gatherWords(m_database, manyMessages); }

Result<IndexState> SqliteSearchIndex::state() const {
    const auto prepared = isPrepared();
    RELAYDESK_TRY(prepared);
    if (!*prepared)
        return IndexState{IndexState::Missing, 0};
    const auto progress = m_database.all(
        QStringLiteral("SELECT lowest, highest FROM search_progress WHERE corpus <> 'version'"), {}, takeProgress);
    RELAYDESK_TRY(progress);
    qint64 missing = 0, all = 0;
    for (const Progress &corpus : *progress) {
        missing += std::max<qint64>(0, corpus.lowest - 1);
        all += corpus.highest;
    }
    if (missing == 0)
        return IndexState{};
    return IndexState{IndexState::Building, 1 - double(missing) / double(std::max<qint64>(1, all))};
}

} // namespace relaydesk
