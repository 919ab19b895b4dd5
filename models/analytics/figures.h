// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's figures, counted from its events, and the conversations behind each: one definition for window, API and
//! exports.
#pragma once
#include "models/domain/event.h"
#include <QtCore/QVector>

namespace relaydesk {

enum class Figure { TotalQueries, AiResolved, AiConfirmed, HumanResolved, LearningEvents, RollBacks };

struct Figures {
    int totalQueries = 0;   //!< turns of customers that were answered or handed over: verdicts in a conversation
    int aiResolved = 0;     //!< claimed: answered ones, unless their last outcome speaks against it
    int aiConfirmed = 0;    //!< those of aiResolved whose last outcome speaks for it; silence never does
    int humanResolved = 0;  //!< tickets resolved and neither returned nor reopened since; each counts once
    int learningEvents = 0; //!< not lowered by roll-backs
    int rollBacks = 0;
    friend bool operator==(const Figures &, const Figures &) = default;
};

//! One pass. `events` are oldest first, of all kinds or at least Verdict, Feedback, Resolved, Returned, Reopened,
//! Learned and RolledBack. An outcome for a verdict that is not among them counts nowhere; for the figures of a period,
//! add the outcomes that came after it. Outcomes for an answer: yes, rated_well, audit_good; against it: no, person,
//! repeated, audit_bad. The last one decides.
Figures countFigures(const QVector<Event> &events);

//! The conversations that make up a figure, each once, in the order in which they first count. A lesson that names a
//! ticket alone is found by the ticket's other events; where there are none, it is counted but cannot be listed.
QVector<ConversationId> conversationsBehind(Figure figure, const QVector<Event> &events);

} // namespace relaydesk
