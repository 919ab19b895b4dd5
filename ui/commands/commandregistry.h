// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Every command of a window, found in its tree of objects: what the palette offers and the sheet of shortcuts lists.
#pragma once
#include "ui/widgets/command.h"
#include <QtCore/QVector>

namespace relaydesk {

class CommandRegistry {
  public:
    explicit CommandRegistry(const QWidget &window) : m_window(window) {}

    //! Those that hold everywhere first, then page by page; within one as they were made.
    QVector<Command *> all() const;
    Command *find(const QString &id) const; //!< nullptr where there is none
    //! Which other command the keys would call at the same place; nullptr where they are free.
    Command *holderOf(const QKeySequence &keys, const Command &except) const;

  private:
    const QWidget &m_window;
};

} // namespace relaydesk
