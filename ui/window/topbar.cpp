// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/topbar.h"
#include "ui/widgets/command.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace relaydesk {

TopBar::TopBar(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("topBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Relaydesk"), TextKind::Title, this));
    m_page = makeLabel({}, TextKind::Muted, this);
    layout->addWidget(m_page);
    layout->addStretch();
    m_availability =
        makeButton({}, QStringLiteral("availability"), ButtonKind::Switch, this, QStringLiteral("Ctrl+Shift+A"));
    m_availability->setCheckable(true);
    Command::of(*m_availability)->setTitle(tr("Available or away"));
    setTip(*m_availability, tr("Whether customers hear that a person is coming"));
    layout->addWidget(m_availability);
    m_agent = makeLabel({}, TextKind::Plain, this);
    layout->addWidget(m_agent);
    connect(m_availability, &QPushButton::clicked, this, &TopBar::availabilityChosen);
}

void TopBar::showPage(const QString &label) { m_page->setText(label); }

void TopBar::showAgent(const Agent &agent) {
    m_agent->setText(agent.name);
    m_availability->setChecked(agent.available);
    m_availability->setText(agent.available ? tr("\u25cf Available") : tr("\u25cb Away"));
    m_availability->setAccessibleName(agent.available ? tr("You are available") : tr("You are away"));
}

void TopBar::setReadOnly(bool readOnly) { m_availability->setEnabled(!readOnly); }

} // namespace relaydesk
