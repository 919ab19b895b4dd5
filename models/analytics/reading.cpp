// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/reading.h"
#include <QtCore/QCoreApplication>
#include <algorithm>

namespace relaydesk {

namespace {

const QVector<EventKind> &countedKinds() {
    static const QVector<EventKind> kinds{EventKind::Verdict,  EventKind::Feedback,  EventKind::Handoff,
                                          EventKind::Resolved, EventKind::Returned,  EventKind::Reopened,
                                          EventKind::Learned,  EventKind::RolledBack};
    return kinds;
}

tl::unexpected<Failure> leftOff() {
    return failure(ErrorKind::Cancelled,
                   QCoreApplication::translate("Analytics", "Left off: what is shown is as it was."));
}

//! A verdict or a hand-off says much that nobody counts, and a desk has as many as it has had questions: those that say
//! the same share it.
class Shortened {
  public:
    void add(const QVector<Event> &events) {
        for (const Event &event : events) {
            const auto key = m_keys.constFind(event.kind);
            m_events += event;
            if (key != m_keys.cend())
                m_events.last().data = shared(*key, event.data.value(*key).toString());
        }
    }
    const QVector<Event> &events() const { return m_events; }

  private:
    QJsonObject shared(const QString &key, const QString &value) {
        QJsonObject &known = m_known[value];
        if (known.isEmpty())
            known.insert(key, value);
        return known;
    }

    const QHash<EventKind, QString> m_keys{{EventKind::Verdict, QStringLiteral("decision")},
                                           {EventKind::Handoff, QStringLiteral("category")},
                                           {EventKind::Message, QStringLiteral("author")}};
    QHash<QString, QJsonObject> m_known;
    QVector<Event> m_events;
};

//! What counts from `wanted.from` to `wanted.to`, oldest first. Of what was said only the replies count, and they are
//! few among the messages.
Result<QVector<Event>> readSlice(const Stores &stores, const QVector<Agent> &agents, EventFilter wanted) {
    auto events = stores.events.events(wanted);
    RELAYDESK_TRY(events);
    wanted.kinds = {EventKind::Message};
    for (const Agent &agent : agents) {
        wanted.agent = agent.id;
        const auto replies = stores.events.events(wanted);
        RELAYDESK_TRY(replies);
        *events += *replies;
    }
    std::sort(events->begin(), events->end(), [](const Event &one, const Event &other) {
        return std::tie(one.at, one.id) < std::tie(other.at, other.id);
    });
    return events;
}

//! All that counts since `from`, in slices of time, so that it can be watched and left off.
Result<QVector<Event>> readEvents(const Stores &stores, const QDateTime &from, const Progress &progress) {
    constexpr int slices = 100;
    EventFilter wanted{.kinds = countedKinds(), .conversation = {}, .from = from, .to = {}, .most = 1};
    const auto first = stores.events.events(wanted);
    RELAYDESK_TRY(first);
    const auto agents = stores.people.agents();
    RELAYDESK_TRY(agents);
    if (first->isEmpty())
        return *first;
    const QDateTime begin = first->first().at;
    const qint64 length = std::max<qint64>(0, begin.msecsTo(QDateTime::currentDateTimeUtc())) / slices + 1;
    wanted.most = EventFilter().most;
    Shortened shortened;
    for (int slice = 0; slice < slices; ++slice) {
        wanted.from = begin.addMSecs(length * slice);
        wanted.to = slice + 1 == slices ? QDateTime() : wanted.from.addMSecs(length);
        const auto events = readSlice(stores, *agents, wanted);
        RELAYDESK_TRY(events);
        shortened.add(*events);
        if (!progress(slice + 1))
            return leftOff();
    }
    return shortened.events();
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

Result<AnalyticsReport> readReport(const Stores &stores, const Period &period, const Progress &progress) {
    auto events = readEvents(stores, firstNeeded(period).toUTC(), progress);
    RELAYDESK_TRY(events);
    nameConversations(*events, stores.tickets);
    AnalyticsReport report = computeReport(*events, period);
    if (report.isUnused && period.hasStart()) {
        const auto ever =
            stores.events.events({.kinds = {EventKind::Verdict}, .conversation = {}, .from = {}, .to = {}, .most = 1});
        RELAYDESK_TRY(ever);
        report.isUnused = ever->isEmpty();
    }
    return report;
}

Result<QVector<ConversationCase>> readCases(const Stores &stores, const QVector<Count> &counts,
                                            const Progress &progress) {
    QHash<ConversationId, Count> last;
    for (const Count &count : counts) {
        if (count.conversation.isValid())
            last.insert(count.conversation, count);
    }
    KnownNames names(stores.people);
    QVector<ConversationCase> cases;
    for (const Count &count : std::as_const(last)) {
        if (!progress(int(100 * cases.size() / last.size())))
            return leftOff();
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
