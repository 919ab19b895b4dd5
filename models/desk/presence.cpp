// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/presence.h"
#include <algorithm>

namespace relaydesk {

void Presence::note(quint64 place, TicketId ticket, const Present &who) {
    const Place before = m_places.value(place);
    if (before.ticket == ticket && before.who == who)
        return;
    if (ticket.isValid())
        m_places.insert(place, {ticket, who});
    else
        m_places.remove(place);
    if (before.ticket.isValid() && before.ticket != ticket)
        emit changed(before.ticket);
    if (ticket.isValid())
        emit changed(ticket);
}

QVector<Present> Presence::at(TicketId ticket, AgentId self) const {
    QVector<Present> found;
    for (const Place &place : m_places) {
        if (place.ticket != ticket || place.who.agent == self)
            continue;
        const auto known = std::find_if(found.begin(), found.end(),
                                        [&](const Present &other) { return other.agent == place.who.agent; });
        if (known == found.end())
            found.append(place.who);
        else
            known->isWriting = known->isWriting || place.who.isWriting;
    }
    std::sort(found.begin(), found.end(),
              [](const Present &one, const Present &other) { return one.name.localeAwareCompare(other.name) < 0; });
    return found;
}

} // namespace relaydesk
