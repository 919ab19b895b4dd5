// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/tickettablemodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostSingly = 2000; //!< rows that come or go one by one

//! Calls `deed(first, last)` for each run of rows for which `isMeant` holds, the last run first.
template <typename Condition, typename Deed>
void eachRunBackwards(int count, Condition isMeant, Deed deed) {
    for (int last = count - 1; last >= 0; --last) {
        if (!isMeant(last))
            continue;
        int first = last;
        while (first > 0 && isMeant(first - 1))
            --first;
        deed(first, last);
        last = first;
    }
}

QVector<TicketId> withoutRepetitions(const QVector<TicketId> &ids) {
    QSet<TicketId> seen;
    QVector<TicketId> once;
    once.reserve(ids.size());
    for (const TicketId id : ids) {
        if (!seen.contains(id))
            once.append(id);
        seen.insert(id);
    }
    return once;
}

} // namespace

QString ticketStatusWords(TicketStatus status) {
    const auto words = [](const char *text) { return QCoreApplication::translate("TicketTableModel", text); };
    switch (status) {
    case TicketStatus::Waiting:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Waiting"));
    case TicketStatus::Claimed:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Claimed"));
    case TicketStatus::Resolved:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Resolved"));
    case TicketStatus::Returned:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Given back"));
    }
    return {};
}

QString priorityWords(Priority priority) {
    const auto words = [](const char *text) { return QCoreApplication::translate("TicketTableModel", text); };
    switch (priority) {
    case Priority::Low:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Low"));
    case Priority::Normal:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Normal"));
    case Priority::High:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "High"));
    case Priority::Urgent:
        return words(QT_TRANSLATE_NOOP("TicketTableModel", "Urgent"));
    }
    return {};
}

void TicketTableModel::show(const QVector<TicketId> &ids) {
    const QVector<TicketId> wanted = withoutRepetitions(ids);
    if (wanted == m_ids)
        return;
    const auto kept =
        std::count_if(wanted.begin(), wanted.end(), [this](TicketId id) { return m_places.contains(id); });
    if (wanted.size() + m_ids.size() - 2 * kept > mostSingly) {
        beginResetModel();
        m_ids = wanted;
        number();
        m_rows.removeIf([this](const auto &row) { return !m_places.contains(row.key()); });
        m_asked.clear();
        endResetModel();
        return;
    }
    removeOthers(QSet<TicketId>(wanted.begin(), wanted.end()));
    rearrange(wanted);
    insertMissing(wanted);
}

void TicketTableModel::removeOthers(const QSet<TicketId> &wanted) {
    const auto isOther = [&](int row) { return !wanted.contains(m_ids[row]); };
    const auto remove = [this](int first, int last) {
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows.remove(m_ids[row]);
        m_ids.remove(first, last - first + 1);
        endRemoveRows();
    };
    eachRunBackwards(int(m_ids.size()), isOther, remove);
    number();
}

void TicketTableModel::rearrange(const QVector<TicketId> &ids) {
    QVector<TicketId> ordered;
    ordered.reserve(m_ids.size());
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(ordered),
                 [this](TicketId id) { return m_places.contains(id); });
    if (ordered == m_ids)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QVector<TicketId> meant;
    for (const QModelIndex &index : before)
        meant.append(m_ids[index.row()]);
    m_ids = ordered;
    number();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_places.value(meant[i]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

//! Those that are here stand in the right order among themselves.
void TicketTableModel::insertMissing(const QVector<TicketId> &ids) {
    for (int row = 0; row < ids.size(); ++row) {
        if (m_places.contains(ids[row]))
            continue;
        int last = row;
        while (last + 1 < ids.size() && !m_places.contains(ids[last + 1]))
            ++last;
        beginInsertRows({}, row, last);
        m_ids = m_ids.first(row) + ids.sliced(row, last - row + 1) + m_ids.sliced(row);
        endInsertRows();
        row = last;
    }
    number();
}

void TicketTableModel::number() {
    m_places.clear();
    m_places.reserve(m_ids.size());
    for (int row = 0; row < m_ids.size(); ++row)
        m_places.insert(m_ids[row], row);
}

void TicketTableModel::put(const QVector<TicketRow> &rows) {
    for (const TicketRow &row : rows) {
        m_asked.remove(row.id);
        const int place = m_places.value(row.id, -1);
        const auto known = m_rows.constFind(row.id);
        if (place < 0 || (known != m_rows.constEnd() && *known == row))
            continue;
        m_rows.insert(row.id, row);
        emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
    }
}

void TicketTableModel::forget(TicketId id) {
    m_asked.remove(id);
    const int place = m_places.value(id, -1);
    if (place >= 0 && m_rows.remove(id))
        emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
}

void TicketTableModel::forgetAll() {
    m_rows.clear();
    m_asked.clear();
    if (!m_ids.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_ids.size()) - 1, ColumnCount - 1));
}

