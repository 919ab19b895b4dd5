// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/deskreading.h"
#include "models/desk/choices.h"
#include "models/desk/eventdata.h"
#include "models/desk/suggestions.h"
#include "models/desk/urgency.h"
#include "models/domain/feedback.h"
#include "models/items/ticketrowreading.h"
#include "models/items/transcriptrows.h"
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

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

//! The tickets it belongs together with, and what was said in all their conversations.
Result<void> readGroup(const Stores &stores, TicketDetails &details) {
    const int all = std::numeric_limits<int>::max();
    const auto merged = stores.tickets.tickets({.most = all, .mergedInto = details.ticket.id});
    RELAYDESK_TRY(merged);
    details.merged = *merged;
    const auto splits = stores.tickets.tickets({.most = all, .splitFrom = details.ticket.id});
    RELAYDESK_TRY(splits);
    details.splits = *splits;
    const auto part = ticketTranscript(stores, details.ticket);
    RELAYDESK_TRY(part);
    details.messages = part->messages;
    details.hasEarlier = part->hasEarlier;
    return {};
}

Result<void> readFacts(const Stores &stores, TicketDetails &details) {
    const auto policy = readSlaPolicy(stores.settings);
    RELAYDESK_TRY(policy);
    details.deadline = deadlineOf(details.ticket, *policy, QDateTime::currentDateTimeUtc());
    const auto facts = customerFacts(stores, details.ticket, details.customer);
    RELAYDESK_TRY(facts);
    details.facts = *facts;
    return {};
}

//! The verdict that led here, what it looked at, and what agents said of that.
Result<void> readVerdict(const Stores &stores, TicketDetails &details) {
    const auto verdict = stores.events.event(details.ticket.verdict);
    RELAYDESK_TRY(verdict);
    details.verdict = verdictFromJson(verdict->data);
    for (const Source &source : details.verdict.sources.mid(0, 3)) {
        const auto article = stores.articles.article(source.article);
        if (article && article->status == ArticleStatus::Live)
            details.closest.append(*article);
    }
    const auto said = stores.events.events(
        {.kinds = {EventKind::Feedback}, .conversation = verdict->conversation, .from = verdict->at, .to = {}});
    RELAYDESK_TRY(said);
    for (const Event &event : *said) {
        if (event.data.value(QLatin1String("verdict")).toInteger() != verdict->id.value)
            continue;
        const auto feedback = fromKey<Feedback>(event.data.value(QLatin1String("outcome")).toString());
        if (feedback == Feedback::SourceRight || feedback == Feedback::OtherSourceRight)
            details.rightSources.insert(event.article, true);
        else if (feedback == Feedback::SourceWrong || feedback == Feedback::OtherSourceWrong)
            details.rightSources.insert(event.article, false);
    }
    return {};
}

Result<void> addTyped(const Stores &stores, TicketDetails &details) {
    const auto draft = stores.settings.value(draftKey(details.ticket.id));
    RELAYDESK_TRY(draft);
    const auto note = stores.settings.value(noteDraftKey(details.ticket.id));
    RELAYDESK_TRY(note);
    const auto files = stores.settings.value(filesKey(draftKey(details.ticket.id)));
    RELAYDESK_TRY(files);
    details.draftFiles = filesFromSetting(*files);
    auto held = readHeld(stores.settings);
    RELAYDESK_TRY(held);
    held->removeIf([&](const HeldReply &reply) { return reply.ticket != details.ticket.id; });
    details.draft = *draft;
    details.noteDraft = *note;
    details.held = *held;
    return {};
}

} // namespace

QString draftKey(TicketId id) { return QStringLiteral("draft.%1").arg(id.value); }

QString noteDraftKey(TicketId id) { return draftKey(id) + QStringLiteral(".note"); }

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
    RELAYDESK_TRY(readGroup(stores, details));
    RELAYDESK_TRY(readFacts(stores, details));
    if (ticket->verdict.isValid())
        RELAYDESK_TRY(readVerdict(stores, details));
    const auto suggested = suggestedReply(stores.events, *ticket);
    RELAYDESK_TRY(suggested);
    if (*suggested)
        details.reply = verdictFromJson((*suggested)->data);
    const auto writer = summaryWriter(stores.events, *ticket);
    RELAYDESK_TRY(writer);
    details.summaryBy = *writer;
    const auto proposals = stores.proposals.proposals(id, std::nullopt);
    RELAYDESK_TRY(proposals);
    details.proposals = *proposals;
    RELAYDESK_TRY(addTyped(stores, details));
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
    auto part = messageRows(stores, *conversation, *customer);
    RELAYDESK_TRY(part);
    const auto last = stores.conversations.lastMessages(id, {}, 1);
    RELAYDESK_TRY(last);
    const bool isAsking = conversation->owner == Owner::Assistant;
    const QVector<Choice> choices = isAsking ? openChoices(*last) : QVector<Choice>();
    if (!choices.isEmpty())
        part->messages.last().text =
            part->messages.last().text.section(QStringLiteral("\n\n"), 0, 0); // the buttons say the rest
    const auto persona = personaOf(stores, *customer);
    RELAYDESK_TRY(persona);
    return ChatView{*conversation, *customer, part->messages, part->hasEarlier, choices, *persona};
}

Result<QVector<MessageRow>> readWhole(const Stores &stores, ConversationId id) {
    QVector<MessageRow> rows;
    for (bool hasEarlier = true; hasEarlier;) {
        const auto part = readEarlier(stores, id, rows.isEmpty() ? MessageId() : rows.first().id);
        RELAYDESK_TRY(part);
        rows = part->messages + rows;
        hasEarlier = part->hasEarlier;
    }
    return rows;
}

Result<TranscriptPart> readEarlier(const Stores &stores, ConversationId id, MessageId before) {
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    return messageRows(stores, *conversation, *customer, before);
}

} // namespace relaydesk
