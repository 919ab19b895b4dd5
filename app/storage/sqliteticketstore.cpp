// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteticketstore.h"
#include "app/storage/sqliteconditions.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"

namespace relaydesk {

namespace {

const auto selection =
    QStringLiteral("SELECT id, conversation, episode, status, category, sentence, confidence, verdict, question,"
                   " summary, agent, opened_at, ended_at, first_reply_at, priority, tags, snoozed_until, merged_into,"
                   " split_from, replied_at, paused_at, paused_seconds FROM tickets");

Ticket takeTicket(SqliteRow &row) {
    return {.id = row.id<TicketId>(),
            .conversation = row.id<ConversationId>(),
            .episode = row.number(),
            .status = row.word<TicketStatus>(),
            .reason = {row.word<HandoffCategory>(), row.text()},
            .confidence = row.real(),
            .verdict = row.id<EventId>(),
            .question = row.text(),
            .summary = row.text(),
            .agent = row.id<AgentId>(),
            .openedAt = row.time(),
            .endedAt = row.time(),
            .firstReplyAt = row.time(),
            .priority = row.word<Priority>(),
            .tags = row.texts(),
            .snoozedUntil = row.time(),
            .mergedInto = row.id<TicketId>(),
            .splitFrom = row.id<TicketId>(),
            .repliedAt = row.time(),
            .pausedAt = row.time(),
            .pausedSeconds = row.integer()};
}

Failure noTicket(TicketId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no ticket %1 in the database.").arg(id.value)};
}

} // namespace

Result<TicketId> SqliteTicketStore::save(const Ticket &ticket) {
    const auto insert = QStringLiteral(
        "INSERT INTO tickets (conversation, episode, status, category, sentence, confidence, verdict,"
        " question, summary, agent, opened_at, ended_at, first_reply_at, priority, tags, snoozed_until, merged_into,"
        " split_from, replied_at, paused_at, paused_seconds)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto update =
        QStringLiteral("UPDATE tickets SET conversation = ?, episode = ?, status = ?, category = ?, sentence = ?,"
                       " confidence = ?, verdict = ?, question = ?, summary = ?, agent = ?, opened_at = ?,"
                       " ended_at = ?, first_reply_at = ?, priority = ?, tags = ?, snoozed_until = ?, merged_into = ?,"
                       " split_from = ?, replied_at = ?, paused_at = ?, paused_seconds = ? WHERE id = ?");
    const Ticket &t = ticket;
    Result<TicketId> saved =
        saveRow(m_database, t.id, insert, update,
                boundAll(t.conversation.value, t.episode, t.status, t.reason.category, t.reason.sentence, t.confidence,
                         t.verdict, t.question, t.summary, t.agent, t.openedAt, t.endedAt, t.firstReplyAt, t.priority,
                         t.tags, t.snoozedUntil, t.mergedInto, t.splitFrom, t.repliedAt, t.pausedAt, t.pausedSeconds),
                noTicket);
    if (!saved && saved.error().kind == ErrorKind::Conflict)
        return failure(ErrorKind::Conflict, StorageText::tr("Conversation %1 has an open ticket already. No second one "
                                                            "was made. Go on with the open one.")
                                                .arg(t.conversation.value));
    return saved;
}

Result<Ticket> SqliteTicketStore::ticket(TicketId id) const {
    const auto query = selection + QStringLiteral(" WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeTicket), noTicket(id));
}

Result<QVector<Ticket>> SqliteTicketStore::tickets(const TicketFilter &filter) const {
    SqliteConditions conditions;
    if (filter.status)
        conditions.add(QStringLiteral("status = ?"), bound(*filter.status));
    if (filter.conversation)
        conditions.add(QStringLiteral("conversation = ?"), filter.conversation->value);
    if (filter.openOnly)
        conditions.add(QStringLiteral("status IN ('waiting', 'claimed')"));
    if (filter.mergedInto)
        conditions.add(QStringLiteral("merged_into = ?"), filter.mergedInto->value);
    if (filter.splitFrom)
        conditions.add(QStringLiteral("split_from = ?"), filter.splitFrom->value);
    if (filter.snoozedTo.isValid())
        conditions.add(QStringLiteral("snoozed_until <= ?"), bound(filter.snoozedTo));
    const auto order = filter.newestFirst ? QStringLiteral(" ORDER BY opened_at DESC, id DESC LIMIT ?")
                                          : QStringLiteral(" ORDER BY opened_at, id LIMIT ?");
    return m_database.all(selection + conditions.where() + order, conditions.values() + boundAll(qMax(0, filter.most)),
                          takeTicket);
}

} // namespace relaydesk
