// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/eventstreams.h"
#include "app/api/apijson.h"
#include <limits>

namespace relaydesk {

namespace {

constexpr int mostAtOnce = 1000;

//! The number of the newest event.
Result<qint64> newestEvent(const EventStore &events, qint64 known) {
    qint64 newest = std::max<qint64>(0, known);
    while (true) {
        const auto found = events.events(
            {.kinds = {}, .conversation = {}, .from = {}, .to = {}, .after = EventId{newest}, .most = 100'000});
        RELAYDESK_TRY(found);
        if (found->isEmpty())
            return newest;
        newest = found->last().id.value;
    }
}

} // namespace

QByteArray sentEvent(const char *name, const QJsonObject &data, qint64 id) {
    QByteArray text = id > 0 ? "id: " + QByteArray::number(id) + '\n' : QByteArray();
    return text + "event: " + name + "\ndata: " + compact(data) + "\n\n";
}

Result<void> EventStreams::follow(const StreamStart &start, const ApiResponse &head,
                                  std::shared_ptr<HttpExchange> exchange) {
    Follower follower{std::move(exchange), start.after, {}};
    if (start.kind == StreamStart::Conversation) {
        follower.exchange->beginStream(head);
        RELAYDESK_TRY(bringUpToDate(start.conversation, follower));
        m_followers.insert(start.conversation, follower);
        return {};
    }
    if (m_deskFollowers.isEmpty()) {
        const auto newest = newestEvent(m_place.stores().events, m_lastEvent);
        RELAYDESK_TRY(newest);
        m_lastEvent = *newest;
    }
    if (follower.after < 0)
        follower.after = m_lastEvent;
    follower.exchange->beginStream(head);
    follower.exchange->push(": from " + QByteArray::number(follower.after) + "\n\n");
    m_deskFollowers.append(follower);
    m_lastEvent = std::min(m_lastEvent, follower.after);
    tellDesk();
    return {};
}

Result<void> EventStreams::bringUpToDate(ConversationId id, Follower &follower) const {
    const Stores &stores = m_place.stores();
    const auto agents = agentNames(stores.people);
    RELAYDESK_TRY(agents);
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto messages = stores.conversations.messages(id, MessageId{follower.after}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    QByteArray text;
    const QJsonObject before = follower.state;
    follower.state = conversationJson(*conversation, *agents);
    const auto changed = [&](const char *field) {
        return before.value(QLatin1String(field)) != follower.state.value(QLatin1String(field));
    };
    for (const Message &message : *messages) {
        text += sentEvent("message", messageJson(message, *agents), message.id.value);
        follower.after = message.id.value;
    }
    if (changed("typing"))
        text += sentEvent("typing", {{QStringLiteral("typing"), follower.state.value(QStringLiteral("typing"))}});
    if (changed("owner") || changed("agent") || changed("asked"))
        text += sentEvent("owner", follower.state);
    if (!before.isEmpty() && changed("owner") && conversation->owner == Owner::Nobody)
        text += sentEvent("closed", {{QStringLiteral("closing"), keyOf(conversation->closing)}});
    if (!text.isEmpty())
        follower.exchange->push(text);
    return {};
}

void EventStreams::tellConversation(ConversationId id) {
    for (auto follower = m_followers.find(id); follower != m_followers.end() && follower.key() == id;) {
        const bool stays = follower->exchange->isOpen() && bringUpToDate(id, *follower);
        if (stays) {
            ++follower;
        } else {
            follower->exchange->endStream(); // it comes back and goes on from the last message
            follower = m_followers.erase(follower);
        }
    }
}

void EventStreams::tellDesk() {
    if (m_deskFollowers.isEmpty())
        return;
    while (true) {
        const auto events = m_place.stores().events.events({.kinds = {},
                                                            .conversation = {},
                                                            .from = {},
                                                            .to = {},
                                                            .after = EventId{m_lastEvent},
                                                            .most = mostAtOnce});
        if (!events || events->isEmpty())
            return;
        m_lastEvent = events->last().id.value;
        for (const Event &event : *events) {
            const QByteArray text = sentEvent(keyOf(event.kind).toLatin1().constData(), eventJson(event), event.id.value);
            for (Follower &follower : m_deskFollowers) {
                if (event.id.value > follower.after) {
                    follower.exchange->push(text);
                    follower.after = event.id.value;
                }
            }
        }
    }
}

void EventStreams::beat() {
    m_deskFollowers.removeIf([](const Follower &follower) { return !follower.exchange->isOpen(); });
    m_followers.removeIf([](auto follower) { return !follower.value().exchange->isOpen(); });
    for (const Follower &follower : std::as_const(m_deskFollowers))
        follower.exchange->push(": still here\n\n");
    for (const Follower &follower : std::as_const(m_followers))
        follower.exchange->push(": still here\n\n");
}

void EventStreams::endAll() {
    for (const Follower &follower : std::as_const(m_deskFollowers))
        follower.exchange->endStream();
    for (const Follower &follower : std::as_const(m_followers))
        follower.exchange->endStream();
    m_deskFollowers.clear();
    m_followers.clear();
}

} // namespace relaydesk
