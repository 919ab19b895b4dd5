// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The append-only log, as rows the database itself refuses to change.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteEventStore : public EventStore {
  public:
    explicit SqliteEventStore(SqliteDatabase &database) : m_database(database) {}

    Result<EventId> append(const Event &event) override;
    Result<Event> event(EventId id) const override;
    Result<QVector<Event>> events(const EventFilter &filter) const override;
    Result<QHash<ArticleId, int>> storedAnswers() const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
