// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/carebar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styles.h"
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace relaydesk {

CareBar::CareBar(TicketActions &actions, TicketMenu &menu, QWidget *parent) : QWidget(parent), m_actions(actions) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_count = new ElidedLabel({}, this);
    setKind(*m_count, TextKind::Muted);
    m_count->setObjectName(QStringLiteral("ticketCount"));
    layout->addWidget(m_count, 1);
    TicketMenu::openBelow(*add(layout, tr("Assign"), QStringLiteral("assignTickets"), QStringLiteral("Alt+A")),
                          *menu.agents());
    TicketMenu::openBelow(*add(layout, tr("Priority"), QStringLiteral("prioritiseTickets"), QStringLiteral("Alt+I")),
                          *menu.priorities());
    connect(add(layout, tr("Tags"), QStringLiteral("tagTickets"), QStringLiteral("Alt+T")), &QPushButton::clicked,
            &menu, &TicketMenu::askForTags);
    TicketMenu::openBelow(*add(layout, tr("Snooze"), QStringLiteral("snoozeTickets"), QStringLiteral("Alt+S")),
                          *menu.times());
    connect(add(layout, tr("Merge"), QStringLiteral("mergeTickets"), QStringLiteral("Alt+M")), &QPushButton::clicked,
            &menu, &TicketMenu::askForTarget);
    QPushButton *resolve = add(layout, tr("Resolve"), QStringLiteral("resolveTickets"), QStringLiteral("Alt+R"));
    connect(resolve, &QPushButton::clicked, &menu, &TicketMenu::resolve);
    tell();
}

QPushButton *CareBar::add(QHBoxLayout *layout, const QString &text, const QString &name, const QString &keys) {
    QPushButton *button = makeButton(text, name, ButtonKind::Plain, this, keys);
    layout->addWidget(button);
    m_buttons.append(button);
    return button;
}

void CareBar::showCount(int found, bool isCut) {
    m_found = found;
    m_isCut = isCut;
    tell();
}

void CareBar::showChoice(int chosen) {
    m_chosen = chosen;
    tell();
}

void CareBar::tell() {
    const QString number = QLocale().toString(m_chosen > 0 ? m_chosen : m_found);
    if (m_chosen > 0)
        m_count->setText(tr("%1 of %2 chosen").arg(number, QLocale().toString(m_found)));
    else if (m_isCut)
        m_count->setText(tr("%1 tickets; older ones are left out").arg(number));
    else
        m_count->setText(m_found == 1 ? tr("1 ticket") : tr("%1 tickets").arg(number));
    for (QPushButton *button : m_buttons)
        button->setEnabled(m_chosen > 0 && !m_actions.isReadOnly());
}

} // namespace relaydesk
