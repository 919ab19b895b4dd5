// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/commands/commandregistry.h"
#include <QtWidgets/QWidget>
#include <algorithm>

namespace relaydesk {

QVector<Command *> CommandRegistry::all() const {
    QVector<Command *> commands;
    for (Command *command : m_window.findChildren<Command *>()) {
        if (command->isPartOf(m_window)) // a dialog's buttons are its own
            commands += command;
    }
    std::stable_partition(commands.begin(), commands.end(),
                          [](const Command *command) { return command->place().isEmpty(); });
    return commands;
}

Command *CommandRegistry::find(const QString &id) const { return m_window.findChild<Command *>(id); }

Command *CommandRegistry::holderOf(const QKeySequence &keys, const Command &except) const {
    if (keys.isEmpty())
        return nullptr;
    for (Command *command : all()) {
        const bool meet = command->place() == except.place() || command->place().isEmpty() || except.place().isEmpty();
        if (command != &except && meet && command->shortcut() == keys)
            return command;
    }
    return nullptr;
}

} // namespace relaydesk
