// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/rowheights.h"
#include <algorithm>

namespace relaydesk {

void RowHeights::clear() {
    m_rows.clear();
    m_tops.clear();
    m_summed = 0;
}

void RowHeights::insert(int at, const std::vector<int> &estimates) {
    std::vector<Row> rows;
    rows.reserve(estimates.size());
    for (const int height : estimates)
        rows.push_back({height, false});
    m_rows.insert(m_rows.begin() + at, rows.begin(), rows.end());
    m_summed = std::min(m_summed, at);
}

void RowHeights::remove(int first, int last) {
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    m_summed = std::min(m_summed, first);
}

void RowHeights::estimate(int row, int height) { put(row, {height, false}); }

void RowHeights::measure(int row, int height) { put(row, {height, true}); }

int RowHeights::top(int row) const {
    sum(row);
    return m_tops[static_cast<size_t>(row)];
}

int RowHeights::rowAt(int y) const {
    if (m_rows.empty())
        return -1;
    sum(count());
    const auto next = std::upper_bound(m_tops.begin(), m_tops.begin() + count(), y);
    return std::max(0, static_cast<int>(next - m_tops.begin()) - 1);
}

void RowHeights::put(int row, Row value) {
    Row &now = m_rows[static_cast<size_t>(row)];
    if (now.height != value.height)
        m_summed = std::min(m_summed, row);
    now = value;
}

//! Makes the tops right up to that of `rows`.
void RowHeights::sum(int rows) const {
    m_tops.resize(m_rows.size() + 1, 0);
    m_tops[0] = 0;
    for (; m_summed < rows; ++m_summed) {
        const auto row = static_cast<size_t>(m_summed);
        m_tops[row + 1] = m_tops[row] + m_rows[row].height;
    }
}

} // namespace relaydesk
