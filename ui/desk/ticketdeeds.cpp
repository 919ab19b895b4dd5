// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketdeeds.h"
#include "ui/widgets/command.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QPushButton>

namespace relaydesk {

TicketDeeds::TicketDeeds(TicketActions &actions, const TicketMenu::Chosen &chosen, QWidget *parent)
    : QObject(parent)
    , m_menu(new TicketMenu(actions, chosen, parent))
    , m_more(makeButton(tr("More"), QStringLiteral("moreDeeds"), ButtonKind::Plain, parent, QStringLiteral("Alt+O")))
    , m_snooze(makeButton(tr("Snooze"), QStringLiteral("snooze"), ButtonKind::Plain, parent, QStringLiteral("Alt+S")))
    , m_assign(makeButton(tr("Assign"), QStringLiteral("assign"), ButtonKind::Plain, parent, QStringLiteral("Alt+A"))) {
    QAction *split = m_menu->addAction(tr("Split &off from the chosen message"));
    split->setObjectName(QStringLiteral("splitHere"));
    connect(split, &QAction::triggered, this, &TicketDeeds::splitWanted);
    TicketMenu::openBelow(*m_more, *m_menu);
    TicketMenu::openBelow(*m_snooze, *m_menu->times());
    TicketMenu::openBelow(*m_assign, *m_menu->agents());
    addCommands(actions, chosen, parent);
}

//! What is in the menu, for the palette and for keys of its own.
void TicketDeeds::addCommands(TicketActions &actions, const TicketMenu::Chosen &chosen, QWidget *host) {
    const auto add = [&](const char *id, const QString &title, const char *keys, const std::function<void()> &deed) {
        auto *command = new Command(QLatin1String(id), title, QLatin1String(keys), host);
        connect(command, &Command::triggered, this, deed);
    };
    const auto change = [&](const char *id, const QString &title, const char *keys, const std::function<void()> &deed) {
        add(id, title, keys, [&actions, deed] {
            if (!actions.isReadOnly())
                deed();
        });
    };
    change("ticketPriority", tr("Priority of the ticket\u2026"), "Alt+I", [this] {
        m_menu->prepare();
        m_menu->priorities()->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
    });
    change("ticketTags", tr("Tags of the ticket\u2026"), "Alt+T", [this] { m_menu->askForTags(); });
    change("ticketMerge", tr("Merge the ticket into another\u2026"), "Alt+Shift+M", [this] { m_menu->askForTarget(); });
    change("ticketSplit", tr("Split off from the chosen message"), "Alt+Shift+S", [this] { emit splitWanted(); });
    add("historyOfTicket", tr("History of the ticket\u2026"), "Alt+Shift+H", [&actions, chosen, host] {
        if (const QVector<TicketRow> rows = chosen(); !rows.isEmpty())
            actions.showHistory(rows.first().id, host);
    });
}

void TicketDeeds::arrange(bool isShown, bool isWide) {
    m_more->setVisible(isShown);
    m_snooze->setVisible(isShown && isWide);
    m_assign->setVisible(isShown && isWide);
}

} // namespace relaydesk
