// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/apijson.h"
#include "models/desk/eventdata.h"
#include <QtCore/QJsonDocument>
#include <limits>

namespace relaydesk {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QJsonValue timeJson(const QDateTime &time) {
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QString roleOf(Author author) { return author == Author::Customer ? QStringLiteral("user") : keyOf(author); }

QJsonObject messageJson(const Message &message, const QHash<AgentId, QString> &agents) {
    QJsonObject object{{QStringLiteral("id"), message.id.value},
                       {QStringLiteral("role"), roleOf(message.author)},
                       {QStringLiteral("content"), message.text},
                       {QStringLiteral("at"), timeJson(message.at)}};
    if (message.agent.isValid())
        object.insert(QStringLiteral("agent"), agents.value(message.agent));
    if (!message.choices.isEmpty())
        object.insert(QStringLiteral("choices"), choicesJson(message.choices));
    return object;
}

QJsonArray choicesJson(const QVector<Choice> &choices) {
    QJsonArray array;
    for (const Choice &choice : choices)
        array.append(
            QJsonObject{{QStringLiteral("article"), choice.article.value}, {QStringLiteral("title"), choice.title}});
    return array;
}

QJsonObject conversationJson(const Conversation &conversation, const QHash<AgentId, QString> &agents) {
    return {{QStringLiteral("sessionId"), conversation.session},
            {QStringLiteral("owner"), keyOf(conversation.owner)},
            {QStringLiteral("agent"),
             conversation.agent.isValid() ? QJsonValue(agents.value(conversation.agent)) : QJsonValue()},
            {QStringLiteral("asked"), conversation.asked},
            {QStringLiteral("typing"), conversation.answering},
            {QStringLiteral("closing"), keyOf(conversation.closing)}};
}

QJsonObject verdictCard(const Verdict &verdict) {
    const QJsonObject stored = toJson(verdict);
    QJsonObject object{
        {QStringLiteral("reason"), verdict.handoff ? QJsonValue(keyOf(verdict.handoff->category)) : QJsonValue()},
        {QStringLiteral("reasonText"), verdict.handoff ? QJsonValue(verdict.handoff->sentence) : QJsonValue()},
        {QStringLiteral("written"), verdict.written},
        {QStringLiteral("bar"), verdict.bar},
    };
    for (const char *key : {"base", "factors", "sources"})
        object.insert(QLatin1String(key), stored.value(QLatin1String(key)));
    return object;
}

QJsonObject articleJson(const Article &article) {
    QJsonArray phrasings;
    for (const Phrasing &phrasing : article.phrasings)
        phrasings.append(phrasing.text);
    return {{QStringLiteral("id"), article.id.value},
            {QStringLiteral("title"), article.title},
            {QStringLiteral("answer"), article.answer},
            {QStringLiteral("tags"), QJsonArray::fromStringList(article.tags)},
            {QStringLiteral("phrasings"), phrasings},
            {QStringLiteral("status"), keyOf(article.status)},
            {QStringLiteral("origin"), keyOf(article.origin)},
            {QStringLiteral("version"), article.version},
            {QStringLiteral("outcomes"), article.record.outcomes},
            {QStringLiteral("successes"), article.record.successes},
            {QStringLiteral("updatedAt"), timeJson(article.updatedAt)}};
}

QJsonObject lessonJson(const Proposal &proposal) {
    return {{QStringLiteral("id"), proposal.id.value},           {QStringLiteral("ticket"), proposal.ticket.value},
            {QStringLiteral("kind"), keyOf(proposal.kind)},      {QStringLiteral("status"), keyOf(proposal.status)},
            {QStringLiteral("article"), proposal.article.value}, {QStringLiteral("title"), proposal.title},
            {QStringLiteral("question"), proposal.question},     {QStringLiteral("answer"), proposal.answer},
            {QStringLiteral("original"), proposal.original},     {QStringLiteral("objection"), proposal.objection},
            {QStringLiteral("at"), timeJson(proposal.at)}};
}

QJsonObject eventJson(const Event &event) {
    return {
        {QStringLiteral("id"), event.id.value},           {QStringLiteral("at"), timeJson(event.at)},
        {QStringLiteral("kind"), keyOf(event.kind)},      {QStringLiteral("conversation"), event.conversation.value},
        {QStringLiteral("ticket"), event.ticket.value},   {QStringLiteral("agent"), event.agent.value},
        {QStringLiteral("article"), event.article.value}, {QStringLiteral("data"), event.data}};
}

Result<QHash<AgentId, QString>> agentNames(const PeopleStore &people) {
    const auto agents = people.agents();
    RELAYDESK_TRY(agents);
    QHash<AgentId, QString> names;
    for (const Agent &agent : *agents)
        names.insert(agent.id, agent.name);
    return names;
}

namespace {

QJsonValue numberJson(TicketId id) { return id.isValid() ? QJsonValue(id.value) : QJsonValue(); }

Result<QJsonArray> notesOf(const Ticket &ticket, const Stores &stores, const QHash<AgentId, QString> &agents) {
    const auto events =
        stores.events.events({.kinds = {EventKind::Noted}, .conversation = ticket.conversation, .from = {}, .to = {}});
    RELAYDESK_TRY(events);
    QJsonArray notes;
    for (const Event &event : *events) {
        if (event.ticket == ticket.id)
            notes.append(QJsonObject{{QStringLiteral("text"), event.data.value(QStringLiteral("text"))},
                                     {QStringLiteral("agent"), agents.value(event.agent)},
                                     {QStringLiteral("at"), timeJson(event.at)}});
    }
    return notes;
}

} // namespace

Result<QJsonObject> ticketJson(const Ticket &ticket, const Stores &stores, bool notes) {
    const auto agents = agentNames(stores.people);
    RELAYDESK_TRY(agents);
    const auto conversation = stores.conversations.conversation(ticket.conversation);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto messages = stores.conversations.messages(ticket.conversation, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    QJsonArray said;
    for (const Message &message : *messages)
        said.append(messageJson(message, *agents));
    QJsonObject object{
        {QStringLiteral("id"), ticket.id.value},
        {QStringLiteral("sessionId"), conversation->session},
        {QStringLiteral("customer"), customer->name},
        {QStringLiteral("status"), keyOf(ticket.status)},
        {QStringLiteral("reason"), keyOf(ticket.reason.category)},
        {QStringLiteral("reasonText"), ticket.reason.sentence},
        {QStringLiteral("confidence"), ticket.confidence},
        {QStringLiteral("question"), ticket.question},
        {QStringLiteral("summary"), ticket.summary},
        {QStringLiteral("agent"), ticket.agent.isValid() ? QJsonValue(agents->value(ticket.agent)) : QJsonValue()},
        {QStringLiteral("openedAt"), timeJson(ticket.openedAt)},
        {QStringLiteral("firstReplyAt"), timeJson(ticket.firstReplyAt)},
        {QStringLiteral("endedAt"), timeJson(ticket.endedAt)},
        {QStringLiteral("priority"), keyOf(ticket.priority)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(ticket.tags)},
        {QStringLiteral("snoozedUntil"), timeJson(ticket.snoozedUntil)},
        {QStringLiteral("mergedInto"), numberJson(ticket.mergedInto)},
        {QStringLiteral("splitFrom"), numberJson(ticket.splitFrom)},
        {QStringLiteral("conversation"), said},
    };
    if (!notes)
        return object;
    const auto written = notesOf(ticket, stores, *agents);
    RELAYDESK_TRY(written);
    object.insert(QStringLiteral("notes"), *written);
    return object;
}

} // namespace relaydesk
