// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/transcriptrows.h"
#include "models/desk/eventdata.h"
#include "models/desk/ticketgroup.h"
#include "models/domain/feedback.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("DeskReading", text); }

//! What is shown small under an answer of the assistant: where it came from and how sure it was.
QString remarkOn(const Verdict &verdict) {
    const QString score = QString::number(verdict.confidence.score, 'f', 2);
    return verdict.written || verdict.sources.isEmpty()
               ? tr("written by %1 \u00b7 %2").arg(verdict.model.isEmpty() ? tr("the model") : verdict.model, score)
               : tr("article \u201c%1\u201d \u00b7 %2").arg(verdict.sources.first().title, score);
}

//! The assistant's answers, by the verdict that each of them came from, and what customers said of them.
class KnownAnswers {
  public:
    KnownAnswers(const QVector<Event> &verdicts, const QVector<Event> &feedback) {
        for (const Event &event : verdicts) {
            const Verdict verdict = verdictFromJson(event.data);
            if (verdict.answer)
                m_given.append({event.id, event.at, *verdict.answer, remarkOn(verdict)});
        }
        for (const Event &event : feedback) {
            const auto said = fromKey<Feedback>(event.data.value(QLatin1String("outcome")).toString());
            if (said && isVolunteered(*said))
                m_helped.insert({event.data.value(QLatin1String("verdict")).toInteger()}, said == Feedback::Yes);
        }
    }

    void describe(MessageRow &row) const {
        const auto given = std::find_if(m_given.crbegin(), m_given.crend(), [&](const Given &one) {
            return one.at <= row.at && one.text == row.text; // the same answer may have been given before
        });
        if (given == m_given.crend())
            return;
        row.answer = given->id;
        row.remark = given->remark;
        if (const auto helped = m_helped.constFind(given->id); helped != m_helped.constEnd()) {
            row.helped = *helped;
            row.remark = tr("%1 \u00b7 %2").arg(row.remark, helpedWords(*helped));
        }
    }

  private:
    struct Given {
        EventId id;
        QDateTime at;
        QString text;
        QString remark;
    };
    QVector<Given> m_given;
    QHash<EventId, bool> m_helped;
};

//! By the message that told of them.
QHash<MessageId, SentFile> filesIn(const QVector<Event> &uploads) {
    QHash<MessageId, SentFile> files;
    for (const Event &event : uploads)
        files.insert(MessageId{event.data[QLatin1String("message")].toInteger()},
                     sentFileFromJson(event.data, event.agent));
    return files;
}

//! A notice that a file was sent becomes a bubble of whoever sent it.
void showFile(MessageRow &row, const SentFile &file) {
    row.file = file;
    row.author = file.agent.isValid() ? Author::Agent : Author::Customer;
    row.text = tr("%1 \u00b7 %2").arg(file.name, QLocale().formattedDataSize(file.size));
}

constexpr int readAtOnce = 200;

Result<TranscriptPart> partOf(const Stores &stores, ConversationId id) {
    const auto conversation = stores.conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    return messageRows(stores, *conversation, *customer);
}

//! What was posted to several conversations at once stands there once.
bool isCopy(const MessageRow &row, const QVector<MessageRow> &known) {
    return row.author == Author::Agent && std::any_of(known.begin(), known.end(), [&](const MessageRow &other) {
               return other.author == row.author && other.at == row.at && other.text == row.text;
           });
}

Result<void> addNotes(const Stores &stores, TicketId ticket, QVector<MessageRow> &rows) {
    const auto notes = stores.events.events({.kinds = {EventKind::Noted}, .ticket = ticket});
    RELAYDESK_TRY(notes);
    for (const Event &note : *notes) {
        const auto agent = stores.people.agent(note.agent);
        rows.append({.id = MessageId{-note.id.value}, // of no message, but its own
                     .author = Author::Agent,
                     .speaker = tr("Note by %1").arg(agent ? agent->name : tr("a colleague")),
                     .text = note.data.value(QLatin1String("text")).toString(),
                     .at = note.at,
                     .isNote = true});
    }
    return {};
}

