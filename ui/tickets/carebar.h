// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Above the table: how many tickets there are or are chosen, and what can be done with those.
#pragma once
#include "ui/care/ticketmenu.h"
#include <QtWidgets/QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace relaydesk {

class CareBar : public QWidget {
    Q_OBJECT

  public:
    CareBar(TicketActions &actions, TicketMenu &menu, QWidget *parent = nullptr);

    void showCount(int found, bool isCut);
    void showChoice(int chosen);
    void showSort(TicketSort sort);

  signals:
    void sortChosen(relaydesk::TicketSort sort);

  private:
    QPushButton *add(QHBoxLayout *layout, const QString &text, const QString &name, const QString &keys);
    void tell();

    TicketActions &m_actions;
    QLabel *m_count;
    QComboBox *m_sort;
    QVector<QPushButton *> m_buttons;
    int m_found = 0;
    int m_chosen = 0;
    bool m_isCut = false;
};

} // namespace relaydesk
