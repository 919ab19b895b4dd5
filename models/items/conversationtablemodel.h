// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The conversations behind a figure as a table: conversation, customer, when, question, outcome.
#pragma once
#include "models/analytics/cases.h"
#include <QtCore/QAbstractTableModel>

namespace relaydesk {

//! In words for a person, with the agent's name where it tells something.
QString outcomeWords(const ConversationCase &row);

class ConversationTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Number, Customer, When, Question, Outcome, columns };
    enum Role { IdRole = Qt::UserRole, SortRole, OutcomeRole }; //!< qlonglong; to sort by; CaseOutcome as int

    explicit ConversationTableModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void show(const QVector<ConversationCase> &rows);
    const QVector<ConversationCase> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! Questions are one line, cut where they are very long; the tool tip has all of it, escaped.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QVector<ConversationCase> m_rows;
};

} // namespace relaydesk
