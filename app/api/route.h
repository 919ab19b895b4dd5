// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One row of the route table: what is called how, by whom, with what, and what answers it.
#pragma once
#include "app/api/problem.h"
#include "models/domain/access.h"
#include "models/domain/conversation.h"
#include "models/domain/stores.h"
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <functional>
#include <optional>

namespace relaydesk {

enum class Access {
    Everybody,
    Customer, //!< who knows the conversation's session id, as bearer; agents too
    Key,      //!< one of the route's roles
};

//! A call on its way to the handler, as far as it was understood.
struct ApiCall {
    const ApiRequest &request;
    QHash<QString, QString> path; //!< the parameters in braces, decoded
    QJsonObject body;             //!< conforms to the route's schema
    std::optional<AccessKey> key;
    AgentId agent;                            //!< the agent of the key's name; invalid without a key of an agent
    std::optional<Conversation> conversation; //!< of a route for customers
    QString keptAs;                           //!< the Idempotency-Key that the answer is to be kept under

    qint64 number(const QString &parameter) const; //!< 0 where it is none
};

//! The answer to a turn comes later: when it is there, RestApi::finishTurn() makes the response.
struct TurnWait {
    ConversationId conversation;
    MessageId message;
    bool explain = false;
    QString keptScope; //!< with keptKey: where the answer is kept for a repeated call
    QString keptKey;
};

//! The response has no end: events follow.
struct StreamStart {
    enum Kind { Turn, Conversation, Desk };
    Kind kind = Desk;
    ConversationId conversation;
    qint64 after = 0; //!< the last event (or message) that the client has
};

struct ApiAnswer {
    ApiResponse response;
    std::optional<TurnWait> wait = {};
    std::optional<StreamStart> stream = {};
    //! Makes the response instead, from stores that may be read in another thread: what would hold the desk up.
    std::function<ApiResponse(const Stores &stores)> aside = {};
};

struct QueryParameter {
    QString name;
    QString type; //!< string, integer or boolean
    QString summary;
};

struct Route {
    using Handler = std::function<Handled<ApiAnswer>(ApiCall &)>;

    QByteArray method;
    QString path; //!< as /api/v1/tickets/{ticket}
    QString summary;
    Access access = Access::Everybody;
    QVector<KeyRole> roles; //!< where access is Key
    QVector<QueryParameter> query;
    QString takes;                    //!< schema of the JSON body; empty: no JSON
    QVector<QByteArray> contentTypes; //!< of other bodies
    int success = 200;
    QString gives;        //!< schema of the JSON answer; empty: another type, or no body
    QByteArray type;      //!< content type of an answer that is no JSON
    bool creates = false; //!< obeys Idempotency-Key
    bool writes = false;  //!< changes the desk
    Handler handler;
};

} // namespace relaydesk
