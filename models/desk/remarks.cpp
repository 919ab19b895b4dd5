// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/remarks.h"
#include "models/desk/mentions.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Remarks", text); }

} // namespace

Result<EventId> Remarks::note(TicketId ticketId, AgentId agent, const QString &text) {
    const QString note = text.trimmed();
    if (note.isEmpty() || note.size() > longestNote)
        return failure(ErrorKind::Invalid,
                       tr("A note has 1 to %1 characters. Nothing was written down.").arg(longestNote));
    auto ticket = m_journal.stores().tickets.ticket(ticketId);
    RELAYDESK_TRY(ticket);
    RELAYDESK_TRY(m_journal.stores().people.agent(agent));
    const auto agents = m_journal.stores().people.agents();
    RELAYDESK_TRY(agents);
    QJsonArray mentions;
    for (const AgentId mentioned : mentionsIn(note, *agents))
        mentions.append(mentioned.value);
    const auto logged =
        m_journal.log({.kind = EventKind::Noted,
                       .conversation = ticket->conversation,
                       .ticket = ticketId,
                       .agent = agent,
                       .data = {{QStringLiteral("text"), note}, {QStringLiteral("mentions"), mentions}}});
    RELAYDESK_TRY(logged);
    RELAYDESK_TRY(m_journal.save(*ticket)); // tells whoever shows it
    return logged;
}

Result<EventId> Remarks::rate(ConversationId id, int stars, const QString &comment) {
    if (stars < 1 || stars > 5 || comment.size() > longestNote)
        return failure(ErrorKind::Invalid,
                       tr("A rating has 1 to 5 stars and a comment of at most %1 characters. Nothing was written down.")
                           .arg(longestNote));
    auto conversation = m_journal.stores().conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    RELAYDESK_TRY(noteOutcome(*conversation, stars));
    const auto logged = m_journal.log({.kind = EventKind::Rated,
                                       .conversation = id,
                                       .data = {{QStringLiteral("stars"), stars},
                                                {QStringLiteral("comment"), comment.trimmed()},
                                                {QStringLiteral("verdict"), conversation->answer.value}}});
    RELAYDESK_TRY(logged);
    RELAYDESK_TRY(m_journal.save(*conversation));
    return logged;
}

//! Four and five stars speak for the open answer; fewer say nothing certain about it.
Result<void> Remarks::noteOutcome(const Conversation &conversation, int stars) {
    if (!conversation.answer.isValid() || stars < 4)
        return {};
    const auto verdict = m_journal.stores().events.event(conversation.answer);
    RELAYDESK_TRY(verdict);
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Feedback,
                                 .conversation = conversation.id,
                                 .article = verdict->article,
                                 .data = {{QStringLiteral("verdict"), conversation.answer.value},
                                          {QStringLiteral("outcome"), QStringLiteral("rated_well")}}}));
    return {};
}

Result<EventId> Remarks::attach(ConversationId id, const SentFile &file) {
    auto conversation = m_journal.stores().conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const QString size = QLocale(QLocale::English).formattedDataSize(file.size);
    QString said = tr("File received: %1 (%2)").arg(file.name, size);
    if (file.agent.isValid()) {
        const auto agent = m_journal.stores().people.agent(file.agent);
        RELAYDESK_TRY(agent);
        said = tr("%1 sent a file: %2 (%3)").arg(agent->name, file.name, size);
    }
    const auto message = m_journal.say(*conversation, Author::System, said);
    RELAYDESK_TRY(message);
    QJsonObject data = sentFileToJson(file);
    data.insert(QStringLiteral("message"), message->value);
    const auto logged =
        m_journal.log({.kind = EventKind::Uploaded, .conversation = id, .agent = file.agent, .data = data});
    RELAYDESK_TRY(logged);
    RELAYDESK_TRY(m_journal.save(*conversation));
    return logged;
}

} // namespace relaydesk
