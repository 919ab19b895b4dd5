// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How long the desk's own amounts take: prints times (asserts none) and checks that all of it came back.
#include "tests/app/storage/temporarydesk.h"
#include "tests/support/memorystores.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class StorageSpeedTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int articles = 1000;
    static constexpr int phrasingsEach = 4;
    static constexpr int vectors = 7000;
    static constexpr int vectorBytes = 384 * 4;

    TemporaryDesk m_desk;
    std::unique_ptr<SqliteStores> m_opened;
    const QDateTime m_now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

    Stores stores() { return m_opened->stores(); }

  private slots:
    void initTestCase() {
        auto opened = SqliteStores::open(m_desk.path(), OpenMode::ReadWrite);
        QVERIFY(opened);
        m_opened = std::move(*opened);
    }

    void shouldSaveAThousandArticlesInOneTransaction() {
        QElapsedTimer timer; // not QBENCHMARK: it would save them more than once
        timer.start();
        QVERIFY(stores().unitOfWork.atomically([&]() -> Result<void> {
            for (int i = 0; i < articles; ++i) {
                Article article{.title = u"How do I change setting number %1?"_qs.arg(i),
                                .answer = QString(600, u'a'),
                                .tags = {u"settings"_qs},
                                .updatedAt = m_now};
                for (int j = 0; j < phrasingsEach; ++j)
                    article.phrasings.append({{}, u"Where is setting %1 in menu %2?"_qs.arg(i).arg(j)});
                RELAYDESK_TRY(stores().articles.save(article));
            }
            return {};
        }));
        qInfo("%lld ms", timer.elapsed());
    }

    void shouldReadAThousandArticlesWithTheirPhrasings() {
        qsizetype phrasings = 0;
        QBENCHMARK {
            const auto live = stores().articles.articles(ArticleStatus::Live);
            QCOMPARE(live->size(), articles);
            phrasings = 0;
            for (const Article &article : *live)
                phrasings += article.phrasings.size();
        }
        QCOMPARE(phrasings, articles * phrasingsEach);
    }

    void shouldSaveVectors() {
        QHash<QByteArray, QByteArray> made;
        for (int i = 0; i < vectors; ++i)
            made.insert(QByteArray::number(i).rightJustified(32, '0'), QByteArray(vectorBytes, char(i)));
        QBENCHMARK_ONCE { QVERIFY(stores().derived.saveVectors(u"mini"_qs, made)); }
    }

    void shouldReadVectors() {
        QBENCHMARK { QCOMPARE(stores().derived.vectors(u"mini"_qs)->size(), vectors); }
    }

    //! What the desk writes for one message of a customer, each time on disk when it returns.
    void shouldWriteATurn() {
        Conversation conversation{.customer = *stores().people.save(Customer{.since = m_now}), .startedAt = m_now};
        conversation.id = *stores().conversations.save(conversation);
        QBENCHMARK {
            const Stores s = stores();
            QVERIFY(s.unitOfWork.atomically([&]() -> Result<void> {
                for (const Author author : {Author::Customer, Author::Assistant}) {
                    RELAYDESK_TRY(s.conversations.append({.conversation = conversation.id,
                                                          .author = author,
                                                          .text = u"How do I reset my password?"_qs,
                                                          .at = m_now}));
                    RELAYDESK_TRY(s.events.append({.at = m_now, .conversation = conversation.id}));
                }
                RELAYDESK_TRY(s.events.append({.at = m_now,
                                               .kind = EventKind::Verdict,
                                               .conversation = conversation.id,
                                               .data = {{u"bar"_qs, 0.6}}}));
                RELAYDESK_TRY(s.conversations.save(conversation));
                return {};
            }));
        }
    }

    void shouldWriteTurnsWithoutWaitingForTheDisk() {
        Conversation conversation{.customer = *stores().people.save(Customer{.since = m_now}), .startedAt = m_now};
        conversation.id = *stores().conversations.save(conversation);
        constexpr int turns = 10000;
        QBENCHMARK_ONCE {
            const Stores s = stores();
            QVERIFY(s.unitOfWork.atomically([&]() -> Result<void> {
                for (int i = 0; i < turns; ++i) {
                    RELAYDESK_TRY(s.conversations.append({.conversation = conversation.id, .text = u"Hi"_qs}));
                    RELAYDESK_TRY(s.events.append({.at = m_now, .conversation = conversation.id}));
                    RELAYDESK_TRY(s.conversations.save(conversation));
                }
                return {};
            }));
        }
        QBENCHMARK { QVERIFY(stores().events.events({})->size() >= turns); }
    }

    //! The double, as the desk's property test uses it: every third turn is taken back.
    void shouldPlayThousandsOfTurnsInMemory() {
        constexpr int turns = 20000;
        MemoryStores memory;
        const Stores s = memory.stores();
        QVector<Conversation> conversations;
        for (int i = 0; i < 50; ++i) {
            Conversation conversation{.session = QString::number(i), .customer = *s.people.save(Customer{})};
            conversation.id = *s.conversations.save(conversation);
            conversations.append(conversation);
        }
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < turns; ++i) {
            Conversation &conversation = conversations[i % 50];
            (void)s.unitOfWork.atomically([&]() -> Result<void> {
                RELAYDESK_TRY(s.conversations.append({.conversation = conversation.id, .text = u"Hi"_qs}));
                RELAYDESK_TRY(s.events.append({.at = m_now, .conversation = conversation.id}));
                RELAYDESK_TRY(s.conversations.save(conversation));
                RELAYDESK_TRY(s.tickets.tickets({.conversation = conversation.id, .openOnly = true}));
                return i % 3 ? Result<void>() : failure(ErrorKind::Cancelled, u"no"_qs);
            });
        }
        qInfo("%lld ms for %d turns", timer.elapsed(), turns);
        QCOMPARE(s.events.events({})->size(), turns - (turns + 2) / 3);
    }

    void shouldOpenAndClose() {
        m_opened.reset();
        QBENCHMARK { QVERIFY(SqliteStores::open(m_desk.path(), OpenMode::ReadWrite)); }
    }
};

QTEST_GUILESS_MAIN(StorageSpeedTest)
#include "storagespeed_test.moc"
