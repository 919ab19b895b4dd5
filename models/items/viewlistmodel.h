// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The views of the Tickets page as a list, each with how many tickets are in it.
#pragma once
#include "models/items/ticketviews.h"
#include <QtCore/QAbstractListModel>

namespace relaydesk {

class ViewListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { TextRole = Qt::UserRole, CountRole, SavedRole }; //!< what to search for; an int, -1 unknown; a bool

    explicit ViewListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    void show(const QVector<TicketView> &views);                              //!< counts of views that stay are kept
    void count(const QVector<TicketView> &views, const QVector<int> &counts); //!< views that are gone are left out
    const QVector<TicketView> &views() const { return m_views; }
    TicketView view(int row) const { return m_views.value(row); }
    QModelIndex indexOf(const QString &text) const; //!< of the view that searches for this; invalid: none

    int rowCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole is the name, AccessibleTextRole name and number.
    QVariant data(const QModelIndex &index, int role) const override;

  private:
    QVector<TicketView> m_views;
    QHash<QString, int> m_counts; //!< by what is searched for
};

} // namespace relaydesk
