// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketpresence.h"

namespace relaydesk {

TicketPresence::TicketPresence(Remote<Desk> desk, QObject *parent) : QObject(parent), m_desk(desk) {
    connect(&desk.object()->presence(), &Presence::changed, this, [this](TicketId ticket) {
        if (ticket == m_ticket)
            hear();
    });
}

void TicketPresence::setAgent(const Agent &agent) {
    m_self.agent = agent.id;
    m_self.name = agent.name;
    tell();
}

void TicketPresence::open(TicketId ticket) {
    if (ticket == m_ticket)
        return;
    m_ticket = ticket;
    m_self.isWriting = false;
    emit changed({});
    tell();
    hear();
}

void TicketPresence::setWriting(bool isWriting) {
    if (m_self.isWriting == isWriting)
        return;
    m_self.isWriting = isWriting;
    tell();
}

void TicketPresence::tell() {
    m_desk.ask([place = quint64(quintptr(this)), ticket = m_ticket, self = m_self](Desk &desk) {
        desk.presence().note(place, self.agent.isValid() ? ticket : TicketId(), self);
        return true;
    });
}

void TicketPresence::hear() {
    m_desk.ask([ticket = m_ticket, self = m_self.agent](Desk &desk) { return desk.presence().at(ticket, self); })
        .then(this, [this, ticket = m_ticket](const QVector<Present> &others) {
            if (ticket == m_ticket)
                emit changed(others);
        });
}

} // namespace relaydesk
