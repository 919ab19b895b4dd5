// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/chippainting.h"
#include "ui/theme/stylesheet.h"
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <cmath>

namespace relaydesk {

namespace {

constexpr qreal radius = 5;
constexpr int sidePadding = 7;
constexpr int verticalPadding = 2;

} // namespace

QFont chipFont(const QFont &font) { return scaled(font, 0.86); }

QSize chipSize(const QString &text, const QFont &font) {
    const QFontMetricsF metrics(chipFont(font));
    return {static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 2 * sidePadding,
            static_cast<int>(std::ceil(metrics.height())) + 2 * verticalPadding};
}

void paintChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &colours) {
    const QRectF inner = area.adjusted(sidePadding - 0.5, 0, -sidePadding + 0.5, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(area, radius, radius);
    painter.setPen(colours.ink);
    const QString shown = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

} // namespace relaydesk
