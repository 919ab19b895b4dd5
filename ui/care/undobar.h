// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Below a list: what was just done to tickets, and a button that takes it back.
#pragma once
#include "ui/widgets/noticebar.h"
#include <QtCore/QTimer>

class QPushButton;

namespace relaydesk {

class TicketActions;

class UndoBar : public NoticeBar {
    Q_OBJECT

  public:
    //! `name` is the bar's; the button has it too, with "Button" behind.
    UndoBar(const Theme &theme, TicketActions &actions, const QString &name, QWidget *parent = nullptr);
    void setPatience(int milliseconds) { m_time.setInterval(milliseconds); } //!< until it leaves; 15 s at first

  private:
    void tell(const QString &sentence, bool canUndo);

    QTimer m_time;
    QPushButton *m_undo;
};

} // namespace relaydesk
