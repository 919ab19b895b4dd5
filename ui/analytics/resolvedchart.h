// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who resolved the questions, day by day: assistant, people and what is still open, one on the other.
#pragma once
#include "ui/analytics/chartpanel.h"
#include "ui/analytics/stepaxes.h"
#include <array>
#include <memory>

class QAreaSeries;
class QLineSeries;

namespace relaydesk {

class ResolvedChart : public ChartPanel {
    Q_OBJECT

  public:
    explicit ResolvedChart(const Theme &theme, QWidget *parent = nullptr);

  protected:
    bool draw(const AnalyticsReport &report) override;
    void recolour(const Tokens &tokens) override;

  private:
    void tell(int layer, double x, bool isOver);

    static constexpr int layers = 3; //!< assistant, people, open
    std::array<QLineSeries *, layers + 1> m_edges{};
    std::array<QAreaSeries *, layers> m_areas{};
    std::unique_ptr<StepAxes> m_axes;
    QVector<ReportStep> m_steps;
};

} // namespace relaydesk
