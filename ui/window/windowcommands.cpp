// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/windowcommands.h"
#include "models/items/ticketlistmodel.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/shortcutsheet.h"
#include <QtCore/QPointer>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>

namespace relaydesk {

WindowCommands::WindowCommands(QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_menu(new QMenu(tr("&Help"), window)) {
    m_menu->setObjectName(QStringLiteral("helpMenu"));
    m_menu->setAccessibleName(tr("Help"));
    m_menu->menuAction()->setObjectName(QStringLiteral("help"));
    auto *palette =
        new Command(QStringLiteral("palette"), tr("Find a command\u2026"), QStringLiteral("Ctrl+K"), m_menu);
    auto *sheet = new Command(QStringLiteral("shortcuts"), tr("Shortcuts\u2026"), QStringLiteral("F1"), m_menu);
    connect(palette, &Command::triggered, this, &WindowCommands::openPalette);
    connect(sheet, &Command::triggered, this, &WindowCommands::openShortcuts);
}

void WindowCommands::openPalette() { (new CommandPalette(entries(), m_window))->open(); }

void WindowCommands::openShortcuts() { (new ShortcutSheet(*m_window, m_pages))->open(); }

QVector<PaletteEntry> WindowCommands::entries() {
    QVector<PaletteEntry> entries;
    for (Command *command : CommandRegistry(*m_window).all()) {
        if (!command->isAvailable() || command->objectName() == QLatin1String("palette"))
            continue;
        const QString place = command->place();
        entries += {command->objectName(), command->title(), m_pages.value(place),
                    command->shortcut().toString(QKeySequence::NativeText),
                    [this, place, command = QPointer<Command>(command)] {
                        if (!place.isEmpty())
                            emit pageWanted(place);
                        if (command)
                            command->trigger();
                    }};
    }
    for (int row = 0; m_tickets && row < m_tickets->rowCount(); ++row) {
        const auto ticket = m_tickets->index(row, 0).data(TicketListModel::TicketRole).value<TicketRow>();
        entries += {QStringLiteral("ticket/%1").arg(ticket.id.value),
                    tr("%1: %2").arg(ticket.customer, ticket.question.simplified()), tr("Ticket"),
                    QStringLiteral("#%1").arg(ticket.id.value), [this, id = ticket.id] { emit ticketWanted(id); }};
    }
    return entries;
}

} // namespace relaydesk
