// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/agentwork.h"
#include "app/cli/agentcare.h"
#include "app/cli/agentmacros.h"
#include "app/cli/printing.h"
#include "app/cli/ticketprinting.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("AgentWork", text); }

Result<qint64> numberIn(const AgentOrder &order) {
    bool isNumber = false;
    const qint64 number = order.words.first().toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return failure(ErrorKind::Invalid, tr("\"%1\" is not a number.").arg(order.words.first()));
    return number;
}

Result<Ticket> ticketIn(const AgentOrder &order, const Stores &stores) {
    const auto number = numberIn(order);
    RELAYDESK_TRY(number);
    return stores.tickets.ticket(TicketId{*number});
}

Result<Proposal> proposalIn(const AgentOrder &order, const Stores &stores) {
    const auto number = numberIn(order);
    RELAYDESK_TRY(number);
    return stores.proposals.proposal(ProposalId{*number});
}

void tellLesson(const AgentOrder &order, Terminal &terminal, const std::optional<Proposal> &proposal) {
    if (order.json)
        printJson(terminal.out,
                  {{QStringLiteral("success"), true},
                   {QStringLiteral("learned"), proposal && proposal->status == ProposalStatus::Published},
                   {QStringLiteral("proposal"), proposal ? QJsonValue(proposalJson(*proposal)) : QJsonValue()}});
    else if (proposal)
        printProposal(terminal.out, *proposal);
    else
        terminal.out << tr("Nothing new to learn from it.") << Qt::endl;
}

//! As the agent's --learn-… options change it.
Proposal edited(Proposal proposal, const AgentOrder &order) {
    if (!order.learnTitle.isEmpty())
        proposal.title = order.learnTitle;
    if (!order.learnQuestion.isEmpty())
        proposal.question = order.learnQuestion;
    if (!order.learnAnswer.isEmpty())
        proposal.answer = order.learnAnswer;
    if (!order.learnQuestion.isEmpty() && order.learnTitle.isEmpty() && proposal.kind == LessonKind::NewArticle)
        proposal.title = titleFrom(order.learnQuestion);
    return proposal;
}

bool isEdited(const AgentOrder &order) {
    return !(order.learnTitle + order.learnQuestion + order.learnAnswer).isEmpty();
}

Result<void> list(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const Stores stores = storage.stores();
    const auto tickets = stores.tickets.tickets({.status = {}, .conversation = {}, .openOnly = !order.all});
    RELAYDESK_TRY(tickets);
    QJsonArray array;
    for (const Ticket &ticket : *tickets) {
        const auto view = viewOf(ticket, stores);
        RELAYDESK_TRY(view);
        if (order.json)
            array.append(ticketJson(*view, false));
        else
            printTicketLine(terminal.out, *view, QDateTime::currentDateTimeUtc());
    }
    if (order.json)
        printJson(terminal.out, {{QStringLiteral("tickets"), array}});
    else if (tickets->isEmpty())
        terminal.out << tr("Nobody waits for a person.") << '\n';
    terminal.out.flush();
    return {};
}

Result<void> show(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const auto ticket = ticketIn(order, storage.stores());
    RELAYDESK_TRY(ticket);
    const auto view = viewOf(*ticket, storage.stores());
    RELAYDESK_TRY(view);
    if (order.json)
        printJson(terminal.out, ticketJson(*view, true));
    else
        printTicket(terminal.out, *view);
    return {};
}

Result<void> claim(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    RELAYDESK_TRY(services.desk->claim(ticket->id, agent->id, order.takeOver));
    tell(order, terminal, tr("Ticket %1 is yours. The customer was told.").arg(ticket->id.value),
         {{QStringLiteral("success"), true}});
    return {};
}

Result<void> reply(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    if (!ticket->isOpen())
        return failure(ErrorKind::Conflict,
                       tr("Ticket %1 is closed. Nothing was sent; reopen it to write again.").arg(ticket->id.value));
    RELAYDESK_TRY(services.desk->reply(ticket->conversation, agent->id, order.words.at(1)));
    tell(order, terminal, tr("Sent."), {{QStringLiteral("success"), true}});
    return {};
}

Result<void> resolve(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    if (order.words.size() > 1 && ticket->isOpen())
        RELAYDESK_TRY(services.desk->reply(ticket->conversation, agent->id, order.words.at(1)));
    Teaching teaching{.learn = order.learn, .edited = {}};
    if (order.learn && isEdited(order)) {
        const auto proposed = services.desk->lessonOf(ticket->id);
        RELAYDESK_TRY(proposed);
        teaching.edited =
            edited(proposed->value_or(Proposal{.ticket = ticket->id, .question = ticket->question, .agent = agent->id}),
                   order);
    }
    const auto learned = services.desk->resolve(ticket->id, agent->id, teaching);
    RELAYDESK_TRY(learned);
    if (!order.json)
        terminal.out << tr("Ticket %1 is resolved.").arg(ticket->id.value) << '\n';
    tellLesson(order, terminal, *learned);
    return {};
}

Result<void> giveBack(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    RELAYDESK_TRY(services.desk->giveBack(ticket->id, agent->id));
    tell(order, terminal, tr("The assistant has the conversation again, with a clean slate."),
         {{QStringLiteral("success"), true}});
    return {};
}

Result<void> reopen(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    RELAYDESK_TRY(services.desk->reopen(ticket->conversation, agent->id));
    tell(order, terminal, tr("The conversation is open again and yours."), {{QStringLiteral("success"), true}});
    return {};
}

