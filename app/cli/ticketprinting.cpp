// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/ticketprinting.h"
#include "app/cli/printing.h"
#include "models/desk/eventdata.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TicketPrinting", text); }

QString waitingTime(const QDateTime &since, const QDateTime &now) {
    const qint64 minutes = std::max<qint64>(0, since.secsTo(now) / 60);
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    return minutes < 48 * 60 ? tr("%1 h").arg(minutes / 60) : tr("%1 d").arg(minutes / (24 * 60));
}

QString customerOf(const TicketView &view) {
    return view.customer.name.isEmpty() ? tr("(no name)") : view.customer.name;
}

QJsonArray conversationJson(const QVector<Message> &messages) {
    QJsonArray array;
    for (const Message &message : messages)
        array.append(QJsonObject{{QStringLiteral("id"), message.id.value},
                                 {QStringLiteral("from"), keyOf(message.author)},
                                 {QStringLiteral("text"), message.text},
                                 {QStringLiteral("at"), message.at.toString(Qt::ISODateWithMs)}});
    return array;
}

} // namespace

Result<TicketView> viewOf(const Ticket &ticket, const Stores &stores) {
    TicketView view{.ticket = ticket, .conversation = {}, .customer = {}, .agent = {}, .messages = {}, .verdict = {}};
    const auto conversation = stores.conversations.conversation(ticket.conversation);
    RELAYDESK_TRY(conversation);
    view.conversation = *conversation;
    const auto customer = stores.people.customer(conversation->customer);
    RELAYDESK_TRY(customer);
    view.customer = *customer;
    if (ticket.agent.isValid()) {
        const auto agent = stores.people.agent(ticket.agent);
        RELAYDESK_TRY(agent);
        view.agent = agent->name;
    }
    if (ticket.verdict.isValid()) {
        const auto verdict = stores.events.event(ticket.verdict);
        RELAYDESK_TRY(verdict);
        view.verdict = verdict->data;
    }
    const auto messages = stores.conversations.messages(ticket.conversation, {}, std::numeric_limits<int>::max());
    RELAYDESK_TRY(messages);
    view.messages = *messages;
    return view;
}

void printTicketLine(QTextStream &out, const TicketView &view, const QDateTime &now) {
    const Ticket &ticket = view.ticket;
    out << QString::number(ticket.id.value).rightJustified(5) << "  " << keyOf(ticket.status).leftJustified(9)
        << waitingTime(ticket.openedAt, now).rightJustified(7) << "  "
        << printable(customerOf(view)).left(16).leftJustified(17) << keyOf(ticket.reason.category).leftJustified(18)
        << printable(ticket.question).simplified().left(60) << '\n';
}

void printTicket(QTextStream &out, const TicketView &view) {
    const Ticket &ticket = view.ticket;
    out << tr("Ticket %1, %2").arg(ticket.id.value).arg(keyOf(ticket.status))
        << (view.agent.isEmpty() ? QString() : tr(", with %1").arg(printable(view.agent))) << '\n';
    out << tr("Customer: %1").arg(printable(customerOf(view))) << '\n';
    out << tr("Why it asks for you: %1").arg(wrapped(ticket.reason.sentence, 2)) << '\n';
    if (!ticket.summary.isEmpty())
        out << tr("Summary: %1").arg(wrapped(ticket.summary, 2)) << '\n';
    const Verdict verdict = verdictFromJson(view.verdict);
    for (const Factor &factor : verdict.confidence.factors)
        out << "  " << factor.name.leftJustified(14) << number(factor.value) << "  "
            << (factor.logOdds < 0 ? QString() : QStringLiteral("+")) << number(factor.logOdds) << '\n';
    if (!verdict.draft.isEmpty())
        out << tr("Draft, not sent: %1").arg(wrapped(verdict.draft, 2)) << '\n';
    out << '\n';
    for (const Message &message : view.messages)
        printTurn(out, message.author == Author::Customer ? customerOf(view) : keyOf(message.author), message.text);
    out.flush();
}

QJsonObject ticketJson(const TicketView &view, bool whole) {
    const Ticket &ticket = view.ticket;
    QJsonObject object{
        {QStringLiteral("id"), ticket.id.value},
        {QStringLiteral("sessionId"), view.conversation.session},
        {QStringLiteral("customer"), view.customer.name},
        {QStringLiteral("status"), keyOf(ticket.status)},
        {QStringLiteral("reason"), keyOf(ticket.reason.category)},
        {QStringLiteral("reasonText"), ticket.reason.sentence},
        {QStringLiteral("confidence"), ticket.confidence},
        {QStringLiteral("question"), ticket.question},
        {QStringLiteral("agent"), view.agent.isEmpty() ? QJsonValue() : QJsonValue(view.agent)},
        {QStringLiteral("openedAt"), ticket.openedAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("priority"), keyOf(ticket.priority)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(ticket.tags)},
        {QStringLiteral("snoozedUntil"),
         ticket.snoozedUntil.isValid() ? QJsonValue(ticket.snoozedUntil.toString(Qt::ISODateWithMs)) : QJsonValue()},
        {QStringLiteral("mergedInto"),
         ticket.mergedInto.isValid() ? QJsonValue(ticket.mergedInto.value) : QJsonValue()},
        {QStringLiteral("splitFrom"), ticket.splitFrom.isValid() ? QJsonValue(ticket.splitFrom.value) : QJsonValue()},
    };
    if (!whole)
        return object;
    object.insert(QStringLiteral("summary"), ticket.summary);
    object.insert(QStringLiteral("conversation"), conversationJson(view.messages));
    for (const char *key : {"base", "factors", "sources", "draft"})
        object.insert(QLatin1String(key), view.verdict.value(QLatin1String(key)));
    return object;
}

} // namespace relaydesk
