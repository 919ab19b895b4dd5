// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Holds a JSON value against a JSON Schema: the part of it that the API's own schemas use.
#pragma once
#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <optional>

namespace relaydesk {

struct SchemaOffence {
    QString field;    //!< as "tickets[0].status"; empty: the value itself
    QString sentence; //!< for the one who sent it
};

//! type, enum, properties, required, additionalProperties (false), items, minLength, maxLength, minimum, maximum,
//! maxItems, and $ref to a schema of the API.
class SchemaCheck {
  public:
    explicit SchemaCheck(const QJsonObject &schemas) : m_schemas(schemas) {}
    //! The first offence of `value` against the schema of that name, if there is one.
    std::optional<SchemaOffence> check(const QJsonValue &value, const QString &name) const;

  private:
    using Found = std::optional<SchemaOffence>;
    Found checkValue(const QJsonValue &value, const QJsonObject &schema, const QString &at) const;
    Found checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &at) const;
    Found checkItems(const QJsonValue &value, const QJsonObject &schema, const QString &at) const;

    QJsonObject m_schemas;
};

//! All schemas of the API by name, as in the "components" of its description.
const QJsonObject &apiSchemas();

} // namespace relaydesk
