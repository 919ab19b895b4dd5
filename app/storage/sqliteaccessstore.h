// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Keys and kept answers, as rows.
#pragma once
#include "models/domain/access.h"

namespace relaydesk {

class SqliteDatabase;

class SqliteAccessStore : public AccessStore {
  public:
    explicit SqliteAccessStore(SqliteDatabase &database) : m_database(database) {}

    Result<AccessKeyId> save(const AccessKey &key) override;
    Result<QVector<AccessKey>> keys() const override;
    Result<std::optional<AccessKey>> keyCalled(const QString &lookup) const override;
    Result<void> keep(const KeptAnswer &answer) override;
    Result<std::optional<KeptAnswer>> kept(const QString &scope, const QString &key) const override;
    Result<void> forgetBefore(const QDateTime &time) override;

  private:
    SqliteDatabase &m_database;
};

} // namespace relaydesk
