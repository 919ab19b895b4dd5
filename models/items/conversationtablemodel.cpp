// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/conversationtablemodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

constexpr int longestCell = 200;

QString tr(const char *text) { return QCoreApplication::translate("ConversationTable", text); }

QString oneLine(const QString &text) {
    const QString line = text.left(4 * longestCell).simplified();
    return line.size() > longestCell ? line.left(longestCell) + u'…' : line;
}

QString cell(const ConversationCase &row, int column) {
    switch (column) {
    case ConversationTableModel::Number:
        return u'#' + QString::number(row.id.value);
    case ConversationTableModel::Customer:
        return row.customer.isEmpty() ? tr("No name") : oneLine(row.customer);
    case ConversationTableModel::When:
        return QLocale().toString(row.summary.at.toLocalTime(), QStringLiteral("d MMM yyyy hh:mm"));
    case ConversationTableModel::Question:
        return row.summary.question.isEmpty() ? tr("No question before it") : oneLine(row.summary.question);
    case ConversationTableModel::Outcome:
        return outcomeWords(row);
    default:
        return {};
    }
}

QVariant sortKey(const ConversationCase &row, int column) {
    switch (column) {
    case ConversationTableModel::Number:
        return row.id.value;
    case ConversationTableModel::When:
        return row.summary.at;
    default:
        return cell(row, column).toLower();
    }
}

QString tip(const QString &text) { return QStringLiteral("<p>%1</p>").arg(text.left(2000).toHtmlEscaped()); }

} // namespace

QString outcomeWords(const ConversationCase &row) {
    switch (row.summary.outcome) {
    case CaseOutcome::Confirmed:
        return tr("Assistant, confirmed");
    case CaseOutcome::Claimed:
        return tr("Assistant");
    case CaseOutcome::NotSolved:
        return tr("Not solved");
    case CaseOutcome::Resolved:
        return row.agent.isEmpty() ? tr("Resolved by a person") : tr("Resolved by %1").arg(row.agent);
    case CaseOutcome::GivenBack:
        return tr("Given back to the assistant");
    case CaseOutcome::WithAgent:
        return row.agent.isEmpty() ? tr("With a person") : tr("With %1").arg(row.agent);
    case CaseOutcome::Waiting:
        return tr("Waiting for a person");
    }
    return {};
}

void ConversationTableModel::show(const QVector<ConversationCase> &rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int ConversationTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConversationTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ConversationTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationCase &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return tip(index.column() == Question && !row.summary.question.isEmpty() ? row.summary.question
                                                                                 : cell(row, index.column()));
    case IdRole:
        return row.id.value;
    case SortRole:
        return sortKey(row, index.column());
    case OutcomeRole:
        return static_cast<int>(row.summary.outcome);
    default:
        return {};
    }
}

QVariant ConversationTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[columns] = {tr("Conversation"), tr("Customer"), tr("When"), tr("Question"), tr("Outcome")};
    return section >= 0 && section < columns ? titles[section] : QVariant();
}

} // namespace relaydesk
