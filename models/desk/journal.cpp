// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/journal.h"
#include <algorithm>

namespace relaydesk {

namespace {

//! Of a row that was changed before, the first `before` and the last `after` count.
template <typename Row>
void note(QVector<Change<Row>> &changes, const Change<Row> &change) {
    const auto known = std::find_if(changes.begin(), changes.end(),
                                    [&](const Change<Row> &other) { return other.after.id == change.after.id; });
    if (known == changes.end())
        changes.append(change);
    else
        known->after = change.after;
}

template <typename Row>
void dropUnchanged(QVector<Change<Row>> &changes) {
    changes.removeIf([](const Change<Row> &change) { return change.before == change.after; });
}

} // namespace

Result<Deed> Journal::recorded(Deed deed, const std::function<Result<void>()> &change) {
    Deed *outer = std::exchange(m_deed, &deed);
    const auto done = atomically(change);
    m_deed = outer;
    RELAYDESK_TRY(done);
    deed.at = now();
    if (outer) {
        for (const auto &ticket : std::as_const(deed.tickets))
            note(outer->tickets, ticket);
        for (const auto &conversation : std::as_const(deed.conversations))
            note(outer->conversations, conversation);
        outer->lessons += deed.lessons;
    }
    dropUnchanged(deed.tickets);
    dropUnchanged(deed.conversations);
    return deed;
}

void Journal::noteLesson(ProposalId lesson) {
    if (m_deed && !m_deed->lessons.contains(lesson))
        m_deed->lessons += lesson;
}

Result<void> Journal::atomically(const std::function<Result<void>()> &change) {
    ++m_depth;
    const auto done = m_stores.unitOfWork.atomically(change);
    --m_depth;
    if (m_depth > 0)
        return done;
    const News news = std::exchange(m_news, {});
    if (done)
        publish(news);
    return done;
}

void Journal::publish(const News &news) {
    for (const auto &deed : news.deeds)
        deed();
    // Knowledge first: whoever reacts to a message may ask the assistant again at once.
    for (const ArticleId id : news.articles)
        emit articleChanged(id);
    for (const Message &message : news.messages)
        emit messagePosted(message);
    for (const ConversationId id : news.conversations)
        emit conversationChanged(id);
    for (const TicketId id : news.tickets)
        emit ticketChanged(id);
    for (const TicketId id : news.handedOver)
        emit handedOver(id);
}

Result<MessageId> Journal::say(Conversation &conversation, Author author, const QString &text, AgentId agent) {
    const Message message{.conversation = conversation.id,
                          .episode = conversation.episode,
                          .author = author,
                          .agent = agent,
                          .text = text,
                          .at = now()};
    return append(conversation, message);
}

Result<MessageId> Journal::ask(Conversation &conversation, const QString &text, const QVector<Choice> &choices) {
    return append(conversation, {.conversation = conversation.id,
                                 .episode = conversation.episode,
                                 .author = Author::Assistant,
                                 .text = text,
                                 .at = now(),
                                 .choices = choices});
}

Result<MessageId> Journal::append(Conversation &conversation, Message message) {
    const auto id = m_stores.conversations.append(message);
    RELAYDESK_TRY(id);
    message.id = *id;
    conversation.lastAt = message.at;
    m_news.messages.append(message);
    RELAYDESK_TRY(
        log({.kind = EventKind::Message,
             .conversation = conversation.id,
             .agent = message.agent,
             .data = {{QStringLiteral("message"), id->value}, {QStringLiteral("author"), keyOf(message.author)}}}));
    return id;
}

Result<EventId> Journal::log(Event event) {
    event.at = now();
    return m_stores.events.append(event);
}

Result<void> Journal::save(Conversation &conversation) {
    std::optional<Conversation> before;
    if (m_deed && conversation.id.isValid()) {
        const auto stored = m_stores.conversations.conversation(conversation.id);
        RELAYDESK_TRY(stored);
        before = *stored;
    }
    const auto id = m_stores.conversations.save(conversation);
    RELAYDESK_TRY(id);
    conversation.id = *id;
    m_news.conversations.insert(*id);
    if (m_deed)
        note(m_deed->conversations, {before, conversation});
    return {};
}

Result<void> Journal::save(Ticket &ticket) {
    std::optional<Ticket> before;
    if (m_deed && ticket.id.isValid()) {
        const auto stored = m_stores.tickets.ticket(ticket.id);
        RELAYDESK_TRY(stored);
        before = *stored;
    }
    const auto id = m_stores.tickets.save(ticket);
    RELAYDESK_TRY(id);
    ticket.id = *id;
    m_news.tickets.insert(*id);
    if (m_deed)
        note(m_deed->tickets, {before, ticket});
    return {};
}

Result<QVector<Message>> Journal::episodeOf(const Conversation &conversation) const {
    constexpr int most = 500; // what is read for each message that arrives must not grow with the conversation
    auto messages = m_stores.conversations.lastMessages(conversation.id, {}, most);
    if (messages)
        messages->removeIf([&](const Message &message) { return message.episode != conversation.episode; });
    return messages;
}

} // namespace relaydesk
