// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Cuts a stream of bytes into server-sent events, wherever the network cut it before.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QVector>

class QIODevice;

namespace relaydesk {

struct ServerEvent {
    QByteArray name; //!< of the `event:` field; mostly empty
    QByteArray data; //!< the `data:` lines, joined by newlines; never empty
    friend bool operator==(const ServerEvent &, const ServerEvent &) = default;
};

//! Lines end with \n, \r\n or \r; comments, unknown fields and events without data are passed over.
//! Keeps no more than the event it is in; how much that may be is for the caller to watch.
class EventStream {
  public:
    //! The events that these bytes complete.
    QVector<ServerEvent> push(const QByteArray &bytes);
    //! The events completed by what can be read now.
    QVector<ServerEvent> readFrom(QIODevice &device);
    //! At the end of the stream: the event that no empty line ended, if there is one. It may be cut.
    QVector<ServerEvent> finish();

  private:
    void endLine(QVector<ServerEvent> &events);
    void endEvent(QVector<ServerEvent> &events);

    QByteArray m_line;
    ServerEvent m_event;
    bool m_hasData = false;
    bool m_atStart = true;      //!< a byte order mark may come
    bool m_afterReturn = false; //!< a line feed now belongs to the line that has just ended
};

} // namespace relaydesk
