// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/turnanswer.h"
#include "app/api/apijson.h"
#include "models/desk/eventdata.h"

namespace relaydesk {

namespace {

constexpr int longestRun = 1000; // messages after the one that was asked about

//! The first run of replies after the message: a burst of messages has one answer, after its last one.
struct Replies {
    QStringList texts;
    QVector<Choice> choices; //!< of the last one
};

Replies repliesTo(const QVector<Message> &messages) {
    Replies replies;
    for (const Message &message : messages) {
        if (message.author == Author::Customer) {
            if (!replies.texts.isEmpty())
                break;
            continue;
        }
        replies.texts.append(message.text);
        replies.choices = message.choices;
    }
    return replies;
}

//! The verdict on the turn of the message: the first one logged after it.
Result<std::optional<Verdict>> verdictAfter(const EventStore &events, const Conversation &conversation,
                                            MessageId message) {
    const auto found = events.events({.kinds = {EventKind::Message, EventKind::Verdict},
                                      .conversation = conversation.id,
                                      .from = conversation.lastAt.addDays(-1),
                                      .to = {}});
    RELAYDESK_TRY(found);
    bool isAfter = false;
    for (const Event &event : *found) {
        if (event.kind == EventKind::Message)
            isAfter = isAfter || event.data.value(QStringLiteral("message")).toInteger() == message.value;
        else if (isAfter)
            return std::optional<Verdict>(verdictFromJson(event.data));
    }
    return std::optional<Verdict>{};
}

} // namespace

Result<QJsonObject> turnAnswer(const Stores &stores, ConversationId id, MessageId message, bool explain) {
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto messages = stores.conversations.messages(id, message, longestRun);
    RELAYDESK_TRY(messages);
    const auto verdict = verdictAfter(stores.events, *conversation, message);
    RELAYDESK_TRY(verdict);
    const bool withPerson = conversation->owner == Owner::Queue || conversation->owner == Owner::Agent;
    const double confidence = *verdict ? (*verdict)->confidence.score : withPerson ? 0 : 1;
    const Replies replies = repliesTo(*messages);
    QJsonObject object{{QStringLiteral("response"), replies.texts.join(QStringLiteral("\n\n"))},
                       {QStringLiteral("confidence"), confidence},
                       {QStringLiteral("needsHuman"), withPerson}};
    if (!replies.choices.isEmpty())
        object.insert(QStringLiteral("choices"), choicesJson(replies.choices));
    if (!explain)
        return object;
    const QJsonObject card = verdictCard(verdict->value_or(Verdict{}));
    for (auto field = card.begin(); field != card.end(); ++field)
        object.insert(field.key(), *field);
    return object;
}

} // namespace relaydesk
