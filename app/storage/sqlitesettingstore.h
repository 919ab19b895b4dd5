// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Settings by key, as rows.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteSettingStore : public SettingStore {
  public:
    explicit SqliteSettingStore(SqliteDatabase &database) : m_database(database) {}

    Result<QString> value(const QString &key) const override;
    Result<void> setValue(const QString &key, const QString &value) override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
