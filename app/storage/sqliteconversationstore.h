// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Conversations and their messages, as rows.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteConversationStore : public ConversationStore {
  public:
    explicit SqliteConversationStore(SqliteDatabase &database) : m_database(database) {}

    Result<ConversationId> save(const Conversation &conversation) override;
    Result<Conversation> conversation(ConversationId id) const override;
    Result<QVector<Conversation>> conversations(const ConversationFilter &filter) const override;
    Result<MessageId> append(const Message &message) override;
    Result<QVector<Message>> messages(ConversationId id, MessageId after, int most) const override;
    Result<QVector<Message>> lastMessages(ConversationId id, MessageId before, int most) const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
