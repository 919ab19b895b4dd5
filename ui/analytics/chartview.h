// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A chart without a frame or a ground of its own, and with words in the middle of a ring.
#pragma once
#include "ui/theme/theme.h"
#include <QtCharts/QChartView>

namespace relaydesk {

class ChartView : public QChartView {
    Q_OBJECT

  public:
    ChartView(const Theme &theme, QWidget *parent);
    //! Shown in the middle of the plot: a number and what it means.
    void setCentre(const QString &number, const QString &words);
    void showTip(const QString &text, bool isOver); //!< where the mouse is

  protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void wheelEvent(QWheelEvent *event) override; //!< goes to the page, which scrolls

  private:
    const Theme &m_theme;
    QString m_number;
    QString m_words;
};

} // namespace relaydesk
