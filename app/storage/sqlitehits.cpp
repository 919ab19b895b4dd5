// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitehits.h"
#include "app/storage/searchsnippet.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

constexpr int mostOnPage = 200;

//! A hit with the whole text, and the place it would be passed at.
struct Found {
    SearchHit hit;
    QString text;
    qint64 place = 0;
    bool isElsewhere = false; //!< stands in the conversation of a ticket that was split off, too, and is found there
};

Found takeMessage(SqliteRow &row) {
    Found found;
    found.place = row.integer();
    found.hit = {.kind = HitKind::Message, .at = row.time(), .title = row.text()};
    found.text = row.text();
    found.hit.author = row.word<Author>();
    found.hit.message = MessageId{found.place};
    found.hit.conversation = row.id<ConversationId>();
    found.hit.ticket = row.id<TicketId>();
    found.isElsewhere = row.integer() != 0;
    return found;
}

Found takeNote(SqliteRow &row) {
    Found found;
    found.place = row.integer();
    found.hit = {.kind = HitKind::Note, .at = row.time(), .title = row.text()};
    found.text = row.text();
    found.hit.author = Author::Agent;
    found.hit.conversation = row.id<ConversationId>();
    found.hit.ticket = row.id<TicketId>();
    return found;
}

Found takeArticle(SqliteRow &row) {
    Found found;
    found.place = row.integer();
    found.hit = {.kind = HitKind::Article, .at = row.time(), .title = row.text()};
    found.text = row.text();
    found.hit.article = ArticleId{found.place};
    return found;
}

const auto messages = QStringLiteral(
    "SELECT messages.id, messages.at, customers.name, messages.text, messages.author, messages.conversation,"
    " (SELECT max(tickets.id) FROM tickets WHERE tickets.conversation = messages.conversation"
    "  AND tickets.episode = messages.episode),"
    " EXISTS (SELECT 1 FROM tickets AS origin CROSS JOIN tickets AS part ON part.split_from = origin.id"
    "  CROSS JOIN messages AS copy ON copy.conversation = part.conversation"
    "  WHERE origin.conversation = messages.conversation AND part.status <> 'returned'"
    "  AND copy.at = messages.at AND copy.author = messages.author AND copy.text = messages.text)"
    " FROM (SELECT rowid AS place FROM search_messages WHERE search_messages MATCH ? AND rowid < ?"
    "  ORDER BY rowid DESC LIMIT ?)"
    " CROSS JOIN messages ON messages.id = place"
    " CROSS JOIN conversations ON conversations.id = messages.conversation"
    " CROSS JOIN customers ON customers.id = conversations.customer ORDER BY messages.id DESC");

const auto notes = QStringLiteral(
    "SELECT events.id, events.at, coalesce(customers.name, ''), json_extract(events.data, '$.text'),"
    " events.conversation, events.ticket"
    " FROM (SELECT rowid AS place FROM search_notes WHERE search_notes MATCH ? AND rowid < ?"
    "  ORDER BY rowid DESC LIMIT ?)"
    " CROSS JOIN events ON events.id = place LEFT JOIN conversations ON conversations.id = events.conversation"
    " LEFT JOIN customers ON customers.id = conversations.customer ORDER BY events.id DESC");

//! They change: the newest is the one that was changed last, whatever its number.
const auto articles = QStringLiteral(
    "SELECT articles.id, articles.updated_at, articles.title, articles.title || char(10) || articles.answer ||"
    " char(10) || coalesce((SELECT group_concat(text, char(10)) FROM phrasings WHERE article = articles.id), '')"
    " FROM (SELECT articles.id AS place FROM search_articles CROSS JOIN articles ON articles.id = search_articles.rowid"
    "  WHERE search_articles MATCH ? AND (coalesce(articles.updated_at, 0), articles.id) < (?, ?)"
    "  ORDER BY coalesce(articles.updated_at, 0) DESC, articles.id DESC LIMIT ?)"
    " CROSS JOIN articles ON articles.id = place ORDER BY coalesce(articles.updated_at, 0) DESC, articles.id DESC");

Result<QVector<Found>> foundOf(const SqliteDatabase &database, HitKind kind, const QString &expression,
                               const HitPlace &below, int most) {
    constexpr qint64 end = std::numeric_limits<qint64>::max();
    const auto from = [](qint64 place) { return place > 0 ? place : end; };
    switch (kind) {
    case HitKind::Message:
        return database.all(messages, boundAll(expression, from(below.message), most), takeMessage);
    case HitKind::Note:
        return database.all(notes, boundAll(expression, from(below.note), most), takeNote);
    case HitKind::Article:
        return database.all(
            articles, boundAll(expression, below.article > 0 ? below.articleTime : end, from(below.article), most),
            takeArticle);
    }
    return QVector<Found>();
}

void pass(HitPlace &place, const Found &found) {
    if (found.hit.kind == HitKind::Message)
        place.message = found.place;
    else if (found.hit.kind == HitKind::Note)
        place.note = found.place;
    else {
        place.articleTime = found.hit.at.isValid() ? found.hit.at.toMSecsSinceEpoch() : 0;
        place.article = found.place;
    }
}

} // namespace

Result<HitPage> readHitPage(const SqliteDatabase &database, const HitQuery &query) {
    const QVector<TokenRun> runs = tokenRuns(query.text);
    const QString expression = matchExpression(runs);
    if (expression.isEmpty())
        return HitPage{};
    const int most = std::clamp(query.most, 1, mostOnPage);
    QVector<Found> all;
    for (const HitKind kind : {HitKind::Message, HitKind::Note, HitKind::Article}) {
        if (!query.kinds.isEmpty() && !query.kinds.contains(kind))
            continue;
        const auto found = foundOf(database, kind, expression, query.below, most + 1);
        RELAYDESK_TRY(found);
        all += *found;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Found &one, const Found &other) { return one.hit.at > other.hit.at; });
    HitPage page;
    HitPlace place = query.below;
    for (const Found &found : all.mid(0, most)) {
        pass(place, found);
        if (found.isElsewhere)
            continue;
        const Snippet snippet = snippetOf(found.text, runs);
        page.hits.append(found.hit);
        page.hits.last().snippet = snippet.text;
        page.hits.last().marks = snippet.marks;
    }
    if (all.size() > most)
        page.next = place;
    return page;
}

} // namespace relaydesk
