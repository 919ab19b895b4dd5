// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks before tickets of several customers are merged: each would read what is answered to the others.
#pragma once
#include <QtWidgets/QDialog>

namespace relaydesk {

//! Accepted: they are meant to be merged. Deletes itself when it is closed.
class MergeQuestion : public QDialog {
    Q_OBJECT

  public:
    MergeQuestion(const QString &sentence, QWidget *parent);
};

} // namespace relaydesk
