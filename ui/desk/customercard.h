// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who the customer is: name and address, language and mood, and what they came with before.
#pragma once
#include "models/items/deskreading.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace relaydesk {

class CustomerCard : public QWidget {
    Q_OBJECT

  public:
    explicit CustomerCard(const Theme &theme, QWidget *parent = nullptr);
    void show(const TicketDetails &details);

  signals:
    void ticketWanted(relaydesk::TicketId id); //!< an earlier one

  private:
    void showMarks(const CustomerFacts &facts);
    void showEarlier(const CustomerFacts &facts);

    const Theme &m_theme;
    QLabel *m_words;
    QHBoxLayout *m_marks;
    QVBoxLayout *m_earlier;
    CustomerFacts m_shown;
};

} // namespace relaydesk
