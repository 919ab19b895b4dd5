// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/noticebar.h"
#include "ui/widgets/styles.h"
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace relaydesk {

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_label(makeLabel({}, TextKind::Plain, this))
    , m_layout(new QHBoxLayout(this)) {
    m_label->setObjectName(QStringLiteral("noticeText"));
    m_label->setWordWrap(true);
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_label, 1);
    connect(&theme, &Theme::changed, this, &NoticeBar::recolour);
    hide();
}

void NoticeBar::show(const QString &sentence, Tone tone) {
    m_tone = tone;
    m_label->setText(sentence);
    setAccessibleName(sentence);
    recolour();
    setVisible(true);
}

void NoticeBar::addAction(QWidget *widget) { m_layout->addWidget(widget); }

QString NoticeBar::sentence() const { return m_label->text(); }

void NoticeBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursOf(m_tone, m_theme.tokens()).soft);
    painter.drawRoundedRect(contentsRect(), 8, 8);
}

void NoticeBar::recolour() {
    QPalette palette = m_label->palette();
    palette.setColor(QPalette::WindowText, coloursOf(m_tone, m_theme.tokens()).ink);
    m_label->setPalette(palette);
    update();
}

} // namespace relaydesk
