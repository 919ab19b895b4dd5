// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Changes of several stores in one transaction of the database.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteUnitOfWork : public UnitOfWork {
  public:
    explicit SqliteUnitOfWork(SqliteDatabase &database) : m_database(database) {}

    Result<void> atomically(const std::function<Result<void>()> &change) override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
