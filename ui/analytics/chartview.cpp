// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/chartview.h"
#include "ui/theme/stylesheet.h"
#include <QtGui/QWheelEvent>
#include <QtWidgets/QGraphicsLayout>
#include <QtWidgets/QToolTip>
#include <algorithm>

namespace relaydesk {

ChartView::ChartView(const Theme &theme, QWidget *parent) : QChartView(parent), m_theme(theme) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setFocusPolicy(Qt::NoFocus); // the table beside it is for the keyboard
    viewport()->setFocusPolicy(Qt::NoFocus);
    setMinimumSize(120, 120);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({4, 12, 4, 4}); // half of the topmost label stands above the plot
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
}

void ChartView::setCentre(const QString &number, const QString &words) {
    m_number = number;
    m_words = words;
    viewport()->update();
}

void ChartView::showTip(const QString &text, bool isOver) {
    if (isOver)
        QToolTip::showText(QCursor::pos(), text, this);
    else
        QToolTip::hideText();
}

void ChartView::drawForeground(QPainter *painter, const QRectF &rect) {
    QChartView::drawForeground(painter, rect);
    if (m_number.isEmpty())
        return;
    QFont large = scaled(font(), 1.6);
    large.setWeight(QFont::DemiBold);
    const QFont small = scaled(font(), 0.86);
    const qreal largeHeight = QFontMetricsF(large).height();
    const qreal smallHeight = QFontMetricsF(small).height();
    const QRectF plot = chart()->plotArea();
    const bool isRoomy = QFontMetricsF(small).horizontalAdvance(m_words) < 0.52 * std::min(plot.width(), plot.height());
    qreal top = plot.center().y() - (isRoomy ? largeHeight + smallHeight : largeHeight) / 2;
    painter->setFont(large);
    painter->setPen(m_theme.tokens().ink);
    painter->drawText(QRectF(plot.left(), top, plot.width(), largeHeight), Qt::AlignCenter, m_number);
    if (!isRoomy)
        return;
    top += largeHeight;
    painter->setFont(small);
    painter->setPen(m_theme.tokens().muted);
    painter->drawText(QRectF(plot.left(), top, plot.width(), smallHeight), Qt::AlignCenter, m_words);
}

void ChartView::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace relaydesk
