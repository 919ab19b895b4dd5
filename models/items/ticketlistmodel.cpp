// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/ticketlistmodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

QVector<TicketRow> withoutRepetitions(const QVector<TicketRow> &rows) {
    QSet<TicketId> seen;
    QVector<TicketRow> once;
    for (const TicketRow &row : rows) {
        if (!seen.contains(row.id))
            once.append(row);
        seen.insert(row.id);
    }
    return once;
}

} // namespace

QString categoryWords(HandoffCategory category) {
    const auto words = [](const char *text) { return QCoreApplication::translate("TicketListModel", text); };
    switch (category) {
    case HandoffCategory::LowConfidence:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Low confidence"));
    case HandoffCategory::Ambiguous:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Ambiguous"));
    case HandoffCategory::CustomerRequest:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Asked for a person"));
    case HandoffCategory::Frustration:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Frustrated"));
    case HandoffCategory::Repetition:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Asked again"));
    case HandoffCategory::SensitiveTopic:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Sensitive topic"));
    case HandoffCategory::MissingKnowledge:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Not in the knowledge"));
    case HandoffCategory::Policy:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Rule"));
    case HandoffCategory::ModelFailure:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Model failed"));
    case HandoffCategory::TurnLimit:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Too many turns"));
    case HandoffCategory::TakenOver:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Taken over"));
    case HandoffCategory::NotSolved:
        return words(QT_TRANSLATE_NOOP("TicketListModel", "Not solved"));
    }
    return {};
}

void TicketListModel::show(const QVector<TicketRow> &rows) {
    const QVector<TicketRow> wanted = withoutRepetitions(rows);
    removeMissing(wanted);
    for (int target = 0; target < wanted.size(); ++target)
        place(target, wanted[target]);
}

QModelIndex TicketListModel::indexOf(TicketId id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const TicketRow &row) { return row.id == id; });
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int TicketListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TicketRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.customer;
    case Qt::ToolTipRole:
        return row.question.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case TicketRole:
        return QVariant::fromValue(row);
    case IdRole:
        return row.id.value;
    default:
        return {};
    }
}

QString TicketListModel::accessibleText(const TicketRow &row) const {
    const QString words = categoryWords(row.category);
    const QString reason =
        row.confidence > 0 ? tr("%1, confidence %2").arg(words, QLocale().toString(row.confidence, 'f', 2)) : words;
    const QString text = tr("%1: %2. %3.").arg(row.customer, row.question, reason);
    return row.agent.isEmpty() ? text : tr("%1 With %2.").arg(text, row.agent);
}

QHash<int, QByteArray> TicketListModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{TicketRole, "ticket"}, {IdRole, "id"}});
    return names;
}

void TicketListModel::removeMissing(const QVector<TicketRow> &rows) {
    QSet<TicketId> kept;
    for (const TicketRow &row : rows)
        kept.insert(row.id);
    for (int number = static_cast<int>(m_rows.size()) - 1; number >= 0; --number) {
        if (kept.contains(m_rows[number].id))
            continue;
        beginRemoveRows({}, number, number);
        m_rows.removeAt(number);
        endRemoveRows();
    }
}

//! Rows before `target` are right already, so the ticket is here, further down, or new.
void TicketListModel::place(int target, const TicketRow &row) {
    const int now = indexOf(row.id).row();
    if (now < 0) {
        beginInsertRows({}, target, target);
        m_rows.insert(target, row);
        endInsertRows();
        return;
    }
    if (now != target) {
        beginMoveRows({}, now, now, {}, target);
        m_rows.move(now, target);
        endMoveRows();
    }
    if (m_rows[target] != row) {
        m_rows[target] = row;
        emit dataChanged(index(target), index(target));
    }
}

} // namespace relaydesk
