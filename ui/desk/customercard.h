// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who the customer is: name and address, language and mood, and what they came with before.
#pragma once
#include "models/items/deskreading.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace relaydesk {

class Chip;

class CustomerCard : public QWidget {
    Q_OBJECT

  public:
    explicit CustomerCard(const Theme &theme, QWidget *parent = nullptr);
    void show(const TicketDetails &details);

  signals:
    void ticketWanted(relaydesk::TicketId id); //!< an earlier one

  private:
    void showMarks(const CustomerFacts &facts);
    void showEarlier(const QVector<Ticket> &earlier);
    QPushButton *makeEarlier(int number);

    QLabel *m_words;
    Chip *m_mood;
    Chip *m_language;
    QVector<QPushButton *> m_earlier;
    QVector<Ticket> m_shown; //!< on these buttons
};

} // namespace relaydesk
