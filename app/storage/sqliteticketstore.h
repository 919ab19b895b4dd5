// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Hand-off episodes, as rows: at most one open for each conversation.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteTicketStore : public TicketStore {
  public:
    explicit SqliteTicketStore(SqliteDatabase &database) : m_database(database) {}

    Result<TicketId> save(const Ticket &ticket) override;
    Result<Ticket> ticket(TicketId id) const override;
    Result<QVector<Ticket>> tickets(const TicketFilter &filter) const override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
