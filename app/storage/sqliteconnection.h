// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One connection to one SQLite file: single statements with bound values, prepared once each. Used by one thread.
#pragma once
#include "app/storage/sqliterow.h"
#include "models/domain/result.h"
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <memory>
#include <unordered_map>
#include <utility>

struct sqlite3;

namespace relaydesk {

//! The rows of one statement, stepped through from first to last; the statement is free again when this goes.
class SqliteAnswer {
  public:
    explicit SqliteAnswer(QSqlQuery &query) : m_query(&query) {}
    SqliteAnswer(SqliteAnswer &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    SqliteAnswer &operator=(SqliteAnswer &&) = delete;
    ~SqliteAnswer();

    bool next() { return m_query->next(); }
    SqliteRow row() const { return SqliteRow(*m_query); }
    QSqlError error() const { return m_query->lastError(); } //!< of the last next(), where it ended early
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }
    int rowsChanged() const { return m_query->numRowsAffected(); }

  private:
    QSqlQuery *m_query;
};

class SqliteConnection {
  public:
    enum class Access {
        ReadWrite, //!< made where there is none
        ReadOnly,  //!< sees what a writer beside it commits
        Immutable, //!< touches nothing but the file; only for one that nobody changes
    };
    //! SQLite looks into the file at the first statement, not here. Sentences speak of `shownAs`, if given.
    static Result<std::unique_ptr<SqliteConnection>> open(const QString &path, Access access,
                                                          const QString &shownAs = {});
    ~SqliteConnection();

    //! Runs a statement that is kept prepared. One answer of the same statement at a time.
    Result<SqliteAnswer> run(const QString &statement, const QVariantList &values = {});
    //! Runs a statement once, without values and without looking at rows: schema and pragmas.
    Result<void> execute(const QString &statement);
    //! The first column of the first row; 0 without a row.
    Result<qint64> number(const QString &statement);

    const QString &path() const { return m_path; } //!< as sentences speak of it
    Failure failed(const QSqlError &error);        //!< as a sentence; its code is remembered
    sqlite3 *native() const;                       //!< the same connection, as SQLite's own functions take it
    int lastCode() const { return m_lastCode; }    //!< SQLite's primary code of the last failure

  private:
    SqliteConnection(QString name, QString path) : m_name(std::move(name)), m_path(std::move(path)) {}
    Result<QSqlQuery *> prepared(const QString &statement);

    QString m_name;
    QString m_path;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    int m_lastCode = 0;
};

} // namespace relaydesk
