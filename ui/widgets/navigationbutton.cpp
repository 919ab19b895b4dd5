// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/navigationbutton.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/command.h"
#include "ui/widgets/navigationbar.h"
#include <QtGui/QPainter>

namespace relaydesk {

namespace {

constexpr int iconExtent = 20;
constexpr int padding = 6;
constexpr int gap = 3;
constexpr int leastWidth = 56;
constexpr qreal radius = 8;
constexpr int mostShown = 99;

} // namespace

NavigationButton::NavigationButton(const Theme &theme, const NavigationEntry &entry, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(entry.icon) {
    setObjectName(entry.name);
    setText(entry.label);
    setAccessibleName(entry.label);
    setCheckable(true);
    setAutoExclusive(false); // the bar's group sees to it
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    Command *command = Command::press(*this, entry.keys);
    command->setTitle(tr("Go to %1").arg(entry.label));
    command->setTip(entry.label);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NavigationButton::setBadge(int count) {
    m_badge = qMax(0, count);
    setAccessibleDescription(m_badge > 0 ? tr("%n waiting", nullptr, m_badge) : QString());
    update();
}

QSize NavigationButton::sizeHint() const {
    const QFontMetrics metrics(labelFont());
    return {qMax(leastWidth, metrics.horizontalAdvance(text()) + 12),
            padding + iconExtent + gap + metrics.height() + padding};
}

void NavigationButton::paintEvent(QPaintEvent *) {
    const Tokens &tokens = m_theme.tokens();
    const QColor ink = isChecked() ? tokens.accent : tokens.muted;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? tokens.accentSoft : underMouse() ? tokens.bubble : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    const QRect icon((width() - iconExtent) / 2, padding, iconExtent, iconExtent);
    m_theme.icon(m_icon, ink).paint(&painter, icon);
    painter.setFont(labelFont());
    painter.setPen(ink);
    painter.drawText(QRect(0, icon.bottom() + 1 + gap, width(), height()), Qt::AlignHCenter | Qt::AlignTop, text());
    if (m_badge > 0)
        paintBadge(painter, icon);
}

QFont NavigationButton::labelFont() const { return scaled(font(), 0.8); }

void NavigationButton::paintBadge(QPainter &painter, const QRectF &icon) const {
    const QString number = m_badge > mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(m_badge);
    QFont font = scaled(labelFont(), 0.92);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const qreal height = metrics.height() + 1;
    const qreal breadth = qMax(height, metrics.horizontalAdvance(number) + 8);
    const QRectF badge(qMin(icon.right() - 5, width() - breadth - 1), icon.top() - 3, breadth, height);
    painter.setPen(QPen(m_theme.tokens().panel, 1.5));
    painter.setBrush(m_theme.tokens().bad);
    painter.drawRoundedRect(badge.adjusted(-0.75, -0.75, 0.75, 0.75), height / 2, height / 2);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().panel);
    painter.drawText(badge, Qt::AlignCenter, number);
}

} // namespace relaydesk
