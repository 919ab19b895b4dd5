// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A real desk on SQLite and a reader beside it, each in a thread of its own, for tests of the knowledge page.
#pragma once
#include "app/matching/gaussianmatcher.h"
#include "app/storage/sqlitestores.h"
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "tests/support/fakeclock.h"
#include <QtCore/QThread>
#include <QtTest/QtTest>

namespace relaydesk {

class KnowledgeDesk {
  public:
    explicit KnowledgeDesk(const QString &path, OpenMode mode = OpenMode::ReadWrite) {
        start(m_deskThread, m_inDesk, [&] {
            m_written = open(path, mode);
            const Stores stores = m_written->stores();
            m_matcher = std::make_unique<GaussianMatcher>(nullptr, stores.derived, QStringLiteral("no encoder"));
            m_desk = std::make_unique<Desk>(stores, m_clock, *m_matcher, nullptr);
            if (const auto done = m_desk->refresh(); !done)
                qFatal("%s", qPrintable(done.error().sentence));
        });
        start(m_readerThread, m_inReader, [&] {
            m_read = open(path, OpenMode::ReadOnly);
            m_reader = std::make_unique<Reader>(m_read->stores(), m_read->search());
        });
    }
    ~KnowledgeDesk() {
        stop(m_readerThread, m_inReader, [&] {
            m_reader.reset();
            m_read.reset();
        });
        stop(m_deskThread, m_inDesk, [&] {
            m_desk.reset();
            m_matcher.reset();
            m_written.reset();
        });
    }
    Q_DISABLE_COPY_MOVE(KnowledgeDesk)

    Remote<Desk> desk() const { return Remote<Desk>(*m_desk); }
    Remote<Reader> reader() const { return Remote<Reader>(*m_reader); }

    //! `call(Desk &)` in its thread; a test may wait, a window may not.
    template <typename Call>
    auto inDesk(Call call) {
        std::invoke_result_t<Call, Desk &> answer;
        QMetaObject::invokeMethod(
            &m_inDesk, [&] { answer = call(*m_desk); }, Qt::BlockingQueuedConnection);
        return answer;
    }
    //! The article as somebody else's window would store it.
    Article save(const Article &article) {
        const auto saved = inDesk([&](Desk &desk) { return desk.saveArticles({article}); });
        if (!saved)
            qFatal("%s", qPrintable(saved.error().sentence));
        return saved->first();
    }
    QVector<Article> stored(ArticleStatus status = ArticleStatus::Live) {
        return inDesk([&](Desk &) { return m_written->stores().articles.articles(status); })
            .value_or(QVector<Article>());
    }
    QVector<Article> versions(ArticleId id) {
        return inDesk([&](Desk &desk) { return desk.knowledge().versions(id); }).value_or(QVector<Article>());
    }
    //! Appends an event about a conversation made for it.
    qint64 log(Event event) {
        return inDesk([&](Desk &desk) {
            const auto conversation = desk.open({.name = QStringLiteral("Maya")});
            if (!conversation)
                qFatal("%s", qPrintable(conversation.error().sentence));
            event.conversation = conversation->id;
            return m_written->stores().events.append(event).value_or(EventId{}).value;
        });
    }

  private:
    static std::unique_ptr<SqliteStores> open(const QString &path, OpenMode mode) {
        auto stores = SqliteStores::open(path, mode, 5000);
        if (!stores)
            qFatal("%s", qPrintable(stores.error().sentence));
        return std::move(*stores);
    }
    template <typename Call>
    static void start(QThread &thread, QObject &inThread, Call call) {
        inThread.moveToThread(&thread);
        thread.start();
        QMetaObject::invokeMethod(&inThread, call, Qt::BlockingQueuedConnection);
    }
    template <typename Call>
    static void stop(QThread &thread, QObject &inThread, Call call) {
        QThread *here = QThread::currentThread();
        const auto leave = [&] {
            call();
            inThread.moveToThread(here);
        };
        QMetaObject::invokeMethod(&inThread, leave, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    FakeClock m_clock;
    QThread m_deskThread, m_readerThread;
    QObject m_inDesk, m_inReader;
    std::unique_ptr<SqliteStores> m_written, m_read;
    std::unique_ptr<GaussianMatcher> m_matcher;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Reader> m_reader;
};

} // namespace relaydesk
