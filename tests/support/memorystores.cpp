// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/memorystores.h"
#include "tests/support/memoryarticles.h"
#include "tests/support/memorytables.h"

namespace relaydesk {

namespace {

class MemoryPeopleStore : public PeopleStore {
  public:
    explicit MemoryPeopleStore(MemoryTables &tables) : m_tables(tables) {}
    Result<CustomerId> save(const Customer &customer) override { return put(m_tables, m_tables.customers, customer); }
    Result<Customer> customer(CustomerId id) const override { return get(m_tables.customers, id); }
    Result<AgentId> save(const Agent &agent) override { return put(m_tables, m_tables.agents, agent); }
    Result<Agent> agent(AgentId id) const override { return get(m_tables.agents, id); }
    Result<QVector<Agent>> agents() const override {
        return QVector<Agent>(m_tables.agents.rows().cbegin(), m_tables.agents.rows().cend());
    }
    Result<QVector<Customer>> samePerson(CustomerId id) const override {
        const Result<Customer> one = customer(id);
        RELAYDESK_TRY(one);
        QVector<Customer> found;
        for (const Customer &c : m_tables.customers.rows()) {
            const bool byAddress = !one->email.isEmpty() && c.email.compare(one->email, Qt::CaseInsensitive) == 0;
            const bool byName = one->email.isEmpty() && c.email.isEmpty() && !one->name.isEmpty() &&
                                c.name.compare(one->name, Qt::CaseInsensitive) == 0;
            if (c.id == id || byAddress || byName)
                found.append(c);
        }
        return found;
    }

  private:
    MemoryTables &m_tables;
};

class MemoryConversationStore : public ConversationStore {
  public:
    explicit MemoryConversationStore(MemoryTables &tables) : m_tables(tables) {}

    Result<ConversationId> save(const Conversation &conversation) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        if (!m_tables.customers.contains(conversation.customer) || !m_tables.agents.allows(conversation.agent) ||
            !m_tables.events.allows(conversation.answer))
            return missing();
        const ConversationId holder = m_tables.sessions.value(conversation.session);
        if (!conversation.session.isEmpty() && holder.isValid() && holder != conversation.id)
            return conflict();
        if (m_tables.conversations.contains(conversation.id))
            m_tables.sessions.put(m_tables.conversations.at(conversation.id).session, {});
        const Result<ConversationId> id = put(m_tables, m_tables.conversations, conversation);
        if (id && !conversation.session.isEmpty())
            m_tables.sessions.put(conversation.session, *id);
        return id;
    }

    Result<Conversation> conversation(ConversationId id) const override { return get(m_tables.conversations, id); }

    Result<QVector<Conversation>> conversations(const ConversationFilter &filter) const override {
        QVector<Conversation> found;
        const auto take = [&](const Conversation &c) {
            if ((!filter.owner || c.owner == *filter.owner) &&
                (!filter.answering || c.answering == *filter.answering) &&
                (!filter.customer || c.customer == *filter.customer))
                found.append(c);
        };
        const ConversationId holder = m_tables.sessions.value(filter.session);
        if (holder.isValid())
            take(m_tables.conversations.at(holder));
        else if (filter.session.isEmpty())
            std::for_each(m_tables.conversations.rows().crbegin(), m_tables.conversations.rows().crend(), take);
        sortByTime(found, [](const Conversation &c) { return -rank(c.lastAt); });
        return found.mid(0, qMax(0, filter.most));
    }

    Result<MessageId> append(const Message &message) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        if (!m_tables.conversations.contains(message.conversation) || !m_tables.agents.allows(message.agent))
            return missing();
        const MessageId id = m_tables.messages.add(message);
        m_tables.messagesOf.add(message.conversation, id);
        return id;
    }

    Result<QVector<Message>> messages(ConversationId id, MessageId after, int most) const override {
        const QVector<MessageId> ids = m_tables.messagesOf.of(id);
        QVector<Message> found;
        for (auto next = std::upper_bound(ids.cbegin(), ids.cend(), after); next != ids.cend() && found.size() < most;
             ++next)
            found.append(m_tables.messages.at(*next));
        return found;
    }

