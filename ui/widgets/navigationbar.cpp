// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/navigationbutton.h"
#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

NavigationBar::NavigationBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_group(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(6, 12, 7, 12); // one more at the side of the line
    m_layout->setSpacing(6);
    m_layout->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int page, bool on) {
        if (on)
            emit selected(page);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int NavigationBar::add(const NavigationEntry &entry) { return place(entry, m_top++); }

int NavigationBar::addAtBottom(const NavigationEntry &entry) { return place(entry, m_layout->count()); }

void NavigationBar::setBadge(int page, int count) {
    if (page >= 0 && page < m_buttons.size())
        m_buttons[page]->setBadge(count);
}

void NavigationBar::select(int page) {
    if (page >= 0 && page < m_buttons.size())
        m_buttons[page]->setChecked(true);
}

int NavigationBar::current() const { return m_group->checkedId(); }

void NavigationBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.tokens().line);
}

int NavigationBar::place(const NavigationEntry &entry, int position) {
    auto *button = new NavigationButton(m_theme, entry, this);
    const int page = static_cast<int>(m_buttons.size());
    m_buttons.append(button);
    m_group->addButton(button, page);
    m_layout->insertWidget(position, button);
    return page;
}

} // namespace relaydesk
