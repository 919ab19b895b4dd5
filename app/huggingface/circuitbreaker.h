// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Leaves a server alone that fails again and again, and sends one question ahead before it is used again.
#pragma once
#include <QtCore/QtGlobal>

namespace relaydesk {

//! One for each host. Times are milliseconds of any clock that only goes forward.
class CircuitBreaker {
  public:
    static constexpr qint64 firstRestMs = 20'000;
    static constexpr qint64 longestRestMs = 300'000; //!< each failed probe doubles the rest up to this

    //! `failuresToOpen`: in a row.
    explicit CircuitBreaker(int failuresToOpen = 5) : m_most(failuresToOpen) {}

    //! May a question go out now? After a rest one may, the probe; further ones once that went well.
    bool admits(qint64 now) const { return m_failures < m_most || (now >= m_restUntil && !m_isProbing); }
    //! A question that was admitted goes out.
    void begin(qint64 now);
    void succeed();
    void fail(qint64 now);
    //! It ended without saying anything about the server: withdrawn, or refused for its own sake.
    void abandon() { m_isProbing = false; }

    bool isResting(qint64 now) const { return m_failures >= m_most && now < m_restUntil; }
    qint64 restMs(qint64 now) const { return isResting(now) ? m_restUntil - now : 0; }

  private:
    int m_most;
    int m_failures = 0; //!< in a row
    qint64 m_restUntil = 0;
    qint64 m_nextRest = firstRestMs;
    bool m_isProbing = false;
};

} // namespace relaydesk
