// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The buttons beside a ticket's title with which it is put off, assigned and all the rest; what has no room is in
//! "More".
#pragma once
#include "ui/care/ticketmenu.h"

class QPushButton;

namespace relaydesk {

class TicketDeeds : public QObject {
    Q_OBJECT

  public:
    TicketDeeds(TicketActions &actions, const TicketMenu::Chosen &chosen, QWidget *parent);
    QVector<QPushButton *> buttons() const { return {m_more, m_snooze, m_assign}; }
    void arrange(bool isShown, bool isWide); //!< isShown: there is a ticket that may be changed

  signals:
    void splitWanted();

  private:
    void addCommands(TicketActions &actions, const TicketMenu::Chosen &chosen, QWidget *host);

    TicketMenu *m_menu;
    QPushButton *m_more;
    QPushButton *m_snooze;
    QPushButton *m_assign;
};

} // namespace relaydesk
