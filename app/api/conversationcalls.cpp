// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a customer does in the own conversation: read, write, ask for a person, say whether it helped, rate.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include "app/api/turnanswer.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

ApiAnswer success() { return jsonAnswer({{QStringLiteral("success"), true}}); }

Handled<ApiAnswer> openFor(ApiPlace &place, ApiCall &call) {
    const auto opened = place.desk.open({.name = call.body.value(QStringLiteral("name")).toString().simplified(),
                                         .email = call.body.value(QStringLiteral("email")).toString().simplified()});
    RELAYDESK_CALL(opened);
    return jsonAnswer({{QStringLiteral("sessionId"), opened->session}}, 201,
                      {{"Location", "/api/v1/conversations/" + opened->session.toUtf8() + "/messages"}});
}

Handled<ApiAnswer> messagesAfter(ApiPlace &place, ApiCall &call) {
    const auto wanted = pageWanted(call.request, 1000);
    RELAYDESK_CALL(wanted);
    const Stores &stores = place.stores();
    const auto agents = agentNames(stores.people);
    RELAYDESK_CALL(agents);
    auto messages = stores.conversations.messages(call.conversation->id, MessageId{wanted->after}, wanted->limit + 1);
    RELAYDESK_CALL(messages);
    const bool more = messages->size() > wanted->limit;
    if (more)
        messages->removeLast();
    QJsonArray array;
    for (const Message &message : *messages)
        array.append(messageJson(message, *agents));
    return jsonAnswer({{QStringLiteral("messages"), array},
                       {QStringLiteral("conversation"), conversationJson(*call.conversation, *agents)},
                       {QStringLiteral("next"), more ? QJsonValue(messages->last().id.value) : QJsonValue()}});
}

Handled<ApiAnswer> write(ApiPlace &place, ApiCall &call) {
    const auto posted =
        place.desk.receive(call.conversation->id, call.body.value(QStringLiteral("message")).toString());
    RELAYDESK_CALL(posted);
    return jsonAnswer({{QStringLiteral("id"), posted->value}}, 201);
}

Handled<ApiAnswer> follow(ApiCall &call) {
    const auto after = lastSeen(call.request, 0);
    RELAYDESK_CALL(after);
    return ApiAnswer{
        {200, "text/event-stream", {}, {}}, {}, StreamStart{StreamStart::Conversation, call.conversation->id, *after}};
}

Handled<ApiAnswer> person(ApiPlace &place, ApiCall &call) {
    RELAYDESK_CALL(place.desk.askForPerson(call.conversation->id));
    return success();
}

//! Null for none of these. Answers as to the message that says so.
Handled<ApiAnswer> choose(ApiPlace &place, ApiCall &call) {
    const ConversationId id = call.conversation->id;
    RELAYDESK_CALL(place.desk.choose(id, ArticleId{call.body.value(QStringLiteral("article")).toInteger()}));
    const auto messages = place.stores().conversations.messages(id, {}, std::numeric_limits<int>::max());
    RELAYDESK_CALL(messages);
    const auto said = std::find_if(messages->crbegin(), messages->crend(),
                                   [](const Message &message) { return message.author == Author::Customer; });
    const auto answer = turnAnswer(place.stores(), id, said == messages->crend() ? MessageId{} : said->id, false);
    RELAYDESK_CALL(answer);
    return jsonAnswer(*answer);
}

Handled<ApiAnswer> solved(ApiPlace &place, ApiCall &call) {
    RELAYDESK_CALL(place.desk.solved(call.conversation->id, call.body.value(QStringLiteral("solved")).toBool()));
    return success();
}

Handled<ApiAnswer> rate(ApiPlace &place, ApiCall &call) {
    RELAYDESK_CALL(place.desk.rate(call.conversation->id, call.body.value(QStringLiteral("stars")).toInt(),
                                   call.body.value(QStringLiteral("comment")).toString()));
    return success();
}

const QString own = QStringLiteral("/api/v1/conversations/{sessionId}");

//! What a customer does in the own conversation; gives Success where nothing else is said.
Route deed(const QString &path, const QString &summary, const QString &takes, const QString &gives,
           const Route::Handler &handler) {
    return {.method = "POST",
            .path = own + path,
            .summary = summary,
            .access = Access::Customer,
            .takes = takes,
            .gives = gives.isEmpty() ? QStringLiteral("Success") : gives,
            .creates = true,
            .writes = true,
            .handler = handler};
}

} // namespace

QVector<Route> conversationRoutes(ApiPlace &place) {
    const QVector<QueryParameter> after{
        {QStringLiteral("after"), QStringLiteral("integer"), tr("Only messages with a greater number.")}};
    return {
        {.method = "POST",
         .path = QStringLiteral("/api/v1/conversations"),
         .summary = tr("Opens a conversation for a customer with a name."),
         .access = Access::Key,
         .roles = {KeyRole::Agent, KeyRole::CustomerApp},
         .takes = QStringLiteral("ConversationRequest"),
         .success = 201,
         .gives = QStringLiteral("Session"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return openFor(place, call); }},
        {.method = "GET",
         .path = own + QStringLiteral("/messages"),
         .summary = tr("The messages, oldest first."),
         .access = Access::Customer,
         .query = after + QVector<QueryParameter>{{QStringLiteral("limit"), QStringLiteral("integer"),
                                                   tr("1 to 1000, else 50.")}},
         .gives = QStringLiteral("Messages"),
         .handler = [&place](ApiCall &call) { return messagesAfter(place, call); }},
        {.method = "POST",
         .path = own + QStringLiteral("/messages"),
         .summary = tr("A customer's message; what is said to it comes as an event."),
         .access = Access::Customer,
         .takes = QStringLiteral("MessageRequest"),
         .success = 201,
         .gives = QStringLiteral("Posted"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return write(place, call); }},
        {.method = "GET",
         .path = own + QStringLiteral("/events"),
         .summary = tr("Live: typing, message, owner, closed. Last-Event-ID is the number of the last message seen."),
         .access = Access::Customer,
         .query = after,
         .type = "text/event-stream",
         .handler = [](ApiCall &call) { return follow(call); }},
        deed(QStringLiteral("/person"), tr("Asks for a person."), {}, {},
             [&place](ApiCall &call) { return person(place, call); }),
        deed(QStringLiteral("/choice"),
             tr("Picks one of the choices that the last message offers; null: none of these."),
             QStringLiteral("ChoiceRequest"), QStringLiteral("ChatAnswer"),
             [&place](ApiCall &call) { return choose(place, call); }),
        deed(QStringLiteral("/solved"), tr("Did that solve it?"), QStringLiteral("SolvedRequest"), {},
             [&place](ApiCall &call) { return solved(place, call); }),
        deed(QStringLiteral("/rating"), tr("One to five stars."), QStringLiteral("RatingRequest"), {},
             [&place](ApiCall &call) { return rate(place, call); }),
    };
}

} // namespace relaydesk
