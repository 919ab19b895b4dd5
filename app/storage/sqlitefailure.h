// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What SQLite answered when something went wrong, as a failure a person can act on.
#pragma once
#include "models/domain/result.h"
#include <QtSql/QSqlError>

namespace relaydesk {

//! SQLite's primary result codes that decide what to do next (sqlite.org/rescode.html).
enum SqliteCode {
    SqliteBusy = 5,
    SqliteReadOnly = 8,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteConstraint = 19,
    SqliteNotADatabase = 26,
};

//! The primary code of an error; 0 where the driver gave none.
int sqliteCode(const QSqlError &error);

//! A unique constraint is a Conflict, a reference to a missing row NotFound, any other constraint Invalid; a lock of
//! another program Unavailable; the rest ReadOnly or Storage.
Failure sqliteFailure(const QSqlError &error, const QString &databasePath);

//! `detail` is SQLite's own word for the damage.
Failure damagedDatabase(const QString &databasePath, const QString &detail);

} // namespace relaydesk
