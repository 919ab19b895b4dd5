// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list of what was sent to a language model, in SQLite.
#pragma once
#include "models/domain/requestlog.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteRequestLog : public RequestLog {
  public:
    explicit SqliteRequestLog(SqliteDatabase &database) : m_database(database) {}

    Result<RequestId> append(const RequestRecord &record) override;
    Result<QVector<RequestRecord>> requests(ConversationId conversation, int most) const override;
    Result<RequestTotals> totals(const QDateTime &from) const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
