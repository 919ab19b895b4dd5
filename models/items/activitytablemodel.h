// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log as a table that grows by pages: when, who, ticket, what.
#pragma once
#include "models/items/activity.h"
#include <QtCore/QAbstractTableModel>

namespace relaydesk {

class ActivityTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { When, Who, Ticket, What, columns };
    enum Role { IdRole = Qt::UserRole, TicketRole }; //!< qlonglong; the ticket's is 0 where there is none

    explicit ActivityTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    //! Starts anew with the first page.
    void show(const QVector<ActivityRow> &rows);
    //! The next page, below what is there.
    void append(const QVector<ActivityRow> &rows);
    const QVector<ActivityRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! The tool tip has the whole of it, escaped.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVector<ActivityRow> m_rows;
};

} // namespace relaydesk
