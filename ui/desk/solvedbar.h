// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! "Did that solve it?" under the customer's conversation.
#pragma once
#include <QtWidgets/QWidget>

namespace relaydesk {

class SolvedBar : public QWidget {
    Q_OBJECT

  public:
    explicit SolvedBar(QWidget *parent = nullptr);

  signals:
    void answered(bool yes);
};

} // namespace relaydesk
