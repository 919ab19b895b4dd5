// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/articlelistmodel.h"
#include "models/items/articlewords.h"
#include <algorithm>

namespace relaydesk {

namespace {

bool isId(const std::shared_ptr<const ArticleRow> &row, ArticleId id) { return row->article.id == id; }

template <typename Rows>
auto found(Rows &rows, ArticleId id) {
    return std::find_if(rows.begin(), rows.end(), [id](const auto &row) { return isId(row, id); });
}

//! Unjudged ones stand below everything that was judged.
double success(const TrackRecord &record) {
    return record.outcomes > 0 ? double(record.successes) / record.outcomes : -1;
}

} // namespace

void ArticleListModel::show(ArticleRows rows) {
    m_all = std::move(rows);
    sortAll();
    replaceAllShown(filtered(m_all));
}

void ArticleListModel::put(const ArticleRow &row) {
    const auto pointer = std::make_shared<const ArticleRow>(row);
    if (const auto old = found(m_all, row.article.id); old != m_all.end())
        m_all.erase(old);
    m_all.insert(placeIn(m_all, row), pointer);
    const auto old = found(m_shown, row.article.id);
    replaceShown(old == m_shown.end() ? -1 : int(old - m_shown.begin()), pointer);
}

void ArticleListModel::remove(ArticleId id) {
    if (const auto row = found(m_all, id); row != m_all.end())
        m_all.erase(row);
    if (const auto row = found(m_shown, id); row != m_shown.end()) {
        const int number = int(row - m_shown.begin());
        beginRemoveRows({}, number, number);
        m_shown.erase(row);
        endRemoveRows();
    }
}

void ArticleListModel::setUnsaved(ArticleId id, bool unsaved) {
    const ArticleRow *row = find(id);
    if (!row || row->unsaved == unsaved)
        return;
    ArticleRow changed = *row;
    changed.unsaved = unsaved;
    put(changed);
}

void ArticleListModel::setSearch(const QString &text) {
    const QString search = text.toCaseFolded().simplified();
    if (search == m_search)
        return;
    m_words.clear();
    for (const QString &word : search.split(u' ', Qt::SkipEmptyParts))
        m_words.emplace_back(word.toUtf8());
    // Who types on only loses rows.
    const bool isLonger = !m_search.isEmpty() && search.startsWith(m_search);
    m_search = search;
    replaceAllShown(filtered(isLonger ? m_shown : m_all));
}

void ArticleListModel::setArchivedShown(bool shown) {
    if (shown == m_archivedShown)
        return;
    m_archivedShown = shown;
    replaceAllShown(filtered(m_all));
}

const ArticleRow *ArticleListModel::find(ArticleId id) const {
    const auto row = found(m_all, id);
    return row == m_all.end() ? nullptr : row->get();
}

QModelIndex ArticleListModel::indexOf(ArticleId id) const {
    const auto row = found(m_shown, id);
    return row == m_shown.end() ? QModelIndex() : index(int(row - m_shown.begin()), 0);
}

int ArticleListModel::liveCount() const {
    return int(std::count_if(m_all.begin(), m_all.end(), [](const auto &row) {
        return row->article.id.isValid() && row->article.status == ArticleStatus::Live;
    }));
}

int ArticleListModel::phrasingCount() const {
    qsizetype count = 0;
    for (const auto &row : m_all)
        count += row->article.status == ArticleStatus::Live ? row->article.phrasings.size() : 0;
    return int(count);
}

int ArticleListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int ArticleListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ArticleListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArticleRow &row = *m_shown[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == ArticleColumn ? spoken(row) : display(row, index.column());
    case RowRole:
        return QVariant::fromValue(row);
    case IdRole:
        return row.article.id.value;
    default:
        return {};
    }
}

QVariant ArticleListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ArticleColumn:
        return tr("Article");
    case UsedColumn:
        return tr("Used");
    case WorkedColumn:
        return tr("Worked");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

void ArticleListModel::sort(int column, Qt::SortOrder order) {
    beginResetModel();
    m_column = column;
    m_order = order;
    sortAll();
    m_shown = filtered(m_all);
    endResetModel();
}

bool ArticleListModel::isShown(const ArticleRow &row) const {
    if (!row.article.id.isValid())
        return true;
    if (row.article.status == ArticleStatus::Archived && !m_archivedShown && !row.unsaved)
        return false;
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QByteArrayMatcher &word) { return word.indexIn(row.key) >= 0; });
}

