// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API before a desk with a little knowledge; every answer is held against the API's own description.
#pragma once
#include "app/api/accesskeys.h"
#include "app/api/restapi.h"
#include "tests/support/deskroom.h"
#include "tests/support/memoryaccessstore.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

namespace relaydesk {

inline QJsonObject objectOf(const ApiResponse &response) { return QJsonDocument::fromJson(response.body).object(); }

class ApiRoom {
  public:
    explicit ApiRoom(bool hasModel = true, const QStringList &origins = {})
        : room(hasModel)
        , place{*room.desk, access, UploadStore(folder.filePath(QStringLiteral("files"))), origins, RateLimiter(60)}
        , api(place) {
        agent = key(QStringLiteral("Dana Ortiz"), KeyRole::Agent);
        analyst = key(QStringLiteral("Ana Lyst"), KeyRole::Analyst);
        app = key(QStringLiteral("Shop"), KeyRole::CustomerApp);
    }

    QByteArray key(const QString &name, KeyRole role) {
        const MadeKey made = makeKey(name, role, room.clock.now());
        static_cast<void>(access.save(made.key));
        return made.text.toLatin1();
    }

    ApiAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                   const ApiHeaders &headers = {}) {
        ApiRequest request{method, target, headers, body, QStringLiteral("192.0.2.7")};
        if (!body.isEmpty() && request.header("Content-Type").isEmpty())
            request.headers.emplaceBack("Content-Type", "application/json");
        ApiAnswer answer = api.handle(request);
        if (!answer.wait && !answer.stream)
            compare(request, answer.response);
        return answer;
    }
    ApiResponse get(const QByteArray &target, const QByteArray &bearer = {}) {
        return call("GET", target, {}, bearerOf(bearer)).response;
    }
    ApiResponse post(const QByteArray &target, const QJsonObject &body, const QByteArray &bearer = {},
                     const QByteArray &idempotency = {}) {
        ApiHeaders headers = bearerOf(bearer);
        if (!idempotency.isEmpty())
            headers.emplaceBack("Idempotency-Key", idempotency);
        return call("POST", target, QJsonDocument(body).toJson(), headers).response;
    }
    QString session() { return objectOf(get("/api/session")).value(QStringLiteral("sessionId")).toString(); }
    QJsonObject say(const QString &session, const QString &message) {
        return objectOf(
            post("/api/chat", {{QStringLiteral("sessionId"), session}, {QStringLiteral("message"), message}}));
    }
    ConversationId conversation(const QString &session) {
        return place.stores().conversations.conversations({{}, {}, session, 1})->first().id;
    }
    static ApiHeaders bearerOf(const QByteArray &bearer) {
        return bearer.isEmpty() ? ApiHeaders{} : ApiHeaders{{"Authorization", "Bearer " + bearer}};
    }

    DeskRoom room;
    MemoryAccessStore access;
    QTemporaryDir folder;
    ApiPlace place;
    RestApi api;
    QByteArray agent, analyst, app;
    QStringList offences; //!< answers that are not as the description says

  private:
    void compare(const ApiRequest &request, const ApiResponse &response) {
        const auto route = api.routes().find(request.method, request.path()).route;
        const QString where = QString::fromLatin1(request.method + ' ' + request.target);
        const SchemaCheck schemas(apiSchemas());
        if (response.status >= 400) {
            const auto offence = schemas.check(objectOf(response), QStringLiteral("Problem"));
            if (offence || response.contentType != "application/problem+json")
                offences += where + QStringLiteral(": no problem details");
        } else if (route && request.method != "OPTIONS") {
            if (response.status != route->success && response.status != 304)
                offences += where + QStringLiteral(": status %1").arg(response.status);
            if (!route->gives.isEmpty() && response.status != 304) {
                if (const auto offence = schemas.check(objectOf(response), route->gives))
                    offences += where + u' ' + offence->field + u' ' + offence->sentence;
            } else if (response.status == 200 && !response.contentType.startsWith(route->type) &&
                       !request.target.contains("view=1")) {
                offences += where + QStringLiteral(": ") + QString::fromLatin1(response.contentType);
            }
        }
    }
};

} // namespace relaydesk
