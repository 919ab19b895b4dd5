// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/servicecounters.h"

namespace relaydesk {

void ServiceCounters::count(const QByteArray &method, const QByteArray &route, int status, double seconds) {
    const QByteArray labels = "method=\"" + method + "\",route=\"" + route + '"';
    ++m_requests[labels + ",status=\"" + QByteArray::number(status) + '"'];
    Times &times = m_times[labels];
    ++times.count;
    times.sum += seconds;
    for (size_t i = 0; i < bounds.size(); ++i)
        times.within[i] += seconds <= bounds[i] ? 1 : 0;
}

QByteArray ServiceCounters::text() const {
    QByteArray text = "# HELP relaydesk_http_requests_total Requests answered.\n"
                      "# TYPE relaydesk_http_requests_total counter\n";
    for (const auto &[labels, count] : m_requests)
        text += "relaydesk_http_requests_total{" + labels + "} " + QByteArray::number(count) + '\n';
    text += "# HELP relaydesk_http_request_duration_seconds From the whole request to the whole answer.\n"
            "# TYPE relaydesk_http_request_duration_seconds histogram\n";
    const QByteArray name = "relaydesk_http_request_duration_seconds";
    for (const auto &[labels, times] : m_times) {
        for (size_t i = 0; i < bounds.size(); ++i)
            text += name + "_bucket{" + labels + ",le=\"" + QByteArray::number(bounds[i]) + "\"} " +
                    QByteArray::number(times.within[i]) + '\n';
        text += name + "_bucket{" + labels + ",le=\"+Inf\"} " + QByteArray::number(times.count) + '\n';
        text += name + "_sum{" + labels + "} " + QByteArray::number(times.sum, 'f', 6) + '\n';
        text += name + "_count{" + labels + "} " + QByteArray::number(times.count) + '\n';
    }
    return text;
}

} // namespace relaydesk
