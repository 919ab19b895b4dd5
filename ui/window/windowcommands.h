// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The commands of the window itself: the palette, the sheet of shortcuts, and the way to a ticket by its words.
#pragma once
#include "models/domain/ids.h"
#include "ui/commands/palettemodel.h"
#include <QtCore/QHash>
#include <QtCore/QObject>

class QAbstractItemModel;
class QMainWindow;
class QMenu;

namespace relaydesk {

class WindowCommands : public QObject {
    Q_OBJECT

  public:
    explicit WindowCommands(QMainWindow *window);
    QMenu *menu() const { return m_menu; }

    void addPage(const QString &name, const QString &label) { m_pages.insert(name, label); }
    //! The tickets that the palette offers, with TicketListModel's roles.
    void offerTickets(const QAbstractItemModel &tickets) { m_tickets = &tickets; }

  signals:
    void pageWanted(const QString &name);
    void ticketWanted(relaydesk::TicketId id);

  private:
    void openPalette();
    void openShortcuts();
    QVector<PaletteEntry> entries();

    QMainWindow *m_window;
    QMenu *m_menu;
    QHash<QString, QString> m_pages;
    const QAbstractItemModel *m_tickets = nullptr;
};

} // namespace relaydesk
