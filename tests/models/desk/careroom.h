// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A room with two waiting tickets of one customer, on stores in memory or on a real database.
#pragma once
#include "app/storage/sqlitestores.h"
#include "tests/support/deskroom.h"
#include <QtCore/QTemporaryDir>

namespace relaydesk {

class CareRoom {
  public:
    explicit CareRoom(bool onDisk) {
        if (onDisk)
            m_disk = std::move(*SqliteStores::open(m_folder.filePath(QStringLiteral("desk.db")), OpenMode::ReadWrite));
        room = std::make_unique<DeskRoom>(true, onDisk ? std::optional(m_disk->stores()) : std::nullopt);
        first = waiting(room->conversation, DeskRoom::unknown);
        other = room->open();
        second = waiting(other, QStringLiteral("My invoice is wrong"));
    }

    TicketId waiting(ConversationId conversation, const QString &question) {
        static_cast<void>(room->desk->receive(conversation, question));
        return room->desk->stores().tickets.tickets({.conversation = conversation, .openOnly = true})->first().id;
    }
    TicketCare &care() { return room->desk->care(); }
    Ticket ticket(TicketId id) { return *room->stores().tickets.ticket(id); }
    Conversation conversation(ConversationId id) { return *room->stores().conversations.conversation(id); }
    QVector<Message> messages(ConversationId id) { return *room->stores().conversations.messages(id, {}, 1'000'000); }
    QStringList texts(ConversationId id) {
        QStringList texts;
        for (const Message &message : messages(id))
            texts += message.text;
        return texts;
    }
    //! The last Changed event of a ticket: "what from to".
    QString lastChange(TicketId id) {
        const auto events = *room->stores().events.events({.kinds = {EventKind::Changed}, .ticket = id});
        if (events.isEmpty())
            return {};
        const QJsonObject data = events.last().data;
        const auto words = [&](const char *key) {
            const QJsonValue value = data.value(QLatin1String(key));
            return value.isArray() ? value.toVariant().toStringList().join(u'+') : value.toVariant().toString();
        };
        return QStringLiteral("%1 %2 > %3").arg(words("what"), words("from"), words("to"));
    }

    std::unique_ptr<DeskRoom> room;
    ConversationId other;
    TicketId first;
    TicketId second;

  private:
    QTemporaryDir m_folder;
    std::unique_ptr<SqliteStores> m_disk;
};

} // namespace relaydesk
