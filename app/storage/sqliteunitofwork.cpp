// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteunitofwork.h"
#include "app/storage/sqlitedatabase.h"

namespace relaydesk {

Result<void> SqliteUnitOfWork::atomically(const std::function<Result<void>()> &change) {
    return m_database.atomically(change);
}

} // namespace relaydesk
