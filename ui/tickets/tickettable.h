// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tickets that were found, as a table of any length; several can be chosen.
#pragma once
#include "models/items/tickettablemodel.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QTableView>

namespace relaydesk {

class TicketTable : public QTableView {
    Q_OBJECT

  public:
    explicit TicketTable(const Theme &theme, QWidget *parent = nullptr);

    QVector<TicketRow> chosen() const;         //!< in their order; of a row that is not fetched only the id
    QVector<TicketId> inSight() const;         //!< whose rows are fetched
    void choose(const QVector<TicketId> &ids); //!< as far as they are shown
    TicketTableModel &tickets() { return m_tickets; }

  signals:
    void ticketOpened(relaydesk::TicketId id); //!< Return or double click
    void choiceChanged();
    void columnPressed(relaydesk::TicketTableModel::Column column);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;

  private:
    void arrange();

    TicketTableModel m_tickets;
};

} // namespace relaydesk
