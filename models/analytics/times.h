// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How long customers waited, for people and for the assistant apart: no human time contains any of the assistant's.
#pragma once
#include "models/domain/event.h"
#include <QtCore/QVector>

namespace relaydesk {

struct Span {
    int count = 0;       //!< what the median is over; 0: there is none
    qint64 medianMs = 0; //!< of an even count, the mean of the two in the middle, rounded down
    friend bool operator==(const Span &, const Span &) = default;
};

//! The median of times in ms, in any order.
Span spanOf(QVector<qint64> times);

struct Times {
    Span
        firstResponse; //!< from the hand-off to the agent's first message; an agent who stepped in unasked is no answer
    Span resolution;   //!< from the hand-off to the last time the ticket was resolved, if it still is
    Span assistant;    //!< from the first message of a turn to the verdict that answered it
    friend bool operator==(const Times &, const Times &) = default;
};

//! One pass. `events` are oldest first, at least Message, Verdict, Handoff, Resolved, Returned, Reopened and Closed.
//! Tickets without a Handoff among them are left out; a clock that went back counts as no time.
Times measureTimes(const QVector<Event> &events);

} // namespace relaydesk
