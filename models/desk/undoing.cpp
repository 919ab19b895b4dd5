// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/undoing.h"
#include "models/desk/deedlog.h"
#include "models/desk/sla.h"
#include "models/desk/ticketclock.h"
#include "models/desk/turn.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Undoing", text); }

tl::unexpected<Failure> tooLate(const QString &what) {
    return failure(ErrorKind::Conflict, tr("%1 was changed since. Nothing was taken back.").arg(what));
}

QString nameOf(const Ticket &ticket) { return tr("Ticket %1").arg(ticket.id.value); }

//! Who owns it and where it stands; the time of the last message and the number of the newest job only go forward.
Conversation stateOf(Conversation conversation, const Conversation &now) {
    conversation.lastAt = now.lastAt;
    conversation.job = now.job;
    return conversation;
}

//! Puts back the fields that differ between `before` and `after`; answers whether `now` still has them as in `after`.
template <typename... Fields>
bool putBack(Ticket &now, const Ticket &before, const Ticket &after, Fields Ticket::*...fields) {
    bool isAsLeft = true;
    const auto one = [&](auto field) {
        if (before.*field == after.*field)
            return;
        isAsLeft = isAsLeft && now.*field == after.*field;
        now.*field = before.*field;
    };
    (one(fields), ...);
    return isAsLeft;
}

} // namespace

Result<void> Undoing::run(const Deed &deed, AgentId by) {
    RELAYDESK_TRY(m_journal.stores().people.agent(by));
    for (const ProposalId lesson : deed.lessons)
        RELAYDESK_TRY(unlearn(lesson));
    for (const auto &change : deed.conversations)
        RELAYDESK_TRY(restore(change));
    for (const auto &change : deed.tickets)
        RELAYDESK_TRY(change.before ? restore(change, deed, by) : endMade(change));
    for (const auto &change : deed.tickets) {
        const auto ticket = m_journal.stores().tickets.ticket(change.after.id);
        RELAYDESK_TRY(ticket);
        RELAYDESK_TRY(fitsItsGroup(ticket->id));
        if (ticket->isOpen() && !change.after.isOpen())
            RELAYDESK_TRY(m_relay.silenceOriginsOf(*ticket, by));
    }
    return {};
}

//! What was learned goes out of the knowledge again, or is not offered any more.
Result<void> Undoing::unlearn(ProposalId id) {
    const auto lesson = m_journal.stores().proposals.proposal(id);
    RELAYDESK_TRY(lesson);
    if (lesson->status == ProposalStatus::Published)
        return m_lessons.rollBack(id).map([](const Proposal &) {});
    if (lesson->status == ProposalStatus::Pending)
        return m_lessons.decline(*lesson).map([](const Proposal &) {});
    return {};
}

Result<void> Undoing::restore(const Change<Conversation> &change) {
    auto now = m_journal.stores().conversations.conversation(change.after.id);
    RELAYDESK_TRY(now);
    if (change.before && stateOf(*change.before, *now) == stateOf(change.after, *now))
        return {}; // something was said, no more
    if (*now != stateOf(change.after, *now))
        return tooLate(tr("The conversation"));
    if (change.before) {
        const auto episode = m_journal.episodeOf(*now);
        RELAYDESK_TRY(episode);
        const bool hasListener = change.before->owner == Owner::Queue || change.before->owner == Owner::Agent;
        if (!hasListener && !openTurn(*episode).isEmpty())
            return failure(ErrorKind::Conflict,
                           tr("The customer has written since and waits for an answer. Nothing was taken back."));
        *now = stateOf(*change.before, *now);
        now->answering = false; // whoever spoke since has answered the turn
        ++now->job;
    } else if (now->lastAt != change.after.lastAt) {
        return tooLate(tr("The conversation"));
    } else {
        now->owner = Owner::Nobody;
        now->agent = {};
        now->closing = Closing::Unconfirmed;
    }
    return m_journal.save(*now);
}

