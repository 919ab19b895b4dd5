// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/figures.h"
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <array>
#include <optional>

namespace relaydesk {

namespace {

//! Whether the outcome speaks for the answer; nothing for one that is not known.
std::optional<bool> isGood(const QString &outcome) {
    static const QHash<QString, bool> known{
        {QStringLiteral("yes"), true},        {QStringLiteral("rated_well"), true},
        {QStringLiteral("audit_good"), true}, {QStringLiteral("no"), false},
        {QStringLiteral("person"), false},    {QStringLiteral("repeated"), false},
        {QStringLiteral("audit_bad"), false},
    };
    const auto found = known.constFind(outcome);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

//! For each figure, the conversation of every single count: the numbers and the lists come from the same place.
using Counts = std::array<QVector<ConversationId>, 6>;

class Tally {
  public:
    void add(const Event &event) {
        if (event.ticket.isValid() && event.conversation.isValid())
            m_conversationOf.insert(event.ticket, event.conversation);
        switch (event.kind) {
        case EventKind::Verdict:
            addVerdict(event);
            break;
        case EventKind::Feedback:
            addFeedback(event);
            break;
        case EventKind::Resolved:
        case EventKind::Returned:
        case EventKind::Reopened:
            addTicket(event);
            break;
        case EventKind::Learned:
            m_lessons += {event.conversation, event.ticket};
            break;
        case EventKind::RolledBack:
            m_rollBacks += {event.conversation, event.ticket};
            break;
        default:
            break;
        }
    }

    Counts counts() const {
        Counts counts;
        const auto of = [&](Figure figure) -> auto & { return counts[size_t(figure)]; };
        for (const Query &query : m_queries) {
            of(Figure::TotalQueries) += query.conversation;
            const auto good = m_good.constFind(query.verdict);
            const bool judged = good != m_good.constEnd();
            if (query.answered && (!judged || *good))
                of(Figure::AiResolved) += query.conversation;
            if (query.answered && judged && *good)
                of(Figure::AiConfirmed) += query.conversation;
        }
        for (const TicketId ticket : m_tickets) {
            if (m_resolved.value(ticket))
                of(Figure::HumanResolved) += m_conversationOf.value(ticket);
        }
        for (const Lesson &lesson : m_lessons)
            of(Figure::LearningEvents) += conversationOf(lesson);
        for (const Lesson &lesson : m_rollBacks)
            of(Figure::RollBacks) += conversationOf(lesson);
        return counts;
    }

  private:
    struct Query {
        EventId verdict;
        ConversationId conversation;
        bool answered = false;
    };
    struct Lesson {
        ConversationId conversation;
        TicketId ticket;
    };

    void addVerdict(const Event &event) {
        const QString decision = event.data.value(QLatin1String("decision")).toString();
        const bool answered = decision == QLatin1String("answered");
        if (event.conversation.isValid() && (answered || decision == QLatin1String("handed_over")))
            m_queries += {event.id, event.conversation, answered};
    }

    void addFeedback(const Event &event) {
        const auto good = isGood(event.data.value(QLatin1String("outcome")).toString());
        if (good)
            m_good.insert({event.data.value(QLatin1String("verdict")).toInteger()}, *good);
    }

    void addTicket(const Event &event) {
        if (!event.ticket.isValid())
            return;
        if (!m_resolved.contains(event.ticket))
            m_tickets += event.ticket;
        m_resolved.insert(event.ticket, event.kind == EventKind::Resolved);
    }

    ConversationId conversationOf(const Lesson &lesson) const {
        return lesson.conversation.isValid() ? lesson.conversation : m_conversationOf.value(lesson.ticket);
    }

    QVector<Query> m_queries;
    QHash<EventId, bool> m_good; //!< by verdict, as its last outcome says
    QVector<TicketId> m_tickets;
    QHash<TicketId, bool> m_resolved;
    QVector<Lesson> m_lessons;
    QVector<Lesson> m_rollBacks;
    QHash<TicketId, ConversationId> m_conversationOf;
};

Counts countsOf(const QVector<Event> &events) {
    Tally tally;
    for (const Event &event : events)
        tally.add(event);
    return tally.counts();
}

} // namespace

Figures countFigures(const QVector<Event> &events) {
    const Counts counts = countsOf(events);
    const auto number = [&](Figure figure) { return int(counts[size_t(figure)].size()); };
    return {number(Figure::TotalQueries),  number(Figure::AiResolved),     number(Figure::AiConfirmed),
            number(Figure::HumanResolved), number(Figure::LearningEvents), number(Figure::RollBacks)};
}

QVector<ConversationId> conversationsBehind(Figure figure, const QVector<Event> &events) {
    const Counts counts = countsOf(events);
    QVector<ConversationId> conversations;
    QSet<ConversationId> listed{ConversationId{}};
    for (const ConversationId id : counts[size_t(figure)]) {
        if (!listed.contains(id))
            conversations += id;
        listed += id;
    }
    return conversations;
}

} // namespace relaydesk
