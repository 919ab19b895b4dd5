// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tells an agent who is elsewhere that a ticket arrived, and keeps the number of those waiting on the icons.
#pragma once
#include "models/items/ticketlistmodel.h"
#include "ui/theme/theme.h"
#include <QtCore/QObject>

class QSystemTrayIcon;

namespace relaydesk {

class Notices : public QObject {
    Q_OBJECT

  public:
    //! For `window`, whose icon gets the number as well.
    Notices(const Theme &theme, QWidget *window);

    //! A notice of the system's with a sound, as far as they are wanted now and the window is not in front.
    void announce(const TicketRow &ticket);
    void showWaiting(int open);
    //! The drawing with the number at its corner; 0: without.
    static QIcon iconWith(const Theme &theme, int count);

  signals:
    void noticed(const QString &title, const QString &text); //!< what the system was asked to show
    void ticketWanted(relaydesk::TicketId id);               //!< its notice was clicked

  private:
    const Theme &m_theme;
    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr; //!< where the system has a place for it
    TicketId m_last;
    int m_open = 0;
};

} // namespace relaydesk
