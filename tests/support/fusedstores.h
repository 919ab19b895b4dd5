// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Stores whose n-th write fails, as on a disk that fills up in the middle of something.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

class FusedStores {
  public:
    explicit FusedStores(const Stores &stores) : m_stores(stores) {}

    Stores stores() {
        return {m_people, m_conversations,   m_tickets,        m_articles,         m_proposals,
                m_events, m_stores.settings, m_stores.derived, m_stores.unitOfWork};
    }
    //! The write after so many good ones fails, once; a negative number: none does.
    void setWritesLeft(int writes) { m_left = writes; }
    bool hasBlown() const { return m_hasBlown; }
    static QString sentence() { return QStringLiteral("The disk is full. Nothing was changed; make room."); }

  private:
    Result<void> spend() {
        if (m_left < 0 || m_left-- > 0)
            return {};
        m_hasBlown = true;
        return failure(ErrorKind::Storage, sentence());
    }

    struct People : PeopleStore {
        explicit People(FusedStores &f) : fuse(f) {}
        Result<CustomerId> save(const Customer &customer) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.people.save(customer);
        }
        Result<Customer> customer(CustomerId id) const override { return fuse.m_stores.people.customer(id); }
        Result<AgentId> save(const Agent &agent) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.people.save(agent);
        }
        Result<Agent> agent(AgentId id) const override { return fuse.m_stores.people.agent(id); }
        Result<QVector<Agent>> agents() const override { return fuse.m_stores.people.agents(); }
        Result<QVector<Customer>> samePerson(CustomerId id) const override {
            return fuse.m_stores.people.samePerson(id);
        }
        FusedStores &fuse;
    };
    struct Conversations : ConversationStore {
        explicit Conversations(FusedStores &f) : fuse(f) {}
        Result<ConversationId> save(const Conversation &conversation) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.conversations.save(conversation);
        }
        Result<Conversation> conversation(ConversationId id) const override {
            return fuse.m_stores.conversations.conversation(id);
        }
        Result<QVector<Conversation>> conversations(const ConversationFilter &filter) const override {
            return fuse.m_stores.conversations.conversations(filter);
        }
        Result<MessageId> append(const Message &message) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.conversations.append(message);
        }
        Result<QVector<Message>> messages(ConversationId id, MessageId after, int most) const override {
            return fuse.m_stores.conversations.messages(id, after, most);
        }
        Result<QVector<Message>> lastMessages(ConversationId id, MessageId before, int most) const override {
            return fuse.m_stores.conversations.lastMessages(id, before, most);
        }
        FusedStores &fuse;
    };
    struct Tickets : TicketStore {
        explicit Tickets(FusedStores &f) : fuse(f) {}
        Result<TicketId> save(const Ticket &ticket) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.tickets.save(ticket);
        }
        Result<Ticket> ticket(TicketId id) const override { return fuse.m_stores.tickets.ticket(id); }
        Result<QVector<Ticket>> tickets(const TicketFilter &filter) const override {
            return fuse.m_stores.tickets.tickets(filter);
        }
        FusedStores &fuse;
    };
    struct Articles : ArticleStore {
        explicit Articles(FusedStores &f) : fuse(f) {}
        Result<Article> save(const Article &article) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.articles.save(article);
        }
        Result<Article> article(ArticleId id) const override { return fuse.m_stores.articles.article(id); }
        Result<QVector<Article>> articles(ArticleStatus status) const override {
            return fuse.m_stores.articles.articles(status);
        }
        Result<qint64> count(ArticleStatus status) const override { return fuse.m_stores.articles.count(status); }
        Result<QVector<Article>> versions(ArticleId id) const override { return fuse.m_stores.articles.versions(id); }
        Result<void> recordOutcome(ArticleId id, bool success) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.articles.recordOutcome(id, success);
        }
        Result<qint64> revision() const override { return fuse.m_stores.articles.revision(); }
        FusedStores &fuse;
    };
    struct Proposals : ProposalStore {
        explicit Proposals(FusedStores &f) : fuse(f) {}
        Result<ProposalId> save(const Proposal &proposal) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.proposals.save(proposal);
        }
        Result<Proposal> proposal(ProposalId id) const override { return fuse.m_stores.proposals.proposal(id); }
        Result<QVector<Proposal>> proposals(TicketId ticket, std::optional<ProposalStatus> status) const override {
            return fuse.m_stores.proposals.proposals(ticket, status);
        }
        FusedStores &fuse;
    };
    struct Events : EventStore {
        explicit Events(FusedStores &f) : fuse(f) {}
        Result<EventId> append(const Event &event) override {
            RELAYDESK_TRY(fuse.spend());
            return fuse.m_stores.events.append(event);
        }
        Result<Event> event(EventId id) const override { return fuse.m_stores.events.event(id); }
        Result<QVector<Event>> events(const EventFilter &filter) const override {
            return fuse.m_stores.events.events(filter);
        }
        Result<QHash<ArticleId, int>> storedAnswers() const override { return fuse.m_stores.events.storedAnswers(); }
        FusedStores &fuse;
    };

    Stores m_stores;
    People m_people{*this};
    Conversations m_conversations{*this};
    Tickets m_tickets{*this};
    Articles m_articles{*this};
    Proposals m_proposals{*this};
    Events m_events{*this};
    int m_left = -1;
    bool m_hasBlown = false;
};

} // namespace relaydesk