Result<void> Undoing::restore(const Change<Ticket> &change, const Deed &deed, AgentId by) {
    const Ticket &before = *change.before;
    const Ticket &after = change.after;
    auto now = m_journal.stores().tickets.ticket(after.id);
    RELAYDESK_TRY(now);
    const Ticket found = *now;
    bool isAsLeft = putBack(*now, before, after, &Ticket::status, &Ticket::agent, &Ticket::endedAt, &Ticket::tags,
                            &Ticket::snoozedUntil, &Ticket::mergedInto, &Ticket::priority);
    if (!after.isOpen() || before.repliedAt == after.repliedAt) // a reply that was sent stays sent
        isAsLeft &= putBack(*now, before, after, &Ticket::repliedAt, &Ticket::pausedAt, &Ticket::pausedSeconds);
    if (!isAsLeft || (!now->isOpen() && now->snoozedUntil.isValid()))
        return tooLate(nameOf(found));
    if (!now->isOpen())
        now->repliedAt = {}; // it is nobody's turn, whatever was said meanwhile
    const auto policy = readSlaPolicy(m_journal.stores().settings);
    RELAYDESK_TRY(policy);
    settleClock(*now, policy->hours, m_journal.now());
    RELAYDESK_TRY(m_journal.save(*now));
    return tell(*now, found, deed, by);
}

//! A ticket that the deed opened ends as returned, if nothing happened to it since.
Result<void> Undoing::endMade(const Change<Ticket> &change) {
    auto now = m_journal.stores().tickets.ticket(change.after.id);
    RELAYDESK_TRY(now);
    if (*now != change.after)
        return tooLate(nameOf(*now));
    now->status = TicketStatus::Returned;
    now->endedAt = m_journal.now();
    now->mergedInto = {};
    now->snoozedUntil = now->repliedAt = now->pausedAt = {};
    RELAYDESK_TRY(m_journal.save(*now));
    const auto conversation = m_journal.stores().conversations.conversation(now->conversation);
    RELAYDESK_TRY(conversation);
    RELAYDESK_TRY(m_journal.log(
        {.kind = EventKind::Returned,
         .conversation = now->conversation,
         .ticket = now->id,
         .data = {{QStringLiteral("undone"), true}, {QStringLiteral("owner"), keyOf(conversation->owner)}}}));
    return {};
}

//! The log says what was taken back, and what that makes of the ticket.
Result<void> Undoing::tell(const Ticket &now, const Ticket &found, const Deed &deed, AgentId by) {
    RELAYDESK_TRY(m_journal.log(changeOf(now, by, deeds::undone, deed.what, {})));
    if (now.status == found.status && now.agent == found.agent)
        return {};
    const auto conversation = m_journal.stores().conversations.conversation(now.conversation);
    RELAYDESK_TRY(conversation);
    const EventKind kind = !now.isOpen()                         ? EventKind::Resolved
                           : !found.isOpen()                     ? EventKind::Reopened
                           : now.status == TicketStatus::Waiting ? EventKind::Released
                                                                 : EventKind::Claimed;
    Event event{.kind = kind,
                .conversation = now.conversation,
                .ticket = now.id,
                .agent = now.agent.isValid() ? now.agent : found.agent,
                .data = {{QStringLiteral("undone"), true}, {QStringLiteral("owner"), keyOf(conversation->owner)}}};
    if (kind == EventKind::Resolved && now.mergedInto.isValid())
        event.data.insert(QStringLiteral("with"), now.mergedInto.value);
    RELAYDESK_TRY(m_journal.log(event));
    return {};
}

//! A merged ticket goes where the one goes that stands for it.
Result<void> Undoing::fitsItsGroup(TicketId id) const {
    const TicketGroup &group = m_relay.group();
    const auto ticket = m_journal.stores().tickets.ticket(id);
    RELAYDESK_TRY(ticket);
    const auto leader = group.leaderOf(*ticket);
    RELAYDESK_TRY(leader);
    if (ticket->isOpen() &&
        (leader->status != ticket->status || leader->agent != ticket->agent || leader->mergedInto.isValid()))
        return tooLate(nameOf(*leader));
    const auto followers = group.followersOf(id);
    RELAYDESK_TRY(followers);
    for (const Ticket &follower : *followers) {
        if (follower.status != ticket->status || follower.agent != ticket->agent || ticket->mergedInto.isValid())
            return tooLate(nameOf(follower));
    }
    return {};
}

} // namespace relaydesk
