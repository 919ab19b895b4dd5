// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliteaccessstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqliterows.h"
#include "app/storage/sqlitevalues.h"
#include "app/storage/storagetext.h"

namespace relaydesk {

namespace {

const auto selection =
    QStringLiteral("SELECT id, name, role, lookup, salt, digest, created_at, used_at, revoked_at FROM access_keys");

AccessKey takeKey(SqliteRow &row) {
    return {.id = row.id<AccessKeyId>(),
            .name = row.text(),
            .role = row.word<KeyRole>(),
            .lookup = row.text(),
            .salt = row.bytes(),
            .digest = row.bytes(),
            .createdAt = row.time(),
            .usedAt = row.time(),
            .revokedAt = row.time()};
}

KeptAnswer takeAnswer(SqliteRow &row) {
    return {.scope = row.text(),
            .key = row.text(),
            .digest = row.bytes(),
            .status = row.number(),
            .message = row.integer(),
            .headers = row.bytes(),
            .body = row.bytes(),
            .at = row.time()};
}

Failure noKey(AccessKeyId id) {
    return {ErrorKind::NotFound, StorageText::tr("There is no key %1 in the database.").arg(id.value)};
}

} // namespace

Result<AccessKeyId> SqliteAccessStore::save(const AccessKey &key) {
    const auto insert = QStringLiteral("INSERT INTO access_keys (name, role, lookup, salt, digest, created_at, used_at,"
                                       " revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const auto update = QStringLiteral("UPDATE access_keys SET name = ?, role = ?, lookup = ?, salt = ?, digest = ?,"
                                       " created_at = ?, used_at = ?, revoked_at = ? WHERE id = ?");
    return saveRow(m_database, key.id, insert, update,
                   boundAll(key.name, key.role, key.lookup, key.salt, key.digest, key.createdAt, key.usedAt,
                            key.revokedAt),
                   noKey);
}

Result<QVector<AccessKey>> SqliteAccessStore::keys() const {
    return m_database.all(selection + QStringLiteral(" ORDER BY id"), {}, takeKey);
}

Result<std::optional<AccessKey>> SqliteAccessStore::keyCalled(const QString &lookup) const {
    return m_database.first(selection + QStringLiteral(" WHERE lookup = ?"), boundAll(lookup), takeKey);
}

Result<void> SqliteAccessStore::keep(const KeptAnswer &answer) {
    return m_database.write(
        QStringLiteral("INSERT INTO kept_answers (scope, key, digest, status, message, headers, body, at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (scope, key) DO UPDATE SET"
                       " digest = excluded.digest, status = excluded.status, message = excluded.message,"
                       " headers = excluded.headers, body = excluded.body, at = excluded.at"),
        boundAll(answer.scope, answer.key, answer.digest, answer.status, answer.message, answer.headers, answer.body,
                 answer.at));
}

Result<std::optional<KeptAnswer>> SqliteAccessStore::kept(const QString &scope, const QString &key) const {
    return m_database.first(QStringLiteral("SELECT scope, key, digest, status, message, headers, body, at"
                                           " FROM kept_answers WHERE scope = ? AND key = ?"),
                            boundAll(scope, key), takeAnswer);
}

Result<void> SqliteAccessStore::forgetBefore(const QDateTime &time) {
    return m_database.write(QStringLiteral("DELETE FROM kept_answers WHERE at < ?"), boundAll(time));
}

} // namespace relaydesk
