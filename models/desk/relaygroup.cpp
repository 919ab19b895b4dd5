// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What happens to tickets that belong together: merged into one, or split from one.
#include "models/desk/deedlog.h"
#include "models/desk/relay.h"
#include "models/desk/session.h"
#include "models/desk/sla.h"
#include "models/desk/ticketclock.h"
#include "models/desk/turn.h"
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Relay", text); }

} // namespace

Result<Relay::Case> Relay::leaderOf(TicketId ticket, AgentId agent) const {
    auto found = caseOf(ticket, agent);
    RELAYDESK_TRY(found);
    return found->ticket.mergedInto.isValid() ? caseOf(found->ticket.mergedInto, agent) : found;
}

Result<std::vector<Relay::Case>> Relay::followersOf(const Ticket &leader, AgentId agent) const {
    const auto tickets = m_group.followersOf(leader.id);
    RELAYDESK_TRY(tickets);
    std::vector<Case> followers;
    for (const Ticket &ticket : *tickets) {
        const auto follower = caseOf(ticket.id, agent);
        RELAYDESK_TRY(follower);
        followers.push_back(*follower);
    }
    return followers;
}

Result<void> Relay::takeFollowers(const Case &taken) {
    auto followers = followersOf(taken.ticket, taken.agent.id);
    RELAYDESK_TRY(followers);
    for (Case &follower : *followers)
        RELAYDESK_TRY(take(follower, true));
    return {};
}

//! To everybody who reads what is answered to the ticket; the message of `asked` is the answer.
Result<MessageId> Relay::sayTo(const Ticket &leader, ConversationId asked, AgentId agent, const QString &text) {
    const auto readers = m_group.readersOf(leader);
    RELAYDESK_TRY(readers);
    MessageId posted;
    for (const ConversationId id : *readers) {
        auto reader = m_journal.stores().conversations.conversation(id);
        RELAYDESK_TRY(reader);
        const auto message = m_journal.say(*reader, Author::Agent, text, agent);
        RELAYDESK_TRY(message);
        RELAYDESK_TRY(m_journal.save(*reader));
        if (id == asked)
            posted = *message;
    }
    auto group = m_group.followersOf(leader.id);
    RELAYDESK_TRY(group);
    group->append(leader);
    for (Ticket &ticket : *group)
        RELAYDESK_TRY(setTurn(ticket, true));
    return posted;
}

Result<void> Relay::setTurn(Ticket &ticket, bool isCustomers) {
    const auto policy = readSlaPolicy(m_journal.stores().settings);
    RELAYDESK_TRY(policy);
    const Ticket before = ticket;
    const QDateTime now = m_journal.now();
    ticket.repliedAt = isCustomers ? now : QDateTime();
    if (isCustomers && !ticket.firstReplyAt.isValid())
        ticket.firstReplyAt = now;
    if (!isCustomers && ticket.snoozedUntil.isValid()) {
        ticket.snoozedUntil = {};
        RELAYDESK_TRY(m_journal.log(changeOf(before, {}, deeds::snoozed, iso(before.snoozedUntil), QString())));
    }
    settleClock(ticket, policy->hours, now);
    return ticket == before ? Result<void>{} : m_journal.save(ticket);
}

Result<void> Relay::customerWrote(const Conversation &conversation) {
    auto concerned = m_group.openSplitsOf(conversation.id);
    RELAYDESK_TRY(concerned);
    const auto open = m_group.openOf(conversation.id);
    RELAYDESK_TRY(open);
    if (*open)
        concerned->append(**open);
    for (qsizetype i = 0; i < concerned->size(); ++i) {
        Ticket &ticket = (*concerned)[i];
        RELAYDESK_TRY(setTurn(ticket, false));
        m_journal.noteChange(ticket.id);
        const auto leader = m_group.leaderOf(ticket);
        RELAYDESK_TRY(leader);
        if (leader->id != ticket.id)
            concerned->append(*leader);
    }
    return {};
}

Result<void> Relay::follow(TicketId id, TicketId into, AgentId by) {
    auto joining = m_group.followersOf(id);
    RELAYDESK_TRY(joining);
    const auto itself = m_journal.stores().tickets.ticket(id);
    RELAYDESK_TRY(itself);
    joining->append(*itself);
    for (Ticket &ticket : *joining) {
        RELAYDESK_TRY(m_journal.log(changeOf(ticket, by, deeds::merged, ticket.mergedInto.value, into.value)));
        ticket.mergedInto = into;
        RELAYDESK_TRY(m_journal.save(ticket));
    }
    const auto leader = m_journal.stores().tickets.ticket(into);
    RELAYDESK_TRY(leader);
    m_journal.noteChange(into);
    // One agent has them all: the leader's, or else the joining one's.
    const AgentId agent = leader->agent.isValid() ? leader->agent : itself->agent;
    if (!agent.isValid())
        return {};
    auto taken = caseOf(into, agent);
    RELAYDESK_TRY(taken);
    RELAYDESK_TRY(take(*taken, false, by));
    return takeFollowers(*taken);
}

