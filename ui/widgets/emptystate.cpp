// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int iconSize = 40;
constexpr int sentenceWidth = 320;

} // namespace

EmptyState::EmptyState(const Theme &theme, const QString &icon, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(icon)
    , m_icon(new QLabel(this))
    , m_sentence(makeLabel({}, TextKind::Muted, this))
    , m_button(makeButton({}, QStringLiteral("emptyStateAction"), ButtonKind::Plain, this)) {
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(sentenceWidth);
    m_button->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(m_icon);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 8);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setSentence(sentence);
    redraw();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&theme, &Theme::changed, this, &EmptyState::redraw);
}

void EmptyState::setSentence(const QString &sentence) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setAction(const QString &text) {
    m_button->setText(text);
    m_button->setAccessibleName(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::redraw() {
    m_icon->setPixmap(
        m_theme.icon(m_name, m_theme.tokens().faint).pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
}

} // namespace relaydesk
