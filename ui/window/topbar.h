// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The bar above the pages: which page this is, who works here, and whether customers may count on them.
#pragma once
#include "models/domain/conversation.h"
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace relaydesk {

class TopBar : public QWidget {
    Q_OBJECT

  public:
    explicit TopBar(QWidget *parent = nullptr);
    void showPage(const QString &label);
    void showAgent(const Agent &agent);
    void setReadOnly(bool readOnly); //!< nobody can come or go

  signals:
    void availabilityChosen(bool available);

  private:
    QLabel *m_page;
    QPushButton *m_availability;
    QLabel *m_agent;
};

} // namespace relaydesk
