// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitesettingstore.h"
#include "app/storage/sqlitedatabase.h"
#include "app/storage/sqlitevalues.h"

namespace relaydesk {

namespace {

QString takeText(SqliteRow &row) { return row.text(); }

} // namespace

Result<QString> SqliteSettingStore::value(const QString &key) const {
    const auto found =
        m_database.first(QStringLiteral("SELECT value FROM settings WHERE key = ?"), boundAll(key), takeText);
    RELAYDESK_TRY(found);
    return found->value_or(QString());
}

Result<void> SqliteSettingStore::setValue(const QString &key, const QString &value) {
    return m_database.write(QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?)"
                                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                            boundAll(key, value));
}

} // namespace relaydesk
