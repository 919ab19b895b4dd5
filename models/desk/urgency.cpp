// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/urgency.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Urgency", text); }

QString priorityWords(Priority priority) {
    switch (priority) {
    case Priority::Low:
        return tr("low priority");
    case Priority::Normal:
        return tr("normal priority");
    case Priority::High:
        return tr("high priority");
    case Priority::Urgent:
        return tr("urgent");
    }
    return {};
}

//! What is compared, the smaller first.
struct Rank {
    qint64 secondsLeft; //!< of what is due; the most there is where nothing is, or where the clock stands still
    int priority;       //!< negative: the higher the smaller
    qint64 openedAt;
    qint64 id;
    friend auto operator<=>(const Rank &, const Rank &) = default;
};

Rank rankOf(const Ticket &ticket, const SlaPolicy &policy, const QDateTime &now) {
    const Deadline deadline = deadlineOf(ticket, policy, now);
    const bool isRunning = deadline.due != Due::Nothing && !deadline.isPaused;
    return {isRunning ? deadline.secondsLeft : std::numeric_limits<qint64>::max(), -int(ticket.priority),
            ticket.openedAt.toMSecsSinceEpoch(), ticket.id.value};
}

QString reasonFor(const Ticket &ticket, const SlaPolicy &policy, const QDateTime &now) {
    const QString due = deadlineWords(deadlineOf(ticket, policy, now));
    const QString first = due.isEmpty() ? tr("Waiting for %1").arg(spanWords(ticket.openedAt.secsTo(now))) : due;
    return ticket.priority == Priority::Normal ? tr("%1.").arg(first)
                                               : tr("%1; %2.").arg(first, priorityWords(ticket.priority));
}

} // namespace

bool isMoreUrgent(const Ticket &one, const Ticket &other, const SlaPolicy &policy, const QDateTime &now) {
    return rankOf(one, policy, now) < rankOf(other, policy, now);
}

QVector<Ticket> byUrgency(const QVector<Ticket> &tickets, const SlaPolicy &policy, const QDateTime &now) {
    std::vector<std::pair<Rank, qsizetype>> ranks;
    ranks.reserve(size_t(tickets.size()));
    for (qsizetype i = 0; i < tickets.size(); ++i)
        ranks.emplace_back(rankOf(tickets[i], policy, now), i);
    std::sort(ranks.begin(), ranks.end());
    QVector<Ticket> sorted;
    sorted.reserve(tickets.size());
    for (const auto &[rank, place] : ranks)
        sorted.append(tickets[place]);
    return sorted;
}

std::optional<NextTicket> mostUrgent(const QVector<Ticket> &tickets, const SlaPolicy &policy, AgentId agent,
                                     const QDateTime &now) {
    const Ticket *next = nullptr;
    for (const Ticket &ticket : tickets) {
        const bool isTheirs = !ticket.agent.isValid() || ticket.agent == agent;
        const bool isReady = ticket.isOpen() && !ticket.mergedInto.isValid() && !ticket.repliedAt.isValid() &&
                             !(ticket.snoozedUntil.isValid() && ticket.snoozedUntil > now);
        if (isTheirs && isReady && (!next || isMoreUrgent(ticket, *next, policy, now)))
            next = &ticket;
    }
    if (!next)
        return std::nullopt;
    return NextTicket{next->id, reasonFor(*next, policy, now)};
}

} // namespace relaydesk
