// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/viewlistmodel.h"

namespace relaydesk {

void ViewListModel::show(const QVector<TicketView> &views) {
    if (views == m_views)
        return;
    beginResetModel();
    m_views = views;
    endResetModel();
}

void ViewListModel::count(const QVector<TicketView> &views, const QVector<int> &counts) {
    for (qsizetype i = 0; i < views.size(); ++i)
        m_counts.insert(views[i].text, counts.value(i, -1));
    if (!m_views.isEmpty())
        emit dataChanged(index(0), index(int(m_views.size()) - 1), {CountRole, Qt::AccessibleTextRole});
}

QModelIndex ViewListModel::indexOf(const QString &text) const {
    for (int row = 0; row < m_views.size(); ++row) {
        if (m_views[row].text == text)
            return index(row);
    }
    return {};
}

int ViewListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_views.size()); }

QVariant ViewListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_views.size())
        return {};
    const TicketView &view = m_views[index.row()];
    const int count = m_counts.value(view.text, -1);
    switch (role) {
    case Qt::DisplayRole:
        return view.name;
    case Qt::ToolTipRole:
        return view.text.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return count < 0 ? view.name : tr("%1, %n tickets", nullptr, count).arg(view.name);
    case TextRole:
        return view.text;
    case CountRole:
        return count;
    case SavedRole:
        return view.isSaved;
    default:
        return {};
    }
}

} // namespace relaydesk
