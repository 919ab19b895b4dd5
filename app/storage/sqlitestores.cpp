// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitestores.h"
#include "app/storage/schema.h"

namespace relaydesk {

Result<std::unique_ptr<SqliteStores>> SqliteStores::open(const QString &path, OpenMode mode, int waitMs) {
    Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(path, mode, schemaSteps(), waitMs);
    RELAYDESK_TRY(database);
    if (mode == OpenMode::ReadWrite)
        RELAYDESK_TRY(SqliteSearchIndex(**database).prepare());
    return std::unique_ptr<SqliteStores>(new SqliteStores(std::move(*database)));
}

} // namespace relaydesk
