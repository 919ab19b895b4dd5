// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The conditions of a filter, joined to the end of a SELECT, with the values they compare with.
#pragma once
#include <QtCore/QStringList>
#include <QtCore/QVariant>

namespace relaydesk {

class SqliteConditions {
  public:
    void add(const QString &condition) { m_conditions.append(condition); }
    void add(const QString &condition, const QVariant &value) {
        m_conditions.append(condition);
        m_values.append(value);
    }
    void add(const QString &condition, const QVariantList &values) {
        m_conditions.append(condition);
        m_values.append(values);
    }
    //! One of `words`; nothing is asked where there are none.
    void addOneOf(const QString &column, const QVariantList &words) {
        if (words.isEmpty())
            return;
        const QStringList marks(words.size(), QStringLiteral("?"));
        m_conditions.append(QStringLiteral("%1 IN (%2)").arg(column, marks.join(QLatin1Char(','))));
        m_values.append(words);
    }

    QString where() const {
        return m_conditions.isEmpty() ? QString()
                                      : QStringLiteral(" WHERE ") + m_conditions.join(QStringLiteral(" AND "));
    }
    const QVariantList &values() const { return m_values; }

  private:
    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace relaydesk
