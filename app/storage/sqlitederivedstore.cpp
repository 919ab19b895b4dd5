// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitederivedstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"

namespace relaydesk {

namespace {

using Vector = std::pair<QByteArray, QByteArray>; // digest and bytes

Vector takeVector(SqliteRow &row) {
    QByteArray digest = row.bytes();
    return {std::move(digest), row.bytes()};
}

QByteArray takeBytes(SqliteRow &row) { return row.bytes(); }

} // namespace

Result<QHash<QByteArray, QByteArray>> SqliteDerivedStore::vectors(const QString &encoder) const {
    const auto query = QStringLiteral("SELECT digest, bytes FROM vectors WHERE encoder = ?");
    const Result<QVector<Vector>> found = m_database.all(query, boundAll(encoder), takeVector);
    RELAYDESK_TRY(found);
    QHash<QByteArray, QByteArray> vectors;
    vectors.reserve(found->size());
    for (const Vector &vector : *found)
        vectors.insert(vector.first, vector.second);
    return vectors;
}

Result<void> SqliteDerivedStore::saveVectors(const QString &encoder, const QHash<QByteArray, QByteArray> &vectors) {
    return m_database.atomically([&]() -> Result<void> {
        const auto upsert = QStringLiteral("INSERT INTO vectors (encoder, digest, bytes) VALUES (?, ?, ?)"
                                           " ON CONFLICT (encoder, digest) DO UPDATE SET bytes = excluded.bytes");
        for (auto vector = vectors.cbegin(); vector != vectors.cend(); ++vector)
            RELAYDESK_TRY(m_database.write(upsert, boundAll(encoder, vector.key(), vector.value())));
        return {};
    });
}

Result<QByteArray> SqliteDerivedStore::state(const QString &key) const {
    const auto found =
        m_database.first(QStringLiteral("SELECT bytes FROM states WHERE key = ?"), boundAll(key), takeBytes);
    RELAYDESK_TRY(found);
    return found->value_or(QByteArray());
}

Result<void> SqliteDerivedStore::saveState(const QString &key, const QByteArray &bytes) {
    return m_database.write(QStringLiteral("INSERT INTO states (key, bytes) VALUES (?, ?)"
                                           " ON CONFLICT (key) DO UPDATE SET bytes = excluded.bytes"),
                            boundAll(key, bytes));
}

} // namespace relaydesk
