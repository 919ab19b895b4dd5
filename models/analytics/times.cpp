// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/times.h"
#include <QtCore/QHash>
#include <algorithm>

namespace relaydesk {

Span spanOf(QVector<qint64> times) {
    if (times.isEmpty())
        return {};
    std::sort(times.begin(), times.end());
    const auto middle = times.size() / 2;
    const bool odd = times.size() % 2 == 1;
    return {int(times.size()), odd ? times[middle] : (times[middle - 1] + times[middle]) / 2};
}

namespace {

class Stopwatch {
  public:
    void add(const Event &event) {
        switch (event.kind) {
        case EventKind::Message:
            addMessage(event);
            break;
        case EventKind::Verdict:
            if (event.data.value(QLatin1String("decision")).toString() == QLatin1String("answered"))
                stop(m_turns, event.conversation, event.at, m_assistant);
            m_turns.remove(event.conversation);
            break;
        case EventKind::Handoff:
            m_turns.remove(event.conversation);
            m_unanswered.insert(event.conversation, event.at);
            m_handedOver.insert(event.ticket, event.at);
            break;
        case EventKind::Resolved:
            m_unanswered.remove(event.conversation);
            m_resolved.insert(event.ticket, event.at);
            break;
        case EventKind::Returned:
        case EventKind::Reopened:
            m_unanswered.remove(event.conversation);
            m_resolved.remove(event.ticket);
            break;
        case EventKind::Closed:
            m_turns.remove(event.conversation);
            break;
        default:
            break;
        }
    }

    Times times() const {
        QVector<qint64> resolution;
        for (auto it = m_resolved.constBegin(); it != m_resolved.constEnd(); ++it)
            stop(m_handedOver, it.key(), it.value(), resolution);
        return {spanOf(m_firstResponse), spanOf(resolution), spanOf(m_assistant)};
    }

  private:
    template <typename Key>
    static void stop(const QHash<Key, QDateTime> &started, Key key, const QDateTime &at, QVector<qint64> &times) {
        if (const auto start = started.constFind(key); start != started.constEnd())
            times += std::max<qint64>(0, start->msecsTo(at));
    }

    void addMessage(const Event &event) {
        const QString author = event.data.value(QLatin1String("author")).toString();
        if (author == QLatin1String("customer")) {
            if (!m_turns.contains(event.conversation))
                m_turns.insert(event.conversation, event.at);
            return;
        }
        if (author == QLatin1String("agent")) {
            stop(m_unanswered, event.conversation, event.at, m_firstResponse);
            m_unanswered.remove(event.conversation);
        }
        m_turns.remove(event.conversation);
    }

    QHash<ConversationId, QDateTime> m_turns;      //!< the first message nobody reacted to yet
    QHash<ConversationId, QDateTime> m_unanswered; //!< handed over, and no agent wrote yet
    QHash<TicketId, QDateTime> m_handedOver;
    QHash<TicketId, QDateTime> m_resolved;
    QVector<qint64> m_firstResponse;
    QVector<qint64> m_assistant;
};

} // namespace

Times measureTimes(const QVector<Event> &events) {
    Stopwatch stopwatch;
    for (const Event &event : events)
        stopwatch.add(event);
    return stopwatch.times();
}

} // namespace relaydesk