QModelIndex TicketTableModel::indexOf(TicketId id) const {
    const int place = m_places.value(id, -1);
    return place < 0 ? QModelIndex() : index(place, 0);
}

int TicketTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int TicketTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant TicketTableModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    const TicketId id = m_ids[index.row()];
    if (role == IdRole)
        return id.value;
    const auto row = m_rows.constFind(id);
    const bool isFetched = row != m_rows.constEnd();
    if (role == FetchedRole)
        return isFetched;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole && role != TicketRole)
        return {};
    if (!isFetched) {
        want(id);
        return role == TicketRole               ? QVariant()
               : index.column() == NumberColumn ? tr("#%1").arg(id.value)
                                                : tr("\u2026");
    }
    if (role == TicketRole)
        return QVariant::fromValue(*row);
    if (role == Qt::ToolTipRole)
        return row->question.toHtmlEscaped();
    return role == Qt::AccessibleTextRole && index.column() == 0 ? spoken(*row) : display(*row, index.column());
}

//! Told once the views have asked for all they show now.
void TicketTableModel::want(TicketId id) const {
    if (m_asked.contains(id))
        return;
    m_asked.insert(id);
    if (m_wanted.isEmpty())
        QMetaObject::invokeMethod(
            const_cast<TicketTableModel *>(this), // a signal of a const object cannot be posted
            [this] { emit rowsWanted(std::exchange(m_wanted, {})); }, Qt::QueuedConnection);
    m_wanted.append(id);
}

QString TicketTableModel::spoken(const TicketRow &row) const {
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString words = display(row, column).toString();
        if (!words.isEmpty())
            parts.append(words);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant TicketTableModel::display(const TicketRow &row, int column) const {
    switch (column) {
    case NumberColumn:
        return tr("#%1").arg(row.id.value);
    case CustomerColumn:
        return row.customer.isEmpty() ? tr("Customer") : row.customer;
    case QuestionColumn:
        return row.question.simplified();
    case ReasonColumn:
        return categoryWords(row.category);
    case ConfidenceColumn:
        return row.confidence > 0 ? QLocale().toString(row.confidence, 'f', 2) : QString();
    case PriorityColumn:
        return priorityWords(row.priority);
    case DueColumn:
        return deadlineWords(row.deadline);
    case StatusColumn:
        return ticketStatusWords(row.status);
    case AgentColumn:
        return row.agent;
    case OpenedColumn:
        return QLocale().toString(row.openedAt.toLocalTime(), QLocale::ShortFormat);
    case TagsColumn:
        return row.tags.join(QStringLiteral(", "));
    default:
        return {};
    }
}

QVariant TicketTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Ticket");
    case CustomerColumn:
        return tr("Customer");
    case QuestionColumn:
        return tr("Question");
    case ReasonColumn:
        return tr("Why");
    case ConfidenceColumn:
        return tr("Confidence");
    case PriorityColumn:
        return tr("Priority");
    case DueColumn:
        return tr("Due");
    case StatusColumn:
        return tr("Status");
    case AgentColumn:
        return tr("Agent");
    case OpenedColumn:
        return tr("Opened");
    case TagsColumn:
        return tr("Tags");
    default:
        return {};
    }
}

} // namespace relaydesk
