// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/ratelimiter.h"
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {
constexpr double minute = 60'000;
}

int RateLimiter::take(const QString &name, qint64 nowMs) {
    if (m_buckets.size() >= mostBuckets && !m_buckets.contains(name))
        forgetFull(nowMs);
    auto bucket = m_buckets.find(name);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(name, {double(m_perMinute), nowMs});
    const double gained = double(std::max<qint64>(0, nowMs - bucket->at)) * m_perMinute / minute;
    bucket->left = std::min<double>(m_perMinute, bucket->left + gained);
    bucket->at = nowMs;
    if (bucket->left < 1)
        return std::max(1, int(std::ceil((1 - bucket->left) * 60 / m_perMinute)));
    bucket->left -= 1;
    return 0;
}

//! Those that are full again say nothing; where that is too few, all are forgotten rather than memory filled.
void RateLimiter::forgetFull(qint64 nowMs) {
    m_buckets.removeIf([&](auto bucket) { return nowMs - bucket.value().at >= qint64(minute); });
    if (m_buckets.size() >= mostBuckets)
        m_buckets.clear();
}

} // namespace relaydesk
