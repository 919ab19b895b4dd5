// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/reading.h"
#include <algorithm>

namespace relaydesk {

namespace {

const QVector<EventKind> &countedKinds() {
    static const QVector<EventKind> kinds{EventKind::Message,  EventKind::Verdict,  EventKind::Feedback,
                                          EventKind::Handoff,  EventKind::Resolved, EventKind::Returned,
                                          EventKind::Reopened, EventKind::Learned,  EventKind::RolledBack};
    return kinds;
}

//! Lessons name their ticket alone, and that may have opened long before the events that were read.
void nameConversations(QVector<Event> &events, const TicketStore &tickets) {
    for (Event &event : events) {
        const bool isLesson = event.kind == EventKind::Learned || event.kind == EventKind::RolledBack;
        if (!isLesson || event.conversation.isValid() || !event.ticket.isValid())
            continue;
        if (const auto ticket = tickets.ticket(event.ticket))
            event.conversation = ticket->conversation;
    }
}

//! Keeps the names it was asked for: many conversations share few agents and some customers.
class KnownNames {
  public:
    explicit KnownNames(const PeopleStore &people) : m_people(people) {}

    QString of(CustomerId id) {
        return remembered(m_customers, id, [&] { return m_people.customer(id).value_or(Customer()).name; });
    }
    QString of(AgentId id) {
        return remembered(m_agents, id, [&] { return m_people.agent(id).value_or(Agent()).name; });
    }

  private:
    template <typename Id, typename Ask>
    static QString remembered(QHash<Id, QString> &known, Id id, Ask ask) {
        if (!id.isValid())
            return {};
        auto found = known.find(id);
        if (found == known.end())
            found = known.insert(id, ask());
        return *found;
    }

    const PeopleStore &m_people;
    QHash<CustomerId, QString> m_customers;
    QHash<AgentId, QString> m_agents;
};

} // namespace

Result<AnalyticsReport> readReport(const Stores &stores, const Period &period) {
    auto events = stores.events.events(
        {.kinds = countedKinds(), .conversation = {}, .from = firstNeeded(period).toUTC(), .to = {}});
    RELAYDESK_TRY(events);
    nameConversations(*events, stores.tickets);
    AnalyticsReport report = computeReport(*events, period);
    if (report.isUnused && period.hasStart()) {
        const auto ever =
            stores.events.events({.kinds = {EventKind::Verdict}, .conversation = {}, .from = {}, .to = {}});
        RELAYDESK_TRY(ever);
        report.isUnused = ever->isEmpty();
    }
    return report;
}

Result<QVector<ConversationCase>> readCases(const Stores &stores, const QVector<Count> &counts) {
    QHash<ConversationId, Count> last;
    for (const Count &count : counts) {
        if (count.conversation.isValid())
            last.insert(count.conversation, count);
    }
    KnownNames names(stores.people);
    QVector<ConversationCase> cases;
    for (const Count &count : std::as_const(last)) {
        const auto conversation = stores.conversations.conversation(count.conversation);
        RELAYDESK_TRY(conversation);
        const auto events =
            stores.events.events({.kinds = {}, .conversation = count.conversation, .from = {}, .to = {}});
        RELAYDESK_TRY(events);
        const CaseSummary summary = summarise(count, *events);
        cases += {conversation->id,        conversation->session,   names.of(conversation->customer),
                  conversation->startedAt, names.of(summary.agent), summary};
    }
    std::sort(cases.begin(), cases.end(), [](const ConversationCase &one, const ConversationCase &other) {
        return std::tie(one.summary.at, one.id) > std::tie(other.summary.at, other.id);
    });
    return cases;
}

} // namespace relaydesk
