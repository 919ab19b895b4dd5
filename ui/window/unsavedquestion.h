// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks before what was typed and not saved is thrown away.
#pragma once
#include <QtWidgets/QMessageBox>
#include <functional>

namespace relaydesk {

class UnsavedQuestion : public QMessageBox {
    Q_OBJECT

  public:
    //! Calls `leave` at once where no article has such changes; else when a person agreed to lose them, or `keep` when
    //! not.
    static void ask(int articles, QWidget *parent, const std::function<void()> &keep,
                    const std::function<void()> &leave);

  private:
    UnsavedQuestion(int articles, QWidget *parent, const std::function<void()> &keep,
                    const std::function<void()> &leave);
};

} // namespace relaydesk
