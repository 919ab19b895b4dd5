// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Weeks of a desk made up by a seeded generator: the truth is written down as each story is chosen, not computed from
//! its events. Conversations are numbered from 1, and so are their customers.
#pragma once
#include "models/analytics/report.h"
#include "models/domain/stores.h"
#include <QtCore/QRandomGenerator>
#include <algorithm>

namespace relaydesk {

class DeskHistory {
  public:
    DeskHistory(quint32 seed, const QTimeZone &zone) : m_random(seed), m_zone(zone) {}

    //! `busy` conversations a day on average, from `first` to `last`; the later, the more the assistant knows.
    void write(const QDate &first, const QDate &last, int busy) {
        const auto days = std::max<qint64>(1, first.daysTo(last));
        for (QDate day = first; day <= last; day = day.addDays(1)) {
            m_knowledge = 45 + int(35 * first.daysTo(day) / days);
            const int weekday = day.dayOfWeek() > 5 ? busy / 3 : busy;
            const int today = std::max(1, weekday - busy / 5 + m_random.bounded(1 + 2 * busy / 5));
            for (int number = 0; number < today; ++number)
                writeStory(day);
        }
    }

    //! What else stands in the data of every verdict: factors and sources make a real one large.
    void setVerdictData(const QJsonObject &data) { m_verdictData = data; }

