// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The five calls of the first version, paths and field names to the letter.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include "app/api/turnanswer.h"
#include <QtCore/QCoreApplication>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

Handled<ApiAnswer> openSession(ApiPlace &place) {
    const auto opened = place.desk.open({});
    RELAYDESK_CALL(opened);
    return jsonAnswer({{QStringLiteral("sessionId"), opened->session}});
}

Handled<ApiAnswer> chat(ApiPlace &place, ApiCall &call) {
    const auto found = conversationOf(place.stores(), call.body.value(QStringLiteral("sessionId")).toString(),
                                      QStringLiteral("sessionId"));
    if (!found)
        return tl::unexpected<Problem>(found.error());
    const auto posted = place.desk.receive(found->id, call.body.value(QStringLiteral("message")).toString());
    if (!posted)
        return refuse(Problem(posted.error()).status, posted.error().sentence, QStringLiteral("message"));
    const auto after = place.stores().conversations.conversation(found->id);
    RELAYDESK_CALL(after);
    TurnWait wait{found->id, *posted, call.request.query(QStringLiteral("explain")) == QLatin1String("1"),
                  call.keptAs.isEmpty() ? QString() : found->session, call.keptAs};
    if (call.request.header("Accept").contains("text/event-stream"))
        return ApiAnswer{{200, "text/event-stream", {}, {}}, wait, StreamStart{StreamStart::Turn, found->id}};
    if (after->answering)
        return ApiAnswer{{}, wait};
    const auto answer = turnAnswer(place.stores(), found->id, *posted, wait.explain);
    RELAYDESK_CALL(answer);
    return jsonAnswer(*answer);
}

//! waiting where nothing is said; open and all are groups of the others.
Handled<TicketFilter> filterWanted(const ApiRequest &request) {
    TicketFilter filter{.status = TicketStatus::Waiting, .conversation = {}, .most = std::numeric_limits<int>::max()};
    const QString status = request.query(QStringLiteral("status"));
    if (status == QLatin1String("open") || status == QLatin1String("all")) {
        filter.status.reset();
        filter.openOnly = status == QLatin1String("open");
        return filter;
    }
    const auto word =
        wordWanted<TicketStatus>(request, QStringLiteral("status"), {QStringLiteral("open"), QStringLiteral("all")});
    if (!word)
        return tl::unexpected<Problem>(word.error());
    filter.status = word->value_or(TicketStatus::Waiting);
    return filter;
}

Handled<ApiAnswer> ticketPage(const Stores &stores, const TicketFilter &filter, const PageWanted &wanted) {
    const auto tickets = stores.tickets.tickets(filter);
    RELAYDESK_CALL(tickets);
    qint64 next = 0;
    QJsonArray array;
    for (const Ticket &ticket : page(*tickets, wanted.after, wanted.limit, next)) {
        const auto json = ticketJson(ticket, stores, false);
        RELAYDESK_CALL(json);
        array.append(*json);
    }
    return jsonAnswer(
        {{QStringLiteral("tickets"), array}, {QStringLiteral("next"), next > 0 ? QJsonValue(next) : QJsonValue()}});
}

//! Those that are over may be tens of thousands: they are read beside the desk.
Handled<ApiAnswer> listTickets(ApiPlace &place, ApiCall &call) {
    const auto filter = filterWanted(call.request);
    RELAYDESK_CALL(filter);
    const auto wanted = pageWanted(call.request);
    RELAYDESK_CALL(wanted);
    if (filter->openOnly || filter->status == TicketStatus::Waiting || filter->status == TicketStatus::Claimed)
        return ticketPage(place.stores(), *filter, *wanted);
    return aside(place, [filter = *filter, wanted = *wanted](const Stores &stores) {
        const auto page = ticketPage(stores, filter, wanted);
        return page ? page->response : page.error().response();
    });
}

//! The same answer to a ticket that was resolved with it: nothing happens twice.
Handled<std::optional<bool>> learnedBefore(ApiPlace &place, const Conversation &conversation, const QString &answer) {
    auto tickets = place.stores().tickets.tickets(
        {.status = TicketStatus::Resolved, .conversation = conversation.id, .most = std::numeric_limits<int>::max()});
    RELAYDESK_CALL(tickets);
    if (tickets->isEmpty() || tickets->last().episode != conversation.episode)
        return std::optional<bool>{};
    const auto messages = place.stores().conversations.messages(conversation.id, {}, std::numeric_limits<int>::max());
    RELAYDESK_CALL(messages);
    for (auto message = messages->crbegin(); message != messages->crend(); ++message) {
        if (message->author != Author::Agent)
            continue;
        if (message->text != answer.trimmed())
            return std::optional<bool>{};
        const auto proposals = place.stores().proposals.proposals(tickets->last().id, ProposalStatus::Published);
        RELAYDESK_CALL(proposals);
        return std::optional<bool>(!proposals->isEmpty());
    }
    return std::optional<bool>{};
}

//! The lesson under the question that the caller names, where it is another than the customer's.
Handled<Teaching> teachingFor(ApiPlace &place, const Ticket &ticket, const QString &question) {
    Teaching teaching;
    if (question.trimmed().isEmpty() || question.trimmed() == ticket.question.trimmed())
        return teaching;
    const auto lesson = place.desk.lessonOf(ticket.id);
    RELAYDESK_CALL(lesson);
    if (*lesson) {
        teaching.edited = **lesson;
        teaching.edited->question = question.trimmed();
        if (teaching.edited->kind == LessonKind::NewArticle)
            teaching.edited->title = titleFrom(question);
    }
    return teaching;
}

