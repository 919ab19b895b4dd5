// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk would learn, for agents to decide on.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

Handled<Proposal> proposalOf(ApiPlace &place, const ApiCall &call) {
    const auto proposal = place.stores().proposals.proposal(ProposalId{call.number(QStringLiteral("proposal"))});
    if (!proposal)
        return refuse(404, tr("There is no such proposal."), QStringLiteral("proposal"));
    return *proposal;
}

Handled<ApiAnswer> list(ApiPlace &place, ApiCall &call) {
    const auto wanted = pageWanted(call.request);
    RELAYDESK_CALL(wanted);
    const auto status = wordWanted<ProposalStatus>(call.request, QStringLiteral("status"));
    RELAYDESK_CALL(status);
    const auto proposals = place.stores().proposals.proposals({}, *status);
    RELAYDESK_CALL(proposals);
    qint64 next = 0;
    QJsonArray array;
    for (const Proposal &proposal : page(*proposals, wanted->after, wanted->limit, next, true))
        array.append(lessonJson(proposal));
    return jsonAnswer(
        {{QStringLiteral("proposals"), array}, {QStringLiteral("next"), next > 0 ? QJsonValue(next) : QJsonValue()}});
}

Handled<ApiAnswer> publish(ApiPlace &place, ApiCall &call) {
    auto proposal = proposalOf(place, call);
    RELAYDESK_CALL(proposal);
    const auto edit = [&](const char *key, QString &text) {
        if (call.body.contains(QLatin1String(key)))
            text = call.body.value(QLatin1String(key)).toString();
    };
    edit("title", proposal->title);
    edit("question", proposal->question);
    edit("answer", proposal->answer);
    const auto published = place.desk.publish(*proposal);
    RELAYDESK_CALL(published);
    return jsonAnswer(lessonJson(*published));
}

Handled<ApiAnswer> decline(ApiPlace &place, ApiCall &call) {
    const auto proposal = proposalOf(place, call);
    RELAYDESK_CALL(proposal);
    const auto declined = place.desk.decline(*proposal);
    RELAYDESK_CALL(declined);
    return jsonAnswer(lessonJson(*declined));
}

Handled<ApiAnswer> rollBack(ApiPlace &place, ApiCall &call) {
    const auto proposal = proposalOf(place, call);
    RELAYDESK_CALL(proposal);
    const auto undone = place.desk.rollBack(proposal->id);
    RELAYDESK_CALL(undone);
    return jsonAnswer(lessonJson(*undone));
}

} // namespace

QVector<Route> proposalRoutes(ApiPlace &place) {
    const QString one = QStringLiteral("/api/v1/proposals/{proposal}");
    const Route agents{.method = "POST",
                       .access = Access::Key,
                       .roles = {KeyRole::Agent},
                       .gives = QStringLiteral("Proposal"),
                       .creates = true,
                       .writes = true};
    QVector<Route> routes{
        {.method = "GET",
         .path = QStringLiteral("/api/v1/proposals"),
         .summary = tr("What was or would be learned, newest first."),
         .access = Access::Key,
         .roles = {KeyRole::Agent, KeyRole::Analyst},
         .query = {{QStringLiteral("status"), QStringLiteral("string"),
                    tr("pending, published, declined or rolled_back.")},
                   {QStringLiteral("limit"), QStringLiteral("integer"), tr("1 to 200, else 50.")},
                   {QStringLiteral("after"), QStringLiteral("integer"), tr("The number \"next\" named.")}},
         .gives = QStringLiteral("Proposals"),
         .handler = [&place](ApiCall &call) { return list(place, call); }}};
    const auto add = [&](const char *verb, const QString &summary, const char *takes,
                         Handled<ApiAnswer> (*handler)(ApiPlace &, ApiCall &)) {
        Route route = agents;
        route.path = one + QLatin1String(verb);
        route.summary = summary;
        route.takes = QLatin1String(takes);
        route.handler = [&place, handler](ApiCall &call) { return handler(place, call); };
        routes.append(route);
    };
    add("/publish", tr("It goes into the knowledge, edited where fields are given."), "ProposalRequest", publish);
    add("/decline", tr("It does not go into the knowledge."), "", decline);
    add("/roll-back", tr("The article returns to what it was before."), "", rollBack);
    return routes;
}

} // namespace relaydesk
