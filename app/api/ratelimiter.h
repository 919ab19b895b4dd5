// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Token buckets by name: so many a minute, all of a minute's at once if need be.
#pragma once
#include <QtCore/QHash>
#include <QtCore/QString>

namespace relaydesk {

class RateLimiter {
  public:
    explicit RateLimiter(int perMinute) : m_perMinute(perMinute) {}

    //! Takes one at the time `nowMs`; answers 0 where it was there, else in how many whole seconds there will be one.
    int take(const QString &name, qint64 nowMs);
    qsizetype size() const { return m_buckets.size(); }

  private:
    struct Bucket {
        double left = 0;
        qint64 at = 0;
    };
    void forgetFull(qint64 nowMs);

    static constexpr qsizetype mostBuckets = 50'000;
    int m_perMinute;
    QHash<QString, Bucket> m_buckets;
};

} // namespace relaydesk
