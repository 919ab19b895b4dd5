// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/activitytablemodel.h"
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

QString cell(const ActivityRow &row, int column) {
    switch (column) {
    case ActivityTableModel::When:
        return QLocale().toString(row.at.toLocalTime(), QStringLiteral("d MMM yyyy hh:mm"));
    case ActivityTableModel::Who:
        return row.who;
    case ActivityTableModel::Ticket:
        return row.ticket.isValid() ? u'#' + QString::number(row.ticket.value) : QString();
    case ActivityTableModel::What:
        return row.what;
    default:
        return {};
    }
}

} // namespace

void ActivityTableModel::show(const QVector<ActivityRow> &rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ActivityTableModel::append(const QVector<ActivityRow> &rows) {
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int ActivityTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ActivityTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ActivityTableModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActivityRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>").arg(cell(row, index.column()).toHtmlEscaped());
    case IdRole:
        return row.id.value;
    case TicketRole:
        return row.ticket.value;
    default:
        return {};
    }
}

QVariant ActivityTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[columns] = {tr("When"), tr("Who"), tr("Ticket"), tr("What")};
    return section >= 0 && section < columns ? titles[section] : QVariant();
}

} // namespace relaydesk
