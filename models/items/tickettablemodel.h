// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Any number of tickets as a table: their numbers are known, their rows are fetched when somebody looks at them.
#pragma once
#include "models/items/ticketlistmodel.h"
#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace relaydesk {

//! "Waiting", "Given back" … for people.
QString ticketStatusWords(TicketStatus status);
//! "Low", "Normal" … for people.
QString priorityWords(Priority priority);

class TicketTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column {
        NumberColumn,
        CustomerColumn,
        QuestionColumn,
        ReasonColumn,
        ConfidenceColumn,
        PriorityColumn,
        DueColumn,
        StatusColumn,
        AgentColumn,
        OpenedColumn,
        TagsColumn,
        ColumnCount
    };
    //! A TicketRow (null while it is not fetched), a qlonglong, whether it is fetched.
    enum Role { TicketRole = Qt::UserRole, IdRole, FetchedRole };

    explicit TicketTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    //! Makes the rows exactly these. Rows that stay keep their identity: selection and persistent indexes follow them,
    //! unless so many come or go that it is another list altogether (a reset).
    void show(const QVector<TicketId> &ids);
    //! What rowsWanted() asked for, or what changed since.
    void put(const QVector<TicketRow> &rows);
    //! The row is old: it is asked for again when somebody looks.
    void forget(TicketId id);
    void forgetAll();

    QModelIndex indexOf(TicketId id) const; //!< invalid when it is not shown
    TicketId ticket(int row) const { return m_ids.value(row); }
    const QVector<TicketId> &tickets() const { return m_ids; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! Of a row that is not fetched: "…", and it is asked for. AccessibleTextRole of the first column says the whole
    //! row.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  signals:
    //! At most once in a turn of the event loop: read these (viewreading.h, readRows) and put() them.
    void rowsWanted(const QVector<relaydesk::TicketId> &ids) const;

  private:
    void removeOthers(const QSet<TicketId> &wanted);
    void rearrange(const QVector<TicketId> &ids);
    void insertMissing(const QVector<TicketId> &ids);
    void number();
    void want(TicketId id) const;
    QVariant display(const TicketRow &row, int column) const;
    QString spoken(const TicketRow &row) const;

    QVector<TicketId> m_ids;
    QHash<TicketId, int> m_places;
    QHash<TicketId, TicketRow> m_rows; //!< those fetched
    mutable QVector<TicketId> m_wanted;
    mutable QSet<TicketId> m_asked; //!< wanted and not here yet
};

} // namespace relaydesk
