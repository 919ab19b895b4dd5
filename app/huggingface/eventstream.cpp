// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/eventstream.h"
#include <QtCore/QIODevice>
#include <utility>

namespace relaydesk {

QVector<ServerEvent> EventStream::push(const QByteArray &bytes) {
    QVector<ServerEvent> events;
    for (const char byte : bytes) {
        const bool belongsToReturn = byte == '\n' && m_afterReturn;
        m_afterReturn = byte == '\r';
        if (belongsToReturn)
            continue;
        if (byte == '\n' || byte == '\r')
            endLine(events);
        else
            m_line.append(byte);
    }
    return events;
}

QVector<ServerEvent> EventStream::readFrom(QIODevice &device) { return push(device.readAll()); }

QVector<ServerEvent> EventStream::finish() {
    QVector<ServerEvent> events;
    if (!m_line.isEmpty())
        endLine(events);
    endEvent(events);
    return events;
}

void EventStream::endLine(QVector<ServerEvent> &events) {
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_atStart, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        endEvent(events);
        return;
    }
    const qsizetype colon = line.indexOf(':'); // at 0: a comment, a field without a name
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    } else if (field == "event") {
        m_event.name = value;
    }
}

void EventStream::endEvent(QVector<ServerEvent> &events) {
    ServerEvent event = std::exchange(m_event, {});
    m_hasData = false;
    if (!event.data.isEmpty())
        events.append(std::move(event));
}

} // namespace relaydesk
