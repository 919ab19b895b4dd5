// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Requests and their latencies, counted for the metrics page.
#pragma once
#include <QtCore/QByteArray>
#include <array>
#include <map>

namespace relaydesk {

class ServiceCounters {
  public:
    //! `route` as in the table, so that no session id becomes a label.
    void count(const QByteArray &method, const QByteArray &route, int status, double seconds);
    //! In the text format of Prometheus.
    QByteArray text() const;

  private:
    static constexpr std::array<double, 9> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};
    struct Times {
        std::array<qint64, bounds.size()> within{};
        qint64 count = 0;
        double sum = 0;
    };
    std::map<QByteArray, qint64> m_requests; //!< by labels
    std::map<QByteArray, Times> m_times;     //!< by labels
};

} // namespace relaydesk
