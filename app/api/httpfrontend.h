// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The sockets: takes HTTP/1.1 connections on a thread of its own and hands each request to a handler.
#pragma once
#include "app/api/httpexchange.h"
#include "app/api/servicelimits.h"
#include <thread>

namespace relaydesk {

struct FrontendSettings {
    QString address = QStringLiteral("127.0.0.1"); //!< an IP address
    quint16 port = 8080;                           //!< 0: any free one
    QString certificate;                           //!< PEM file with its chain; empty: no TLS
    QString privateKey;                            //!< PEM file
    ServiceLimits limits;
};

class HttpFrontend {
  public:
    //! `handler` is called in the frontend's thread, `refused` likewise for what never becomes a request (too many, too
    //! long, no HTTP).
    static Result<std::unique_ptr<HttpFrontend>>
    listen(const FrontendSettings &settings, HttpHandler handler,
           std::function<void(const QString &address, int status)> refused);
    ~HttpFrontend(); //!< closes what is open
    HttpFrontend(const HttpFrontend &) = delete;
    HttpFrontend &operator=(const HttpFrontend &) = delete;

    quint16 port() const;
    //! No new connections; those that are open go on, each until its next answer.
    void stopAccepting();

    struct Core; //!< see httpcore.h

  private:
    HttpFrontend() = default;

    std::shared_ptr<Core> m_core;
    std::thread m_thread;
};

} // namespace relaydesk