Result<void> addMerged(const Stores &stores, const Ticket &merged, QVector<MessageRow> &rows) {
    const auto more = partOf(stores, merged.conversation);
    RELAYDESK_TRY(more);
    const QVector<MessageRow> known = rows;
    for (MessageRow row : more->messages) {
        if (row.author == Author::System || isCopy(row, known))
            continue;
        row.remark = tr("ticket %1").arg(merged.id.value);
        rows.append(row);
    }
    return addNotes(stores, merged.id, rows);
}

//! What the customer wrote in the conversation that the ticket was split from, while the ticket was open.
Result<void> addOrigin(const Stores &stores, ConversationId origin, const Ticket &split, QVector<MessageRow> &rows) {
    const auto more = partOf(stores, origin);
    RELAYDESK_TRY(more);
    for (MessageRow row : more->messages) {
        const bool isMeanwhile = row.at > split.openedAt && (split.isOpen() || row.at <= split.endedAt);
        if (row.author != Author::Customer || !isMeanwhile)
            continue;
        row.remark = tr("in the first conversation");
        rows.append(row);
    }
    return {};
}

} // namespace

Result<TranscriptPart> messageRows(const Stores &stores, const Conversation &conversation, const Customer &customer,
                                   MessageId before) {
    const ConversationId id = conversation.id;
    auto messages = stores.conversations.lastMessages(id, before, readAtOnce + 1);
    RELAYDESK_TRY(messages);
    const bool hasEarlier = messages->size() > readAtOnce;
    if (hasEarlier)
        messages->removeFirst();
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    const auto during = [&](EventKind kind) {
        return stores.events.events({.kinds = {kind},
                                     .conversation = id,
                                     .from = messages->isEmpty() ? QDateTime() : messages->first().at.addSecs(-1),
                                     .to = messages->isEmpty() ? QDateTime() : messages->last().at.addSecs(1)});
    };
    const auto verdicts = during(EventKind::Verdict);
    RELAYDESK_TRY(verdicts);
    const auto feedback =
        verdicts->isEmpty()
            ? Result<QVector<Event>>(QVector<Event>())
            : stores.events.events(
                  {.kinds = {EventKind::Feedback}, .conversation = id, .from = verdicts->first().at, .to = {}});
    RELAYDESK_TRY(feedback);
    const KnownAnswers answers(*verdicts, *feedback);
    const auto uploads = during(EventKind::Uploaded);
    RELAYDESK_TRY(uploads);
    const QHash<MessageId, SentFile> files = filesIn(*uploads);
    QHash<AgentId, QString> names;
    for (const Agent &agent : *agents)
        names.insert(agent.id, agent.name);
    QVector<MessageRow> rows;
    rows.reserve(messages->size());
    for (const Message &message : *messages) {
        MessageRow row{message.id, message.author, {}, message.text, message.at, {}};
        const SentFile file = files.value(message.id);
        if (!file.isNone())
            showFile(row, file);
        if (row.author == Author::Customer)
            row.speaker = customer.name.isEmpty() ? tr("Customer") : customer.name;
        else if (row.author == Author::Agent)
            row.speaker = names.value(file.isNone() ? message.agent : file.agent, tr("Agent"));
        else if (row.author == Author::Assistant) {
            row.speaker = tr("Assistant");
            answers.describe(row);
        }
        rows.append(row);
    }
    return TranscriptPart{rows, hasEarlier};
}

Result<TranscriptPart> ticketTranscript(const Stores &stores, const Ticket &ticket) {
    auto part = partOf(stores, ticket.conversation);
    RELAYDESK_TRY(part);
    QVector<MessageRow> &rows = part->messages;
    const QDateTime begin = part->hasEarlier ? rows.first().at : QDateTime();
    const auto merged = stores.tickets.tickets({.most = std::numeric_limits<int>::max(), .mergedInto = ticket.id});
    RELAYDESK_TRY(merged);
    for (const Ticket &other : *merged)
        RELAYDESK_TRY(addMerged(stores, other, rows));
    const auto origins = TicketGroup(stores).originsOf(ticket);
    RELAYDESK_TRY(origins);
    for (const ConversationId origin : *origins)
        RELAYDESK_TRY(addOrigin(stores, origin, ticket, rows));
    RELAYDESK_TRY(addNotes(stores, ticket.id, rows));
    rows.removeIf([&](const MessageRow &row) { return begin.isValid() && row.at < begin; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const MessageRow &one, const MessageRow &other) { return one.at < other.at; });
    return part;
}

} // namespace relaydesk
