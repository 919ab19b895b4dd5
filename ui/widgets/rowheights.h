// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Heights of very many rows, most of them estimated: where a row begins, and which one lies at a height.
#pragma once
#include <cstddef>
#include <vector>

namespace relaydesk {

class RowHeights {
  public:
    int count() const { return static_cast<int>(m_rows.size()); }
    void clear();
    void insert(int at, const std::vector<int> &estimates);
    void remove(int first, int last); //!< both included
    void estimate(int row, int height);
    void measure(int row, int height);
    bool isMeasured(int row) const { return m_rows[static_cast<size_t>(row)].measured; }
    int height(int row) const { return m_rows[static_cast<size_t>(row)].height; }
    int top(int row) const; //!< pixels from the top of the first; of count(): the total
    int total() const { return top(count()); }
    int rowAt(int y) const; //!< the row that covers this height, the nearest one outside; -1 without rows

  private:
    struct Row {
        int height = 0;
        bool measured = false;
    };
    void put(int row, Row value);
    void sum(int rows) const;

    std::vector<Row> m_rows;
    mutable std::vector<int> m_tops; //!< right up to m_summed
    mutable int m_summed = 0;
};

} // namespace relaydesk