    Result<QVector<Message>> lastMessages(ConversationId id, MessageId before, int most) const override {
        const QVector<MessageId> ids = m_tables.messagesOf.of(id);
        const auto end = before.isValid() ? std::lower_bound(ids.cbegin(), ids.cend(), before) : ids.cend();
        QVector<Message> found;
        for (auto next = end - std::clamp<qsizetype>(most, 0, end - ids.cbegin()); next != end; ++next)
            found.append(m_tables.messages.at(*next));
        return found;
    }

  private:
    MemoryTables &m_tables;
};

class MemoryTicketStore : public TicketStore {
  public:
    explicit MemoryTicketStore(MemoryTables &tables) : m_tables(tables) {}

    Result<TicketId> save(const Ticket &ticket) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        if (!m_tables.conversations.contains(ticket.conversation) || !m_tables.agents.allows(ticket.agent) ||
            !m_tables.events.allows(ticket.verdict))
            return missing();
        const TicketId open = m_tables.openTickets.value(ticket.conversation);
        if (ticket.isOpen() && open.isValid() && open != ticket.id)
            return conflict();
        if (m_tables.tickets.contains(ticket.id) && m_tables.tickets.at(ticket.id).isOpen())
            m_tables.openTickets.put(m_tables.tickets.at(ticket.id).conversation, {});
        const Result<TicketId> id = put(m_tables, m_tables.tickets, ticket);
        if (id && ticket.isOpen())
            m_tables.openTickets.put(ticket.conversation, *id);
        return id;
    }

    Result<Ticket> ticket(TicketId id) const override { return get(m_tables.tickets, id); }

    Result<QVector<Ticket>> tickets(const TicketFilter &filter) const override {
        QVector<Ticket> found;
        for (const Ticket &t : m_tables.tickets.rows()) {
            if ((!filter.status || t.status == *filter.status) &&
                (!filter.conversation || t.conversation == *filter.conversation) && (!filter.openOnly || t.isOpen()) &&
                (!filter.mergedInto || t.mergedInto == *filter.mergedInto) &&
                (!filter.splitFrom || t.splitFrom == *filter.splitFrom) &&
                (!filter.snoozedTo.isValid() || (t.snoozedUntil.isValid() && t.snoozedUntil <= filter.snoozedTo)))
                found.append(t);
        }
        sortByTime(found, [](const Ticket &t) { return rank(t.openedAt); });
        if (filter.newestFirst)
            std::reverse(found.begin(), found.end());
        return found.mid(0, qMax(0, filter.most));
    }

  private:
    MemoryTables &m_tables;
};

class MemoryProposalStore : public ProposalStore {
  public:
    explicit MemoryProposalStore(MemoryTables &tables) : m_tables(tables) {}

    Result<ProposalId> save(const Proposal &proposal) override {
        if (!m_tables.tickets.allows(proposal.ticket) || !m_tables.articles.allows(proposal.article) ||
            !m_tables.agents.allows(proposal.agent))
            return missing();
        return put(m_tables, m_tables.proposals, proposal);
    }

    Result<Proposal> proposal(ProposalId id) const override { return get(m_tables.proposals, id); }

    Result<QVector<Proposal>> proposals(TicketId ticket, std::optional<ProposalStatus> status) const override {
        QVector<Proposal> found;
        std::copy_if(m_tables.proposals.rows().crbegin(), m_tables.proposals.rows().crend(), std::back_inserter(found),
                     [&](const Proposal &p) {
                         return (!ticket.isValid() || p.ticket == ticket) && (!status || p.status == *status);
                     });
        return found;
    }

  private:
    MemoryTables &m_tables;
};

class MemoryEventStore : public EventStore {
  public:
    explicit MemoryEventStore(MemoryTables &tables) : m_tables(tables) {}

