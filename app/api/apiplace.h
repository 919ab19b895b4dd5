// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the calls of the API work on; it lives in the desk's thread.
#pragma once
#include "app/api/ratelimiter.h"
#include "app/api/route.h"
#include "app/api/servicecounters.h"
#include "app/api/uploadstore.h"
#include "models/desk/desk.h"
#include <QtCore/QStringList>

namespace relaydesk {

struct ApiPlace {
    Desk &desk;
    AccessStore &access;
    UploadStore uploads;
    QStringList origins;  //!< that pages may call from, and embed the chat page
    RateLimiter sessions; //!< deeds of customers, by session
    ServiceCounters counters = {};
    //! Hands a call the stores as a connection of its own reads them, in whatever thread; empty: there is none, and
    //! what takes long is read in the desk's thread.
    std::function<Result<void>(const std::function<void(const Stores &)> &call)> aside = {};

    const Stores &stores() const { return desk.stores(); }
};

//! `schema` in the answer's Content-Type is application/json.
ApiAnswer jsonAnswer(const QJsonObject &object, int status = 200, const ApiHeaders &headers = {});

//! What `read` makes, in another thread where the place has stores for that.
ApiAnswer aside(const ApiPlace &place, const std::function<ApiResponse(const Stores &stores)> &read);

//! The conversation with that session id; a problem of status 404 that names `field`.
Handled<Conversation> conversationOf(const Stores &stores, const QString &session, const QString &field);

//! limit and after of the query: 1 to `most` entries, after a number.
struct PageWanted {
    int limit = 50;
    qint64 after = 0;
};
Handled<PageWanted> pageWanted(const ApiRequest &request, int most = 200);

//! The number of the last one seen, in Last-Event-ID or the query's after; `otherwise` where neither is there.
Handled<qint64> lastSeen(const ApiRequest &request, qint64 otherwise);

//! A word of the query; nothing where it is not there, a problem where it is none of the words. `others` are known to
//! the caller.
template <typename Enum>
Handled<std::optional<Enum>> wordWanted(const ApiRequest &request, const QString &name,
                                        const QStringList &others = {}) {
    const QString text = request.query(name);
    if (text.isNull())
        return std::optional<Enum>{};
    if (const auto word = fromKey<Enum>(text))
        return word;
    QStringList words;
    for (const auto &known : Names<Enum>::all)
        words.append(QString::fromLatin1(known.key));
    words += others;
    return refuse(400, QStringLiteral("\"%1\" is none of: %2.").arg(text.left(100), words.join(QStringLiteral(", "))),
                  name);
}

// The routes, a room's worth each.
QVector<Route> firstRoutes(ApiPlace &place);        //!< the five calls of the first version
QVector<Route> conversationRoutes(ApiPlace &place); //!< a customer's own conversation
QVector<Route> uploadRoutes(ApiPlace &place);
QVector<Route> ticketRoutes(ApiPlace &place);
QVector<Route> articleRoutes(ApiPlace &place);
QVector<Route> proposalRoutes(ApiPlace &place);
QVector<Route> serviceRoutes(ApiPlace &place); //!< health, metrics, the live stream
QVector<Route> pageRoutes(ApiPlace &place);    //!< the chat page and its files

} // namespace relaydesk
