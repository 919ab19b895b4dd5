// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/schemacheck.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <cmath>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("SchemaCheck", text); }

QString typeOf(const QJsonValue &value) {
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return std::floor(value.toDouble()) == value.toDouble() ? QStringLiteral("integer") : QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    default:
        return QStringLiteral("object");
    }
}

bool isOfType(const QJsonValue &value, const QJsonValue &wanted) {
    const QString type = typeOf(value);
    for (const QJsonValue &one : wanted.isArray() ? wanted.toArray() : QJsonArray{wanted}) {
        if (one.toString() == type || (type == QLatin1String("integer") && one.toString() == QLatin1String("number")))
            return true;
    }
    return false;
}

QString listed(const QJsonValue &names) {
    QStringList texts;
    for (const QJsonValue &name : names.isArray() ? names.toArray() : QJsonArray{names})
        texts.append(name.toString());
    return texts.join(tr(" or "));
}

std::optional<SchemaOffence> outside(const QJsonValue &value, const QJsonObject &schema, const QString &at) {
    const auto limit = [&](const char *key, double otherwise) {
        return schema.value(QLatin1String(key)).toDouble(otherwise);
    };
    if (value.isString() && double(value.toString().size()) > limit("maxLength", HUGE_VAL))
        return SchemaOffence{at, tr("has %1 characters; at most %2 are taken")
                                     .arg(value.toString().size())
                                     .arg(limit("maxLength", 0), 0, 'f', 0)};
    if (value.isString() && double(value.toString().trimmed().size()) < limit("minLength", 0))
        return SchemaOffence{at, tr("must not be empty")};
    if (value.isDouble() && (value.toDouble() < limit("minimum", -HUGE_VAL) ||
                             value.toDouble() > limit("maximum", HUGE_VAL)))
        return SchemaOffence{at, tr("must be from %1 to %2").arg(limit("minimum", -HUGE_VAL)).arg(limit("maximum", HUGE_VAL))};
    if (value.isArray() && double(value.toArray().size()) > limit("maxItems", HUGE_VAL))
        return SchemaOffence{at, tr("has more than %1 entries").arg(limit("maxItems", 0))};
    return std::nullopt;
}

QJsonObject readSchemas() {
    QFile file(QStringLiteral(":/api/schemas.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

const QJsonObject &apiSchemas() {
    static const QJsonObject schemas = readSchemas();
    return schemas;
}

SchemaCheck::Found SchemaCheck::check(const QJsonValue &value, const QString &name) const {
    return checkValue(value, m_schemas.value(name).toObject(), {});
}

SchemaCheck::Found SchemaCheck::checkValue(const QJsonValue &value, const QJsonObject &schema,
                                           const QString &at) const {
    if (const QString reference = schema.value(QStringLiteral("$ref")).toString(); !reference.isEmpty())
        return checkValue(value, m_schemas.value(reference.section(u'/', -1)).toObject(), at);
    const QJsonValue type = schema.value(QStringLiteral("type"));
    if (!type.isUndefined() && !isOfType(value, type))
        return SchemaOffence{at, tr("must be of type %1, not %2").arg(listed(type), typeOf(value))};
    const QJsonValue words = schema.value(QStringLiteral("enum"));
    if (words.isArray() && !words.toArray().contains(value))
        return SchemaOffence{at, tr("must be %1").arg(listed(words))};
    if (const auto found = outside(value, schema, at))
        return found;
    return value.isObject() ? checkObject(value.toObject(), schema, at) : checkItems(value, schema, at);
}

SchemaCheck::Found SchemaCheck::checkObject(const QJsonObject &object, const QJsonObject &schema,
                                            const QString &at) const {
    const QString prefix = at.isEmpty() ? QString() : at + u'.';
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    for (const QJsonValue &name : schema.value(QStringLiteral("required")).toArray()) {
        if (!object.contains(name.toString()))
            return SchemaOffence{prefix + name.toString(), tr("is missing")};
    }
    const bool closed = schema.value(QStringLiteral("additionalProperties")).isBool();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (!properties.contains(field.key())) {
            if (closed)
                return SchemaOffence{prefix + field.key().left(100), tr("is not known here")};
            continue;
        }
        if (const auto found = checkValue(*field, properties.value(field.key()).toObject(), prefix + field.key()))
            return found;
    }
    return std::nullopt;
}

SchemaCheck::Found SchemaCheck::checkItems(const QJsonValue &value, const QJsonObject &schema,
                                           const QString &at) const {
    const QJsonArray items = value.toArray();
    const QJsonObject each = schema.value(QStringLiteral("items")).toObject();
    for (qsizetype i = 0; i < items.size() && !each.isEmpty(); ++i) {
        if (const auto found = checkValue(items.at(i), each, QStringLiteral("%1[%2]").arg(at).arg(i)))
            return found;
    }
    return std::nullopt;
}

} // namespace relaydesk
