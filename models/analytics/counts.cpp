// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/counts.h"
#include "models/analytics/outcomes.h"
#include <QtCore/QHash>

namespace relaydesk {

namespace {

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
            m_lessons += countOf(event);
            break;
        case EventKind::RolledBack:
            m_rollBacks += countOf(event);
            break;
        default:
            break;
        }
    }

    Counts counts() const {
        Counts counts;
        const auto of = [&](Figure figure) -> auto & { return counts[size_t(figure)]; };
        for (const Query &query : m_queries) {
            of(Figure::TotalQueries) += query.count;
            const auto good = m_good.constFind(query.count.event);
            const bool judged = good != m_good.constEnd();
            if (query.answered && (!judged || *good))
                of(Figure::AiResolved) += query.count;
            if (query.answered && judged && *good)
                of(Figure::AiConfirmed) += query.count;
        }
        for (const TicketId ticket : m_tickets) {
            if (const auto found = m_resolved.constFind(ticket); found->event.isValid())
                of(Figure::HumanResolved) += placed(*found);
        }
        for (const Count &lesson : m_lessons)
            of(Figure::LearningEvents) += placed(lesson);
        for (const Count &lesson : m_rollBacks)
            of(Figure::RollBacks) += placed(lesson);
        return counts;
    }

  private:
    struct Query {
        Count count;
        bool answered = false;
    };

    //! A ticket that was merged ends with the one that stood for it: one solution, counted there.
    static bool isSolution(const Event &event) {
        return event.kind == EventKind::Resolved && !event.data.contains(QLatin1String("with"));
    }

    static Count countOf(const Event &event) { return {event.conversation, event.ticket, event.id, event.at}; }

    void addVerdict(const Event &event) {
        const QString decision = event.data.value(QLatin1String("decision")).toString();
        const bool answered = decision == QLatin1String("answered");
        if (event.conversation.isValid() && (answered || decision == QLatin1String("handed_over")))
            m_queries += {countOf(event), answered};
    }

    void addFeedback(const Event &event) {
        const auto good = speaksFor(event.data.value(QLatin1String("outcome")).toString());
        if (good)
            m_good.insert({event.data.value(QLatin1String("verdict")).toInteger()}, *good);
    }

    void addTicket(const Event &event) {
        if (!event.ticket.isValid())
            return;
        if (!m_resolved.contains(event.ticket))
            m_tickets += event.ticket;
        m_resolved.insert(event.ticket, isSolution(event) ? countOf(event) : Count());
    }

    //! With the conversation found by the ticket, where the event itself did not name it.
    Count placed(Count count) const {
        if (!count.conversation.isValid())
            count.conversation = m_conversationOf.value(count.ticket);
        return count;
    }

    QVector<Query> m_queries;
    QHash<EventId, bool> m_good; //!< by verdict, as its last outcome says
    QVector<TicketId> m_tickets;
    QHash<TicketId, Count> m_resolved; //!< without an event: not resolved any more
    QVector<Count> m_lessons;
    QVector<Count> m_rollBacks;
    QHash<TicketId, ConversationId> m_conversationOf;
};

} // namespace

Counts countsOf(const QVector<Event> &events) {
    Tally tally;
    for (const Event &event : events)
        tally.add(event);
    return tally.counts();
}

Figures figuresOf(const Counts &counts) {
    const auto number = [&](Figure figure) { return int(counts[size_t(figure)].size()); };
    return {number(Figure::TotalQueries),  number(Figure::AiResolved),     number(Figure::AiConfirmed),
            number(Figure::HumanResolved), number(Figure::LearningEvents), number(Figure::RollBacks)};
}

} // namespace relaydesk
