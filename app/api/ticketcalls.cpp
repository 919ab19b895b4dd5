// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent does with tickets.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

ApiAnswer success() { return jsonAnswer({{QStringLiteral("success"), true}}); }

Handled<Ticket> ticketOf(ApiPlace &place, const ApiCall &call) {
    const auto ticket = place.stores().tickets.ticket(TicketId{call.number(QStringLiteral("ticket"))});
    if (!ticket)
        return refuse(404, tr("There is no such ticket."), QStringLiteral("ticket"));
    return *ticket;
}

Handled<ApiAnswer> show(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    const auto json = ticketJson(*ticket, place.stores(), true);
    RELAYDESK_CALL(json);
    return jsonAnswer(*json);
}

Handled<ApiAnswer> claim(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    RELAYDESK_CALL(
        place.desk.claim(ticket->id, call.agent, call.body.value(QStringLiteral("takeOver")).toBool()));
    return success();
}

Handled<ApiAnswer> reply(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    if (!ticket->isOpen())
        return refuse(409, tr("This ticket is closed. Nothing was sent."), QStringLiteral("ticket"));
    const auto posted = place.desk.reply(ticket->conversation, call.agent, call.body.value(QStringLiteral("text")).toString());
    RELAYDESK_CALL(posted);
    return jsonAnswer({{QStringLiteral("id"), posted->value}}, 201);
}

Handled<ApiAnswer> note(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    const auto noted = place.desk.addNote(ticket->id, call.agent, call.body.value(QStringLiteral("text")).toString());
    RELAYDESK_CALL(noted);
    return jsonAnswer({{QStringLiteral("id"), noted->value}}, 201);
}

//! Reply and resolution are on disk together or not at all.
Handled<ApiAnswer> resolve(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    const QString answer = call.body.value(QStringLiteral("answer")).toString();
    std::optional<Proposal> learned;
    const auto done = place.desk.together([&]() -> Result<void> {
        if (!answer.trimmed().isEmpty() && ticket->isOpen())
            RELAYDESK_TRY(place.desk.reply(ticket->conversation, call.agent, answer));
        const auto resolved = place.desk.resolve(
            ticket->id, call.agent, {.learn = call.body.value(QStringLiteral("learn")).toBool(true), .edited = {}});
        RELAYDESK_TRY(resolved);
        learned = *resolved;
        return {};
    });
    RELAYDESK_CALL(done);
    return jsonAnswer({{QStringLiteral("success"), true},
                       {QStringLiteral("learned"), learned && learned->status == ProposalStatus::Published},
                       {QStringLiteral("proposal"), learned ? QJsonValue(lessonJson(*learned)) : QJsonValue()}});
}

Handled<ApiAnswer> giveBack(ApiPlace &place, ApiCall &call) {
    const auto ticket = ticketOf(place, call);
    RELAYDESK_CALL(ticket);
    RELAYDESK_CALL(place.desk.giveBack(ticket->id, call.agent));
    return success();
}

} // namespace

QVector<Route> ticketRoutes(ApiPlace &place) {
    const QString one = QStringLiteral("/api/v1/tickets/{ticket}");
    // The list is that of the first version.
    QVector<Route> routes;
    for (Route &route : firstRoutes(place)) {
        if (route.path == QLatin1String("/api/tickets")) {
            route.path = QStringLiteral("/api/v1/tickets");
            routes.append(route);
        }
    }
    const Route agents{.method = "POST", .access = Access::Key, .roles = {KeyRole::Agent}, .creates = true, .writes = true};
    const auto add = [&](const char *verb, const QString &summary, const char *takes, int status, const char *gives,
                         Handled<ApiAnswer> (*handler)(ApiPlace &, ApiCall &)) {
        Route route = agents;
        route.path = one + QLatin1String(verb);
        route.summary = summary;
        route.takes = QLatin1String(takes);
        route.success = status;
        route.gives = QLatin1String(gives);
        route.handler = [&place, handler](ApiCall &call) { return handler(place, call); };
        routes.append(route);
    };
    add("/claim", tr("Takes the ticket; from another agent only with takeOver."), "ClaimRequest", 200, "Success", claim);
    add("/reply", tr("Writes to the customer."), "TextRequest", 201, "Posted", reply);
    add("/note", tr("A note for agents; the customer never sees it."), "TextRequest", 201, "Posted", note);
    add("/resolve", tr("Ends the ticket, with a last answer where one is given, and learns from it."), "ResolveRequest",
        200, "ResolveResult", resolve);
    add("/give-back", tr("The assistant has the conversation again, with a clean slate."), "", 200, "Success", giveBack);
    routes.append({.method = "GET", .path = one, .summary = tr("One ticket with its conversation and notes."),
                   .access = Access::Key, .roles = {KeyRole::Agent, KeyRole::Analyst},
                   .gives = QStringLiteral("Ticket"), .handler = [&place](ApiCall &call) { return show(place, call); }});
    return routes;
}

} // namespace relaydesk
