// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/restapi.h"
#include "app/api/accesskeys.h"
#include "app/api/apijson.h"
#include "app/api/idempotency.h"
#include "app/api/openapi.h"
#include "app/api/turnanswer.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

QByteArray bearerOf(const ApiRequest &request) {
    const QByteArray header = request.header("Authorization");
    return header.left(7).compare("Bearer ", Qt::CaseInsensitive) == 0 ? header.mid(7).trimmed() : QByteArray();
}

tl::unexpected<Problem> unauthorized(const QString &sentence) {
    return tl::unexpected<Problem>(
        Problem(401, sentence, QStringLiteral("Authorization"), {{"WWW-Authenticate", "Bearer realm=\"relaydesk\""}}));
}

bool isOfType(const QByteArray &header, const QByteArray &type) {
    return header.left(header.indexOf(';') < 0 ? header.size() : header.indexOf(';'))
               .trimmed()
               .compare(type, Qt::CaseInsensitive) == 0;
}

} // namespace

RestApi::RestApi(ApiPlace &place) : m_place(place), m_schemas(apiSchemas()) {
    for (const auto routes : {firstRoutes, conversationRoutes, uploadRoutes, ticketRoutes, articleRoutes,
                              proposalRoutes, serviceRoutes, pageRoutes})
        m_routes.add(routes(place));
    m_routes.add(descriptionRoutes(m_routes.routes()));
}

QString RestApi::routeOf(const ApiRequest &request) const {
    const auto found = m_routes.find(request.method, request.path());
    return found.route ? found.route->path : QStringLiteral("-");
}

ApiAnswer RestApi::handle(const ApiRequest &request) {
    const auto found = m_routes.find(request.method, request.path());
    ApiAnswer answer;
    if (found.allowed.isEmpty()) {
        answer.response = Problem(404, tr("There is nothing at this address.")).response();
    } else if (request.method == "OPTIONS") {
        answer = preflight(request, found.allowed);
    } else if (!found.route) {
        const QByteArray allowed = found.allowed.join(", ");
        answer.response =
            Problem(405, tr("This address takes %1.").arg(QString::fromLatin1(allowed)), {}, {{"Allow", allowed}})
                .response();
    } else {
        ApiCall call{request, found.path, {}, {}, {}, {}, {}};
        answer = carryOut(*found.route, call);
        if (request.method == "HEAD") // the head alone, and nothing that goes on
            answer.stream.reset();
    }
    addCommonHeaders(request, answer.response);
    return answer;
}

//! What an agent's key does, and its trace, are on disk together; so are a new thing and the answer kept for it.
ApiAnswer RestApi::carryOut(const Route &route, ApiCall &call) {
    ApiAnswer result;
    const auto run = [&] {
        const auto handled = answer(route, call);
        result = handled ? *handled : ApiAnswer{handled.error().response()};
    };
    if (!route.writes && !bearerOf(call.request).startsWith("rdk_")) {
        run();
        return result;
    }
    const auto done = m_place.desk.together([&]() -> Result<void> {
        run();
        if (result.response.status < 400)
            RELAYDESK_TRY(keep(call, result));
        return call.key ? audit(route, call, result.response.status) : Result<void>();
    });
    return done ? result : ApiAnswer{Problem(done.error()).response()};
}

Handled<ApiAnswer> RestApi::answer(const Route &route, ApiCall &call) {
    if (const auto admitted = admit(route, call); !admitted)
        return tl::unexpected<Problem>(admitted.error());
    if (const auto read = readQuery(route, call.request); !read)
        return tl::unexpected<Problem>(read.error());
    if (const auto read = readBody(route, call); !read)
        return tl::unexpected<Problem>(read.error());
    if (const auto slow = slowDown(route, call); !slow)
        return tl::unexpected<Problem>(slow.error());
    const auto kept = keptBefore(route, call);
    if (!kept)
        return tl::unexpected<Problem>(kept.error());
    if (*kept) {
        call.keptAs.clear();
        return **kept;
    }
    return route.handler(call);
}

