// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/commands/palettemodel.h"
#include "ui/commands/fuzzymatch.h"
#include <QtGui/QFontMetrics>
#include <QtGui/QGuiApplication>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int rowPadding = 12; //!< pixels
constexpr int forRecent = 60;  //!< points for the last used one, less for those before it

//! Words of its own count before those of its place: "desk claim" finds Claim of the page Desk as well.
std::optional<int> scoreOf(const PaletteEntry &entry, const QString &query) {
    const auto own = fuzzyScore(query, entry.text);
    return own ? own : fuzzyScore(query, entry.place + QLatin1Char(' ') + entry.text);
}

} // namespace

void PaletteModel::show(const QVector<PaletteEntry> &entries, const QStringList &recent) {
    m_entries = entries;
    m_recent = recent;
    choose();
}

void PaletteModel::setQuery(const QString &query) {
    m_query = query;
    choose();
}

void PaletteModel::choose() {
    QVector<std::pair<int, qsizetype>> fitting;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const auto score = scoreOf(m_entries[i], m_query);
        const qsizetype used = m_recent.indexOf(m_entries[i].id);
        if (score)
            fitting += {*score + (used < 0 ? 0 : qMax(1, forRecent - int(used))), i};
    }
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    beginResetModel();
    m_rows.clear();
    for (const auto &[score, place] : fitting)
        m_rows += place;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PaletteModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(columns); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const PaletteEntry &shown = entry(index.row());
    if (role == Qt::AccessibleTextRole)
        return QStringList{shown.text, shown.place, shown.keys}.join(QStringLiteral(", "));
    if (role == Qt::SizeHintRole)
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + rowPadding);
    if (role == Qt::TextAlignmentRole && index.column() == KeysColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == TextColumn ? shown.text : index.column() == PlaceColumn ? shown.place : shown.keys;
}

} // namespace relaydesk
