// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/openapi.h"
#include "app/api/apiplace.h"
#include "app/api/docspage.h"
#include "app/api/schemacheck.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <memory>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

QJsonObject reference(const QString &schema) {
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + schema}};
}

QJsonObject content(const QString &type, const QJsonObject &schema) {
    return {{type, QJsonObject{{QStringLiteral("schema"), schema}}}};
}

QJsonArray parametersOf(const Route &route) {
    QJsonArray parameters;
    static const QRegularExpression name(QStringLiteral("\\{(\\w+)\\}"));
    for (auto found = name.globalMatch(route.path); found.hasNext();)
        parameters.append(
            QJsonObject{{QStringLiteral("name"), found.next().captured(1)},
                        {QStringLiteral("in"), QStringLiteral("path")},
                        {QStringLiteral("required"), true},
                        {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}});
    for (const QueryParameter &parameter : route.query)
        parameters.append(
            QJsonObject{{QStringLiteral("name"), parameter.name},
                        {QStringLiteral("in"), QStringLiteral("query")},
                        {QStringLiteral("description"), parameter.summary},
                        {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), parameter.type}}}});
    if (route.creates)
        parameters.append(QJsonObject{
            {QStringLiteral("name"), QStringLiteral("Idempotency-Key")},
            {QStringLiteral("in"), QStringLiteral("header")},
            {QStringLiteral("description"), tr("The same call again gets the same answer and is done once.")},
            {QStringLiteral("schema"), QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}}});
    return parameters;
}

QJsonObject bodyOf(const Route &route) {
    QJsonObject types;
    if (!route.takes.isEmpty())
        types = content(QStringLiteral("application/json"), reference(route.takes));
    for (const QByteArray &type : route.contentTypes)
        types.insert(QString::fromLatin1(type), QJsonObject{});
    return {{QStringLiteral("content"), types}};
}

QJsonObject responsesOf(const Route &route) {
    QJsonObject good{{QStringLiteral("description"), QString::fromLatin1(phraseOf(route.success))}};
    if (!route.gives.isEmpty())
        good.insert(QStringLiteral("content"), content(QStringLiteral("application/json"), reference(route.gives)));
    else if (!route.type.isEmpty())
        good.insert(QStringLiteral("content"), QJsonObject{{QString::fromLatin1(route.type), QJsonObject{}}});
    return {{QString::number(route.success), good},
            {QStringLiteral("default"),
             QJsonObject{{QStringLiteral("description"), tr("Why it was not done, as problem details (RFC 9457).")},
                         {QStringLiteral("content"),
                          content(QStringLiteral("application/problem+json"), reference(QStringLiteral("Problem")))}}}};
}

QJsonArray securityOf(const Route &route) {
    const auto with = [](const char *scheme) { return QJsonObject{{QLatin1String(scheme), QJsonArray()}}; };
    switch (route.access) {
    case Access::Everybody:
        return {};
    case Access::Customer:
        return {with("session"), with("key")};
    case Access::Key:
        return {with("key")};
    }
    return {};
}

QJsonObject operationOf(const Route &route) {
    QJsonObject operation{{QStringLiteral("summary"), route.summary},
                          {QStringLiteral("parameters"), parametersOf(route)},
                          {QStringLiteral("responses"), responsesOf(route)},
                          {QStringLiteral("security"), securityOf(route)}};
    if (!route.takes.isEmpty() || !route.contentTypes.isEmpty())
        operation.insert(QStringLiteral("requestBody"), bodyOf(route));
    return operation;
}

} // namespace

QJsonObject openApi(const QVector<Route> &routes) {
    QJsonObject paths;
    for (const Route &route : routes) {
        QJsonObject path = paths.value(route.path).toObject();
        path.insert(QString::fromLatin1(route.method.toLower()), operationOf(route));
        paths.insert(route.path, path);
    }
    const QJsonObject bearer{{QStringLiteral("type"), QStringLiteral("http")},
                             {QStringLiteral("scheme"), QStringLiteral("bearer")}};
    return {{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
            {QStringLiteral("info"), QJsonObject{{QStringLiteral("title"), QStringLiteral("Relaydesk")},
                                                 {QStringLiteral("version"), QStringLiteral(RELAYDESK_VERSION)}}},
            {QStringLiteral("paths"), paths},
            {QStringLiteral("components"),
             QJsonObject{{QStringLiteral("schemas"), apiSchemas()},
                         {QStringLiteral("securitySchemes"),
                          QJsonObject{{QStringLiteral("key"), bearer}, {QStringLiteral("session"), bearer}}}}}};
}

QVector<Route> descriptionRoutes(const QVector<Route> &others) {
    QVector<Route> own{
        {.method = "GET",
         .path = QStringLiteral("/openapi.json"),
         .summary = tr("This API, for programs."),
         .gives = QStringLiteral("Description")},
        {.method = "GET", .path = QStringLiteral("/docs"), .summary = tr("This API, for people."), .type = "text/html"},
    };
    const auto all = std::make_shared<const QVector<Route>>(others + own);
    own[0].handler = [all](ApiCall &) { return Handled<ApiAnswer>(jsonAnswer(openApi(*all))); };
    own[1].handler = [all](ApiCall &) {
        return Handled<ApiAnswer>(
            ApiAnswer{{200,
                       "text/html; charset=utf-8",
                       docsPage(*all),
                       {{"Content-Security-Policy",
                         "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'"}}}});
    };
    return own;
}

} // namespace relaydesk
