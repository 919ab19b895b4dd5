// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes typed values out of one JSON object and says in a sentence what is wrong with them.
#pragma once
#include "models/domain/names.h"
#include "models/domain/result.h"
#include "models/exchange/textfile.h"
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <array>

namespace relaydesk {

class JsonValues {
  public:
    JsonValues(QJsonObject object, int line) : m_object(std::move(object)), m_line(line) {}

    //! Fails at the first key that is none of these.
    Result<void> onlyHas(const QStringList &keys) const;
    //! Each gives the default where the key is missing, and fails where the value has another type.
    Result<QString> text(const QString &key) const;
    Result<QStringList> texts(const QString &key) const;
    Result<QJsonArray> list(const QString &key) const;
    Result<int> count(const QString &key) const;
    Result<QDateTime> time(const QString &key) const;
    template <typename Enum>
    Result<Enum> word(const QString &key, Enum missing) const;

  private:
    Result<QString> oneOf(const QString &key, const QStringList &words) const;
    tl::unexpected<Failure> wrongType(const QString &key, const QString &wanted) const;

    QJsonObject m_object;
    int m_line;
};

//! "a number", "a list" …
QString jsonTypeName(const QJsonValue &value);

template <typename Enum>
Result<Enum> JsonValues::word(const QString &key, Enum missing) const {
    if (!m_object.contains(key))
        return missing;
    QStringList words;
    for (const auto &name : Names<Enum>::all)
        words += QString::fromLatin1(name.key);
    const auto found = oneOf(key, words);
    RELAYDESK_TRY(found);
    return fromKey<Enum>(*found).value_or(missing);
}

} // namespace relaydesk
