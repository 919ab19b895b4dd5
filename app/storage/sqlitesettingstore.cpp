// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitesettingstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"

namespace relaydesk {

namespace {

QString takeText(SqliteRow &row) { return row.text(); }

std::pair<QString, QString> takePair(SqliteRow &row) {
    const QString key = row.text();
    return {key, row.text()};
}

} // namespace

Result<void> SqliteSettingStore::readAll() const {
    const auto rows = m_database.all(QStringLiteral("SELECT key, value FROM settings"), {}, takePair);
    RELAYDESK_TRY(rows);
    m_values.clear();
    for (const auto &[key, value] : *rows)
        m_values.insert(key, value);
    m_read = m_database.transaction();
    return {};
}

Result<QString> SqliteSettingStore::value(const QString &key) const {
    const quint64 transaction = m_database.transaction();
    if (transaction != 0 && transaction != m_written) {
        if (transaction != m_read)
            RELAYDESK_TRY(readAll());
        return m_values.value(key);
    }
    const auto found =
        m_database.first(QStringLiteral("SELECT value FROM settings WHERE key = ?"), boundAll(key), takeText);
    RELAYDESK_TRY(found);
    return found->value_or(QString());
}

Result<void> SqliteSettingStore::setValue(const QString &key, const QString &value) {
    m_written = m_database.transaction();
    return m_database.write(QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?)"
                                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                            boundAll(key, value));
}

} // namespace relaydesk
