// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's database: opened as today's schema or not at all, written in transactions, by the holder of its lock.
#pragma once
#include "app/storage/migrations.h"
#include "app/storage/sqliteconnection.h"
#include "app/storage/writelock.h"
#include <QtCore/QTemporaryDir>
#include <QtCore/QVector>
#include <functional>
#include <optional>

namespace relaydesk {

//! Beside: writes without the lock, next to the program that holds it; only for what that program keeps no copy of.
enum class OpenMode { ReadWrite, ReadOnly, Beside };

class SqliteDatabase {
  public:
    //! ReadWrite makes a missing database, brings an old one up to date and holds the write lock from then on, waiting
    //! at most `waitMs` for it. Beside refuses any database that is not of today's version. ReadOnly writes nothing; an
    //! old database is read through a temporary copy. Where it is refused the file is as it was, byte by byte. The
    //! database belongs to the thread that opens it.
    static Result<std::unique_ptr<SqliteDatabase>> open(const QString &path, OpenMode mode, MigrationSteps steps,
                                                        int waitMs = 0);

    Result<void> write(const QString &statement, const QVariantList &values = {});
    Result<qint64> insert(const QString &statement, const QVariantList &values = {}); //!< the row's number
    Result<int> change(const QString &statement, const QVariantList &values = {});    //!< how many rows it met

    //! `take` makes one value of each row.
    template <typename Value>
    Result<QVector<Value>> all(const QString &statement, const QVariantList &values, Value (*take)(SqliteRow &)) const;
    template <typename Value>
    Result<std::optional<Value>> first(const QString &statement, const QVariantList &values,
                                       Value (*take)(SqliteRow &)) const;

    //! In one transaction. Inside of another one the outer one commits; a `change` that fails is undone in any case.
    Result<void> atomically(const std::function<Result<void>()> &change);

    //! May be given away between transactions, so that two programs take turns; writing needs it back.
    WriteLock &writeLock() { return m_lock; }
    const QString &path() const { return m_path; }
    //! A number of the transaction that runs; 0 outside of one. What is read in it stays true until it ends, but for
    //! what is written in it.
    quint64 transaction() const { return m_depth > 0 ? m_transaction : 0; }
    OpenMode mode() const { return m_mode; }

  private:
    SqliteDatabase(QString path, OpenMode mode) : m_path(std::move(path)), m_mode(mode), m_lock(m_path) {}
    Result<void> openForWriting(MigrationSteps steps, int waitMs);
    Result<void> openReadOnly(MigrationSteps steps);
    Result<void> openBeside(MigrationSteps steps);
    Result<void> prepareConnection();

    Result<SqliteAnswer> run(const QString &statement, const QVariantList &values) const;
    Result<void> refuseWriting() const;
    Result<void> enter();
    Result<void> leave(const Result<void> &outcome);
    Result<void> leaveOutermost(const Result<void> &outcome);
    Failure unknownWord(const QString &word) const;
    template <typename Value>
    Result<void> each(const QString &statement, const QVariantList &values, Value (*take)(SqliteRow &),
                      const std::function<bool(Value &&)> &with) const;

    QString m_path;
    OpenMode m_mode;
    WriteLock m_lock;
    std::unique_ptr<QTemporaryDir> m_copy;
    std::unique_ptr<SqliteConnection> m_connection;
    int m_depth = 0;                         //!< of transactions
    quint64 m_transaction = 0;               //!< counts the outermost ones
    mutable std::optional<Failure> m_doomed; //!< why SQLite may have ended the transaction by itself
};

template <typename Value>
Result<void> SqliteDatabase::each(const QString &statement, const QVariantList &values, Value (*take)(SqliteRow &),
                                  const std::function<bool(Value &&)> &with) const {
    Result<SqliteAnswer> answer = run(statement, values);
    RELAYDESK_TRY(answer);
    while (answer->next()) {
        SqliteRow row = answer->row();
        Value value = take(row);
        if (!row.unknownWord().isNull())
            return tl::unexpected<Failure>(unknownWord(row.unknownWord()));
        if (!with(std::move(value)))
            return {};
    }
    if (answer->error().isValid())
        return tl::unexpected<Failure>(m_connection->failed(answer->error()));
    return {};
}

template <typename Value>
Result<QVector<Value>> SqliteDatabase::all(const QString &statement, const QVariantList &values,
                                           Value (*take)(SqliteRow &)) const {
    QVector<Value> found;
    RELAYDESK_TRY(each<Value>(statement, values, take, [&found](Value &&value) {
        found.append(std::move(value));
        return true;
    }));
    return found;
}

template <typename Value>
Result<std::optional<Value>> SqliteDatabase::first(const QString &statement, const QVariantList &values,
                                                   Value (*take)(SqliteRow &)) const {
    std::optional<Value> found;
    RELAYDESK_TRY(each<Value>(statement, values, take, [&found](Value &&value) {
        found = std::move(value);
        return false;
    }));
    return found;
}

} // namespace relaydesk
