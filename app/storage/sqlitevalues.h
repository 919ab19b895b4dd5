// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Values of the desk on their way into a statement: times as milliseconds, enumerations as words, lists as JSON.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/names.h"
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <type_traits>

namespace relaydesk {

QVariant bound(const QString &text);      //!< a null string is stored as an empty one
QVariant bound(const QByteArray &bytes);  //!< likewise
QVariant bound(const QDateTime &time);    //!< milliseconds since 1970 in UTC; invalid: NULL
QVariant bound(const QStringList &texts); //!< a JSON array
QVariant bound(const QJsonArray &array);
QVariant bound(const QJsonObject &object);

template <typename Number>
requires std::is_arithmetic_v<Number> QVariant bound(Number number) { return QVariant(number); }

template <typename Enum>
requires std::is_enum_v<Enum> QVariant bound(Enum value) { return keyOf(value); }

//! An id that names nothing is stored as NULL.
template <typename Tag>
QVariant bound(Id<Tag> id) {
    return id.isValid() ? QVariant(id.value) : QVariant(QMetaType::fromType<qint64>());
}

template <typename... Values>
QVariantList boundAll(const Values &...values) {
    return {bound(values)...};
}

} // namespace relaydesk
