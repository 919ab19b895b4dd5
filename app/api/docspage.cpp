// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/docspage.h"
#include "app/api/schemacheck.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

QString rolesOf(const Route &route) {
    QStringList roles;
    for (const KeyRole role : route.roles)
        roles.append(keyOf(role));
    switch (route.access) {
    case Access::Everybody:
        return tr("everybody");
    case Access::Customer:
        return tr("the session's own id, or a key: agent, customer-app");
    case Access::Key:
        return tr("key: %1").arg(roles.join(QStringLiteral(", ")));
    }
    return {};
}

QString linkTo(const QString &schema) {
    return schema.isEmpty() ? QString() : QStringLiteral("<a href=\"#%1\">%1</a>").arg(schema.toHtmlEscaped());
}

QString bodyOf(const Route &route) {
    QStringList types;
    for (const QByteArray &type : route.contentTypes)
        types.append(QString::fromLatin1(type).toHtmlEscaped());
    return route.takes.isEmpty() ? types.join(QStringLiteral(", ")) : linkTo(route.takes);
}

QString answerOf(const Route &route) {
    const QString what = route.gives.isEmpty() ? QString::fromLatin1(route.type).toHtmlEscaped() : linkTo(route.gives);
    return QStringLiteral("%1 %2").arg(route.success).arg(what);
}

QString parametersOf(const Route &route) {
    QString text;
    for (const QueryParameter &parameter : route.query)
        text += QStringLiteral("<br><code>?%1=</code> %2")
                    .arg(parameter.name.toHtmlEscaped(), parameter.summary.toHtmlEscaped());
    return text;
}

QString rowOf(const Route &route) {
    const QStringList cells{QString::fromLatin1(route.method),
                            QStringLiteral("<code>%1</code>").arg(route.path.toHtmlEscaped()),
                            route.summary.toHtmlEscaped() + parametersOf(route),
                            rolesOf(route).toHtmlEscaped(),
                            bodyOf(route),
                            answerOf(route)};
    return QStringLiteral("<tr><td>") + cells.join(QStringLiteral("</td><td>")) + QStringLiteral("</td></tr>\n");
}

//! As "string or null", "low, normal or high", "list of Message".
QString kindOf(const QJsonObject &field) {
    if (const QString other = field.value(QStringLiteral("$ref")).toString(); !other.isEmpty())
        return linkTo(other.section(u'/', -1));
    QStringList words;
    const QJsonValue kinds =
        field.value(field.contains(QStringLiteral("enum")) ? QStringLiteral("enum") : QStringLiteral("type"));
    for (const QJsonValue &kind : kinds.isArray() ? kinds.toArray() : QJsonArray{kinds})
        words.append(kind.toVariant().toString().toHtmlEscaped());
    QString text = words.join(tr(" or "));
    if (field.contains(QStringLiteral("items")))
        text = tr("list of %1").arg(kindOf(field.value(QStringLiteral("items")).toObject()));
    if (const auto inner = field.value(QStringLiteral("properties")).toObject().keys(); !inner.isEmpty())
        text += tr(" of %1").arg(inner.join(QStringLiteral(", ")));
    return text;
}

QString limitsOf(const QJsonObject &field) {
    const auto with = [&](const char *key, const QString &text) {
        const QJsonValue value = field.value(QLatin1String(key));
        return value.isDouble() ? text.arg(value.toInteger()) : QString();
    };
    QStringList limits{with("minimum", tr("from %1")), with("maximum", tr("to %1")),
                       with("maxLength", tr("at most %1 characters")), with("maxItems", tr("at most %1 entries")),
                       field.value(QStringLiteral("description")).toString().toHtmlEscaped()};
    limits.removeAll(QString());
    return limits.join(QStringLiteral(", "));
}

QString tableOf(const QString &name, const QJsonObject &schema) {
    const QJsonArray required = schema.value(QStringLiteral("required")).toArray();
    const QJsonObject fields = schema.value(QStringLiteral("properties")).toObject();
    QString rows;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        rows +=
            QStringLiteral("<tr><td><code>%1</code></td><td>%2</td><td>%3</td><td>%4</td></tr>\n")
                .arg(field.key().toHtmlEscaped(), kindOf(field->toObject()),
                     required.contains(field.key()) ? tr("always") : tr("may be missing"), limitsOf(field->toObject()));
    return QStringLiteral("<h3 id=\"%1\">%1</h3><table><tbody>\n%2</tbody></table>\n").arg(name.toHtmlEscaped(), rows);
}

} // namespace

QByteArray docsPage(const QVector<Route> &routes) {
    QString rows, tables;
    for (const Route &route : routes)
        rows += rowOf(route);
    const QJsonObject &schemas = apiSchemas();
    for (auto schema = schemas.begin(); schema != schemas.end(); ++schema)
        tables += tableOf(schema.key(), schema->toObject());
    QString heads;
    for (const QString &head : {tr("Method"), tr("Path"), tr("What it does"), tr("Who may"), tr("Body"), tr("Answer")})
        heads += QStringLiteral("<th>%1</th>").arg(head);
    return QStringLiteral(
               "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Relaydesk API</title>"
               "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"/icon.svg\">"
               "<link rel=\"stylesheet\" href=\"/docs.css\"></head><body><h1>Relaydesk API</h1><p>%1</p>"
               "<table><thead><tr>%2</tr></thead><tbody>\n%3</tbody></table><h2>%4</h2>\n%5</body></html>\n")
        .arg(
            tr("Machines read <a href=\"/openapi.json\">/openapi.json</a>. A key travels as Authorization: Bearer KEY; "
               "errors are application/problem+json, as <a href=\"#Problem\">Problem</a>."),
            heads, rows, tr("What is sent and answered"), tables)
        .toUtf8();
}

} // namespace relaydesk
