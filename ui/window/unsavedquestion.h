// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks before what was typed and not saved is thrown away.
#pragma once
#include <QtWidgets/QMessageBox>

namespace relaydesk {

class UnsavedQuestion : public QMessageBox {
    Q_OBJECT

  public:
    UnsavedQuestion(int articles, QWidget *parent);

  signals:
    void keepWanted();
    void leaveWanted();
};

} // namespace relaydesk
