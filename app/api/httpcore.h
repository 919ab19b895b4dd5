// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the connections of one frontend share; used in the frontend's thread alone.
#pragma once
#include "app/api/httpfrontend.h"
#include "app/api/ratelimiter.h"
#include <QtCore/QHash>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <set>

namespace relaydesk {

//! A connection, as far as the frontend cares for it.
class OpenConnection {
  public:
    virtual ~OpenConnection() = default;
    virtual void close() = 0;
};

struct HttpFrontend::Core : std::enable_shared_from_this<HttpFrontend::Core> {
    explicit Core(const FrontendSettings &wanted) : settings(wanted), rate(wanted.limits.requestsPerAddress) {}

    FrontendSettings settings;
    HttpHandler handler;
    std::function<void(const QString &, int)> refused;
    std::unique_ptr<boost::asio::ssl::context> tls; //!< null: plain
    quint16 port = 0;
    bool isStopping = false;
    RateLimiter rate;
    QHash<QString, int> perAddress;
    std::set<OpenConnection *> open;
    //! Ends before what is above it: connections that still wait in it end with it, and sign off there.
    boost::asio::io_context context{1};
    //! Answers may be on their way when nothing is read or written at the moment.
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{context.get_executor()};
    boost::asio::ip::tcp::acceptor acceptor{context};

    void accept();
    void take(boost::asio::ip::tcp::socket socket);
    bool hasRoomFor(const QString &address) const;
    //! Whether the limits for each address are meant for this one.
    bool counts(const QString &address) const;
    void closeAll();
};

//! Starts a connection that keeps itself; with TLS where the core has it.
void startConnection(boost::asio::ip::tcp::socket socket, const QString &address,
                     const std::shared_ptr<HttpFrontend::Core> &core);

//! True for 127.0.0.0/8 and ::1.
bool isThisMachine(const QString &address);

} // namespace relaydesk
