// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A small desk to search in, a minute after the other.
#pragma once
#include "tests/app/storage/temporarydesk.h"
#include <QtTest/QTest>

namespace relaydesk {

class SearchDesk {
  protected:
    static inline const QDateTime start{QDate(2026, 5, 4), QTime(9, 0), Qt::UTC};
    static QString s(const char *text) { return QString::fromUtf8(text); }
    static SearchWords words(const char *text) { return {.words = QString::fromUtf8(text).split(u' ')}; }

    std::unique_ptr<TemporaryDesk> m_desk;
    std::unique_ptr<SqliteStores> m_open;
    AgentId m_agent;
    int m_minutes = 0;

    Stores stores() { return m_open->stores(); }
    const SearchStore &search() { return m_open->search(); }
    Viewer viewer() const { return {m_agent, start.addDays(10)}; }

    void begin() {
        m_desk = std::make_unique<TemporaryDesk>();
        m_minutes = 0;
        open();
        m_agent = *stores().people.save(Agent{.name = s("Dana Ortiz")});
    }

    TicketId ticket(const QString &customer, const QString &text, Ticket ticket = {}) {
        const QDateTime at = start.addSecs(60LL * ++m_minutes);
        const auto who = stores().people.save(Customer{.name = customer, .email = s("mail@example.org"), .since = at});
        const auto conversation = stores().conversations.save({.session = QString::number(m_minutes),
                                                               .customer = *who,
                                                               .owner = Owner::Queue,
                                                               .startedAt = at,
                                                               .lastAt = at});
        const auto message = stores().conversations.append({.conversation = *conversation, .text = text, .at = at});
        if (!message)
            qFatal("%s", qPrintable(message.error().sentence));
        ticket.conversation = *conversation;
        ticket.question = text;
        ticket.openedAt = at;
        return *stores().tickets.save(ticket);
    }

    QVector<TicketId> found(const TicketQuery &query) {
        const auto matches = search().tickets(query, viewer());
        if (!matches)
            qFatal("%s", qPrintable(matches.error().sentence));
        if (search().count(query, viewer()) != int(matches->ids.size()))
            qFatal("the count is not that of the tickets found");
        return matches->ids;
    }

    QStringList snippets(const HitQuery &query) {
        const auto page = search().hits(query);
        if (!page)
            qFatal("%s", qPrintable(page.error().sentence));
        QStringList texts;
        for (const SearchHit &hit : page->hits)
            texts.append(hit.snippet);
        return texts;
    }

    void open(OpenMode mode = OpenMode::ReadWrite) {
        m_open.reset();
        auto opened = SqliteStores::open(m_desk->path(), mode);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        m_open = std::move(*opened);
    }

    //! As an older program left it: rows, and no index.
    void forgetIndex() {
        for (const char *table : {"search_vocabulary", "search_article_vocabulary", "search_progress",
                                  "search_messages", "search_notes", "search_articles", "search_customers"})
            QVERIFY(m_open->database().write(QStringLiteral("DROP TABLE %1").arg(QLatin1String(table))));
    }
};

} // namespace relaydesk
