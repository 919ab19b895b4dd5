// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/messagelistmodel.h"
#include "models/items/clocktime.h"
#include <QtCore/QCoreApplication>
#include <algorithm>

namespace relaydesk {

QString helpedWords(bool helped) {
    return helped ? QCoreApplication::translate("MessageListModel", "it helped")
                  : QCoreApplication::translate("MessageListModel", "it did not help");
}

void MessageListModel::show(const QVector<MessageRow> &newest) {
    const QVector<MessageRow> rows = withEarlier(newest);
    if (!continues(rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    alter(rows);
    insertAtEnd(rows.mid(m_rows.size()));
}

void MessageListModel::prepend(const QVector<MessageRow> &rows) {
    if (rows.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows = rows + m_rows;
    endInsertRows();
}

//! `rows` with those before them that are shown already.
QVector<MessageRow> MessageListModel::withEarlier(const QVector<MessageRow> &rows) const {
    if (rows.isEmpty() || !rows.first().id.isValid())
        return rows;
    const auto known = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&rows](const MessageRow &row) { return row.id == rows.first().id; });
    return known == m_rows.end() ? rows : m_rows.first(known - m_rows.begin()) + rows;
}

void MessageListModel::append(const MessageRow &row) { insertAtEnd({row}); }

void MessageListModel::setTyping(const QString &who) {
    if (who == m_typing)
        return;
    const int last = static_cast<int>(m_rows.size());
    if (m_typing.isEmpty()) {
        beginInsertRows({}, last, last);
        m_typing = who;
        endInsertRows();
    } else if (who.isEmpty()) {
        beginRemoveRows({}, last, last);
        m_typing.clear();
        endRemoveRows();
    } else {
        m_typing = who;
        emit dataChanged(index(last), index(last));
    }
}

SentFile MessageListModel::file(const QString &upload) const {
    for (const MessageRow &row : m_rows) {
        if (row.file.upload == upload)
            return row.file;
    }
    return {};
}

int MessageListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size()) + (m_typing.isEmpty() ? 0 : 1);
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.row() >= m_rows.size())
        return typingData(role);
    const MessageRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case AuthorRole:
        return QVariant::fromValue(row.author);
    case SpeakerRole:
        return row.speaker;
    case AtRole:
        return row.at;
    case RemarkRole:
        return row.remark;
    case NoteRole:
        return row.isNote;
    case IdRole:
        return row.id.value;
    case TypingRole:
        return false;
    case FileRole:
        return QVariant::fromValue(row.file);
    case AnswerRole:
        return row.answer.value;
    case HelpedRole:
        return row.helped ? QVariant(*row.helped) : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageListModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{AuthorRole, "author"},
                  {SpeakerRole, "speaker"},
                  {TextRole, "text"},
                  {AtRole, "at"},
                  {RemarkRole, "remark"},
                  {NoteRole, "note"},
                  {IdRole, "id"},
                  {TypingRole, "typing"},
                  {FileRole, "file"},
                  {AnswerRole, "answer"},
                  {HelpedRole, "helped"}});
    return names;
}

QVariant MessageListModel::typingData(int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TextRole:
        return tr("%1 is typing").arg(m_typing);
    case SpeakerRole:
        return m_typing;
    case AuthorRole:
        return QVariant::fromValue(Author::System);
    case TypingRole:
        return true;
    default:
        return {};
    }
}

QVariant MessageListModel::accessibleText(const MessageRow &row) const {
    if (row.speaker.isEmpty())
        return row.text;
    const QString words = tr("%1, %2: %3").arg(row.speaker, clockTime(row.at), row.text);
    return row.helped ? tr("%1 (%2)").arg(words, helpedWords(*row.helped)) : words;
}

//! Whether `rows` begins with the messages that are shown, perhaps with other words in them.
bool MessageListModel::continues(const QVector<MessageRow> &rows) const {
    return !m_rows.isEmpty() && rows.size() >= m_rows.size() &&
           std::equal(m_rows.begin(), m_rows.end(), rows.begin(),
                      [](const MessageRow &old, const MessageRow &now) { return old.id == now.id; });
}

void MessageListModel::alter(const QVector<MessageRow> &rows) {
    for (int number = 0; number < m_rows.size(); ++number) {
        if (m_rows[number] == rows[number])
            continue;
        m_rows[number] = rows[number];
        emit dataChanged(index(number), index(number));
    }
}

void MessageListModel::insertAtEnd(const QVector<MessageRow> &rows) {
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

} // namespace relaydesk
