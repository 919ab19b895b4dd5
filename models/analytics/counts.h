// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Every single count behind the desk's figures, with the event that made it: numbers, lists and charts are cut from
//! these and from nothing else.
#pragma once
#include "models/analytics/figures.h"
#include <array>

namespace relaydesk {

struct Count {
    ConversationId conversation; //!< invalid: a lesson of a ticket of which nothing else is known
    TicketId ticket;             //!< of hand-offs, resolutions and lessons
    EventId event;               //!< the verdict, the last resolution, the lesson
    QDateTime at;                //!< when that happened
    friend bool operator==(const Count &, const Count &) = default;
};

//! Indexed by Figure.
using Counts = std::array<QVector<Count>, 6>;

//! One pass; what `events` must be and which outcome decides stands at countFigures(). Each list is in the order in
//! which its counts first appeared.
Counts countsOf(const QVector<Event> &events);

Figures figuresOf(const Counts &counts);

} // namespace relaydesk
