// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteeventstore.h"
#include "app/storage/sqliteconditions.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"
#include <algorithm>

namespace relaydesk {

namespace {

const auto selection = QStringLiteral("SELECT id, at, kind, conversation, ticket, agent, article, data FROM events");

const auto noteText = QStringLiteral("text");

Event takeEvent(SqliteRow &row) {
    return {.id = row.id<EventId>(),
            .at = row.time(),
            .kind = row.word<EventKind>(),
            .conversation = row.id<ConversationId>(),
            .ticket = row.id<TicketId>(),
            .agent = row.id<AgentId>(),
            .article = row.id<ArticleId>(),
            .data = row.object()};
}

std::pair<ArticleId, int> takeCount(SqliteRow &row) {
    const auto article = row.id<ArticleId>();
    return {article, row.number()};
}

Failure noEvent(EventId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no event %1 in the database.").arg(id.value)};
}

} // namespace

Result<EventId> SqliteEventStore::append(const Event &event) {
    if (!event.at.isValid())
        return failure(ErrorKind::Invalid, StorageText::tr("An event without a time was not written."));
    const auto insert = QStringLiteral("INSERT INTO events (at, kind, conversation, ticket, agent, article, data)"
                                       " VALUES (?, ?, ?, ?, ?, ?, ?)");
    EventId appended;
    const auto done = m_database.atomically([&]() -> Result<void> {
        const Result<qint64> id =
            m_database.insert(insert, boundAll(event.at, event.kind, event.conversation, event.ticket, event.agent,
                                               event.article, event.data));
        RELAYDESK_TRY(id);
        appended = EventId{*id};
        if (event.kind != EventKind::Noted)
            return {};
        return SqliteSearchIndex(m_database).put(SearchCorpus::Notes, *id, event.data[noteText].toString());
    });
    RELAYDESK_TRY(done);
    return appended;
}

Result<Event> SqliteEventStore::event(EventId id) const {
    const auto query = selection + QStringLiteral(" WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeEvent), noEvent(id));
}

Result<QVector<Event>> SqliteEventStore::events(const EventFilter &filter) const {
    SqliteConditions conditions;
    QVariantList kinds;
    for (const EventKind kind : filter.kinds)
        kinds.append(bound(kind));
    conditions.addOneOf(QStringLiteral("kind"), kinds);
    if (filter.conversation)
        conditions.add(QStringLiteral("conversation = ?"), filter.conversation->value);
    if (filter.from.isValid())
        conditions.add(QStringLiteral("at >= ?"), bound(filter.from));
    if (filter.to.isValid())
        conditions.add(QStringLiteral("at < ?"), bound(filter.to));
    if (filter.after)
        conditions.add(QStringLiteral("id > ?"), filter.after->value);
    if (filter.before)
        conditions.add(QStringLiteral("id < ?"), filter.before->value);
    if (filter.ticket)
        conditions.add(QStringLiteral("ticket = ?"), filter.ticket->value);
    if (filter.agent)
        conditions.add(QStringLiteral("agent = ?"), filter.agent->value);
    const QString order = filter.after        ? QStringLiteral(" ORDER BY id LIMIT ?")
                          : filter.newest > 0 ? QStringLiteral(" ORDER BY at DESC, id DESC LIMIT ?")
                                              : QStringLiteral(" ORDER BY at, id LIMIT ?");
    const int most = !filter.after && filter.newest > 0 ? filter.newest : qMax(0, filter.most);
    auto found =
        m_database.all(selection + conditions.where() + order, conditions.values() + boundAll(most), takeEvent);
    if (found && !filter.after && filter.newest > 0)
        std::reverse(found->begin(), found->end());
    return found;
}

//! The conditions are those of the index, word for word, or it could not be used.
Result<QHash<ArticleId, int>> SqliteEventStore::storedAnswers() const {
    const auto counted = m_database.all(
        QStringLiteral("SELECT article, count(*) FROM events INDEXED BY stored_answers WHERE kind = 'verdict'"
                       " AND article IS NOT NULL AND conversation IS NOT NULL"
                       " AND instr(data, '\"answer\":') > 0 AND instr(data, '\"written\":true') = 0"
                       " GROUP BY article"),
        {}, takeCount);
    RELAYDESK_TRY(counted);
    return QHash<ArticleId, int>(counted->cbegin(), counted->cend());
}

} // namespace relaydesk
