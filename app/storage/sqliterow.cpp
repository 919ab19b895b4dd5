// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqliterow.h"
#include <QtCore/QJsonDocument>

namespace relaydesk {

QDateTime SqliteRow::time() {
    const QVariant value = next();
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QStringList SqliteRow::texts() {
    QStringList texts;
    const QJsonArray values = array();
    for (const QJsonValue &value : values)
        texts.append(value.toString());
    return texts;
}

QJsonArray SqliteRow::array() { return QJsonDocument::fromJson(text().toUtf8()).array(); }

QJsonObject SqliteRow::object() { return QJsonDocument::fromJson(text().toUtf8()).object(); }

} // namespace relaydesk
