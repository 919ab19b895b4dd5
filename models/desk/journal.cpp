// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/journal.h"

namespace relaydesk {

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
    const auto id = m_stores.conversations.save(conversation);
    RELAYDESK_TRY(id);
    conversation.id = *id;
    m_news.conversations.insert(*id);
    return {};
}

Result<void> Journal::save(Ticket &ticket) {
    const auto id = m_stores.tickets.save(ticket);
    RELAYDESK_TRY(id);
    ticket.id = *id;
    m_news.tickets.insert(*id);
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
