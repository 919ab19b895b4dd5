// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Stores in memory and in SQLite, for what both promise.
#pragma once
#include "app/storage/sqlitestores.h"
#include "tests/support/memorystores.h"
#include <QtTest/QtTest>

namespace relaydesk {

inline const QDateTime morning(QDate(2026, 3, 2), QTime(9, 0, 0, 123), Qt::UTC);

template <typename Value>
Value must(const Result<Value> &result) {
    if (!result)
        QTest::qFail(qPrintable(result.error().sentence), __FILE__, __LINE__);
    return result.value_or(Value());
}

inline bool succeeds(const Result<void> &result) {
    if (!result)
        qWarning().noquote() << result.error().sentence;
    return result.has_value();
}

template <typename Value>
std::optional<ErrorKind> errorOf(const Result<Value> &result) {
    return result ? std::nullopt : std::optional<ErrorKind>(result.error().kind);
}

template <typename Value>
QVector<qint64> numbers(const QVector<Value> &values) {
    QVector<qint64> numbers;
    for (const Value &value : values)
        numbers.append(value.id.value);
    return numbers;
}

class StoresContract {
  protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryStores> m_memory;
    std::unique_ptr<SqliteStores> m_sqlite;
    std::optional<Stores> m_stores;

    static void addBoth() {
        QTest::addColumn<bool>("real");
        QTest::newRow("in memory") << false;
        QTest::newRow("in SQLite") << true;
    }
    void open(bool real) {
        if (!real) {
            m_memory = std::make_unique<MemoryStores>();
            m_stores.emplace(m_memory->stores());
            return;
        }
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = SqliteStores::open(m_folder->filePath(u"desk.db"_qs), OpenMode::ReadWrite);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        m_sqlite = std::move(*opened);
        m_stores.emplace(m_sqlite->stores());
    }
    void close() {
        m_stores.reset();
        m_sqlite.reset();
        m_memory.reset();
        m_folder.reset();
    }

    Conversation aConversation(const QString &session, const QDateTime &at = morning) {
        Conversation conversation;
        conversation.session = session;
        conversation.customer = must(m_stores->people.save(Customer{{}, u"Ada"_qs, {}, morning}));
        conversation.startedAt = conversation.lastAt = at;
        conversation.id = must(m_stores->conversations.save(conversation));
        return conversation;
    }
    Ticket aTicket(ConversationId conversation, const QDateTime &at = morning) {
        Ticket ticket;
        ticket.conversation = conversation;
        ticket.openedAt = at;
        ticket.id = must(m_stores->tickets.save(ticket));
        return ticket;
    }
    Article anArticle(const QString &title, const QStringList &phrasings = {}) {
        Article article;
        article.title = title;
        for (const QString &text : phrasings)
            article.phrasings.append({{}, text, Origin::Import});
        return must(m_stores->articles.save(article));
    }
};

} // namespace relaydesk
