// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The queue: one row a ticket, with who waits, for how long, what was asked and why it came to a person.
#pragma once
#include "models/domain/ids.h"
#include "ui/theme/theme.h"
#include <QtCore/QTimer>
#include <QtWidgets/QListView>

namespace relaydesk {

//! Needs a TicketListModel by setModel().
class TicketListView : public QListView {
    Q_OBJECT

  public:
    explicit TicketListView(const Theme &theme, QWidget *parent = nullptr);
    TicketId currentTicket() const; //!< invalid when none is current
    void select(TicketId id);       //!< nothing happens when it is not shown

  signals:
    void ticketSelected(TicketId id); //!< another ticket became the current one
    void ticketOpened(TicketId id);   //!< Return or double click

  protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

  private:
    QTimer m_minute;
};

} // namespace relaydesk
