// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One row of an answer, read column after column in the order the statement names them.
#pragma once
#include "models/domain/names.h"
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <QtSql/QSqlQuery>

namespace relaydesk {

class SqliteRow {
  public:
    explicit SqliteRow(const QSqlQuery &query) : m_query(query) {}

    qint64 integer() { return next().toLongLong(); }
    int number() { return next().toInt(); }
    bool flag() { return next().toInt() != 0; }
    double real() { return next().toDouble(); }
    QString text() { return next().toString(); }
    QByteArray bytes() { return next().toByteArray(); }
    QDateTime time(); //!< UTC; invalid for NULL
    QStringList texts();
    QJsonArray array();
    QJsonObject object();

    template <typename AnyId>
    AnyId id() {
        return AnyId{integer()};
    }

    template <typename Enum>
    Enum word() {
        const QString key = text();
        const std::optional<Enum> value = fromKey<Enum>(key);
        if (!value)
            m_unknownWord = key;
        return value.value_or(Enum{});
    }

    //! A word this version has no value for: the row was written by something else. Null while all is well.
    const QString &unknownWord() const { return m_unknownWord; }

  private:
    QVariant next() { return m_query.value(m_column++); }

    const QSqlQuery &m_query;
    int m_column = 0;
    QString m_unknownWord;
};

} // namespace relaydesk
