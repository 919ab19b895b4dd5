// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/analytics/period.h"
#include <algorithm>

namespace relaydesk {

Steps::Steps(const Period &period) : m_period(period) {
    const int days = period.days();
    if (days > most)
        m_daysEach = 7 * ((days + 7 * most - 1) / (7 * most));
    m_count = (days + m_daysEach - 1) / m_daysEach;
    m_missing = m_count * m_daysEach - days;
    for (int day = -lead; day <= days; ++day)
        m_starts += period.first.addDays(day).startOfDay(period.zone).toMSecsSinceEpoch();
}

QDate Steps::first(int step) const { return step == 0 ? m_period.first : last(step - 1).addDays(1); }

std::optional<int> Steps::dayOf(const QDateTime &at) const {
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), at.toMSecsSinceEpoch());
    if (next == m_starts.cbegin() || next == m_starts.cend())
        return std::nullopt;
    return int(next - m_starts.cbegin()) - 1 - lead;
}

int Steps::stepOf(const QDateTime &at) const {
    const auto day = dayOf(at);
    return day && *day >= 0 ? (*day + m_missing) / m_daysEach : -1;
}

} // namespace relaydesk
