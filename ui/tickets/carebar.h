// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Above the table: how many tickets there are or are chosen, and what can be done with those.
#pragma once
#include "ui/care/ticketmenu.h"
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QPushButton;

namespace relaydesk {

class ElidedLabel;

class CareBar : public QWidget {
    Q_OBJECT

  public:
    CareBar(TicketActions &actions, TicketMenu &menu, QWidget *parent = nullptr);

    void showCount(int found, bool isCut);
    void showChoice(int chosen);

  private:
    QPushButton *add(QHBoxLayout *layout, const QString &text, const QString &name, const QString &keys);
    void tell();

    TicketActions &m_actions;
    ElidedLabel *m_count;
    QVector<QPushButton *> m_buttons;
    int m_found = 0;
    int m_chosen = 0;
    bool m_isCut = false;
};

} // namespace relaydesk
