// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One conversation as a row of a report: what was asked, what was decided, how it ended.
#pragma once
#include "models/analytics/counts.h"
#include "models/domain/handoff.h"
#include <optional>

namespace relaydesk {

enum class CaseOutcome {
    Confirmed, //!< the assistant's answer helped: the customer or an agent said so
    Claimed,   //!< the assistant answered, and nobody said anything against it
    NotSolved, //!< the answer did not help, and nobody was asked after it
    Resolved,  //!< by a person
    GivenBack, //!< by a person, to the assistant
    WithAgent, //!< a person is at it
    Waiting,   //!< for a person
};

struct CaseSummary {
    QDateTime at;                          //!< of the query, or of the hand-off where there was no verdict
    QString question;                      //!< as the customer wrote it
    QString decision;                      //!< answered or handed_over; empty without a verdict
    std::optional<double> confidence;      //!< 0 to 1, of the verdict
    std::optional<HandoffCategory> reason; //!< why it went to a person, if it did
    CaseOutcome outcome = CaseOutcome::Waiting;
    AgentId agent; //!< who resolved it, gave it back or has it
    friend bool operator==(const CaseSummary &, const CaseSummary &) = default;
};

struct ConversationCase {
    ConversationId id;
    QString session;
    QString customer; //!< empty: no name
    QDateTime startedAt;
    QString agent; //!< the name of summary.agent
    CaseSummary summary;
    friend bool operator==(const ConversationCase &, const ConversationCase &) = default;
};

//! What became of the query or the ticket that `count` counts. `events` are those of its conversation, oldest first.
CaseSummary summarise(const Count &count, const QVector<Event> &events);

} // namespace relaydesk
