// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/handoffs.h"
#include <algorithm>

namespace relaydesk {

Handoffs::Handoffs(const QVector<Event> &events) {
    for (const Event &event : events)
        add(event);
}

void Handoffs::open(const Event &event) {
    m_byTicket.insert(event.ticket, m_handoffs.size());
    m_unanswered.insert(event.conversation, m_handoffs.size());
    m_handoffs += {.count = {event.conversation, event.ticket, event.id, event.at},
                   .category = fromKey<HandoffCategory>(event.data.value(QLatin1String("category")).toString())};
}

void Handoffs::add(const Event &event) {
    switch (event.kind) {
    case EventKind::Handoff:
        open(event);
        break;
    case EventKind::Message:
        if (event.data.value(QLatin1String("author")).toString() != QLatin1String("agent"))
            break;
        if (const auto found = m_unanswered.constFind(event.conversation); found != m_unanswered.constEnd()) {
            Handoff &handoff = m_handoffs[*found];
            handoff.firstReplyMs = std::max<qint64>(0, handoff.count.at.msecsTo(event.at));
            m_unanswered.erase(found);
        }
        break;
    case EventKind::Resolved:
    case EventKind::Returned:
    case EventKind::Reopened:
        m_unanswered.remove(event.conversation);
        if (const auto found = m_byTicket.constFind(event.ticket); found != m_byTicket.constEnd())
            m_handoffs[*found].ended = event.kind != EventKind::Reopened;
        break;
    default:
        break;
    }
}

QVector<Handoff> Handoffs::of(const Period &period) const {
    const auto earlier = [](const Handoff &handoff, const QDateTime &moment) { return handoff.count.at < moment; };
    const auto begin = std::lower_bound(m_handoffs.cbegin(), m_handoffs.cend(), period.from(), earlier);
    return QVector<Handoff>(begin, std::lower_bound(begin, m_handoffs.cend(), period.to(), earlier));
}

Span Handoffs::firstReply(const Period &period) const {
    QVector<qint64> times;
    for (const Handoff &handoff : of(period)) {
        if (handoff.firstReplyMs)
            times += *handoff.firstReplyMs;
    }
    return spanOf(times);
}

} // namespace relaydesk