Result<void> lesson(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto ticket = ticketIn(order, services.storage->stores());
    RELAYDESK_TRY(ticket);
    const auto proposed = services.desk->lessonOf(ticket->id);
    RELAYDESK_TRY(proposed);
    tellLesson(order, terminal, *proposed);
    return {};
}

Result<void> proposals(const AgentOrder &order, SqliteStores &storage, Terminal &terminal) {
    const auto found =
        storage.stores().proposals.proposals({}, order.all ? std::nullopt : std::optional(ProposalStatus::Pending));
    RELAYDESK_TRY(found);
    QJsonArray array;
    for (const Proposal &proposal : *found) {
        if (order.json)
            array.append(proposalJson(proposal));
        else
            printProposal(terminal.out, proposal);
    }
    if (order.json)
        printJson(terminal.out, {{QStringLiteral("proposals"), array}});
    else if (found->isEmpty())
        terminal.out << tr("Nothing waits for a decision.") << Qt::endl;
    return {};
}

Result<void> publish(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto proposal = proposalIn(order, services.storage->stores());
    RELAYDESK_TRY(proposal);
    const auto published = services.desk->publish(edited(*proposal, order));
    RELAYDESK_TRY(published);
    tellLesson(order, terminal, *published);
    return {};
}

Result<void> decline(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto proposal = proposalIn(order, services.storage->stores());
    RELAYDESK_TRY(proposal);
    const auto declined = services.desk->decline(*proposal);
    RELAYDESK_TRY(declined);
    tellLesson(order, terminal, *declined);
    return {};
}

Result<void> undo(const AgentOrder &order, Services &services, Terminal &terminal) {
    const auto proposal = proposalIn(order, services.storage->stores());
    RELAYDESK_TRY(proposal);
    const auto undone = services.desk->rollBack(proposal->id);
    RELAYDESK_TRY(undone);
    tellLesson(order, terminal, *undone);
    return {};
}

Result<void> setAvailable(const AgentOrder &order, Services &services, bool available) {
    const auto agent = services.desk->agentNamed(order.agentName);
    RELAYDESK_TRY(agent);
    return services.desk->setAvailable(agent->id, available);
}

Result<void> beAvailable(const AgentOrder &order, Services &services, Terminal &terminal) {
    RELAYDESK_TRY(setAvailable(order, services, true));
    tell(order, terminal, tr("%1 is at the desk; customers hear that a person is coming.").arg(order.agentName),
         {{QStringLiteral("success"), true}});
    return {};
}

Result<void> beAway(const AgentOrder &order, Services &services, Terminal &terminal) {
    RELAYDESK_TRY(setAvailable(order, services, false));
    tell(order, terminal,
         tr("%1 is away; what was claimed is back in the queue, and the customers were told.").arg(order.agentName),
         {{QStringLiteral("success"), true}});
    return {};
}

} // namespace

void tell(const AgentOrder &order, Terminal &terminal, const QString &sentence, const QJsonObject &object) {
    if (order.json)
        printJson(terminal.out, object);
    else
        terminal.out << sentence << Qt::endl;
}

const QVector<AgentVerb> &agentVerbs() {
    static const QVector<AgentVerb> verbs =
        QVector<AgentVerb>{
            {QStringLiteral("list"), {}, tr("who waits, longest first"), 0, 0, true, nullptr, list},
            {QStringLiteral("show"), QStringLiteral("TICKET"),
             tr("the conversation, why it was handed over, the closest articles"), 1, 1, true, nullptr, show},
            {QStringLiteral("claim"), QStringLiteral("TICKET"), tr("it is yours; the customer is told"), 1, 1, false,
             claim, nullptr},
            {QStringLiteral("reply"), QStringLiteral("TICKET TEXT"), tr("write to the customer (claims it)"), 2, 2,
             false, reply, nullptr},
            {QStringLiteral("resolve"), QStringLiteral("TICKET [TEXT]"),
             tr("solved, after a last reply if TEXT is given; the answer is learned"), 1, 2, false, resolve, nullptr},
            {QStringLiteral("give-back"), QStringLiteral("TICKET"), tr("back to the assistant, with a clean slate"), 1,
             1, false, giveBack, nullptr},
            {QStringLiteral("reopen"), QStringLiteral("TICKET"), tr("take up a closed conversation again"), 1, 1, false,
             reopen, nullptr},
            {QStringLiteral("lesson"), QStringLiteral("TICKET"), tr("what would be learned from it"), 1, 1, false,
             lesson, nullptr},
            {QStringLiteral("proposals"), {}, tr("what waits to be learned"), 0, 0, true, nullptr, proposals},
            {QStringLiteral("publish"), QStringLiteral("PROPOSAL"), tr("learn it"), 1, 1, false, publish, nullptr},
            {QStringLiteral("decline"), QStringLiteral("PROPOSAL"), tr("do not learn it"), 1, 1, false, decline,
             nullptr},
            {QStringLiteral("undo"), QStringLiteral("PROPOSAL"), tr("roll back what was learned"), 1, 1, false, undo,
             nullptr},
            {QStringLiteral("available"), {}, tr("at the desk"), 0, 0, false, beAvailable, nullptr},
            {QStringLiteral("away"),
             {},
             tr("not at the desk; claimed tickets return to the queue"),
             0,
             0,
             false,
             beAway,
             nullptr},
        } +
        careVerbs() + macroVerbs();
    return verbs;
}

} // namespace relaydesk
