// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/relay.h"
#include "models/desk/choices.h"
#include "models/desk/customerintent.h"
#include "models/desk/eventdata.h"
#include "models/desk/summary.h"
#include "models/desk/turn.h"
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Relay", text); }

tl::unexpected<Failure> refused(const QString &sentence) { return failure(ErrorKind::Conflict, sentence); }

} // namespace

//! The number of an episode that was taken back is not used again: its words would stand among those of the new one.
Result<void> Relay::startClean(Conversation &conversation) const {
    constexpr int looked = 500; // as far back as Journal::episodeOf() reads
    const auto messages = m_journal.stores().conversations.lastMessages(conversation.id, {}, looked);
    RELAYDESK_TRY(messages);
    for (const Message &message : *messages)
        conversation.episode = std::max(conversation.episode, message.episode);
    ++conversation.episode;
    ++conversation.job;
    conversation.answering = false;
    conversation.asked = false;
    conversation.toldWaiting = false;
    conversation.answer = {};
    conversation.closing = Closing::Open;
    return {};
}

Result<void> Relay::move(Conversation &conversation, Step step) const {
    const auto then = ownerAfter(conversation.owner, step);
    if (!then)
        return refused(tr("This conversation is with %1; that is not possible now. Nothing was changed.")
                           .arg(keyOf(conversation.owner)));
    conversation.owner = *then;
    if (*then != Owner::Agent)
        conversation.agent = {};
    return {};
}

Result<void> Relay::save(Case &changed, EventKind kind, const QJsonObject &data) {
    RELAYDESK_TRY(m_journal.save(changed.conversation));
    RELAYDESK_TRY(m_journal.save(changed.ticket));
    RELAYDESK_TRY(m_journal.log({.kind = kind,
                                 .conversation = changed.conversation.id,
                                 .ticket = changed.ticket.id,
                                 .agent = changed.agent.id,
                                 .data = data}));
    return {};
}

Result<bool> Relay::someoneAvailable() const {
    const auto agents = m_journal.stores().people.agents();
    RELAYDESK_TRY(agents);
    return std::any_of(agents->begin(), agents->end(), [](const Agent &agent) { return agent.available; });
}

Result<void> Relay::handOver(Conversation &conversation, const Verdict &verdict, EventId logged) {
    const auto available = someoneAvailable();
    RELAYDESK_TRY(available);
    auto ticket = ticketFor(conversation, verdict, logged);
    RELAYDESK_TRY(ticket);
    // The assistant speaks for the last time while it still owns the conversation.
    RELAYDESK_TRY(
        m_journal.say(conversation, Author::Assistant, wording::handedOver(verdict.handoff->category, *available)));
    RELAYDESK_TRY(move(conversation, Step::HandOver));
    ++conversation.job;
    conversation.answering = false;
    conversation.asked = false;
    conversation.toldWaiting = false;
    RELAYDESK_TRY(m_journal.save(conversation));
    RELAYDESK_TRY(open(*ticket));
    m_journal.noteHandOver(ticket->id);
    return {};
}

Result<Ticket> Relay::ticketFor(const Conversation &conversation, const Verdict &verdict, EventId logged) const {
    const auto customer = m_journal.stores().people.customer(conversation.customer);
    RELAYDESK_TRY(customer);
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    return Ticket{.conversation = conversation.id,
                  .episode = conversation.episode,
                  .reason = *verdict.handoff,
                  .confidence = verdict.confidence.score,
                  .verdict = logged,
                  .question = verdict.question,
                  .summary = summaryOf(customer->name, *episode, verdict),
                  .openedAt = m_journal.now()};
}

Result<void> Relay::open(Ticket &ticket) {
    RELAYDESK_TRY(m_journal.save(ticket));
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Handoff,
                                 .conversation = ticket.conversation,
                                 .ticket = ticket.id,
                                 .data = {{QStringLiteral("category"), keyOf(ticket.reason.category)},
                                          {QStringLiteral("sentence"), ticket.reason.sentence}}}));
    return {};
}

Result<EventId> Relay::endTurn(Conversation &conversation, const HandoffReason &reason) {
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    if (!conversation.answering && openChoices(*episode).isEmpty())
        return EventId{};
    Verdict verdict;
    verdict.question = openTurn(*episode);
    verdict.handoff = reason;
    ++conversation.job;
    conversation.answering = false;
    return m_journal.log({.kind = EventKind::Verdict, .conversation = conversation.id, .data = toJson(verdict)});
}

Result<Relay::Case> Relay::caseOf(TicketId id, AgentId agentId) const {
    const auto ticket = m_journal.stores().tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    const auto conversation = m_journal.stores().conversations.conversation(ticket->conversation);
    RELAYDESK_TRY(conversation);
    const auto agent = m_journal.stores().people.agent(agentId);
    RELAYDESK_TRY(agent);
    if (ticket->status == TicketStatus::Resolved)
        return refused(tr("Ticket %1 is resolved already; it counts once. Reopen it to write again.").arg(id.value));
    if (ticket->status == TicketStatus::Returned)
        return refused(tr("Ticket %1 was given back to the assistant. Nothing was changed.").arg(id.value));
    return Case{*ticket, *conversation, *agent};
}

