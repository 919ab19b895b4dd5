// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteconnection.h"
#include "app/storage/sqlitefailure.h"
#include "app/storage/storagetext.h"
#include <QtCore/QUrl>
#include <QtCore/QUuid>
#include <QtSql/QSqlDriver>

namespace relaydesk {

namespace {

constexpr auto driver = "QSQLITE";

QString databaseName(const QString &path, SqliteConnection::Access access) {
    QString name = QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    if (access == SqliteConnection::Access::Immutable)
        name += QStringLiteral("?immutable=1");
    return name;
}

QString options(SqliteConnection::Access access) {
    const QString always = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000");
    return access == SqliteConnection::Access::ReadWrite ? always : always + QStringLiteral(";QSQLITE_OPEN_READONLY");
}

} // namespace

SqliteAnswer::~SqliteAnswer() {
    if (m_query)
        m_query->finish();
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path, Access access,
                                                                 const QString &shownAs) {
    const QString driverName = QLatin1String(driver);
    if (!QSqlDatabase::isDriverAvailable(driverName))
        return failure(ErrorKind::Storage, StorageText::tr("Qt's driver for SQLite is missing. Nothing was changed. "
                                                           "Install the package libqt6sql6-sqlite."));
    const QString name = QStringLiteral("relaydesk-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(name, shownAs.isEmpty() ? path : shownAs));
    connection->m_database = QSqlDatabase::addDatabase(driverName, name);
    connection->m_database.setConnectOptions(options(access));
    connection->m_database.setDatabaseName(databaseName(path, access));
    if (!connection->m_database.open())
        return tl::unexpected<Failure>(connection->failed(connection->m_database.lastError()));
    return connection;
}

SqliteConnection::~SqliteConnection() {
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

sqlite3 *SqliteConnection::native() const {
    return *static_cast<sqlite3 *const *>(m_database.driver()->handle().constData());
}

Result<SqliteAnswer> SqliteConnection::run(const QString &statement, const QVariantList &values) {
    const Result<QSqlQuery *> query = prepared(statement);
    RELAYDESK_TRY(query);
    for (int i = 0; i < values.size(); ++i)
        (*query)->bindValue(i, values.at(i));
    if (!(*query)->exec()) {
        const Failure failure = failed((*query)->lastError());
        (*query)->finish();
        return tl::unexpected<Failure>(failure);
    }
    return SqliteAnswer(**query);
}

Result<void> SqliteConnection::execute(const QString &statement) {
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return tl::unexpected<Failure>(failed(query.lastError()));
    return {};
}

Result<qint64> SqliteConnection::number(const QString &statement) {
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return tl::unexpected<Failure>(failed(query.lastError()));
    return query.next() ? query.value(0).toLongLong() : 0;
}

Failure SqliteConnection::failed(const QSqlError &error) {
    m_lastCode = sqliteCode(error);
    return sqliteFailure(error, m_path);
}

Result<QSqlQuery *> SqliteConnection::prepared(const QString &statement) {
    const auto known = m_prepared.find(statement);
    if (known != m_prepared.end())
        return &known->second;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected<Failure>(failed(query.lastError()));
    return &m_prepared.emplace(statement, std::move(query)).first->second;
}

} // namespace relaydesk
