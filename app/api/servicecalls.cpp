// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What those who run the service ask: is it alive, is it ready, how is it doing, what happens.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include <QtCore/QCoreApplication>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

Handled<ApiAnswer> readiness(ApiPlace &place) {
    RELAYDESK_CALL(place.stores().articles.revision());
    QJsonArray notes;
    for (const QString &note : {place.desk.knowledge().limitation(), place.desk.modelLimitation()}) {
        if (!note.isEmpty())
            notes.append(note);
    }
    return jsonAnswer(
        {{QStringLiteral("status"), notes.isEmpty() ? QStringLiteral("ready") : QStringLiteral("limited")},
         {QStringLiteral("articles"), place.desk.knowledge().size()},
         {QStringLiteral("notes"), notes}});
}

QByteArray metric(const char *name, const char *type, const char *help, qint64 value) {
    return QByteArray("# HELP relaydesk_") + name + ' ' + help + "\n# TYPE relaydesk_" + name + ' ' + type +
           "\nrelaydesk_" + name + ' ' + QByteArray::number(value) + '\n';
}

template <typename Figures>
QByteArray resolutionText(const Figures &figures) {
    return metric("queries_total", "counter", "Turns of customers.", figures.totalQueries) +
           metric("ai_resolved_total", "counter", "Resolved by the assistant, claimed.", figures.aiResolved) +
           metric("ai_confirmed_total", "counter", "Of those, confirmed by the customer.", figures.aiConfirmed) +
           metric("human_resolved_total", "counter", "Tickets resolved by people.", figures.humanResolved) +
           metric("learning_events_total", "counter", "Changes of the knowledge.", figures.learningEvents);
}

Handled<ApiAnswer> metrics(ApiPlace &place) {
    const auto waiting = place.stores().tickets.tickets(
        {.status = {}, .conversation = {}, .openOnly = true, .most = std::numeric_limits<int>::max()});
    RELAYDESK_CALL(waiting);
    const QByteArray now = place.counters.text() + metric("queue_length", "gauge", "Open tickets.", waiting->size()) +
                           metric("articles", "gauge", "Live articles.", place.desk.knowledge().size()) +
                           metric("model_available", "gauge", "1 where the language model can be asked.",
                                  place.desk.modelLimitation().isEmpty() ? 1 : 0) +
                           metric("matching_semantic", "gauge", "1 where questions are matched by meaning.",
                                  place.desk.knowledge().limitation().isEmpty() ? 1 : 0);
    return aside(place, [now](const Stores &stores) {
        const auto figures = figuresBetween(stores.events, {}, {});
        return figures
                   ? ApiResponse{200, "text/plain; version=0.0.4; charset=utf-8", now + resolutionText(*figures), {}}
                   : Problem(figures.error()).response();
    });
}

Handled<ApiAnswer> follow(ApiCall &call) {
    const auto after = lastSeen(call.request, -1); // from now on
    RELAYDESK_CALL(after);
    return ApiAnswer{{200, "text/event-stream", {}, {}}, {}, StreamStart{StreamStart::Desk, {}, *after}};
}

} // namespace

QVector<Route> serviceRoutes(ApiPlace &place) {
    const QVector<KeyRole> readers{KeyRole::Agent, KeyRole::Analyst};
    return {
        {.method = "GET",
         .path = QStringLiteral("/healthz"),
         .summary = tr("The program runs."),
         .gives = QStringLiteral("Health"),
         .handler =
             [](ApiCall &) {
                 return jsonAnswer({{QStringLiteral("status"), QStringLiteral("ok")}});
             }},
        {.method = "GET",
         .path = QStringLiteral("/readyz"),
         .summary = tr("The desk answers; what works less well."),
         .gives = QStringLiteral("Readiness"),
         .handler = [&place](ApiCall &) { return readiness(place); }},
        {.method = "GET",
         .path = QStringLiteral("/metrics"),
         .summary = tr("Counters for Prometheus."),
         .access = Access::Key,
         .roles = readers,
         .type = "text/plain",
         .handler = [&place](ApiCall &) { return metrics(place); }},
        {.method = "GET",
         .path = QStringLiteral("/api/v1/events"),
         .summary = tr("Everything counted, live. With Last-Event-ID (or after) from there on, else from now on."),
         .access = Access::Key,
         .roles = readers,
         .query = {{QStringLiteral("after"), QStringLiteral("integer"), tr("The last event seen.")}},
         .type = "text/event-stream",
         .handler = [](ApiCall &call) { return follow(call); }},
    };
}

} // namespace relaydesk