Handled<void> RestApi::admit(const Route &route, ApiCall &call) {
    const QByteArray bearer = bearerOf(call.request);
    switch (route.access) {
    case Access::Everybody:
        return {};
    case Access::Customer:
        return bearer.startsWith("rdk_") ? admitKey(route, call, bearer) : admitCustomer(call, bearer);
    case Access::Key:
        return admitKey(route, call, bearer);
    }
    return {};
}

Handled<void> RestApi::admitCustomer(ApiCall &call, const QByteArray &bearer) {
    const QString session = call.path.value(QStringLiteral("sessionId"));
    if (bearer.isEmpty() || !areEqual(bearer, session.toUtf8()))
        return unauthorized(tr("This conversation opens to its own session id, sent as \"Authorization: Bearer "
                               "SESSION-ID\"."));
    const auto found = conversationOf(m_place.stores(), session, QStringLiteral("sessionId"));
    if (!found)
        return tl::unexpected<Problem>(found.error());
    call.conversation = *found;
    return {};
}

Handled<void> RestApi::admitKey(const Route &route, ApiCall &call, const QByteArray &bearer) {
    const auto found = findKey(m_place.access, QString::fromLatin1(bearer));
    RELAYDESK_CALL(found);
    if (!*found)
        return unauthorized(tr("This call needs a key, sent as \"Authorization: Bearer KEY\". Make one with: relaydesk "
                               "key create --name NAME --role ROLE"));
    const QVector<KeyRole> roles =
        route.access == Access::Customer ? QVector<KeyRole>{KeyRole::Agent, KeyRole::CustomerApp} : route.roles;
    if (!roles.contains((*found)->role))
        return refuse(403, tr("A key of the role %1 may not do this.").arg(keyOf((*found)->role)));
    call.key = **found;
    if (call.key->role == KeyRole::Agent) {
        const auto agent = m_place.desk.agentNamed(call.key->name);
        RELAYDESK_CALL(agent);
        call.agent = agent->id;
    }
    if (route.access == Access::Customer) {
        const auto conversation =
            conversationOf(m_place.stores(), call.path.value(QStringLiteral("sessionId")), QStringLiteral("sessionId"));
        if (!conversation)
            return tl::unexpected<Problem>(conversation.error());
        call.conversation = *conversation;
    }
    return {};
}

//! A parameter that is written wrong would leave a list or a figure as it is, unnoticed. Pages may be linked with any.
Handled<void> RestApi::readQuery(const Route &route, const ApiRequest &request) {
    if (!route.path.startsWith(QLatin1String("/api/")))
        return {};
    for (const QString &name : request.queryNames()) {
        const bool isKnown = std::any_of(route.query.begin(), route.query.end(),
                                         [&](const QueryParameter &parameter) { return parameter.name == name; });
        if (!isKnown)
            return refuse(400, tr("\"%1\" is no parameter of this call. Nothing was changed.").arg(name.left(100)),
                          name.left(100));
    }
    return {};
}

