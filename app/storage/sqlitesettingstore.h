// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Settings by key, as rows.
#pragma once
#include "models/domain/stores.h"
#include <QtCore/QHash>

namespace relaydesk {

class SqliteDatabase;

class SqliteSettingStore : public SettingStore {
  public:
    explicit SqliteSettingStore(SqliteDatabase &database) : m_database(database) {}

    Result<QString> value(const QString &key) const override;
    Result<void> setValue(const QString &key, const QString &value) override;

  private:
    Result<void> readAll() const;

    SqliteDatabase &m_database;
    // A turn asks for a dozen settings several times over: within a transaction they are read once.
    mutable QHash<QString, QString> m_values;
    mutable quint64 m_read = 0; //!< the transaction in which m_values was read
    quint64 m_written = 0;      //!< the transaction in which one was written: nothing is kept in it any more
};

} // namespace relaydesk