    Result<EventId> append(const Event &event) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        if (!event.at.isValid())
            return failure(ErrorKind::Invalid, QStringLiteral("An event has a time."));
        const EventId id = m_tables.events.add(event);
        m_tables.eventsOf.add(event.conversation, id);
        return id;
    }

    Result<Event> event(EventId id) const override { return get(m_tables.events, id); }

    Result<QVector<Event>> events(const EventFilter &filter) const override {
        QVector<Event> found;
        const auto take = [&](const Event &e) {
            if ((filter.kinds.isEmpty() || filter.kinds.contains(e.kind)) &&
                (!filter.from.isValid() || e.at >= filter.from) && (!filter.to.isValid() || e.at < filter.to) &&
                (!filter.after || e.id > *filter.after) && (!filter.before || e.id < *filter.before) &&
                (!filter.ticket || e.ticket == *filter.ticket) && (!filter.agent || e.agent == *filter.agent))
                found.append(e);
        };
        if (filter.conversation) {
            const QVector<EventId> ids = m_tables.eventsOf.of(*filter.conversation);
            std::for_each(ids.cbegin(), ids.cend(), [&](EventId id) { take(m_tables.events.at(id)); });
        } else {
            std::for_each(m_tables.events.rows().cbegin(), m_tables.events.rows().cend(), take);
        }
        if (!filter.after)
            sortByTime(found, [](const Event &e) { return rank(e.at); });
        if (!filter.after && filter.newest > 0)
            return found.mid(std::max<qsizetype>(0, found.size() - filter.newest));
        return found.mid(0, qMax(0, filter.most));
    }

    Result<QHash<ArticleId, int>> storedAnswers() const override {
        QHash<ArticleId, int> counts;
        for (const Event &e : m_tables.events.rows()) {
            if (e.kind == EventKind::Verdict && e.article.isValid() && e.conversation.isValid() &&
                e.data.contains(QLatin1String("answer")) && !e.data.value(QLatin1String("written")).toBool())
                ++counts[e.article];
        }
        return counts;
    }

  private:
    MemoryTables &m_tables;
};

class MemorySettingStore : public SettingStore {
  public:
    explicit MemorySettingStore(MemoryTables &tables) : m_tables(tables) {}
    Result<QString> value(const QString &key) const override { return m_tables.settings.value(key); }
    Result<void> setValue(const QString &key, const QString &value) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        m_tables.settings.put(key, value);
        return {};
    }

  private:
    MemoryTables &m_tables;
};

class MemoryDerivedStore : public DerivedStore {
  public:
    explicit MemoryDerivedStore(MemoryTables &tables) : m_tables(tables) {}
    Result<QHash<QByteArray, QByteArray>> vectors(const QString &encoder) const override {
        return m_tables.vectors.value(encoder);
    }
    Result<void> saveVectors(const QString &encoder, const QHash<QByteArray, QByteArray> &vectors) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        QHash<QByteArray, QByteArray> all = m_tables.vectors.value(encoder);
        all.insert(vectors);
        m_tables.vectors.put(encoder, all);
        return {};
    }
    Result<QByteArray> state(const QString &key) const override { return m_tables.states.value(key); }
    Result<void> saveState(const QString &key, const QByteArray &bytes) override {
        RELAYDESK_TRY(m_tables.acceptsWrites());
        m_tables.states.put(key, bytes);
        return {};
    }

  private:
    MemoryTables &m_tables;
};

class MemoryUnitOfWork : public UnitOfWork {
  public:
    explicit MemoryUnitOfWork(MemoryTables &tables) : m_tables(tables) {}
    Result<void> atomically(const std::function<Result<void>()> &change) override {
        m_tables.undo.begin();
        const UndoLog::Mark mark = m_tables.undo.mark();
        const Result<void> outcome = change();
        if (!outcome)
            m_tables.undo.takeBackTo(mark);
        m_tables.undo.end();
        return outcome;
    }

  private:
    MemoryTables &m_tables;
};

} // namespace

struct MemoryStores::Rooms {
    MemoryTables tables;
    MemoryPeopleStore people{tables};
    MemoryConversationStore conversations{tables};
    MemoryTicketStore tickets{tables};
    MemoryArticleStore articles{tables};
    MemoryProposalStore proposals{tables};
    MemoryEventStore events{tables};
    MemorySettingStore settings{tables};
    MemoryDerivedStore derived{tables};
    MemoryUnitOfWork unitOfWork{tables};
};

MemoryStores::MemoryStores() : m_rooms(std::make_unique<Rooms>()) {}
MemoryStores::~MemoryStores() = default;

Stores MemoryStores::stores() {
    return {m_rooms->people, m_rooms->conversations, m_rooms->tickets, m_rooms->articles,  m_rooms->proposals,
            m_rooms->events, m_rooms->settings,      m_rooms->derived, m_rooms->unitOfWork};
}

void MemoryStores::refuseWrites(const Failure &failure) { m_rooms->tables.refusal = failure; }

void MemoryStores::acceptWrites() { m_rooms->tables.refusal.reset(); }

} // namespace relaydesk
