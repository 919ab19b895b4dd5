// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/deskreading.h"
#include "models/desk/choices.h"
#include "models/desk/eventdata.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("DeskReading", text); }

//! What is shown small under an answer of the assistant: where it came from and how sure it was.
QHash<QString, QString> remarksIn(const QVector<Event> &verdicts) {
    QHash<QString, QString> remarks;
    for (const Event &event : verdicts) {
        const Verdict verdict = verdictFromJson(event.data);
        if (!verdict.answer)
            continue;
        const QString score = QString::number(verdict.confidence.score, 'f', 2);
        remarks.insert(*verdict.answer,
                       verdict.written || verdict.sources.isEmpty()
                           ? tr("written by the model \u00b7 %1").arg(score)
                           : tr("article \u201c%1\u201d \u00b7 %2").arg(verdict.sources.first().title, score));
    }
    return remarks;
}

constexpr int readAtOnce = 200;

struct Transcript {
    QVector<Message> messages;
    bool hasEarlier = false;
};

Result<Transcript> transcriptOf(const ConversationStore &store, ConversationId id, MessageId before = {}) {
    auto messages = store.lastMessages(id, before, readAtOnce + 1);
    RELAYDESK_TRY(messages);
    const bool hasEarlier = messages->size() > readAtOnce;
    if (hasEarlier)
        messages->removeFirst();
    return Transcript{*messages, hasEarlier};
}

Result<QVector<MessageRow>> rowsOf(const Stores &stores, ConversationId id, const Customer &customer,
                                   const QVector<Message> &messages) {
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    const auto verdicts =
        stores.events.events({.kinds = {EventKind::Verdict},
                              .conversation = id,
                              .from = messages.isEmpty() ? QDateTime() : messages.first().at.addSecs(-1),
                              .to = messages.isEmpty() ? QDateTime() : messages.last().at.addSecs(1)});
    RELAYDESK_TRY(verdicts);
    const QHash<QString, QString> remarks = remarksIn(*verdicts);
    QHash<AgentId, QString> names;
    for (const Agent &agent : *agents)
        names.insert(agent.id, agent.name);
    QVector<MessageRow> rows;
    rows.reserve(messages.size());
    for (const Message &message : messages) {
        MessageRow row{message.id, message.author, {}, message.text, message.at, {}};
        if (message.author == Author::Customer)
            row.speaker = customer.name.isEmpty() ? tr("Customer") : customer.name;
        else if (message.author == Author::Agent)
            row.speaker = names.value(message.agent, tr("Agent"));
        else if (message.author == Author::Assistant) {
            row.speaker = tr("Assistant");
            row.remark = remarks.value(message.text);
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

QString draftKey(TicketId id) { return QStringLiteral("draft.%1").arg(id.value); }

Result<QVector<TicketRow>> readQueue(const Stores &stores, AgentId agent) {
    const auto tickets = stores.tickets.tickets({.status = {}, .conversation = {}, .openOnly = true});
    RELAYDESK_TRY(tickets);
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    QVector<TicketRow> rows;
    for (const Ticket &ticket : *tickets) {
        const auto conversation = stores.conversations.conversation(ticket.conversation);
        RELAYDESK_TRY(conversation);
        const auto customer = stores.people.customer(conversation->customer);
        RELAYDESK_TRY(customer);
        TicketRow row;
        row.id = ticket.id;
        row.conversation = ticket.conversation;
        row.customer = customer->name;
        row.question = ticket.question;
        row.category = ticket.reason.category;
        row.confidence = ticket.confidence;
        row.status = ticket.status;
        row.openedAt = ticket.openedAt;
        row.isMine = ticket.agent.isValid() && ticket.agent == agent;
        for (const Agent &other : *agents) {
            if (other.id == ticket.agent)
                row.agent = other.name;
        }
        rows.append(row);
    }
    return rows;
}

Result<TicketDetails> readTicket(const Stores &stores, TicketId id) {
    TicketDetails details;
    const auto ticket = stores.tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    details.ticket = *ticket;
    const auto conversation = stores.conversations.conversation(ticket->conversation);
    RELAYDESK_TRY(conversation);
    details.conversation = *conversation;
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    details.customer = *customer;
    if (ticket->agent.isValid())
        details.agent =
            stores.people.agent(ticket->agent).map([](const Agent &agent) { return agent.name; }).value_or(QString());
    const auto transcript = transcriptOf(stores.conversations, ticket->conversation);
    RELAYDESK_TRY(transcript);
    const auto rows = rowsOf(stores, ticket->conversation, *customer, transcript->messages);
    RELAYDESK_TRY(rows);
    details.messages = *rows;
    details.hasEarlier = transcript->hasEarlier;
    if (ticket->verdict.isValid()) {
        const auto verdict = stores.events.event(ticket->verdict);
        RELAYDESK_TRY(verdict);
        details.verdict = verdictFromJson(verdict->data);
        for (const Source &source : details.verdict.sources.mid(0, 3)) {
            const auto article = stores.articles.article(source.article);
            if (article && article->status == ArticleStatus::Live)
                details.closest.append(*article);
        }
    }
    const auto proposals = stores.proposals.proposals(id, std::nullopt);
    RELAYDESK_TRY(proposals);
    details.proposals = *proposals;
    const auto draft = stores.settings.value(draftKey(id));
    RELAYDESK_TRY(draft);
    details.draft = *draft;
    return details;
}

Result<QVector<ChatEntry>> readChats(const Stores &stores, int most) {
    const auto conversations =
        stores.conversations.conversations({.owner = {}, .answering = {}, .session = {}, .most = most});
    RELAYDESK_TRY(conversations);
    QVector<ChatEntry> entries;
    for (const Conversation &conversation : *conversations) {
        const auto customer = stores.people.customer(conversation.customer);
        RELAYDESK_TRY(customer);
        entries.append({conversation.id, customer->name, conversation.owner});
    }
    return entries;
}

Result<ChatView> readChat(const Stores &stores, ConversationId id) {
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto transcript = transcriptOf(stores.conversations, id);
    RELAYDESK_TRY(transcript);
    auto rows = rowsOf(stores, id, *customer, transcript->messages);
    RELAYDESK_TRY(rows);
    const bool isAsking = conversation->owner == Owner::Assistant;
    const QVector<Choice> choices = isAsking ? openChoices(transcript->messages) : QVector<Choice>();
    if (!choices.isEmpty() && !rows->isEmpty())
        rows->last().text = rows->last().text.section(QStringLiteral("\n\n"), 0, 0); // the buttons say the rest
    return ChatView{*conversation, *customer, *rows, transcript->hasEarlier, choices};
}

Result<TranscriptPart> readEarlier(const Stores &stores, ConversationId id, MessageId before) {
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    const auto transcript = transcriptOf(stores.conversations, id, before);
    RELAYDESK_TRY(transcript);
    const auto rows = rowsOf(stores, id, *customer, transcript->messages);
    RELAYDESK_TRY(rows);
    return TranscriptPart{*rows, transcript->hasEarlier};
}

} // namespace relaydesk
