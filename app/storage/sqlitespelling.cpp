// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitespelling.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitevalues.h"
#include <algorithm>
#include <vector>

namespace relaydesk {

namespace {

constexpr qsizetype shortest = 4;       //!< shorter words are too like one another
constexpr qsizetype longEnough = 7;     //!< for a second mistake
constexpr qsizetype wordsAtOnce = 1000; //!< some milliseconds, in which the desk cannot write

struct Known {
    QString word;
    qint64 rows = 0;
};

Known takeKnown(SqliteRow &row) { return {row.text(), row.integer()}; }

qint64 takeOne(SqliteRow &row) { return row.integer(); }

//! The end of all that begins with these letters.
QString behind(const QString &beginning) {
    constexpr char32_t last = 0x10ffff;
    return beginning + QString::fromUcs4(&last, 1);
}

Result<bool> isKnown(const SqliteDatabase &database, const QString &word, bool isBeginning) {
    const QString expression = matchExpression({{{word}, isBeginning}});
    for (const SearchCorpus corpus : {SearchCorpus::Messages, SearchCorpus::Articles}) {
        const auto query = QStringLiteral("SELECT 1 FROM %1 WHERE %1 MATCH ? LIMIT 1").arg(searchTable(corpus));
        const auto found = database.first(query, boundAll(expression), takeOne);
        RELAYDESK_TRY(found);
        if (*found)
            return true;
    }
    return false;
}

//! Where the words are gathered, from there; else from the index.
Result<QStringList> wordsQueries(const SqliteDatabase &database) {
    const auto gathered =
        database.first(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = 'search_words'"), {}, takeOne);
    RELAYDESK_TRY(gathered);
    const auto condition = QStringLiteral(" WHERE term >= ? AND term <= ?");
    if (*gathered)
        return QStringList{QStringLiteral("SELECT term, found FROM search_words") + condition};
    return QStringList{QStringLiteral("SELECT term, doc FROM search_vocabulary") + condition,
                       QStringLiteral("SELECT term, doc FROM search_article_vocabulary") + condition};
}

struct Best {
    Known known;
    int distance;
};

Result<void> look(const SqliteDatabase &database, const QString &query, const QString &beginning, const QString &word,
                  Best &best) {
    const auto all = database.all(query, boundAll(beginning, behind(beginning)), takeKnown);
    RELAYDESK_TRY(all);
    for (const Known &known : *all) {
        const int distance = editDistance(word, known.word, best.distance);
        if (distance < best.distance || (distance == best.distance && known.rows > best.known.rows))
            best = {known, distance};
    }
    return {};
}

} // namespace

int editDistance(const QString &one, const QString &other, int most) {
    const qsizetype width = other.size();
    if (std::abs(one.size() - width) > most)
        return most + 1;
    std::vector<int> before, last(width + 1), row(width + 1);
    for (qsizetype j = 0; j <= width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= width; ++j) {
            const int change = one[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
        before = last;
        last = row;
    }
    return std::min(last[width], most + 1);
}

Result<QString> closestWord(const SqliteDatabase &database, const QString &word, bool isBeginning) {
    if (word.size() < shortest)
        return QString();
    const auto known = isKnown(database, word, isBeginning);
    RELAYDESK_TRY(known);
    if (*known)
        return QString();
    const auto queries = wordsQueries(database);
    RELAYDESK_TRY(queries);
    Best best{{}, word.size() >= longEnough ? 2 : 1};
    // Most mistakes leave the first letters alone, and the fewer words are looked at the sooner it is done.
    for (const QString &beginning : {word.left(2), word.left(1), word.mid(1, 1)}) {
        for (const QString &query : *queries)
            RELAYDESK_TRY(look(database, query, beginning, word, best));
        if (!best.known.word.isEmpty())
            break;
    }
    return best.known.word;
}

Result<void> gatherWords(SqliteDatabase &database, int fromMessages) {
    const auto messages = database.first(QStringLiteral("SELECT coalesce(max(id), 0) FROM messages"), {}, takeOne);
    RELAYDESK_TRY(messages);
    if (messages->value_or(0) < fromMessages)
        return {};
    const auto words = database.all(QStringLiteral("SELECT term, sum(doc) FROM ("
                                                   "SELECT term, doc FROM search_vocabulary WHERE doc > 1 UNION ALL"
                                                   " SELECT term, doc FROM search_article_vocabulary) GROUP BY term"),
                                    {}, takeKnown);
    RELAYDESK_TRY(words);
    RELAYDESK_TRY(database.write(QStringLiteral("CREATE TABLE IF NOT EXISTS search_words (term TEXT PRIMARY KEY,"
                                                " found INTEGER NOT NULL) STRICT, WITHOUT ROWID")));
    for (qsizetype first = 0; first < words->size(); first += wordsAtOnce) {
        const auto step = words->mid(first, wordsAtOnce);
        RELAYDESK_TRY(database.atomically([&]() -> Result<void> {
            for (const Known &known : step)
                RELAYDESK_TRY(
                    database.write(QStringLiteral("INSERT INTO search_words VALUES (?, ?) ON CONFLICT (term) DO UPDATE"
                                                  " SET found = excluded.found WHERE excluded.found > 2 * found"),
                                   boundAll(known.word, known.rows)));
            return {};
        }));
    }
    return {};
}

} // namespace relaydesk
