// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/jsonvalues.h"
#include <QtCore/QLocale>
#include <limits>

namespace relaydesk {

Result<void> JsonValues::onlyHas(const QStringList &keys) const {
    for (const QString &key : m_object.keys()) {
        if (!keys.contains(key))
            return lineFailure(m_line, ExchangeText::tr("the key %1 is none of %2. Rename it or take it out.")
                                           .arg(quoted(key), keys.join(QStringLiteral(", "))));
    }
    return {};
}

Result<QString> JsonValues::text(const QString &key) const {
    const auto value = m_object.value(key);
    if (!value.isString() && !value.isUndefined())
        return wrongType(key, ExchangeText::tr("a text"));
    return value.toString();
}

Result<QJsonArray> JsonValues::list(const QString &key) const {
    const auto value = m_object.value(key);
    if (!value.isArray() && !value.isUndefined())
        return wrongType(key, ExchangeText::tr("a list"));
    return value.toArray();
}

Result<QStringList> JsonValues::texts(const QString &key) const {
    const auto values = list(key);
    RELAYDESK_TRY(values);
    QStringList texts;
    for (const auto &value : *values) {
        if (!value.isString())
            return lineFailure(
                m_line,
                ExchangeText::tr("%1 must be a list of texts, but holds %2.").arg(quoted(key), jsonTypeName(value)));
        texts += value.toString();
    }
    return texts;
}

Result<int> JsonValues::count(const QString &key) const {
    const auto value = m_object.value(key);
    if (value.isUndefined())
        return 0;
    const double number = value.toDouble(-1);
    const bool whole = number >= 0 && number <= std::numeric_limits<int>::max() && number == double(int(number));
    if (!whole)
        return wrongType(key, ExchangeText::tr("a whole number from 0"));
    return int(number);
}

Result<QDateTime> JsonValues::time(const QString &key) const {
    const auto value = text(key);
    RELAYDESK_TRY(value);
    const auto time = QDateTime::fromString(*value, Qt::ISODateWithMs);
    if (m_object.contains(key) && !time.isValid())
        return lineFailure(m_line, ExchangeText::tr("%1 must be a time like 2026-03-02T09:00:00.000Z, not %2.")
                                       .arg(quoted(key), quoted(*value)));
    return time;
}

Result<QString> JsonValues::oneOf(const QString &key, const QStringList &words) const {
    const auto value = text(key);
    RELAYDESK_TRY(value);
    if (!words.contains(*value))
        return lineFailure(m_line, ExchangeText::tr("%1 must be one of %2, not %3.")
                                       .arg(quoted(key), words.join(QStringLiteral(", ")), quoted(*value)));
    return *value;
}

tl::unexpected<Failure> JsonValues::wrongType(const QString &key, const QString &wanted) const {
    return lineFailure(
        m_line, ExchangeText::tr("%1 must be %2, not %3.").arg(quoted(key), wanted, jsonTypeName(m_object.value(key))));
}

QString jsonTypeName(const QJsonValue &value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return ExchangeText::tr("true or false");
    case QJsonValue::Double:
        return ExchangeText::tr("the number %1").arg(QLocale::c().toString(value.toDouble(), 'g', 15));
    case QJsonValue::String:
        return ExchangeText::tr("a text");
    case QJsonValue::Array:
        return ExchangeText::tr("a list");
    case QJsonValue::Object:
        return ExchangeText::tr("an object");
    default:
        return ExchangeText::tr("null");
    }
}

} // namespace relaydesk
