// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/bubblepainting.h"
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>

namespace relaydesk {

namespace {

constexpr qreal round = 12;
constexpr qreal sharp = 4;
constexpr qreal sideMargin = 14;
constexpr qreal paddingAcross = 12;
constexpr qreal paddingAlong = 8;
constexpr qreal gapBelow = 8;
constexpr qreal dot = 7;
constexpr qreal dotGap = 5;
constexpr int dots = 3;
constexpr int icon = 16;

} // namespace

QPainterPath bubblePath(const QRectF &area, bool isRight) {
    const qreal atLeft = isRight ? round : sharp;
    const qreal atRight = isRight ? sharp : round;
    QPainterPath path;
    path.moveTo(area.left() + round, area.top());
    path.lineTo(area.right() - round, area.top());
    path.quadTo(area.topRight(), {area.right(), area.top() + round});
    path.lineTo(area.right(), area.bottom() - atRight);
    path.quadTo(area.bottomRight(), {area.right() - atRight, area.bottom()});
    path.lineTo(area.left() + atLeft, area.bottom());
    path.quadTo(area.bottomLeft(), {area.left(), area.bottom() - atLeft});
    path.lineTo(area.left(), area.top() + round);
    path.quadTo(area.topLeft(), {area.left() + round, area.top()});
    path.closeSubpath();
    return path;
}

void paintBubbleFrame(QPainter &painter, const QRectF &area, const QColor &fill, bool isRight) {
    painter.fillPath(bubblePath(area, isRight), fill);
}

void paintNoteFrame(QPainter &painter, const QRectF &area, const QColor &fill, const QColor &bar) {
    QPainterPath path;
    path.addRoundedRect(area, sharp + 2, sharp + 2);
    painter.fillPath(path, fill);
    painter.save();
    painter.setClipRect(QRectF(area.left(), area.top(), 3, area.height()), Qt::IntersectClip);
    painter.fillPath(path, bar);
    painter.restore();
}

int typingHeight(const QFont &font) {
    return static_cast<int>(QFontMetricsF(font).height() + 2 * paddingAlong + gapBelow);
}

void paintTypingBubble(QPainter &painter, const QString &text, int width, int step, const Tokens &tokens) {
    const QFontMetricsF metrics(painter.font());
    const qreal dotsWidth = dots * dot + (dots - 1) * dotGap;
    const qreal most = width - 2 * sideMargin - 2 * paddingAcross - dotsWidth - 8;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, most);
    const qreal textWidth = metrics.horizontalAdvance(shown);
    const QRectF area(sideMargin, 0, textWidth + 8 + dotsWidth + 2 * paddingAcross,
                      metrics.height() + 2 * paddingAlong);
    paintBubbleFrame(painter, area, tokens.bubble, false);
    painter.setPen(tokens.muted);
    painter.drawText(area.adjusted(paddingAcross, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.muted);
    qreal x = area.left() + paddingAcross + textWidth + 8;
    for (int number = 1; number <= dots; ++number, x += dot + dotGap)
        painter.drawEllipse(QRectF(x, area.center().y() - dot / 2 - (number == step ? 2 : 0), dot, dot));
}

void paintThumb(QPainter &painter, const QRectF &area, bool isUp, bool isPressed, const Theme &theme) {
    const Tokens &tokens = theme.tokens();
    const QColor ink = isPressed ? tokens.panel : tokens.muted;
    if (isPressed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isUp ? tokens.good : tokens.bad);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6);
    }
    const QString name = isUp ? QStringLiteral("thumb-up") : QStringLiteral("thumb-down");
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QString key = QStringLiteral("%1 %2 %3").arg(name, ink.name(), QString::number(ratio));
    QPixmap drawn;
    if (!QPixmapCache::find(key, &drawn)) {
        drawn = theme.icon(name, ink).pixmap(QSize(icon, icon) * ratio);
        drawn.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, drawn);
    }
    painter.drawPixmap((area.center() - QPointF(icon, icon) / 2).toPoint(), drawn);
}

} // namespace relaydesk
