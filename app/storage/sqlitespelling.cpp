// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitespelling.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"
#include <algorithm>
#include <vector>

namespace relaydesk {

namespace {

constexpr qsizetype shortest = 4;   //!< shorter words are too like one another
constexpr qsizetype longEnough = 7; //!< for a second mistake

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

Result<bool> isKnown(const SqliteDatabase &database, const QString &table, const QString &word, bool isBeginning) {
    const auto query = QStringLiteral("SELECT 1 FROM %1 WHERE term >= ? AND term <= ? LIMIT 1").arg(table);
    const auto found = database.first(query, boundAll(word, isBeginning ? behind(word) : word), takeOne);
    RELAYDESK_TRY(found);
    return found->has_value();
}

struct Best {
    Known known;
    int distance;
};

Result<void> look(const SqliteDatabase &database, const QString &table, const QString &beginning, const QString &word,
                  Best &best) {
    const auto query = QStringLiteral("SELECT term, doc FROM %1 WHERE term >= ? AND term <= ?").arg(table);
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
    const QStringList tables{QStringLiteral("search_vocabulary"), QStringLiteral("search_article_vocabulary")};
    if (word.size() < shortest)
        return QString();
    for (const QString &table : tables) {
        const auto known = isKnown(database, table, word, isBeginning);
        RELAYDESK_TRY(known);
        if (*known)
            return QString();
    }
    Best best{{}, word.size() >= longEnough ? 2 : 1};
    // Most mistakes leave the first letters alone, and the fewer words are looked at the sooner it is done.
    for (const QString &beginning : {word.left(2), word.left(1), word.mid(1, 1)}) {
        for (const QString &table : tables)
            RELAYDESK_TRY(look(database, table, beginning, word, best));
        if (!best.known.word.isEmpty())
            break;
    }
    return best.known.word;
}

} // namespace relaydesk