Result<void> Relay::silenceOriginsOf(const Ticket &split, AgentId agent) {
    const auto origins = m_group.originsOf(split);
    RELAYDESK_TRY(origins);
    for (const ConversationId id : *origins) {
        auto origin = caseOf(id, agent);
        RELAYDESK_TRY(origin);
        if (origin->conversation.owner != Owner::Assistant)
            continue;
        RELAYDESK_TRY(takeOver(*origin));
        RELAYDESK_TRY(follow(origin->ticket.id, split.id, agent));
    }
    return {};
}

Result<void> Relay::passTo(const Ticket &split, Conversation &conversation) {
    const auto leader = m_group.leaderOf(split);
    RELAYDESK_TRY(leader);
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    Verdict verdict;
    verdict.question = lastQuestion(*episode);
    verdict.handoff = wording::stillOpenBeside(leader->id);
    auto ticket = ticketFor(conversation, verdict, {});
    RELAYDESK_TRY(ticket);
    RELAYDESK_TRY(m_journal.say(conversation, Author::System, wording::alreadyWithPerson({})));
    RELAYDESK_TRY(move(conversation, Step::HandOver));
    ++conversation.job;
    conversation.toldWaiting = true;
    RELAYDESK_TRY(m_journal.save(conversation));
    RELAYDESK_TRY(open(*ticket));
    RELAYDESK_TRY(follow(ticket->id, leader->id, {}));
    const auto now = m_journal.stores().conversations.conversation(conversation.id);
    RELAYDESK_TRY(now);
    conversation = *now;
    return customerWrote(conversation);
}

//! The assistant must not answer where a customer still reads a person's answers.
Result<void> Relay::refuseBesideSplits(const Ticket &leader) const {
    auto group = m_group.followersOf(leader.id);
    RELAYDESK_TRY(group);
    group->prepend(leader);
    for (const Ticket &ticket : *group) {
        const auto splits = m_group.openSplitsOf(ticket.conversation);
        RELAYDESK_TRY(splits);
        for (const Ticket &split : *splits) {
            if (split.id != leader.id && split.mergedInto != leader.id)
                return failure(
                    ErrorKind::Conflict,
                    tr("Ticket %1 was split from this one and is still open: the assistant would speak where "
                       "a person answers. Nothing was changed; resolve that one first.")
                        .arg(split.id.value));
        }
    }
    return {};
}

Result<TicketId> Relay::split(TicketId id, MessageId from, AgentId by) {
    const auto source = caseOf(id, by);
    RELAYDESK_TRY(source);
    auto words = m_journal.episodeOf(source->conversation);
    RELAYDESK_TRY(words);
    words->removeIf([&](const Message &message) { return message.id < from || message.author != Author::Customer; });
    if (words->isEmpty() || words->first().id != from)
        return failure(
            ErrorKind::Invalid,
            tr("Message %1 is none of the customer's in ticket %2. Nothing was changed; choose one of theirs.")
                .arg(from.value)
                .arg(id.value));
    Conversation apart{.session = newSession(),
                       .customer = source->conversation.customer,
                       .startedAt = m_journal.now(),
                       .lastAt = m_journal.now()};
    RELAYDESK_TRY(m_journal.save(apart));
    for (Message &message : *words) {
        message.conversation = apart.id;
        message.episode = apart.episode;
        message.id = {};
        RELAYDESK_TRY(m_journal.copy(apart, message));
    }
    Verdict verdict;
    verdict.question = words->first().text;
    verdict.handoff = wording::splitFrom(id, source->agent.name);
    auto ticket = ticketFor(apart, verdict, {});
    RELAYDESK_TRY(ticket);
    ticket->splitFrom = id;
    ticket->priority = source->ticket.priority;
    ticket->tags = source->ticket.tags;
    RELAYDESK_TRY(move(apart, Step::HandOver));
    apart.toldWaiting = true; // the customer reads in the first conversation
    RELAYDESK_TRY(m_journal.save(apart));
    RELAYDESK_TRY(open(*ticket));
    Event event = changeOf(*ticket, by, deeds::split, id.value, ticket->id.value);
    event.data.insert(QStringLiteral("message"), from.value);
    RELAYDESK_TRY(m_journal.log(event));
    m_journal.noteChange(id);
    if (source->ticket.agent.isValid())
        RELAYDESK_TRY(claim(ticket->id, source->ticket.agent, false, by));
    return ticket->id;
}

} // namespace relaydesk