Handled<ApiAnswer> humanResponse(ApiPlace &place, ApiCall &call) {
    const auto result = [](bool learned) {
        return jsonAnswer({{QStringLiteral("success"), true}, {QStringLiteral("learned"), learned}});
    };
    const auto conversation = conversationOf(place.stores(), call.body.value(QStringLiteral("sessionId")).toString(),
                                             QStringLiteral("sessionId"));
    if (!conversation)
        return tl::unexpected<Problem>(conversation.error());
    const QString answer = call.body.value(QStringLiteral("answer")).toString();
    const auto open =
        place.stores().tickets.tickets({.status = {}, .conversation = conversation->id, .openOnly = true});
    RELAYDESK_CALL(open);
    if (open->isEmpty()) {
        const auto before = learnedBefore(place, *conversation, answer);
        RELAYDESK_CALL(before);
        if (*before)
            return result(**before);
        return refuse(409, tr("No question of this session waits for a person. Nothing was sent."),
                      QStringLiteral("sessionId"));
    }
    RELAYDESK_CALL(place.desk.reply(conversation->id, call.agent, answer));
    const auto teaching = teachingFor(place, open->first(), call.body.value(QStringLiteral("question")).toString());
    RELAYDESK_CALL(teaching);
    const auto learned = place.desk.resolve(open->first().id, call.agent, *teaching);
    RELAYDESK_CALL(learned);
    return result(*learned && (*learned)->status == ProposalStatus::Published);
}

//! A moment as ISO 8601, or the start of a day in UTC; invalid where nothing is said.
Handled<QDateTime> momentWanted(const ApiRequest &request, const QString &name) {
    const QString text = request.query(name);
    if (text.isNull())
        return QDateTime();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    QDateTime time =
        text.size() == 10 ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return refuse(400, tr("\"%1\" is no day and no time. Give one like 2026-11-22.").arg(text.left(100)), name);
    return time.toUTC();
}

Handled<ApiAnswer> analytics(ApiPlace &place, ApiCall &call) {
    const auto from = momentWanted(call.request, QStringLiteral("from"));
    RELAYDESK_CALL(from);
    const auto to = momentWanted(call.request, QStringLiteral("to"));
    RELAYDESK_CALL(to);
    return aside(place, [from = *from, to = *to](const Stores &stores) {
        const auto figures = figuresBetween(stores.events, from, to);
        return figures ? jsonAnswer(figuresJson(*figures)).response : Problem(figures.error()).response();
    });
}

} // namespace

QVector<Route> firstRoutes(ApiPlace &place) {
    const QVector<QueryParameter> paging{
        {QStringLiteral("limit"), QStringLiteral("integer"), tr("1 to 200, else 50.")},
        {QStringLiteral("after"), QStringLiteral("integer"), tr("The number \"next\" named.")}};
    return {
        {.method = "GET",
         .path = QStringLiteral("/api/session"),
         .summary = tr("Opens a conversation."),
         .gives = QStringLiteral("Session"),
         .writes = true,
         .handler = [&place](ApiCall &) { return openSession(place); }},
        {.method = "POST",
         .path = QStringLiteral("/api/chat"),
         .summary = tr("A customer's message; answers what the desk says to it. With Accept: text/event-stream typing "
                       "events come until the answer passed its checks, then the answer."),
         .query = {{QStringLiteral("explain"), QStringLiteral("string"), tr("1: with the factors and the sources.")}},
         .takes = QStringLiteral("ChatRequest"),
         .gives = QStringLiteral("ChatAnswer"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return chat(place, call); }},
        {.method = "GET",
         .path = QStringLiteral("/api/tickets"),
         .summary = tr("Those that wait for a person, longest waiting first."),
         .access = Access::Key,
         .roles = {KeyRole::Agent, KeyRole::Analyst},
         .query =
             QVector<QueryParameter>{
                 {QStringLiteral("status"), QStringLiteral("string"),
                  tr("waiting (where nothing is said), claimed, resolved, returned, open or all.")}} +
             paging,
         .gives = QStringLiteral("Tickets"),
         .handler = [&place](ApiCall &call) { return listTickets(place, call); }},
        {.method = "POST",
         .path = QStringLiteral("/api/human-response"),
         .summary = tr("Answers the question that waits in a session, resolves it and learns from it. Twice the same "
                       "counts once."),
         .access = Access::Key,
         .roles = {KeyRole::Agent},
         .takes = QStringLiteral("HumanResponse"),
         .gives = QStringLiteral("HumanResponseResult"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return humanResponse(place, call); }},
        {.method = "GET",
         .path = QStringLiteral("/api/analytics"),
         .summary = tr("What was asked and who resolved it."),
         .access = Access::Key,
         .roles = {KeyRole::Agent, KeyRole::Analyst},
         .query = {{QStringLiteral("from"), QStringLiteral("string"),
                    tr("First day (2026-11-22) or moment that counts.")},
                   {QStringLiteral("to"), QStringLiteral("string"),
                    tr("First day or moment that does not count any more.")}},
         .gives = QStringLiteral("Analytics"),
         .handler = [&place](ApiCall &call) { return analytics(place, call); }},
    };
}

} // namespace relaydesk