Handled<void> RestApi::readBody(const Route &route, ApiCall &call) const {
    const QByteArray type = call.request.header("Content-Type");
    if (!route.contentTypes.isEmpty()) {
        for (const QByteArray &known : route.contentTypes) {
            if (known == "*/*" || isOfType(type, known))
                return {};
        }
        return refuse(
            415,
            tr("The body must be one of: %1.").arg(QString::fromLatin1(QByteArrayList(route.contentTypes).join(", "))),
            QStringLiteral("Content-Type"));
    }
    if (route.takes.isEmpty())
        return {};
    const bool mayBeMissing = apiSchemas().value(route.takes)[QStringLiteral("required")].toArray().isEmpty();
    if (call.request.body.isEmpty() && mayBeMissing)
        return {};
    if (!isOfType(type, "application/json"))
        return refuse(415, tr("The body must be JSON, sent with Content-Type: application/json."),
                      QStringLiteral("Content-Type"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(400, tr("The body is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset));
    const QJsonValue value = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    if (const auto offence = m_schemas.check(value, route.takes)) {
        const QString name = offence->field.isEmpty() ? tr("The body") : u'"' + offence->field + u'"';
        return refuse(422, name + u' ' + offence->sentence + tr(". Nothing was changed."), offence->field);
    }
    call.body = value.toObject();
    return {};
}

Handled<void> RestApi::slowDown(const Route &route, const ApiCall &call) {
    const QString session =
        call.conversation ? call.conversation->session : call.body.value(QStringLiteral("sessionId")).toString();
    if (!route.writes || call.key || session.isEmpty())
        return {};
    const int wait = m_place.sessions.take(session, m_place.desk.now().toMSecsSinceEpoch());
    if (wait == 0)
        return {};
    return tl::unexpected<Problem>(Problem(429,
                                           tr("That was a lot at once. Nothing was sent; try again in %1 s.").arg(wait),
                                           {}, {{"Retry-After", QByteArray::number(wait)}}));
}

Result<void> RestApi::audit(const Route &route, const ApiCall &call, int status) {
    const QDateTime now = m_place.desk.now();
    AccessKey key = *call.key;
    if (!key.usedAt.isValid() || key.usedAt.secsTo(now) >= 60) {
        key.usedAt = now;
        RELAYDESK_TRY(m_place.access.save(key));
    }
    const auto logged =
        m_place.stores().events.append({.at = now,
                                        .kind = EventKind::Called,
                                        .conversation = call.conversation ? call.conversation->id : ConversationId{},
                                        .ticket = TicketId{call.number(QStringLiteral("ticket"))},
                                        .agent = call.agent,
                                        .article = ArticleId{call.number(QStringLiteral("article"))},
                                        .data = {{QStringLiteral("key"), key.name},
                                                 {QStringLiteral("method"), QString::fromLatin1(route.method)},
                                                 {QStringLiteral("route"), route.path},
                                                 {QStringLiteral("status"), status}}});
    RELAYDESK_TRY(logged);
    return {};
}

Handled<std::optional<ApiAnswer>> RestApi::keptBefore(const Route &route, ApiCall &call) {
    if (!route.creates)
        return std::optional<ApiAnswer>{};
    return keptAnswer(m_place, call);
}

Result<void> RestApi::keep(const ApiCall &call, const ApiAnswer &answer) {
    return call.keptAs.isEmpty() ? Result<void>() : keepAnswer(m_place, call, answer);
}

ApiResponse RestApi::finishTurn(const TurnWait &wait) {
    const auto answer = turnAnswer(m_place.stores(), wait.conversation, wait.message, wait.explain);
    if (!answer)
        return Problem(answer.error()).response();
    ApiResponse response = jsonAnswer(*answer).response;
    if (!wait.keptKey.isEmpty())
        (void)keepTurn(m_place, wait, response); // a repeated call is answered from the conversation then
    return response;
}

ApiAnswer RestApi::preflight(const ApiRequest &request, const QByteArrayList &allowed) const {
    ApiAnswer answer{{204, {}, {}, {{"Allow", allowed.join(", ") + ", OPTIONS"}}}};
    if (m_place.origins.contains(QString::fromUtf8(request.header("Origin"))))
        answer.response.headers +=
            {{"Access-Control-Allow-Methods", allowed.join(", ")},
             {"Access-Control-Allow-Headers",
              "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, X-File-Name"},
             {"Access-Control-Max-Age", "600"}};
    return answer;
}

void RestApi::addCommonHeaders(const ApiRequest &request, ApiResponse &response) const {
    response.headers += {{"X-Content-Type-Options", "nosniff"},
                         {"Referrer-Policy", "no-referrer"},
                         {"Cross-Origin-Resource-Policy", m_place.origins.isEmpty() ? "same-origin" : "cross-origin"}};
    if (response.header("Cache-Control").isEmpty())
        response.headers.emplaceBack("Cache-Control", "no-store");
    if (response.header("Content-Security-Policy").isEmpty())
        response.headers.emplaceBack("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (m_place.origins.isEmpty())
        return;
    response.headers.emplaceBack("Vary", "Origin");
    const QByteArray origin = request.header("Origin");
    if (m_place.origins.contains(QString::fromUtf8(origin)))
        response.headers +=
            {{"Access-Control-Allow-Origin", origin}, {"Access-Control-Expose-Headers", "ETag, Location, Retry-After"}};
}

} // namespace relaydesk
