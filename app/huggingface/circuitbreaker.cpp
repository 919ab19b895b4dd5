// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/circuitbreaker.h"
#include <algorithm>

namespace relaydesk {

void CircuitBreaker::begin(qint64 now) {
    if (m_failures >= m_most && now >= m_restUntil)
        m_isProbing = true;
}

void CircuitBreaker::succeed() { *this = CircuitBreaker(m_most); }

void CircuitBreaker::fail(qint64 now) {
    ++m_failures;
    const bool isFirst = m_failures == m_most;
    if (m_failures < m_most || (!isFirst && !m_isProbing))
        return;
    m_isProbing = false;
    m_restUntil = now + m_nextRest;
    m_nextRest = std::min(2 * m_nextRest, longestRestMs);
}

} // namespace relaydesk
