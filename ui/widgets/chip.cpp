// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/chip.h"
#include "ui/widgets/chippainting.h"
#include <QtGui/QPainter>

namespace relaydesk {

Chip::Chip(const Theme &theme, const QString &text, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_tone(tone) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setTone(Tone tone) {
    m_tone = tone;
    update();
}

QSize Chip::sizeHint() const { return chipSize(text(), font()); }

QSize Chip::minimumSizeHint() const {
    const QSize whole = sizeHint();
    return {qMin(whole.width(), chipSize(QStringLiteral("MMM…"), font()).width()), whole.height()};
}

void Chip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chipFont(font()));
    paintChip(painter, rect(), text(), coloursOf(m_tone, m_theme.tokens()));
}

} // namespace relaydesk
