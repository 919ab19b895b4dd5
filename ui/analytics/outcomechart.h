// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The outcome of the whole period as a ring: assistant, people, still open.
#pragma once
#include "ui/analytics/chartpanel.h"
#include <array>

class QPieSeries;
class QPieSlice;

namespace relaydesk {

class Chip;

class OutcomeChart : public ChartPanel {
    Q_OBJECT

  public:
    explicit OutcomeChart(const Theme &theme, QWidget *parent = nullptr);

  protected:
    bool draw(const AnalyticsReport &report) override;
    void recolour(const Tokens &tokens) override;

  private:
    QPieSeries *m_ring;
    std::array<QPieSlice *, 3> m_slices{};
    std::array<Chip *, 3> m_chips{};
};

} // namespace relaydesk
