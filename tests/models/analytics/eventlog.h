// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Writes the events of a desk by hand, as the desk writes them, one minute apart unless told otherwise.
#pragma once
#include "models/domain/event.h"
#include <QtCore/QVector>

namespace relaydesk {

class EventLog {
  public:
    void advance(qint64 milliseconds) { m_at = m_at.addMSecs(milliseconds); }

    EventId answered(qint64 conversation) { return verdict(conversation, "answered"); }
    EventId handedOver(qint64 conversation) { return verdict(conversation, "handed_over"); }
    EventId verdict(qint64 conversation, const char *decision) {
        return add(EventKind::Verdict, conversation, 0,
                   {{QStringLiteral("decision"), QString::fromLatin1(decision)},
                    {QStringLiteral("question"), QStringLiteral("q")}});
    }
    void feedback(qint64 conversation, EventId verdict, const QString &outcome) {
        add(EventKind::Feedback, conversation, 0,
            {{QStringLiteral("verdict"), verdict.value}, {QStringLiteral("outcome"), outcome}});
    }
    void message(qint64 conversation, const char *author) {
        add(EventKind::Message, conversation, 0,
            {{QStringLiteral("message"), ++m_messages}, {QStringLiteral("author"), QString::fromLatin1(author)}});
    }
    void ticket(EventKind kind, qint64 conversation, qint64 ticket) { add(kind, conversation, ticket, {}); }
    void lesson(EventKind kind, qint64 ticket) {
        add(kind, 0, ticket, {{QStringLiteral("kind"), QStringLiteral("new_article")}});
    }

    EventId add(EventKind kind, qint64 conversation, qint64 ticket, const QJsonObject &data) {
        advance(m_step);
        Event event;
        event.id.value = m_firstId + m_events.size();
        event.at = m_at;
        event.kind = kind;
        event.conversation.value = conversation;
        event.ticket.value = ticket;
        event.data = data;
        m_events += event;
        return event.id;
    }

    void setStep(qint64 milliseconds) { m_step = milliseconds; }
    void setFirstId(qint64 id) { m_firstId = id; }
    const QVector<Event> &events() const { return m_events; }

  private:
    QVector<Event> m_events;
    QDateTime m_at = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    qint64 m_step = 60'000;
    qint64 m_firstId = 1;
    int m_messages = 0;
};

} // namespace relaydesk
