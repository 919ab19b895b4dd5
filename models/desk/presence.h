// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which agents have which ticket before them at this moment, and which of them are writing. Kept nowhere: it is true
//! only while the program runs.
#pragma once
#include "models/domain/ids.h"
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

struct Present {
    AgentId agent;
    QString name;
    bool isWriting = false;
    friend bool operator==(const Present &, const Present &) = default;
};

class Presence : public QObject {
    Q_OBJECT

  public:
    //! Whoever looks says so once for each place (a window, say), and again whenever something changes; an invalid
    //! ticket: nothing any more.
    void note(quint64 place, TicketId ticket, const Present &who);
    void leave(quint64 place) { note(place, {}, {}); }
    //! Everybody but `self`, each once, by name.
    QVector<Present> at(TicketId ticket, AgentId self) const;

  signals:
    void changed(relaydesk::TicketId ticket);

  private:
    struct Place {
        TicketId ticket;
        Present who;
    };
    QMap<quint64, Place> m_places;
};

} // namespace relaydesk
