// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitefailure.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>

namespace relaydesk {

namespace {

constexpr int primaryMask = 0xff;
constexpr int foreignKeyCode = 787;
constexpr int primaryKeyCode = 1555;
constexpr int uniqueCode = 2067;

Failure constraintFailure(int code, const QString &detail) {
    if (code == foreignKeyCode)
        return {ErrorKind::NotFound,
                StorageText::tr("This names a row that is not in the database. Nothing was changed.")};
    if (code == primaryKeyCode || code == uniqueCode)
        return {ErrorKind::Conflict,
                StorageText::tr("This is in the database already. Nothing was changed. (%1)").arg(detail)};
    return {ErrorKind::Invalid,
            StorageText::tr("The database does not take this. Nothing was changed. (%1)").arg(detail)};
}

} // namespace

int sqliteCode(const QSqlError &error) { return error.nativeErrorCode().toInt() & primaryMask; }

Failure damagedDatabase(const QString &databasePath, const QString &detail) {
    return {ErrorKind::Storage,
            StorageText::tr(
                "%1 is damaged (%2). It was left as it is. Restore a copy of it, for example one named …before-v…, and "
                "keep the damaged file aside.")
                .arg(QDir::toNativeSeparators(databasePath), detail)};
}

Failure sqliteFailure(const QSqlError &error, const QString &databasePath) {
    const QString name = QDir::toNativeSeparators(databasePath);
    switch (sqliteCode(error)) {
    case SqliteConstraint:
        return constraintFailure(error.nativeErrorCode().toInt(), error.databaseText());
    case SqliteBusy:
        return {ErrorKind::Unavailable,
                StorageText::tr("%1 is in use by another program. This change was not made; everything "
                                "before it is kept. Try again in a moment.")
                    .arg(name)};
    case SqliteReadOnly:
        return {ErrorKind::ReadOnly,
                StorageText::tr("%1 is read-only. Nothing was changed. Open it for reading, or allow writing "
                                "to the file and its folder.")
                    .arg(name)};
    case SqliteFull:
        return {ErrorKind::Storage,
                StorageText::tr("The disk with %1 is full. This change was not made; everything before it is "
                                "kept. Make room and try again.")
                    .arg(name)};
    case SqliteCannotOpen:
        return {ErrorKind::Storage,
                StorageText::tr("%1 cannot be opened. Nothing was changed. Look whether you may read the file "
                                "and its folder.")
                    .arg(name)};
    case SqliteCorrupt:
        return damagedDatabase(databasePath, error.databaseText());
    case SqliteNotADatabase:
        return {ErrorKind::Invalid,
                StorageText::tr("%1 is not a database. It was left as it is. Choose another file.").arg(name)};
    default:
        return {ErrorKind::Storage,
                StorageText::tr("%1 could not be read or written (%2). This change was not made; everything "
                                "before it is kept. Look whether the disk is full or was taken away.")
                    .arg(name, error.text().trimmed())};
    }
}

} // namespace relaydesk
