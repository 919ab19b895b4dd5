// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Makes the rows that lists and tables of tickets show, with what is due next and who has them.
#pragma once
#include "models/domain/stores.h"
#include "models/items/ticketlistmodel.h"

namespace relaydesk {

class TicketRowReading {
  public:
    //! Reads once what all rows need: the deadlines' rules and the agents' names.
    static Result<TicketRowReading> begin(const Stores &stores, AgentId viewer, const QDateTime &now);
    //! Without `merged`, which is counted by who needs it.
    Result<TicketRow> rowOf(const Ticket &ticket) const;
    const SlaPolicy &policy() const { return m_policy; }

  private:
    TicketRowReading(const Stores &stores, AgentId viewer, const QDateTime &now)
        : m_stores(&stores)
        , m_viewer(viewer)
        , m_now(now) {}

    const Stores *m_stores;
    AgentId m_viewer;
    QDateTime m_now;
    SlaPolicy m_policy;
    QHash<AgentId, QString> m_names;
};

} // namespace relaydesk
