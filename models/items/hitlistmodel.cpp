// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/hitlistmodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace relaydesk {

QString hitKindWords(HitKind kind) {
    const auto words = [](const char *text) { return QCoreApplication::translate("HitListModel", text); };
    switch (kind) {
    case HitKind::Message:
        return words(QT_TRANSLATE_NOOP("HitListModel", "Message"));
    case HitKind::Note:
        return words(QT_TRANSLATE_NOOP("HitListModel", "Note"));
    case HitKind::Article:
        return words(QT_TRANSLATE_NOOP("HitListModel", "Article"));
    }
    return {};
}

void HitListModel::show(const HitPage &first) {
    beginResetModel();
    m_hits = first.hits;
    m_next = first.next;
    m_isAsked = false;
    endResetModel();
}

void HitListModel::append(const HitPage &further) {
    m_isAsked = false;
    m_next = further.next;
    if (further.hits.isEmpty())
        return;
    beginInsertRows({}, int(m_hits.size()), int(m_hits.size() + further.hits.size()) - 1);
    m_hits += further.hits;
    endInsertRows();
}

int HitListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_hits.size()); }

QVariant HitListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_hits.size())
        return {};
    const SearchHit &hit = m_hits[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return hit.snippet;
    case Qt::ToolTipRole:
        return hit.title.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3: %4")
            .arg(hitKindWords(hit.kind), hit.title, QLocale().toString(hit.at.toLocalTime(), QLocale::ShortFormat),
                 hit.snippet);
    case HitRole:
        return QVariant::fromValue(hit);
    default:
        return {};
    }
}

bool HitListModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_next && !m_isAsked; }

void HitListModel::fetchMore(const QModelIndex &parent) {
    if (!canFetchMore(parent))
        return;
    m_isAsked = true;
    emit moreWanted(*m_next);
}

} // namespace relaydesk
