// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tickets of the queue as rows that keep their identity: a change moves or alters a row, the selection stays.
#pragma once
#include "models/desk/sla.h"
#include "models/domain/ticket.h"
#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

struct TicketRow {
    TicketId id;
    ConversationId conversation;
    QString customer;
    QString question;
    HandoffCategory category = HandoffCategory::LowConfidence;
    double confidence = 0; //!< 0 to 1
    TicketStatus status = TicketStatus::Waiting;
    QString agent; //!< who claimed it; empty while it waits
    QDateTime openedAt;
    QStringList tags;
    bool isMine = false;
    Priority priority = Priority::Normal;
    Deadline deadline;            //!< what is due next
    QDateTime snoozedUntil;       //!< invalid: not snoozed
    bool isCustomersTurn = false; //!< a person answered, and the customer has not written since
    int merged = 0;               //!< tickets that this one stands for too
    friend bool operator==(const TicketRow &, const TicketRow &) = default;
};

//! The category in words for a chip, "Low confidence" or "Asked for a person".
QString categoryWords(HandoffCategory category);

class TicketListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { TicketRole = Qt::UserRole, IdRole }; //!< a TicketRow, a qlonglong

    explicit TicketListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    //! Makes the rows exactly these, in this order, by removing, inserting, moving and changing single rows. Each id is
    //! shown once: of rows with the same id the first counts.
    void show(const QVector<TicketRow> &rows);
    TicketRow row(int number) const { return m_rows.value(number); } //!< an empty row where there is none
    QModelIndex indexOf(TicketId id) const;                          //!< invalid when it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole is the customer, ToolTipRole the whole question, AccessibleTextRole all of it in one sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

  private:
    void removeMissing(const QVector<TicketRow> &rows);
    QString accessibleText(const TicketRow &row) const;
    void place(int target, const TicketRow &row);

    QVector<TicketRow> m_rows;
};

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::TicketRow)
