// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/avatar.h"
#include "ui/theme/avatarcolours.h"
#include <QtGui/QPainter>

namespace relaydesk {

namespace {

constexpr int usualSize = 32;

} // namespace

QString initialsOf(const QString &name) {
    QString initials;
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.at(0).isLetterOrNumber())
            initials += word.at(0).toUpper();
        else if (word.at(0).isHighSurrogate() && word.size() > 1 && initials.isEmpty())
            return word.left(2);
    }
    if (initials.isEmpty())
        return QStringLiteral("?");
    return initials.size() > 1 ? QString(initials.front()) + initials.back() : initials;
}

void paintAvatar(QPainter &painter, const QRectF &disc, const QString &name) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColour(name));
    painter.drawEllipse(disc);
    QFont font = painter.font();
    font.setPixelSize(qMax(7, qRound(disc.height() * 0.38)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(onAvatarColour());
    painter.drawText(disc, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

Avatar::Avatar(const QString &name, QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void Avatar::setName(const QString &name) {
    m_name = name;
    setAccessibleName(name);
    setToolTip(name.toHtmlEscaped());
    update();
}

QSize Avatar::sizeHint() const { return {usualSize, usualSize}; }

void Avatar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const qreal side = qMin(width(), height());
    paintAvatar(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_name);
}

} // namespace relaydesk
