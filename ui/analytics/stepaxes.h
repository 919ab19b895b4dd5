// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The axes of a chart over days: dates below, numbers or shares at the side, in the colours of the theme.
#pragma once
#include "models/analytics/report.h"
#include "ui/theme/tokens.h"
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

namespace relaydesk {

class StepAxes {
  public:
    //! Gives the axes to the chart, which owns them; `series` must be in it already.
    StepAxes(QChart &chart, const QList<QAbstractSeries *> &series);

    //! With `margin` steps of room at both ends.
    void showDates(const QVector<ReportStep> &steps, double margin = 0);
    void showNumbers(int highest); //!< from 0
    void showShares();             //!< 0 to 1, as percent
    void recolour(const Tokens &tokens, const QFont &font);

    //! A step as a place on the axis; a single one is stretched over all of it by two points.
    static QVector<QPointF> pointsOf(const QVector<double> &values);
    static int stepAt(double x, qsizetype steps);

  private:
    static void clear(QCategoryAxis &axis);

    QCategoryAxis *m_dates;
    QCategoryAxis *m_heights;
};

} // namespace relaydesk
