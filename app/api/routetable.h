// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds the route of a method and a path.
#pragma once
#include "app/api/route.h"

namespace relaydesk {

class RouteTable {
  public:
    struct Found {
        const Route *route = nullptr; //!< null: none of that method and path
        QHash<QString, QString> path; //!< the parameters in braces, decoded
        QByteArrayList allowed;       //!< the methods of that path; empty: no such path
    };

    void add(const QVector<Route> &routes);
    const QVector<Route> &routes() const { return m_routes; }
    //! `path` as sent. A segment that is empty, ".", "..", no UTF-8, or holds an encoded slash or control character
    //! matches nothing. HEAD finds what GET does.
    Found find(const QByteArray &method, const QByteArray &path) const;

  private:
    QVector<Route> m_routes;
    QVector<QStringList> m_patterns; //!< the segments of their paths
};

} // namespace relaydesk
