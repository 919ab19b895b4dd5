// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The messages of one conversation as rows, and who is typing below them.
#pragma once
#include "models/domain/conversation.h"
#include "models/domain/sentfile.h"
#include <QtCore/QAbstractListModel>
#include <optional>

namespace relaydesk {

struct MessageRow {
    MessageId id;
    Author author = Author::Customer;
    QString speaker;
    QString text; //!< Markdown for assistant and agents, plain for customers and notices
    QDateTime at;
    QString remark;                  //!< for agents, small behind speaker and time: `article "…" · 0.94`
    bool isNote = false;             //!< for agents only, like a summary: never shown to the customer
    SentFile file = {};              //!< what the row is; none: words
    EventId answer = {};             //!< the verdict it is the answer of; invalid: it is none of the assistant's
    std::optional<bool> helped = {}; //!< what the customer said of that answer
    friend bool operator==(const MessageRow &, const MessageRow &) = default;
};

class MessageListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        AuthorRole = Qt::UserRole,
        SpeakerRole,
        TextRole,
        AtRole,
        RemarkRole,
        NoteRole,
        IdRole,
        TypingRole,
        FileRole,
        AnswerRole,
        HelpedRole
    };

    explicit MessageListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    //! Shows these messages, behind those before the first of them that are shown already. What only adds to the end
    //! inserts rows, what only alters some texts changes those rows; anything else (another conversation) is a reset.
    void show(const QVector<MessageRow> &newest);
    void prepend(const QVector<MessageRow> &rows); //!< earlier ones of the same conversation
    void append(const MessageRow &row);
    //! Shows a last row saying that `who` is typing; nobody when empty.
    void setTyping(const QString &who);
    //! The message of a row; an empty one for the typing row and for rows that do not exist.
    SentFile file(const QString &upload) const; //!< none where no row is that file
    MessageRow row(int number) const { return m_rows.value(number); }

    int rowCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole is the text, AccessibleTextRole speaker, time and text; IdRole holds a qlonglong, AuthorRole an
    //! Author, TypingRole is true for the typing row, FileRole holds a SentFile; AnswerRole a qlonglong, 0
    //! for what is no answer; HelpedRole a bool, or nothing while the customer has not said.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

  private:
    QVariant typingData(int role) const;
    QVariant accessibleText(const MessageRow &row) const;
    QVector<MessageRow> withEarlier(const QVector<MessageRow> &rows) const;
    bool continues(const QVector<MessageRow> &rows) const;
    void alter(const QVector<MessageRow> &rows);
    void insertAtEnd(const QVector<MessageRow> &rows);

    QVector<MessageRow> m_rows;
    QString m_typing;
};

QString helpedWords(bool helped); //!< what the customer said of an answer; for a person

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::MessageRow)
