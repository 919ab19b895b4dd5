// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliteopening.h"
#include "app/storage/storagetext.h"
#include <QtCore/QDir>
#include <QtSql/QSqlError>

namespace relaydesk {

namespace {

//! After these SQLite may have rolled the whole transaction back; a broken constraint undoes its own statement alone.
bool endsTransaction(const Failure &failure) {
    return failure.kind == ErrorKind::Storage || failure.kind == ErrorKind::Unavailable ||
           failure.kind == ErrorKind::ReadOnly;
}

} // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const QString &path, OpenMode mode, MigrationSteps steps,
                                                             int waitMs) {
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(truePath(path), mode));
    RELAYDESK_TRY(mode == OpenMode::ReadWrite  ? database->openForWriting(steps, waitMs)
                  : mode == OpenMode::ReadOnly ? database->openReadOnly(steps)
                                               : database->openBeside(steps));
    return database;
}

Result<void> SqliteDatabase::openForWriting(MigrationSteps steps, int waitMs) {
    RELAYDESK_TRY(refuseUnwritable(m_path));
    const Result<int> version = versionAt(m_path);
    RELAYDESK_TRY(version);
    RELAYDESK_TRY(refuseNewer(m_path, *version, steps));
    RELAYDESK_TRY(m_lock.acquire(waitMs));
    auto connection = SqliteConnection::open(m_path, SqliteConnection::Access::ReadWrite);
    RELAYDESK_TRY(connection);
    m_connection = std::move(*connection);
    RELAYDESK_TRY(m_connection->execute(QStringLiteral("PRAGMA journal_mode = WAL")));
    RELAYDESK_TRY(m_connection->execute(QStringLiteral("PRAGMA synchronous = FULL")));
    RELAYDESK_TRY(prepareConnection());
    return migrate(*m_connection, steps, true);
}

Result<void> SqliteDatabase::openReadOnly(MigrationSteps steps) {
    RELAYDESK_TRY(refuseUnreadable(m_path));
    const Result<int> version = versionAt(m_path);
    RELAYDESK_TRY(version);
    RELAYDESK_TRY(refuseNewer(m_path, *version, steps));
    if (*version == 0)
        return failure(ErrorKind::Invalid, StorageText::tr("%1 is empty. Nothing was changed. Choose another file, or "
                                                           "open it for writing to begin with it.")
                                               .arg(QDir::toNativeSeparators(m_path)));
    Result<Reading> reading = *version < newestVersion(steps) ? openSnapshot(m_path) : openForReading(m_path);
    RELAYDESK_TRY(reading);
    m_connection = std::move(reading->connection);
    m_copy = std::move(reading->copy);
    if (m_copy)
        RELAYDESK_TRY(migrate(*m_connection, steps, false));
    RELAYDESK_TRY(prepareConnection());
    return m_connection->execute(QStringLiteral("PRAGMA query_only = ON"));
}

Result<void> SqliteDatabase::openBeside(MigrationSteps steps) {
    RELAYDESK_TRY(refuseUnreadable(m_path));
    RELAYDESK_TRY(refuseUnwritable(m_path));
    const Result<int> version = versionAt(m_path);
    RELAYDESK_TRY(version);
    if (*version != newestVersion(steps))
        return failure(ErrorKind::Unavailable,
                       StorageText::tr("%1 is not of this version, so it can only be written by itself. Nothing was "
                                       "changed. End the program that uses it and try again.")
                           .arg(QDir::toNativeSeparators(m_path)));
    auto connection = SqliteConnection::open(m_path, SqliteConnection::Access::ReadWrite);
    RELAYDESK_TRY(connection);
    m_connection = std::move(*connection);
    RELAYDESK_TRY(m_connection->execute(QStringLiteral("PRAGMA synchronous = FULL")));
    return prepareConnection();
}