Result<Relay::Case> Relay::caseOf(ConversationId id, AgentId agentId) const {
    const auto conversation = m_journal.stores().conversations.conversation(id);
    RELAYDESK_TRY(conversation);
    const auto agent = m_journal.stores().people.agent(agentId);
    RELAYDESK_TRY(agent);
    const auto open = m_journal.stores().tickets.tickets({.status = {}, .conversation = id, .openOnly = true});
    RELAYDESK_TRY(open);
    return Case{open->isEmpty() ? Ticket{} : open->first(), *conversation, *agent};
}

Result<void> Relay::take(Case &taken, bool fromAnother, AgentId by) {
    Conversation &conversation = taken.conversation;
    QJsonObject data;
    if (conversation.owner == Owner::Agent) {
        if (conversation.agent == taken.agent.id)
            return {};
        const auto other = m_journal.stores().people.agent(conversation.agent);
        RELAYDESK_TRY(other);
        if (!fromAnother)
            return refused(tr("%1 is answering ticket %2. Nothing was sent; take it over if that is meant.")
                               .arg(other->name, QString::number(taken.ticket.id.value)));
        data.insert(QStringLiteral("from"), other->id.value);
    }
    if (by.isValid() && by != taken.agent.id)
        data.insert(QStringLiteral("by"), by.value);
    RELAYDESK_TRY(move(conversation, Step::AgentTakes));
    conversation.agent = taken.agent.id;
    taken.ticket.status = TicketStatus::Claimed;
    taken.ticket.agent = taken.agent.id;
    RELAYDESK_TRY(m_journal.say(conversation, Author::System, wording::joined(taken.agent.name)));
    RELAYDESK_TRY(save(taken, EventKind::Claimed, data));
    return takeFollowers(taken);
}

//! An agent writes into a conversation that the assistant owns.
Result<void> Relay::takeOver(Case &taken) {
    Conversation &conversation = taken.conversation;
    const HandoffReason reason = wording::takenOver(taken.agent.name);
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    Verdict verdict;
    verdict.question = lastQuestion(*episode);
    verdict.handoff = reason;
    const auto logged = endTurn(conversation, reason);
    RELAYDESK_TRY(logged);
    const auto ticket = ticketFor(conversation, verdict, *logged);
    RELAYDESK_TRY(ticket);
    taken.ticket = *ticket;
    RELAYDESK_TRY(open(taken.ticket));
    ++conversation.job;
    conversation.asked = false;
    return take(taken, false);
}

Result<void> Relay::claim(TicketId ticket, AgentId agent, bool fromAnother, AgentId by) {
    auto taken = leaderOf(ticket, agent);
    RELAYDESK_TRY(taken);
    return take(*taken, fromAnother, by);
}

Result<MessageId> Relay::reply(ConversationId id, AgentId agent, const QString &written) {
    const QString text = cleanedMessage(written);
    if (text.isEmpty())
        return failure(ErrorKind::Invalid, tr("The reply is empty. Nothing was sent."));
    auto taken = caseOf(id, agent);
    RELAYDESK_TRY(taken);
    if (taken->conversation.owner == Owner::Nobody)
        return refused(tr("This conversation is closed. Nothing was sent; reopen it to write again."));
    if (taken->conversation.owner == Owner::Assistant) {
        RELAYDESK_TRY(takeOver(*taken));
    } else if (taken->ticket.mergedInto.isValid()) {
        taken = leaderOf(taken->ticket.id, agent);
    }
    RELAYDESK_TRY(taken);
    RELAYDESK_TRY(take(*taken, false));
    return sayTo(taken->ticket, id, agent, text);
}

Result<void> Relay::isWithNobodyElse(const Conversation &conversation, TicketId ticket, AgentId agent) const {
    if (conversation.owner != Owner::Agent || conversation.agent == agent)
        return {};
    const auto other = m_journal.stores().people.agent(conversation.agent);
    RELAYDESK_TRY(other);
    return refused(tr("Ticket %1 is with %2. Nothing was changed; take it over first.")
                       .arg(QString::number(ticket.value), other->name));
}

Result<void> Relay::wake(Conversation &conversation) const {
    conversation.owner = *ownerAfter(Owner::Nobody, Step::CustomerWrites);
    return startClean(conversation);
}

Result<void> Relay::close(Conversation &conversation, Closing closing, bool confirmed) {
    RELAYDESK_TRY(move(conversation, confirmed ? Step::CustomerConfirms : Step::Silence));
    ++conversation.job;
    conversation.asked = false;
    conversation.closing = closing;
    RELAYDESK_TRY(m_journal.save(conversation));
    RELAYDESK_TRY(m_journal.log({.kind = EventKind::Closed,
                                 .conversation = conversation.id,
                                 .data = {{QStringLiteral("closing"), keyOf(closing)}}}));
    return {};
}

} // namespace relaydesk
