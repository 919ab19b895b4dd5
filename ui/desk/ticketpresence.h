// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tells colleagues which ticket is open here and whether somebody writes, and hears it of theirs.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/remote.h"

namespace relaydesk {

class TicketPresence : public QObject {
    Q_OBJECT

  public:
    TicketPresence(Remote<Desk> desk, QObject *parent);

    void setAgent(const Agent &agent);
    void open(TicketId ticket); //!< an invalid one: none any more
    void setWriting(bool isWriting);

  signals:
    void changed(const QVector<relaydesk::Present> &others); //!< who else has the ticket open

  private:
    void tell();
    void hear();

    Remote<Desk> m_desk;
    TicketId m_ticket;
    Present m_self;
};

} // namespace relaydesk
