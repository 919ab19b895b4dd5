// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The ports to what is kept: small groups of verbs, answered by SQLite in the program and by memory in some tests.
#pragma once
#include "models/domain/article.h"
#include "models/domain/conversation.h"
#include "models/domain/event.h"
#include "models/domain/proposal.h"
#include "models/domain/result.h"
#include "models/domain/ticket.h"
#include <QtCore/QHash>
#include <functional>
#include <limits>
#include <optional>

namespace relaydesk {

//! Who talks: rows from the first migration on. Ids are given on first save (`id` invalid).
class PeopleStore {
  public:
    virtual ~PeopleStore() = default;
    virtual Result<CustomerId> save(const Customer &customer) = 0;
    virtual Result<Customer> customer(CustomerId id) const = 0;
    virtual Result<AgentId> save(const Agent &agent) = 0;
    virtual Result<Agent> agent(AgentId id) const = 0;
    virtual Result<QVector<Agent>> agents() const = 0;
    //! The one, and who has the same e-mail address (or, where none is known, the same name and no address); by id.
    virtual Result<QVector<Customer>> samePerson(CustomerId id) const = 0;
};

struct ConversationFilter {
    std::optional<Owner> owner;
    std::optional<bool> answering;
    QString session; //!< exact; empty: any
    int most = 1000; //!< newest first
    std::optional<CustomerId> customer = {};
};

class ConversationStore {
  public:
    virtual ~ConversationStore() = default;
    //! Inserts (id invalid) or updates.
    virtual Result<ConversationId> save(const Conversation &conversation) = 0;
    virtual Result<Conversation> conversation(ConversationId id) const = 0;
    virtual Result<QVector<Conversation>> conversations(const ConversationFilter &filter) const = 0;
    virtual Result<MessageId> append(const Message &message) = 0;
    //! Oldest first, those after `after` (an invalid id: from the start), at most `most` of them.
    virtual Result<QVector<Message>> messages(ConversationId id, MessageId after, int most) const = 0;
    //! The last `most` of those before `before` (an invalid id: of all), oldest first.
    virtual Result<QVector<Message>> lastMessages(ConversationId id, MessageId before, int most) const = 0;
};

struct TicketFilter {
    std::optional<TicketStatus> status;
    std::optional<ConversationId> conversation;
    bool openOnly = false;
    int most = 1000; //!< longest waiting first
    std::optional<TicketId> mergedInto = {};
    std::optional<TicketId> splitFrom = {};
    bool newestFirst = false; //!< instead of longest waiting first
    QDateTime snoozedTo = {}; //!< only those snoozed until then or until earlier; invalid: all
};

class TicketStore {
  public:
    virtual ~TicketStore() = default;
    //! Inserts (id invalid) or updates. A second open ticket for a conversation is a Conflict.
    virtual Result<TicketId> save(const Ticket &ticket) = 0;
    virtual Result<Ticket> ticket(TicketId id) const = 0;
    virtual Result<QVector<Ticket>> tickets(const TicketFilter &filter) const = 0;
};

class ArticleStore {
  public:
    virtual ~ArticleStore() = default;
    //! Inserts (id invalid) or updates, as a new version; ids of new phrasings are given. Answers the article as
    //! stored.
    virtual Result<Article> save(const Article &article) = 0;
    virtual Result<Article> article(ArticleId id) const = 0;
    //! All of one status, by id.
    virtual Result<QVector<Article>> articles(ArticleStatus status) const = 0;
    virtual Result<qint64> count(ArticleStatus status) const = 0;
    //! Every version of one article, newest first.
    virtual Result<QVector<Article>> versions(ArticleId id) const = 0;
    virtual Result<void> recordOutcome(ArticleId id, bool success) = 0;
    //! A number that changes whenever any article does: tells a reader that what it holds is old.
    virtual Result<qint64> revision() const = 0;
};

class ProposalStore {
  public:
    virtual ~ProposalStore() = default;
    virtual Result<ProposalId> save(const Proposal &proposal) = 0; //!< inserts (id invalid) or updates
    virtual Result<Proposal> proposal(ProposalId id) const = 0;
    //! Of one ticket, or with an invalid id of all; newest first.
    virtual Result<QVector<Proposal>> proposals(TicketId ticket, std::optional<ProposalStatus> status) const = 0;
};

struct EventFilter {
    QVector<EventKind> kinds; //!< empty: all
    std::optional<ConversationId> conversation;
    QDateTime from; //!< inclusive; invalid: from the start
    QDateTime to;   //!< exclusive; invalid: to the end
    std::optional<EventId> after =
        {}; //!< only those with a greater number; they come in the order of their numbers then
    int most = std::numeric_limits<int>::max();
    int newest = 0; //!< only the last so many of them; 0: all
    std::optional<TicketId> ticket = {};
    std::optional<AgentId> agent = {};
    std::optional<EventId> before = {}; //!< only those with a smaller number
};

class EventStore {
  public:
    virtual ~EventStore() = default;
    virtual Result<EventId> append(const Event &event) = 0;
    virtual Result<Event> event(EventId id) const = 0;
    virtual Result<QVector<Event>> events(const EventFilter &filter) const = 0; //!< oldest first
    //! How often the stored answer of each article went to a customer, ever; an article that is missing: never.
    virtual Result<QHash<ArticleId, int>> storedAnswers() const = 0;
};

class SettingStore {
  public:
    virtual ~SettingStore() = default;
    //! An empty string where it was never set.
    virtual Result<QString> value(const QString &key) const = 0;
    virtual Result<void> setValue(const QString &key, const QString &value) = 0;
};

//! What can be thrown away and computed again: sentence vectors by encoder, and the classifier's state.
class DerivedStore {
  public:
    virtual ~DerivedStore() = default;
    //! All vectors of one encoder, keyed by the digest of the text: little-endian float32, one after the other.
    virtual Result<QHash<QByteArray, QByteArray>> vectors(const QString &encoder) const = 0;
    virtual Result<void> saveVectors(const QString &encoder, const QHash<QByteArray, QByteArray> &vectors) = 0;
    virtual Result<QByteArray> state(const QString &key) const = 0; //!< empty where there is none
    virtual Result<void> saveState(const QString &key, const QByteArray &bytes) = 0;
};

//! Several changes on disk together or not at all. Within `change` the stores see what it wrote so far.
class UnitOfWork {
  public:
    virtual ~UnitOfWork() = default;
    //! Commits when `change` succeeds and rolls back when it fails; a call within a call joins the outer one.
    virtual Result<void> atomically(const std::function<Result<void>()> &change) = 0;
};

//! All of the above, handed over as one.
struct Stores {
    PeopleStore &people;
    ConversationStore &conversations;
    TicketStore &tickets;
    ArticleStore &articles;
    ProposalStore &proposals;
    EventStore &events;
    SettingStore &settings;
    DerivedStore &derived;
    UnitOfWork &unitOfWork;
};

} // namespace relaydesk
