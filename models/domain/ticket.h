// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One hand-off episode, from the moment it opens until a person resolved it or gave it back.
#pragma once
#include "models/domain/handoff.h"
#include "models/domain/ids.h"
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace relaydesk {

enum class TicketStatus { Waiting, Claimed, Resolved, Returned };
//! In rising order.
enum class Priority { Low, Normal, High, Urgent };

template <>
struct Names<TicketStatus> {
    static constexpr std::array<Name<TicketStatus>, 4> all{{{TicketStatus::Waiting, "waiting"},
                                                            {TicketStatus::Claimed, "claimed"},
                                                            {TicketStatus::Resolved, "resolved"},
                                                            {TicketStatus::Returned, "returned"}}};
};

template <>
struct Names<Priority> {
    static constexpr std::array<Name<Priority>, 4> all{
        {{Priority::Low, "low"}, {Priority::Normal, "normal"}, {Priority::High, "high"}, {Priority::Urgent, "urgent"}}};
};

struct Ticket {
    TicketId id;
    ConversationId conversation;
    int episode = 1;
    TicketStatus status = TicketStatus::Waiting;
    HandoffReason reason;
    double confidence = 0; //!< of the verdict that led here; 0 where there was none
    EventId verdict;       //!< may be invalid: "talk to a person" by button
    QString question;      //!< the turn that could not be answered
    QString summary;       //!< for the agent, never shown to the customer
    AgentId agent;         //!< who claimed or resolved it
    QDateTime openedAt;
    QDateTime endedAt;      //!< resolved or returned
    QDateTime firstReplyAt; //!< when a person first answered; invalid: not yet
    Priority priority = Priority::Normal;
    QStringList tags;         //!< each once, in lower case, in the order they were given
    QDateTime snoozedUntil;   //!< out of the queue until then; invalid: not snoozed
    TicketId mergedInto;      //!< what is answered there is answered here too; invalid: stands for itself
    TicketId splitFrom;       //!< the ticket whose customer also asked this; invalid: none
    QDateTime repliedAt;      //!< a person answered then, and it is the customer's turn; invalid: it is the desk's
    QDateTime pausedAt;       //!< answered or snoozed: since then its clock stands still; invalid: it runs
    qint64 pausedSeconds = 0; //!< of working time that its clock stood still before
    bool isOpen() const { return status == TicketStatus::Waiting || status == TicketStatus::Claimed; }
    friend bool operator==(const Ticket &, const Ticket &) = default;
};

} // namespace relaydesk
