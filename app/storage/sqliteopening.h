// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Looks at a database before anything is written to it, and finds the way to read it that leaves it as it is.
#pragma once
#include "app/storage/sqliteconnection.h"
#include "models/domain/result.h"
#include <QtCore/QTemporaryDir>

namespace relaydesk {

//! The path a lock file and SQLite agree on: absolute, without links.
QString truePath(const QString &path);

//! The version of the Relaydesk database behind `connection`; 0 for one that is empty. A file that is no database, is
//! damaged, or belongs to another program is refused.
Result<int> versionOf(SqliteConnection &connection);

//! Looks into the file at `path` without changing it: as versionOf(), and 0 where there is no file.
Result<int> versionAt(const QString &path);

//! A failure where there is no file, or none that may be read.
Result<void> refuseUnreadable(const QString &path);

//! A failure where the file or its folder cannot be written. Folders missing above the default database are made.
Result<void> refuseUnwritable(const QString &path);

//! A connection for reading, and the folder of the temporary copy it reads, where only a copy can be read.
struct Reading {
    std::unique_ptr<QTemporaryDir> copy; //!< outlives the connection
    std::unique_ptr<SqliteConnection> connection;
};

//! Reads beside a writer where that is possible. On a medium that cannot be written: as a file that never changes where
//! no write-ahead log lies beside it, else as a temporary copy.
Result<Reading> openForReading(const QString &path);

//! As openForReading(), but always in a temporary copy that may be written.
Result<Reading> openSnapshot(const QString &path);

} // namespace relaydesk
