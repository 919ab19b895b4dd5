// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliterequestlog.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"

namespace relaydesk {

namespace {

RequestRecord takeRecord(SqliteRow &row) {
    return {.id = row.id<RequestId>(),
            .at = row.time(),
            .conversation = row.id<ConversationId>(),
            .purpose = row.text(),
            .host = row.text(),
            .model = row.text(),
            .sent = row.text(),
            .bytesSent = row.integer(),
            .bytesReceived = row.integer(),
            .promptTokens = row.number(),
            .completionTokens = row.number(),
            .milliseconds = row.integer(),
            .cost = row.real(),
            .maybeSentTwice = row.flag(),
            .result = row.text()};
}

RequestTotals takeTotals(SqliteRow &row) {
    return {.requests = row.number(),
            .bytesSent = row.integer(),
            .bytesReceived = row.integer(),
            .tokens = row.integer(),
            .cost = row.real()};
}

} // namespace

Result<RequestId> SqliteRequestLog::append(const RequestRecord &r) {
    const auto id = m_database.insert(
        QStringLiteral("INSERT INTO model_requests (at, conversation, purpose, host, model, sent, bytes_sent,"
                       " bytes_received, prompt_tokens, completion_tokens, milliseconds, cost, maybe_twice, result)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        boundAll(r.at, r.conversation, r.purpose, r.host, r.model, r.sent, r.bytesSent, r.bytesReceived, r.promptTokens,
                 r.completionTokens, r.milliseconds, r.cost, r.maybeSentTwice, r.result));
    RELAYDESK_TRY(id);
    return RequestId{*id};
}

Result<QVector<RequestRecord>> SqliteRequestLog::requests(ConversationId conversation, int most) const {
    return m_database.all(
        QStringLiteral("SELECT id, at, conversation, purpose, host, model, sent, bytes_sent, bytes_received,"
                       " prompt_tokens, completion_tokens, milliseconds, cost, maybe_twice, result FROM model_requests"
                       " WHERE ? = 0 OR conversation = ? ORDER BY id DESC LIMIT ?"),
        boundAll(conversation.value, conversation.value, most), takeRecord);
}

Result<RequestTotals> SqliteRequestLog::totals(const QDateTime &from) const {
    const auto found = m_database.first(
        QStringLiteral("SELECT count(*), coalesce(sum(bytes_sent), 0), coalesce(sum(bytes_received), 0),"
                       " coalesce(sum(prompt_tokens + completion_tokens), 0), coalesce(sum(max(cost, 0.0)), 0.0)"
                       " FROM model_requests WHERE at >= ?"),
        boundAll(from), takeTotals);
    RELAYDESK_TRY(found);
    return found->value_or(RequestTotals{});
}

} // namespace relaydesk
