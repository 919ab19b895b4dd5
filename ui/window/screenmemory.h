// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was on the screen, kept as it changes, so that it is there again after the program was closed or killed.
#pragma once
#include "models/domain/ids.h"
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <functional>

class QWidget;

namespace relaydesk {

//! What a window shows of one database.
struct Screen {
    QByteArray geometry;
    QByteArray splitter; //!< of the desk page
    QString page;        //!< empty: never kept
    TicketId ticket;
    ConversationId customer;
};

class ScreenMemory : public QObject {
    Q_OBJECT

  public:
    //! `now` answers what is on the screen.
    ScreenMemory(const QString &database, std::function<Screen()> now, QWidget *window);

    Screen kept() const;
    void keepSoon(); //!< something changed; written beside the window
    void keep();     //!< at once, for good

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    static void write(const QString &group, const Screen &screen);

    QString m_group;
    std::function<Screen()> m_now;
    QTimer m_soon;
    QThreadPool m_writing;
};

} // namespace relaydesk
