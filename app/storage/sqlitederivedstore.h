// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can be computed again, kept as bytes: sentence vectors and the states of what was trained.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteDerivedStore : public DerivedStore {
  public:
    explicit SqliteDerivedStore(SqliteDatabase &database) : m_database(database) {}

    Result<QHash<QByteArray, QByteArray>> vectors(const QString &encoder) const override;
    Result<void> saveVectors(const QString &encoder, const QHash<QByteArray, QByteArray> &vectors) override;
    Result<QByteArray> state(const QString &key) const override;
    Result<void> saveState(const QString &key, const QByteArray &bytes) override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
