// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks who works in a new window.
#pragma once
#include <QtWidgets/QDialog>

namespace relaydesk {

class AgentDialog : public QDialog {
    Q_OBJECT

  public:
    explicit AgentDialog(QWidget *parent = nullptr);

  signals:
    void chosen(const QString &name); //!< not empty
};

} // namespace relaydesk