    //! All events, oldest first, numbered from 1.
    QVector<Event> events() const {
        QVector<Event> sorted = m_events;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const Event &one, const Event &other) { return one.at < other.at; });
        return sorted;
    }

    //! The conversation of every single count of a subject in a period, as it is known to be.
    QVector<qint64> truth(Subject subject, const Period &period, std::optional<HandoffCategory> reason = {}) const {
        QVector<qint64> found;
        for (const Fact &fact : m_facts) {
            if (fact.subject == subject && fact.at >= period.from() && fact.at < period.to() &&
                (!reason || fact.reason == *reason))
                found += fact.conversation;
        }
        return found;
    }
    int number(Subject subject, const Period &period) const { return int(truth(subject, period).size()); }

    //! Puts people, conversations, tickets and events into stores that are still empty.
    Result<void> save(const Stores &stores) const {
        return stores.unitOfWork.atomically([&]() -> Result<void> {
            for (const char *name : {"Dana Ortiz", "Sam Kaya", "Lee Novak"})
                RELAYDESK_TRY(stores.people.save(Agent{.name = QString::fromLatin1(name)}));
            for (const Conversation &conversation : m_conversations) {
                const auto customer = stores.people.save(
                    Customer{.name = customerOf(conversation.id.value), .since = conversation.startedAt});
                RELAYDESK_TRY(customer);
                Conversation row = conversation;
                row.id = {};
                row.customer = *customer;
                RELAYDESK_TRY(stores.conversations.save(row));
            }
            for (const Event &event : m_events)
                RELAYDESK_TRY(stores.events.append(event));
            for (Ticket ticket : m_tickets) {
                ticket.id = {};
                RELAYDESK_TRY(stores.tickets.save(ticket));
            }
            return {};
        });
    }

    static QString customerOf(qint64 conversation) {
        static const QStringList first{s("Maya"), s("Jonas"), s("Priya"), s("Sam"), s("Ines"), s("Tariq"), s("Olga")};
        static const QStringList last{s("Chen"), s("Ohlin"), s("Rao"), s("Kaya"), s("Duarte")};
        return first[conversation % first.size()] + u' ' + last[conversation % last.size()];
    }
    int conversations() const { return int(m_conversations.size()); }

  private:
    struct Fact {
        Subject subject;
        qint64 conversation;
        QDateTime at;
        HandoffCategory reason;
    };

    static QString s(const char *text) { return QString::fromLatin1(text); }
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    void advance(int seconds) { m_at = m_at.addSecs(1 + int(m_random.bounded(seconds))); }
    void count(Subject subject, HandoffCategory reason = {}) { m_facts += {subject, m_conversation, m_at, reason}; }

    EventId add(EventKind kind, const QJsonObject &data, qint64 ticket = 0, qint64 agent = 0) {
        Event event{.id = {m_events.size() + 1}, .at = m_at, .kind = kind, .conversation = {m_conversation}};
        event.ticket.value = ticket;
        event.agent.value = agent;
        event.data = data;
        if (kind == EventKind::Learned || kind == EventKind::RolledBack)
            event.conversation = {};
        m_events += event;
        return event.id;
    }
    void say(const char *author, qint64 agent = 0) { add(EventKind::Message, {{s("author"), s(author)}}, 0, agent); }

    void writeStory(const QDate &day) {
        const int second = 7 * 3600 + int(m_random.bounded(14 * 3600));
        m_at = QDateTime(day, QTime(0, 0).addSecs(second), m_zone).toUTC();
        m_conversation = m_conversations.size() + 1;
        m_conversations += Conversation{
            .id = {m_conversation}, .session = s("session-%1").arg(m_conversation), .startedAt = m_at, .lastAt = m_at};
        say("customer");
        advance(4);
        if (chance(m_knowledge))
            answer();
        else
            handOver(add(EventKind::Verdict, verdict("handed_over", 20 + int(m_random.bounded(38)))), true);
        m_conversations.last().lastAt = m_at;
    }

    QJsonObject verdict(const char *decision, int percent) {
        static const QStringList questions{
            s("How do I reset my password?"),           s("I was charged twice for my subscription"),
            s("Where do I find my invoices?"),          s("Can I change the company name on an invoice?"),
            s("The app shows \"error 51\", what now?"), s("How do I cancel,\nand what happens to my data?"),
            s("=HYPERLINK(\"http://example.org\")"),    s("I lost the phone with my second factor")};
        m_question = questions[qsizetype(m_random.bounded(quint32(questions.size())))];
        QJsonObject data = m_verdictData;
        data.insert(s("decision"), s(decision));
        data.insert(s("question"), m_question);
        data.insert(s("confidence"), percent / 100.0);
        return data;
    }

    void answer() {
        const auto given = add(EventKind::Verdict, verdict("answered", 62 + int(m_random.bounded(36))));
        count(Subject::TotalQueries);
        const QDateTime asked = m_at;
        say("assistant");
        const auto judge = [&](const char *outcome) {
            add(EventKind::Feedback, {{s("verdict"), given.value}, {s("outcome"), s(outcome)}});
        };
        // Some customers speak up days later: what they say belongs to the day of their question.
        advance(chance(5) ? 3 * 86400 : 600);
        const auto claimed = [&](Subject subject) { m_facts += {subject, m_conversation, asked, {}}; };
        if (chance(50)) {
            claimed(Subject::AiResolved);
        } else if (chance(80)) {
            judge("no");
            judge("yes");
            claimed(Subject::AiResolved);
            claimed(Subject::AiConfirmed);
        } else {
            judge("no");
            handOver(given, false);
        }
    }

    //! `isQuery`: the turn was handed over at once, not after an answer that did not help.
    void handOver(EventId led, bool isQuery) {
        using enum HandoffCategory;
        static const QVector<HandoffCategory> reasons{
            LowConfidence,   LowConfidence, LowConfidence,  MissingKnowledge, MissingKnowledge, CustomerRequest,
            CustomerRequest, Frustration,   SensitiveTopic, Repetition,       ModelFailure,     Ambiguous};
        const auto reason = reasons[qsizetype(m_random.bounded(quint32(reasons.size())))];
        if (isQuery)
            count(Subject::TotalQueries);
        const QDateTime opened = m_at;
        const qint64 ticket = m_tickets.size() + 1;
        m_tickets += Ticket{.conversation = {m_conversation}, .reason = {reason, s("Because.")}, .verdict = led};
        m_tickets.last().question = m_question;
        m_tickets.last().openedAt = m_at;
        add(EventKind::Handoff, {{s("category"), keyOf(reason)}}, ticket);
        const auto fact = [&](Subject subject) { m_facts += {subject, m_conversation, opened, reason}; };
        fact(Subject::Handoffs);
        if (chance(6)) {
            fact(Subject::StillOpen);
            return;
        }
        const qint64 agent = 1 + m_random.bounded(3);
        advance(chance(10) ? 86400 : 420);
        add(EventKind::Claimed, {}, ticket, agent);
        say("agent", agent);
        fact(Subject::FirstReplies);
        m_tickets.last().agent.value = agent;
        m_tickets.last().status = TicketStatus::Claimed;
        if (chance(4)) {
            fact(Subject::StillOpen);
            return;
        }
        end(ticket, agent);
    }

    void end(qint64 ticket, qint64 agent) {
        advance(1200);
        m_tickets.last().endedAt = m_at;
        if (chance(8)) {
            m_tickets.last().status = TicketStatus::Returned;
            add(EventKind::Returned, {}, ticket, agent);
            return;
        }
        m_tickets.last().status = TicketStatus::Resolved;
        if (chance(10)) {
            add(EventKind::Resolved, {}, ticket, agent);
            add(EventKind::Reopened, {}, ticket, agent);
        }
        add(EventKind::Resolved, {}, ticket, agent);
        count(Subject::HumanResolved);
        if (!chance(30))
            return;
        advance(60);
        add(EventKind::Learned, {{s("kind"), s("new_article")}}, ticket, agent);
        count(Subject::LearningEvents);
        if (!chance(8))
            return;
        advance(86400);
        add(EventKind::RolledBack, {{s("kind"), s("new_article")}}, ticket);
        count(Subject::RollBacks);
    }

    QRandomGenerator m_random;
    QTimeZone m_zone;
    QDateTime m_at;
    QString m_question;
    QJsonObject m_verdictData;
    int m_knowledge = 50; //!< in percent
    qint64 m_conversation = 0;
    QVector<Conversation> m_conversations;
    QVector<Ticket> m_tickets;
    QVector<Event> m_events;
    QVector<Fact> m_facts;
};

} // namespace relaydesk
