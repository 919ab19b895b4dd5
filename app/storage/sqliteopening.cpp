// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteopening.h"
#include "app/storage/databasepath.h"
#include "app/storage/migrations.h"
#include "app/storage/sqlitefailure.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <algorithm>
#include <array>

// The file is never opened here but through SQLite: closing any other handle of it would drop the locks that a
// connection of this process holds on it.
namespace relaydesk {

namespace {

const std::array besides{QStringLiteral("-wal"), QStringLiteral("-journal")};

//! A log beside the file may hold what the file itself does not.
bool hasLog(const QString &path) {
    return std::any_of(besides.begin(), besides.end(),
                       [&](const QString &suffix) { return QFileInfo(path + suffix).size() > 0; });
}

tl::unexpected<Failure> refused(ErrorKind kind, const QString &sentence, const QString &path) {
    return failure(kind, sentence.arg(QDir::toNativeSeparators(path)));
}

//! A file shorter than it says was cut off or copied halfway; a longer one is worth a look at every page.
Result<void> refuseOtherSize(SqliteConnection &connection) {
    const Result<qint64> pages = connection.number(QStringLiteral("PRAGMA page_count"));
    RELAYDESK_TRY(pages);
    const Result<qint64> pageSize = connection.number(QStringLiteral("PRAGMA page_size"));
    RELAYDESK_TRY(pageSize);
    const qint64 size = QFileInfo(connection.path()).size();
    const qint64 expected = *pages * *pageSize;
    if (size == expected || hasLog(connection.path()))
        return {};
    if (size < expected)
        return tl::unexpected<Failure>(damagedDatabase(
            connection.path(), StorageText::tr("only %1 of its %2 bytes are there").arg(size).arg(expected)));
    Result<SqliteAnswer> findings = connection.run(QStringLiteral("PRAGMA quick_check(1)"));
    RELAYDESK_TRY(findings);
    const QString first = findings->next() ? findings->row().text() : QString();
    if (first == QLatin1String("ok"))
        return {};
    return tl::unexpected<Failure>(damagedDatabase(connection.path(), first));
}

bool canBeRead(SqliteConnection &connection) {
    return connection.number(QStringLiteral("PRAGMA user_version")).has_value();
}

bool isMediumsFault(const SqliteConnection &connection) {
    return connection.lastCode() == SqliteCannotOpen || connection.lastCode() == SqliteReadOnly;
}

//! As a file that nobody changes meanwhile: makes nothing beside it.
Result<Reading> openAlone(const QString &path) {
    RELAYDESK_TRY(refuseUnreadable(path));
    Result<std::unique_ptr<SqliteConnection>> connection =
        SqliteConnection::open(path, SqliteConnection::Access::Immutable);
    RELAYDESK_TRY(connection);
    return Reading{nullptr, std::move(*connection)};
}

bool copyWritable(const QString &from, const QString &to) {
    return QFile::copy(from, to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
}

tl::unexpected<Failure> noRoomForCopy(const QString &path) {
    return refused(ErrorKind::Storage,
                   StorageText::tr("%1 can only be read as a temporary copy, and there is no room "
                                   "for one. Nothing was changed. Make room in the folder for "
                                   "temporary files."),
                   path);
}

Result<Reading> writableCopy(std::unique_ptr<QTemporaryDir> folder, const QString &copy, const QString &path) {
    Result<std::unique_ptr<SqliteConnection>> connection =
        SqliteConnection::open(copy, SqliteConnection::Access::ReadWrite, path);
    RELAYDESK_TRY(connection);
    return Reading{std::move(folder), std::move(*connection)};
}

//! File by file: for a medium that cannot be written, where nobody changes them meanwhile.
Result<Reading> openCopy(const QString &path) {
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QFileInfo(path).fileName());
    bool copied = folder->isValid() && copyWritable(path, copy);
    for (const QString &suffix : besides) {
        if (QFileInfo::exists(path + suffix))
            copied = copied && copyWritable(path + suffix, copy + suffix);
    }
    return copied ? writableCopy(std::move(folder), copy, path) : noRoomForCopy(path);
}

//! What customers wrote is for the owner's eyes only.
bool makeFolder(const QString &folder) {
    return QFileInfo(folder).isDir() ||
           (QDir().mkpath(folder) &&
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

} // namespace

QString truePath(const QString &path) {
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : QDir(folder).filePath(file.fileName());
}

Result<void> refuseUnreadable(const QString &path) {
    const QFileInfo file(path);
    if (!file.exists())
        return refused(ErrorKind::NotFound,
                       StorageText::tr("There is no database %1. Nothing was made. Choose another "
                                       "file, or open it for writing to make one."),
                       path);
    if (file.isDir())
        return refused(ErrorKind::Invalid, StorageText::tr("%1 is a folder. Choose the database in it."), path);
    if (!file.isReadable())
        return refused(ErrorKind::Storage,
                       StorageText::tr("You may not read %1. It was left as it is. Ask its owner "
                                       "for the right to."),
                       path);
    return {};
}

Result<int> versionOf(SqliteConnection &connection) {
    const Result<qint64> mark = connection.number(QStringLiteral("PRAGMA application_id"));
    RELAYDESK_TRY(mark);
    const Result<qint64> version = connection.number(QStringLiteral("PRAGMA user_version"));
    RELAYDESK_TRY(version);
    const Result<qint64> tables = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    RELAYDESK_TRY(tables);
    RELAYDESK_TRY(refuseOtherSize(connection));
    if (*mark == applicationId)
        return int(*version);
    if (*mark == 0 && *version == 0 && *tables == 0)
        return 0;
    return refused(ErrorKind::Invalid,
                   StorageText::tr("%1 is the database of another program. It was left as it is. "
                                   "Choose another file."),
                   connection.path());
}

Result<int> versionAt(const QString &path) {
    const QFileInfo file(path);
    if (!file.isDir() && file.size() == 0)
        return 0;
    Result<Reading> reading = hasLog(path) ? openForReading(path) : openAlone(path);
    RELAYDESK_TRY(reading);
    return versionOf(*reading->connection);
}

Result<void> refuseUnwritable(const QString &path) {
    const QFileInfo file(path);
    const QString folder = file.absolutePath();
    if (path == truePath(defaultDatabasePath()) && !makeFolder(folder))
        return refused(ErrorKind::Storage,
                       StorageText::tr("The folder %1 for the database could not be made. Look "
                                       "whether the disk is full or read-only."),
                       folder);
    if (!QFileInfo(folder).isDir())
        return refused(ErrorKind::NotFound,
                       StorageText::tr("There is no folder %1. Nothing was made. Make the folder, "
                                       "or choose another one for the database."),
                       folder);
    if (file.exists() && !file.isWritable())
        return refused(ErrorKind::ReadOnly,
                       StorageText::tr("%1 is read-only. Nothing was changed. Open it for reading "
                                       "only, or allow writing to it."),
                       path);
    if (!QFileInfo(folder).isWritable())
        return refused(ErrorKind::ReadOnly,
                       StorageText::tr("%1 cannot be written: its folder is read-only. Nothing "
                                       "was changed. Open it for reading only, or move it to a "
                                       "folder that can be written."),
                       path);
    return {};
}

Result<Reading> openForReading(const QString &path) {
    RELAYDESK_TRY(refuseUnreadable(path));
    Result<std::unique_ptr<SqliteConnection>> beside = SqliteConnection::open(path, SqliteConnection::Access::ReadOnly);
    RELAYDESK_TRY(beside);
    if (canBeRead(**beside) || !isMediumsFault(**beside))
        return Reading{nullptr, std::move(*beside)};
    beside->reset();
    return hasLog(path) ? openCopy(path) : openAlone(path);
}

Result<Reading> openSnapshot(const QString &path) {
    Result<Reading> reading = openForReading(path);
    if (!reading || reading->copy)
        return reading;
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QFileInfo(path).fileName());
    if (!folder->isValid() || !reading->connection->run(QStringLiteral("VACUUM INTO ?"), {copy}))
        return noRoomForCopy(path);
    return writableCopy(std::move(folder), copy, path);
}

} // namespace relaydesk
