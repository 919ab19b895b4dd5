// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteconversationstore.h"
#include "app/storage/sqliteconditions.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitesearchindex.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

const auto selection =
    QStringLiteral("SELECT id, session, customer, owner, agent, episode, job, answering, asked, told_waiting, answer,"
                   " closing, started_at, last_at FROM conversations");

Conversation takeConversation(SqliteRow &row) {
    return {.id = row.id<ConversationId>(),
            .session = row.text(),
            .customer = row.id<CustomerId>(),
            .owner = row.word<Owner>(),
            .agent = row.id<AgentId>(),
            .episode = row.number(),
            .job = row.number(),
            .answering = row.flag(),
            .asked = row.flag(),
            .toldWaiting = row.flag(),
            .answer = row.id<EventId>(),
            .closing = row.word<Closing>(),
            .startedAt = row.time(),
            .lastAt = row.time()};
}

QJsonArray written(const QVector<Choice> &choices) {
    QJsonArray array;
    for (const Choice &choice : choices)
        array.append(
            QJsonObject{{QStringLiteral("article"), choice.article.value}, {QStringLiteral("title"), choice.title}});
    return array;
}

QVector<Choice> read(const QJsonArray &array) {
    QVector<Choice> choices;
    for (const QJsonValue &value : array)
        choices.append(
            {ArticleId{value[QStringLiteral("article")].toInteger()}, value[QStringLiteral("title")].toString()});
    return choices;
}

Message takeMessage(SqliteRow &row) {
    return {.id = row.id<MessageId>(),
            .conversation = row.id<ConversationId>(),
            .episode = row.number(),
            .author = row.word<Author>(),
            .agent = row.id<AgentId>(),
            .text = row.text(),
            .at = row.time(),
            .choices = read(row.array())};
}

Failure noConversation(ConversationId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no conversation %1 in the database.").arg(id.value)};
}

} // namespace

Result<ConversationId> SqliteConversationStore::save(const Conversation &conversation) {
    const auto insert =
        QStringLiteral("INSERT INTO conversations (session, customer, owner, agent, episode, job, answering, asked,"
                       " told_waiting, answer, closing, started_at, last_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto update =
        QStringLiteral("UPDATE conversations SET session = ?, customer = ?, owner = ?, agent = ?, episode = ?, job = ?,"
                       " answering = ?, asked = ?, told_waiting = ?, answer = ?, closing = ?, started_at = ?,"
                       " last_at = ? WHERE id = ?");
    const Conversation &c = conversation;
    return saveRow(m_database, c.id, insert, update,
                   boundAll(c.session, c.customer.value, c.owner, c.agent, c.episode, c.job, c.answering, c.asked,
                            c.toldWaiting, c.answer, c.closing, c.startedAt, c.lastAt),
                   noConversation);
}

Result<Conversation> SqliteConversationStore::conversation(ConversationId id) const {
    const auto query = selection + QStringLiteral(" WHERE id = ?");
    return theOne(m_database.first(query, boundAll(id.value), takeConversation), noConversation(id));
}

Result<QVector<Conversation>> SqliteConversationStore::conversations(const ConversationFilter &filter) const {
    SqliteConditions conditions;
    if (filter.owner)
        conditions.add(QStringLiteral("owner = ?"), bound(*filter.owner));
    if (filter.answering)
        conditions.add(*filter.answering ? QStringLiteral("answering = 1") : QStringLiteral("answering = 0"));
    if (filter.customer)
        conditions.add(QStringLiteral("customer = ?"), filter.customer->value);
    if (!filter.session.isEmpty())
        conditions.add(QStringLiteral("session = ? AND session <> ''"), bound(filter.session));
    const auto order = QStringLiteral(" ORDER BY last_at DESC, id DESC LIMIT ?");
    return m_database.all(selection + conditions.where() + order, conditions.values() + boundAll(qMax(0, filter.most)),
                          takeConversation);
}

Result<MessageId> SqliteConversationStore::append(const Message &message) {
    const auto insert = QStringLiteral("INSERT INTO messages (conversation, episode, author, agent, text, at,"
                                       " choices) VALUES (?, ?, ?, ?, ?, ?, ?)");
    MessageId appended;
    const auto done = m_database.atomically([&]() -> Result<void> {
        const Result<qint64> id =
            m_database.insert(insert, boundAll(message.conversation.value, message.episode, message.author,
                                               message.agent, message.text, message.at, written(message.choices)));
        RELAYDESK_TRY(id);
        appended = MessageId{*id};
        return SqliteSearchIndex(m_database).put(SearchCorpus::Messages, *id, message.text);
    });
    RELAYDESK_TRY(done);
    return appended;
}

Result<QVector<Message>> SqliteConversationStore::messages(ConversationId id, MessageId after, int most) const {
    const auto query = QStringLiteral("SELECT id, conversation, episode, author, agent, text, at, choices FROM messages"
                                      " WHERE conversation = ? AND id > ? ORDER BY id LIMIT ?");
    return m_database.all(query, boundAll(id.value, after.value, qMax(0, most)), takeMessage);
}

Result<QVector<Message>> SqliteConversationStore::lastMessages(ConversationId id, MessageId before, int most) const {
    constexpr qint64 end = std::numeric_limits<qint64>::max();
    const auto query = QStringLiteral("SELECT id, conversation, episode, author, agent, text, at, choices FROM messages"
                                      " WHERE conversation = ? AND id < ? ORDER BY id DESC LIMIT ?");
    auto found =
        m_database.all(query, boundAll(id.value, before.isValid() ? before.value : end, qMax(0, most)), takeMessage);
    if (found)
        std::reverse(found->begin(), found->end());
    return found;
}

} // namespace relaydesk
