// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Why questions went to people: one bar for each reason, the most frequent on top.
#pragma once
#include "ui/analytics/chartpanel.h"

class QBarCategoryAxis;
class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;

namespace relaydesk {

class ReasonsChart : public ChartPanel {
    Q_OBJECT

  public:
    explicit ReasonsChart(const Theme &theme, QWidget *parent = nullptr);

  protected:
    bool draw(const AnalyticsReport &report) override;
    void recolour(const Tokens &tokens) override;

  private:
    QBarSet *m_bars;
    QHorizontalBarSeries *m_series;
    QBarCategoryAxis *m_names;
    QValueAxis *m_lengths;
    QVector<std::pair<HandoffCategory, int>> m_reasons; //!< as in the chart: from the bottom up
};

} // namespace relaydesk
