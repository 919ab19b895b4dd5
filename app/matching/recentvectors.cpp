// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/recentvectors.h"
#include <QtCore/QMutexLocker>
#include <utility>

namespace relaydesk {

QByteArray RecentVectors::find(const QByteArray &digest) const {
    const QMutexLocker lock(&m_mutex);
    const auto young = m_young.constFind(digest);
    return young != m_young.constEnd() ? *young : m_old.value(digest);
}

void RecentVectors::keep(const QByteArray &digest, const QByteArray &vector) {
    const QMutexLocker lock(&m_mutex);
    if (2 * m_young.size() >= m_most)
        m_old = std::exchange(m_young, {});
    m_young.insert(digest, vector);
}

qsizetype RecentVectors::size() const {
    const QMutexLocker lock(&m_mutex);
    return m_young.size() + m_old.size();
}

} // namespace relaydesk