bool ArticleListModel::isBefore(const ArticleRow &one, const ArticleRow &other) const {
    const bool oneIsNew = !one.article.id.isValid(), otherIsNew = !other.article.id.isValid();
    if (oneIsNew != otherIsNew)
        return oneIsNew;
    double difference = 0;
    if (m_column == UsedColumn)
        difference = one.used - other.used;
    else if (m_column == WorkedColumn)
        difference = success(one.article.record) - success(other.article.record);
    else if (m_column == SourceColumn)
        difference = sourceWords(one.article.origin).compare(sourceWords(other.article.origin));
    else if (!oneIsNew)
        difference = one.key.compare(other.key);
    if (difference != 0)
        return (difference < 0) == (m_order == Qt::AscendingOrder);
    if (!oneIsNew && one.key != other.key)
        return one.key < other.key;
    return one.article.id < other.article.id;
}

ArticleRows::iterator ArticleListModel::placeIn(ArticleRows &rows, const ArticleRow &row) const {
    return std::lower_bound(rows.begin(), rows.end(), row,
                            [this](const RowPointer &one, const ArticleRow &other) { return isBefore(*one, other); });
}

//! Brings one row of m_shown to where it belongs now.
void ArticleListModel::replaceShown(int old, const RowPointer &row) {
    ArticleRows others = m_shown;
    if (old >= 0)
        others.erase(others.begin() + old);
    const int place = int(placeIn(others, *row) - others.begin());
    const bool stays = isShown(*row);
    if (stays)
        others.insert(others.begin() + place, row);
    if (old < 0 && !stays)
        return;
    if (old < 0) {
        beginInsertRows({}, place, place);
        m_shown = std::move(others);
        endInsertRows();
    } else if (!stays) {
        beginRemoveRows({}, old, old);
        m_shown = std::move(others);
        endRemoveRows();
    } else if (place != old) {
        beginMoveRows({}, old, old, {}, place > old ? place + 1 : place);
        m_shown = std::move(others);
        endMoveRows();
        tellChanged(place, place);
    } else {
        m_shown = std::move(others);
        tellChanged(place, place);
    }
}

ArticleRows ArticleListModel::filtered(const ArticleRows &rows) const {
    ArticleRows shown;
    shown.reserve(rows.size());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(shown),
                 [this](const RowPointer &row) { return isShown(*row); });
    return shown;
}

void ArticleListModel::sortAll() {
    const auto isFirst = [this](const RowPointer &one, const RowPointer &other) { return isBefore(*one, *other); };
    if (!std::is_sorted(m_all.begin(), m_all.end(), isFirst))
        std::sort(m_all.begin(), m_all.end(), isFirst);
}

void ArticleListModel::replaceAllShown(ArticleRows shown) {
    const bool same =
        !shown.empty() && std::equal(shown.begin(), shown.end(), m_shown.begin(), m_shown.end(),
                                     [](const auto &one, const auto &other) { return isId(one, other->article.id); });
    if (same) {
        m_shown = std::move(shown);
        tellChanged(0, int(m_shown.size()) - 1);
        return;
    }
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

void ArticleListModel::tellChanged(int first, int last) {
    emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

QVariant ArticleListModel::display(const ArticleRow &row, int column) const {
    switch (column) {
    case ArticleColumn:
        return row.article.title.isEmpty() ? tr("New article") : row.article.title;
    case UsedColumn:
        return row.used;
    case WorkedColumn:
        return row.article.record.outcomes > 0 ? tr("%1 %").arg(qRound(100 * success(row.article.record))) : QString();
    default:
        return row.article.status == ArticleStatus::Archived ? tr("Archived") : sourceWords(row.article.origin);
    }
}

QString ArticleListModel::toolTip(const ArticleRow &row, int column) const {
    const TrackRecord &record = row.article.record;
    if (column == UsedColumn)
        return tr("Times it answered a customer: %1").arg(row.used);
    if (column == WorkedColumn)
        return record.outcomes > 0 ? tr("Solved it %1 of the %2 times somebody said whether it did")
                                         .arg(record.successes)
                                         .arg(record.outcomes)
                                   : tr("Nobody has said yet whether it helped");
    return display(row, ArticleColumn).toString();
}

QString ArticleListModel::spoken(const ArticleRow &row) const {
    QStringList parts{display(row, ArticleColumn).toString(), articleSummary(row.article), toolTip(row, UsedColumn),
                      toolTip(row, WorkedColumn), display(row, SourceColumn).toString()};
    if (row.unsaved)
        parts.insert(1, tr("not saved"));
    return parts.join(QStringLiteral(", "));
}

} // namespace relaydesk
