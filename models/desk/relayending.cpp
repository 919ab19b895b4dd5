// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How a ticket ends, and how it is taken up again.
#include "models/desk/deedlog.h"
#include "models/desk/relay.h"
#include "models/desk/sla.h"
#include "models/desk/ticketclock.h"
#include "models/desk/turn.h"
#include "models/desk/wording.h"
#include <limits>

namespace relaydesk {

//! An ended ticket is neither put off nor anybody's turn.
Result<void> Relay::end(Case &ended, TicketStatus status) {
    const auto policy = readSlaPolicy(m_journal.stores().settings);
    RELAYDESK_TRY(policy);
    Ticket &ticket = ended.ticket;
    ticket.status = status;
    ticket.endedAt = m_journal.now();
    ticket.snoozedUntil = {};
    ticket.repliedAt = {};
    settleClock(ticket, policy->hours, ticket.endedAt);
    return {};
}

Result<Ticket> Relay::resolve(TicketId id, AgentId agent) {
    auto leader = leaderOf(id, agent);
    RELAYDESK_TRY(leader);
    RELAYDESK_TRY(isWithNobodyElse(leader->conversation, leader->ticket.id, agent));
    auto followers = followersOf(leader->ticket, agent);
    RELAYDESK_TRY(followers);
    RELAYDESK_TRY(resolve(*leader, {}));
    for (Case &follower : *followers) // one solution, counted once
        RELAYDESK_TRY(resolve(follower, {{QStringLiteral("with"), leader->ticket.id.value}}));
    return leader->ticket;
}

Result<void> Relay::resolve(Case &ended, const QJsonObject &data) {
    Conversation &conversation = ended.conversation;
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    RELAYDESK_TRY(move(conversation, Step::Resolve));
    // After an undo the customer has read it already.
    const QString told = wording::solvedBy(ended.agent.name);
    if (episode->isEmpty() || episode->last().author != Author::System || episode->last().text != told)
        RELAYDESK_TRY(m_journal.say(conversation, Author::System, told));
    conversation.closing = Closing::Resolved;
    ended.ticket.agent = ended.agent.id;
    RELAYDESK_TRY(end(ended, TicketStatus::Resolved));
    return save(ended, EventKind::Resolved, data);
}

Result<void> Relay::giveBack(TicketId id, AgentId agent) {
    auto leader = leaderOf(id, agent);
    RELAYDESK_TRY(leader);
    RELAYDESK_TRY(isWithNobodyElse(leader->conversation, leader->ticket.id, agent));
    RELAYDESK_TRY(refuseBesideSplits(leader->ticket));
    auto followers = followersOf(leader->ticket, agent);
    RELAYDESK_TRY(followers);
    RELAYDESK_TRY(giveBack(*leader));
    for (Case &follower : *followers)
        RELAYDESK_TRY(giveBack(follower));
    return {};
}

Result<void> Relay::giveBack(Case &returned) {
    RELAYDESK_TRY(move(returned.conversation, Step::GiveBack));
    RELAYDESK_TRY(startClean(returned.conversation));
    RELAYDESK_TRY(m_journal.say(returned.conversation, Author::System, wording::givenBack()));
    RELAYDESK_TRY(end(returned, TicketStatus::Returned));
    return save(returned, EventKind::Returned);
}

Result<void> Relay::release(const Ticket &ticket, const Agent &agent, AgentId by) {
    auto released = caseOf(ticket.id, agent.id);
    RELAYDESK_TRY(released);
    RELAYDESK_TRY(move(released->conversation, Step::AgentLeaves));
    RELAYDESK_TRY(m_journal.say(released->conversation, Author::System, wording::left(agent.name)));
    released->conversation.toldWaiting = false;
    released->ticket.status = TicketStatus::Waiting;
    released->ticket.agent = {};
    QJsonObject data;
    if (by.isValid() && by != agent.id)
        data.insert(QStringLiteral("by"), by.value);
    return save(*released, EventKind::Released, data);
}

Result<void> Relay::release(TicketId id, AgentId by) {
    const auto leader = leaderOf(id, by);
    RELAYDESK_TRY(leader);
    if (!leader->ticket.agent.isValid())
        return {};
    const auto agent = m_journal.stores().people.agent(leader->ticket.agent);
    RELAYDESK_TRY(agent);
    auto group = m_group.followersOf(leader->ticket.id);
    RELAYDESK_TRY(group);
    group->prepend(leader->ticket);
    for (const Ticket &ticket : *group)
        RELAYDESK_TRY(release(ticket, *agent, by));
    return {};
}

Result<int> Relay::release(AgentId id) {
    const auto agent = m_journal.stores().people.agent(id);
    RELAYDESK_TRY(agent);
    const auto tickets =
        m_journal.stores().tickets.tickets({TicketStatus::Claimed, {}, true, std::numeric_limits<int>::max()});
    RELAYDESK_TRY(tickets);
    int count = 0;
    for (const Ticket &ticket : *tickets) {
        if (ticket.agent != id)
            continue;
        RELAYDESK_TRY(release(ticket, *agent, id));
        ++count;
    }
    return count;
}

//! The one an agent resolved in this episode; where the assistant was alone with the customer, a new one.
Result<Ticket> Relay::ticketOfEpisode(const Conversation &conversation, const Agent &agent) {
    const auto tickets = m_journal.stores().tickets.tickets(
        {TicketStatus::Resolved, conversation.id, false, std::numeric_limits<int>::max()});
    RELAYDESK_TRY(tickets);
    for (const Ticket &ticket : *tickets) {
        if (ticket.episode == conversation.episode)
            return ticket;
    }
    const auto episode = m_journal.episodeOf(conversation);
    RELAYDESK_TRY(episode);
    Verdict verdict;
    verdict.question = lastQuestion(*episode);
    verdict.handoff = wording::takenOver(agent.name);
    auto opened = ticketFor(conversation, verdict, {});
    RELAYDESK_TRY(opened);
    RELAYDESK_TRY(open(*opened));
    return opened;
}

//! A ticket that is taken up by itself stands for itself again.
Result<void> Relay::reopen(ConversationId id, AgentId agent) {
    auto reopened = caseOf(id, agent);
    RELAYDESK_TRY(reopened);
    RELAYDESK_TRY(move(reopened->conversation, Step::Reopen));
    const auto ticket = ticketOfEpisode(reopened->conversation, reopened->agent);
    RELAYDESK_TRY(ticket);
    reopened->ticket = *ticket;
    if (ticket->mergedInto.isValid()) {
        reopened->ticket.mergedInto = {};
        RELAYDESK_TRY(m_journal.log(changeOf(*ticket, agent, deeds::merged, ticket->mergedInto.value, 0)));
    }
    RELAYDESK_TRY(reopen(*reopened));
    RELAYDESK_TRY(reopenFollowers(*reopened));
    return silenceOriginsOf(reopened->ticket, agent);
}

Result<void> Relay::reopen(Case &reopened) {
    reopened.ticket.status = TicketStatus::Claimed;
    reopened.ticket.agent = reopened.agent.id;
    reopened.ticket.endedAt = {};
    reopened.conversation.agent = reopened.agent.id;
    reopened.conversation.closing = Closing::Open;
    RELAYDESK_TRY(m_journal.say(reopened.conversation, Author::System, wording::joined(reopened.agent.name)));
    return save(reopened, EventKind::Reopened);
}

//! Those that ended with it, as far as their customers have not written since.
Result<void> Relay::reopenFollowers(const Case &leader) {
    const auto ended = m_journal.stores().tickets.tickets(
        {.status = TicketStatus::Resolved, .most = std::numeric_limits<int>::max(), .mergedInto = leader.ticket.id});
    RELAYDESK_TRY(ended);
    for (const Ticket &ticket : *ended) {
        auto conversation = m_journal.stores().conversations.conversation(ticket.conversation);
        RELAYDESK_TRY(conversation);
        if (conversation->owner != Owner::Nobody || conversation->episode != ticket.episode)
            continue;
        Case follower{ticket, *conversation, leader.agent};
        RELAYDESK_TRY(move(follower.conversation, Step::Reopen));
        RELAYDESK_TRY(reopen(follower));
    }
    return {};
}

} // namespace relaydesk
