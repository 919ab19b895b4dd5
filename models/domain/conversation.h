// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation of one customer with the desk, and the messages in it.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/names.h"
#include <QtCore/QDateTime>
#include <QtCore/QVector>

namespace relaydesk {

//! Exactly one of these owns a conversation at any moment; only the owner (or a notice) speaks to the customer.
enum class Owner { Assistant, Queue, Agent, Nobody };
enum class Closing { Open, Confirmed, Unconfirmed, Resolved };
enum class Author { Customer, Assistant, Agent, System };

template <>
struct Names<Owner> {
    static constexpr std::array<Name<Owner>, 4> all{
        {{Owner::Assistant, "assistant"}, {Owner::Queue, "queue"}, {Owner::Agent, "agent"}, {Owner::Nobody, "nobody"}}};
};
template <>
struct Names<Closing> {
    static constexpr std::array<Name<Closing>, 4> all{{{Closing::Open, "open"},
                                                       {Closing::Confirmed, "confirmed"},
                                                       {Closing::Unconfirmed, "unconfirmed"},
                                                       {Closing::Resolved, "resolved"}}};
};
template <>
struct Names<Author> {
    static constexpr std::array<Name<Author>, 4> all{{{Author::Customer, "customer"},
                                                      {Author::Assistant, "assistant"},
                                                      {Author::Agent, "agent"},
                                                      {Author::System, "system"}}};
};

struct Customer {
    CustomerId id;
    QString name;  //!< may be empty: unknown
    QString email; //!< may be empty
    QDateTime since;
    friend bool operator==(const Customer &, const Customer &) = default;
};

struct Agent {
    AgentId id;
    QString name;
    bool available = true;
    friend bool operator==(const Agent &, const Agent &) = default;
};

struct Conversation {
    ConversationId id;
    QString session; //!< unguessable, the customer's key to this conversation
    CustomerId customer;
    Owner owner = Owner::Assistant;
    AgentId agent;            //!< valid exactly while owner is Agent
    int episode = 1;          //!< counts up with each clean slate
    int job = 0;              //!< number of the newest answer job; a result of an older one is dropped
    bool answering = false;   //!< a turn is not answered yet; true after a crash means: take it up again
    bool asked = false;       //!< "Did that solve it?" stands open
    bool toldWaiting = false; //!< while queued: told once that a person is coming
    EventId answer;           //!< the verdict of the last answer in this episode, if any
    Closing closing = Closing::Open;
    QDateTime startedAt;
    QDateTime lastAt; //!< of the last message
    friend bool operator==(const Conversation &, const Conversation &) = default;
};

//! One of "Did you mean …?": an article by its title.
struct Choice {
    ArticleId article;
    QString title;
    friend bool operator==(const Choice &, const Choice &) = default;
};

struct Message {
    MessageId id;
    ConversationId conversation;
    int episode = 1;
    Author author = Author::Customer;
    AgentId agent; //!< valid for an agent's message
    QString text;  //!< as written; Markdown for assistant and agents, plain for customers
    QDateTime at;
    QVector<Choice> choices; //!< what the customer is asked to choose from; open while it is the last message
    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace relaydesk
