// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/elidedlabel.h"
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace relaydesk {

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(text, parent) { setTextFormat(Qt::PlainText); }

QSize ElidedLabel::minimumSizeHint() const {
    return {qMin(QLabel::sizeHint().width(), fontMetrics().horizontalAdvance(QStringLiteral("MMM…"))),
            QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString line = text().simplified();
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(area, static_cast<int>(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(line, Qt::ElideRight, area.width()));
}

bool ElidedLabel::event(QEvent *event) {
    const bool isShortened = fontMetrics().horizontalAdvance(text().simplified()) > contentsRect().width();
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isShortened) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace relaydesk
