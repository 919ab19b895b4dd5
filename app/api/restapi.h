// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API as a function: a request value in, a response value out. Knows routes, keys and rules, and no socket.
#pragma once
#include "app/api/apiplace.h"
#include "app/api/routetable.h"
#include "app/api/schemacheck.h"

namespace relaydesk {

class RestApi {
  public:
    //! `place` outlives it. All calls belong into the desk's thread.
    explicit RestApi(ApiPlace &place);

    ApiAnswer handle(const ApiRequest &request);
    //! The response of a turn that is over now.
    ApiResponse finishTurn(const TurnWait &wait);
    //! For the security of pages, and for those of other origins that may call; handle() has added them.
    void addCommonHeaders(const ApiRequest &request, ApiResponse &response) const;

    const RouteTable &routes() const { return m_routes; }
    //! The path of the route as in the table, for logs and counters; "-" where there is none.
    QString routeOf(const ApiRequest &request) const;

  private:
    Handled<ApiAnswer> answer(const Route &route, ApiCall &call);
    Handled<void> admit(const Route &route, ApiCall &call);
    Handled<void> admitCustomer(ApiCall &call, const QByteArray &bearer);
    Handled<void> admitKey(const Route &route, ApiCall &call, const QByteArray &bearer);
    static Handled<void> readQuery(const Route &route, const ApiRequest &request);
    Handled<void> readBody(const Route &route, ApiCall &call) const;
    Handled<void> slowDown(const Route &route, const ApiCall &call);
    Handled<std::optional<ApiAnswer>> keptBefore(const Route &route, ApiCall &call);
    Result<void> keep(const ApiCall &call, const ApiAnswer &answer);
    Result<void> audit(const Route &route, const ApiCall &call, int status);
    ApiAnswer carryOut(const Route &route, ApiCall &call);
    ApiAnswer preflight(const ApiRequest &request, const QByteArrayList &allowed) const;

    ApiPlace &m_place;
    RouteTable m_routes;
    SchemaCheck m_schemas;
};

} // namespace relaydesk