Result<void> SqliteDatabase::prepareConnection() {
    // A file from elsewhere must not run functions of its own through its schema.
    RELAYDESK_TRY(m_connection->execute(QStringLiteral("PRAGMA trusted_schema = OFF")));
    RELAYDESK_TRY(m_connection->execute(QStringLiteral("PRAGMA cell_size_check = ON")));
    return m_connection->execute(QStringLiteral("PRAGMA foreign_keys = ON"));
}

Result<void> SqliteDatabase::write(const QString &statement, const QVariantList &values) {
    RELAYDESK_TRY(refuseWriting());
    RELAYDESK_TRY(run(statement, values));
    return {};
}

Result<qint64> SqliteDatabase::insert(const QString &statement, const QVariantList &values) {
    RELAYDESK_TRY(refuseWriting());
    const Result<SqliteAnswer> answer = run(statement, values);
    RELAYDESK_TRY(answer);
    return answer->insertedId();
}

Result<int> SqliteDatabase::change(const QString &statement, const QVariantList &values) {
    RELAYDESK_TRY(refuseWriting());
    const Result<SqliteAnswer> answer = run(statement, values);
    RELAYDESK_TRY(answer);
    return answer->rowsChanged();
}

Result<void> SqliteDatabase::atomically(const std::function<Result<void>()> &change) {
    RELAYDESK_TRY(enter());
    return leave(change());
}

Result<SqliteAnswer> SqliteDatabase::run(const QString &statement, const QVariantList &values) const {
    if (m_doomed)
        return tl::unexpected<Failure>(*m_doomed);
    Result<SqliteAnswer> answer = m_connection->run(statement, values);
    if (!answer && m_depth > 0 && endsTransaction(answer.error()))
        m_doomed = answer.error();
    return answer;
}

Result<void> SqliteDatabase::refuseWriting() const {
    if (m_mode == OpenMode::ReadOnly)
        return failure(ErrorKind::ReadOnly, StorageText::tr("%1 is open for reading only. Nothing was changed. Open it "
                                                            "for writing first.")
                                                .arg(QDir::toNativeSeparators(m_path)));
    if (m_mode == OpenMode::ReadWrite && !m_lock.isHeld())
        return failure(ErrorKind::Unavailable, StorageText::tr("The right to write %1 was given away. Nothing was "
                                                               "changed. Take it again first.")
                                                   .arg(QDir::toNativeSeparators(m_path)));
    return {};
}

Result<void> SqliteDatabase::enter() {
    QString begin = QStringLiteral("SAVEPOINT inside");
    if (m_depth == 0)
        begin = m_mode == OpenMode::ReadOnly ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE");
    if (m_mode == OpenMode::ReadWrite)
        RELAYDESK_TRY(refuseWriting());
    RELAYDESK_TRY(run(begin, {}));
    if (m_depth++ == 0)
        ++m_transaction;
    return {};
}

Result<void> SqliteDatabase::leave(const Result<void> &outcome) {
    if (--m_depth == 0)
        return leaveOutermost(outcome);
    if (!outcome && !m_doomed)
        RELAYDESK_TRY(run(QStringLiteral("ROLLBACK TO inside"), {}));
    RELAYDESK_TRY(run(QStringLiteral("RELEASE inside"), {}));
    return outcome;
}

Result<void> SqliteDatabase::leaveOutermost(const Result<void> &outcome) {
    Result<void> result = m_doomed ? Result<void>(tl::unexpected<Failure>(*m_doomed)) : outcome;
    m_doomed.reset();
    if (result) {
        if (const Result<SqliteAnswer> committed = run(QStringLiteral("COMMIT"), {}); !committed)
            result = tl::unexpected<Failure>(committed.error());
    }
    if (!result)
        (void)run(QStringLiteral("ROLLBACK"), {});
    return result;
}

Failure SqliteDatabase::unknownWord(const QString &word) const {
    return {ErrorKind::Storage,
            StorageText::tr("%1 holds the word “%2”, which this Relaydesk does not know. Nothing was "
                            "changed. Open it with the program that wrote it.")
                .arg(QDir::toNativeSeparators(m_path), word)};
}

} // namespace relaydesk
