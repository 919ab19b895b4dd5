// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Above the conversation: what is due, how urgent it is, what it is about, and whether it is put off or merged.
#pragma once
#include "models/desk/presence.h"
#include "models/items/deskreading.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ticketlabels.h"
#include <QtWidgets/QWidget>

namespace relaydesk {

//! One line: what has no room at the right is in the tool tip.
class TicketMarks : public QWidget {
    Q_OBJECT

  public:
    explicit TicketMarks(const Theme &theme, QWidget *parent = nullptr);
    void show(const TicketRow &row, const Ticket &ticket);
    void showOthers(const QVector<Present> &others); //!< colleagues who have the ticket before them as well

  protected:
    void paintEvent(QPaintEvent *event) override;
    QSize sizeHint() const override;

  private:
    QVector<TicketLabel> labels() const;
    void tell();

    const Theme &m_theme;
    TicketRow m_row;
    Ticket m_ticket;
    QVector<Present> m_others;
};

} // namespace relaydesk
