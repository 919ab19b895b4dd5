// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Every hand-off with what became of it: whether it ended, and how long the customer waited for a person's first
//! words.
#pragma once
#include "models/analytics/counts.h"
#include "models/analytics/period.h"
#include "models/analytics/times.h"
#include "models/domain/handoff.h"
#include <optional>

namespace relaydesk {

struct Handoff {
    Count count;                             //!< of the Handoff event
    std::optional<HandoffCategory> category; //!< nothing where it is not known
    bool ended = false;                      //!< last resolved or returned
    std::optional<qint64> firstReplyMs;      //!< as Times::firstResponse counts it
};

class Handoffs {
  public:
    //! One pass; events as for computeReport().
    explicit Handoffs(const QVector<Event> &events);

    QVector<Handoff> of(const Period &period) const; //!< that opened in it, oldest first
    Span firstReply(const Period &period) const;     //!< over those

  private:
    void add(const Event &event);
    void open(const Event &event);

    QVector<Handoff> m_handoffs;
    QHash<TicketId, qsizetype> m_byTicket;
    QHash<ConversationId, qsizetype> m_unanswered;
};

} // namespace relaydesk
