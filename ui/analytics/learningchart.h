// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The learning curve: which share the assistant resolved, with the days on which it learned as dots.
#pragma once
#include "ui/analytics/chartpanel.h"
#include "ui/analytics/stepaxes.h"
#include <memory>

class QLineSeries;
class QScatterSeries;

namespace relaydesk {

class LearningChart : public ChartPanel {
    Q_OBJECT

  public:
    explicit LearningChart(const Theme &theme, QWidget *parent = nullptr);

  protected:
    bool draw(const AnalyticsReport &report) override;
    void recolour(const Tokens &tokens) override;

  private:
    void wantStep(Subject subject, double x);
    void tell(double x, bool isOver);
    void fillRows();

    QLineSeries *m_curve;
    QScatterSeries *m_lessons;
    std::unique_ptr<StepAxes> m_axes;
    QVector<ReportStep> m_steps;
};

} // namespace relaydesk
