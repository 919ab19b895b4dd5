// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/sqlitevalues.h"
#include <QtCore/QJsonDocument>

namespace relaydesk {

QVariant bound(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }

QVariant bound(const QByteArray &bytes) { return bytes.isNull() ? QByteArrayLiteral("") : bytes; }

QVariant bound(const QDateTime &time) {
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QVariant bound(const QStringList &texts) { return bound(QJsonArray::fromStringList(texts)); }

QVariant bound(const QJsonArray &array) {
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QVariant bound(const QJsonObject &object) {
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace relaydesk
