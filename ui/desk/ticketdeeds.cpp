// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketdeeds.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QPushButton>

namespace relaydesk {

TicketDeeds::TicketDeeds(TicketActions &actions, const TicketMenu::Chosen &chosen, QWidget *parent)
    : QObject(parent)
    , m_menu(new TicketMenu(actions, chosen, parent))
    , m_more(makeButton(tr("More"), QStringLiteral("moreDeeds"), ButtonKind::Plain, parent, QStringLiteral("Alt+O")))
    , m_snooze(makeButton(tr("Snooze"), QStringLiteral("snooze"), ButtonKind::Plain, parent, QStringLiteral("Alt+S")))
    , m_assign(makeButton(tr("Assign"), QStringLiteral("assign"), ButtonKind::Plain, parent, QStringLiteral("Alt+A"))) {
    QAction *split = m_menu->addAction(tr("Split &off from the chosen message"));
    split->setObjectName(QStringLiteral("splitHere"));
    connect(split, &QAction::triggered, this, &TicketDeeds::splitWanted);
    TicketMenu::openBelow(*m_more, *m_menu);
    TicketMenu::openBelow(*m_snooze, *m_menu->times());
    TicketMenu::openBelow(*m_assign, *m_menu->agents());
}

void TicketDeeds::arrange(bool isShown, bool isWide) {
    m_more->setVisible(isShown);
    m_snooze->setVisible(isShown && isWide);
    m_assign->setVisible(isShown && isWide);
}

} // namespace relaydesk
