// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/panel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styles.h"
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr qreal radius = 10;
constexpr int headerHeight = 44;

class HeaderRow : public QWidget {
  public:
    HeaderRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}

  protected:
    void paintEvent(QPaintEvent *) override {
        QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
    }

  private:
    const Theme &m_theme;
};

} // namespace

Panel::Panel(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme), m_body(new QVBoxLayout) {
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1); // the border
    all->setSpacing(0);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    all->addLayout(m_body, 1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Panel::setTitle(const QString &title, const QString &subtitle) {
    makeHeader();
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    if (accessibleName().isEmpty() || accessibleName() == m_name)
        setAccessibleName(title);
    m_name = title;
}

void Panel::addLeading(QWidget *widget) {
    makeHeader();
    m_leading->addWidget(widget);
}

void Panel::addAction(QWidget *widget) {
    makeHeader();
    m_actions->addWidget(widget);
}

void Panel::setBorder(QColor Tokens::*colour) {
    m_border = colour ? colour : &Tokens::line;
    update();
}

void Panel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().*m_border);
    painter.setBrush(m_theme.tokens().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Panel::makeHeader() {
    if (m_header)
        return;
    m_header = new HeaderRow(m_theme, this);
    m_header->setMinimumHeight(headerHeight);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(12, 8, 12, 9);
    row->setSpacing(8);
    m_leading = new QHBoxLayout;
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    m_title = new ElidedLabel({}, m_header); // long titles give way to the actions
    m_subtitle = new ElidedLabel({}, m_header);
    setKind(*m_title, TextKind::Title);
    setKind(*m_subtitle, TextKind::Small);
    m_subtitle->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    row->addLayout(m_leading);
    row->addLayout(texts, 1);
    row->addLayout(m_actions);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_header);
}

} // namespace relaydesk
