// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk as a service: its API on a port, for the window and for `relaydesk serve`.
#pragma once
#include "app/api/httpfrontend.h"
#include "app/api/servicedesk.h"
#include <QtCore/QThreadPool>

namespace relaydesk {

struct ServiceSettings {
    FrontendSettings frontend;
    QStringList origins; //!< as https://shop.example.com
    bool insecure = false;
    //! Called with a customer's message on a thread of its own, before the desk gets it; may be empty.
    std::function<void(const QString &message)> foresee = {};
};

class Service {
  public:
    //! Called in the desk's thread, and destroyed there; `log` may be called in two threads.
    static Result<std::unique_ptr<Service>> start(const ApiPlace &place, const ServiceSettings &settings,
                                                  const ServiceDesk::Log &log);
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    QString address() const { return m_address; } //!< as http://127.0.0.1:8080
    quint16 port() const { return m_frontend->port(); }
    ServiceDesk &desk() { return *m_desk; }
    //! Takes no further connections and ends the streams; desk().finished() follows when the last turn is answered.
    void stop();

  private:
    Service() = default;

    QString m_address;
    QThreadPool m_ahead; //!< for foresee; ends after the frontend and before the desk's side
    std::unique_ptr<ServiceDesk> m_desk;
    std::unique_ptr<HttpFrontend> m_frontend;
};

//! Refused for an address beyond this machine, unless there is TLS and a key (or it is meant to be `insecure`).
Result<void> refuseOpenDoor(const ServiceSettings &settings, const AccessStore &access);

//! "127.0.0.1:8080", "[::1]:8080" or ":8080" (every address of this machine).
Result<std::pair<QString, quint16>> addressFrom(const QString &text);

} // namespace relaydesk
