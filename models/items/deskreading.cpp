// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/deskreading.h"
#include "models/desk/choices.h"
#include "models/desk/eventdata.h"
#include "models/desk/urgency.h"
#include "models/items/ticketrowreading.h"
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

Result<QVector<MessageRow>> rowsOf(const Stores &stores, ConversationId id, const Customer &customer) {
    const auto messages = stores.conversations.messages(id, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    const auto verdicts =
        stores.events.events({.kinds = {EventKind::Verdict}, .conversation = id, .from = {}, .to = {}});
    RELAYDESK_TRY(verdicts);
    const QHash<QString, QString> remarks = remarksIn(*verdicts);
    QHash<AgentId, QString> names;
    for (const Agent &agent : *agents)
        names.insert(agent.id, agent.name);
    QVector<MessageRow> rows;
    rows.reserve(messages->size());
    for (const Message &message : *messages) {
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

constexpr int mostRows = 1000;

Result<QVector<Ticket>> ticketsIn(const TicketStore &store, QueueView view) {
    if (view != QueueView::Ended)
        return store.tickets({.openOnly = true, .most = std::numeric_limits<int>::max()});
    auto ended = store.tickets({.status = TicketStatus::Resolved, .most = mostRows, .newestFirst = true});
    const auto returned = store.tickets({.status = TicketStatus::Returned, .most = mostRows, .newestFirst = true});
    RELAYDESK_TRY(returned);
    if (ended)
        ended->append(*returned);
    return ended;
}

bool isIn(QueueView view, const Ticket &ticket, AgentId agent, const QDateTime &now) {
    if (ticket.isOpen() && ticket.mergedInto.isValid())
        return false;
    const bool isSnoozed = ticket.snoozedUntil.isValid() && ticket.snoozedUntil > now;
    switch (view) {
    case QueueView::Open:
        return !isSnoozed;
    case QueueView::Mine:
        return !isSnoozed && ticket.agent.isValid() && ticket.agent == agent;
    case QueueView::Unassigned:
        return !isSnoozed && !ticket.agent.isValid();
    case QueueView::CustomersTurn:
        return !isSnoozed && ticket.repliedAt.isValid();
    case QueueView::Snoozed:
        return isSnoozed;
    case QueueView::Ended:
        return true;
    }
    return false;
}

void sortIn(QueueView view, QVector<Ticket> &tickets, QueueOrder order, const SlaPolicy &policy, const QDateTime &now) {
    const auto by = [&](const auto &isBefore) { std::stable_sort(tickets.begin(), tickets.end(), isBefore); };
    if (view == QueueView::Snoozed)
        return by([](const Ticket &a, const Ticket &b) { return a.snoozedUntil < b.snoozedUntil; });
    if (view == QueueView::Ended)
        return by([](const Ticket &a, const Ticket &b) { return a.endedAt > b.endedAt; });
    switch (order) {
    case QueueOrder::Deadline:
        tickets = byUrgency(tickets, policy, now);
        return;
    case QueueOrder::LongestWait:
        return by([](const Ticket &a, const Ticket &b) { return a.openedAt < b.openedAt; });
    case QueueOrder::Priority:
        return by([](const Ticket &a, const Ticket &b) { return a.priority > b.priority; });
    case QueueOrder::Newest:
        return by([](const Ticket &a, const Ticket &b) { return a.openedAt > b.openedAt; });
    }
}

} // namespace

QString draftKey(TicketId id) { return QStringLiteral("draft.%1").arg(id.value); }

Result<QVector<TicketRow>> readQueue(const Stores &stores, AgentId agent, const QDateTime &now, QueueView view,
                                     QueueOrder order) {
    const auto reading = TicketRowReading::begin(stores, agent, now);
    RELAYDESK_TRY(reading);
    auto tickets = ticketsIn(stores.tickets, view);
    RELAYDESK_TRY(tickets);
    QHash<TicketId, int> merged;
    for (const Ticket &ticket : *tickets)
        merged[ticket.mergedInto] += ticket.mergedInto.isValid() ? 1 : 0;
    tickets->removeIf([&](const Ticket &ticket) { return !isIn(view, ticket, agent, now); });
    sortIn(view, *tickets, order, reading->policy(), now);
    QVector<TicketRow> rows;
    for (const Ticket &ticket : tickets->mid(0, mostRows)) {
        auto row = reading->rowOf(ticket);
        RELAYDESK_TRY(row);
        row->merged = merged.value(ticket.id);
        rows.append(*row);
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
    const auto rows = rowsOf(stores, ticket->conversation, *customer);
    RELAYDESK_TRY(rows);
    details.messages = *rows;
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
    auto rows = rowsOf(stores, id, *customer);
    RELAYDESK_TRY(rows);
    const auto messages = stores.conversations.messages(id, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    const bool isAsking = conversation->owner == Owner::Assistant;
    const QVector<Choice> choices = isAsking ? openChoices(*messages) : QVector<Choice>();
    if (!choices.isEmpty() && !rows->isEmpty())
        rows->last().text = rows->last().text.section(QStringLiteral("\n\n"), 0, 0); // the buttons say the rest
    return ChatView{*conversation, *customer, *rows, choices};
}

} // namespace relaydesk
