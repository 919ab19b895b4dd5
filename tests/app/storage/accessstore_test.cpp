// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every access store promises, held by the one in memory and the one in SQLite; and writing beside a server.
#include "tests/app/storage/temporarydesk.h"
#include "tests/support/memoryaccessstore.h"
#include <QtTest/QTest>

using namespace relaydesk;

class AccessStoreTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase_data() {
        QTest::addColumn<bool>("real");
        QTest::newRow("in memory") << false;
        QTest::newRow("in SQLite") << true;
    }
    void init() {
        QFETCH_GLOBAL(bool, real);
        m_desk = std::make_unique<TemporaryDesk>();
        m_memory = MemoryAccessStore();
        if (real)
            m_sqlite = std::move(*SqliteStores::open(m_desk->path(), OpenMode::ReadWrite));
        m_store = real ? &m_sqlite->access() : static_cast<AccessStore *>(&m_memory);
    }
    void cleanup() { m_sqlite.reset(); }
    void shouldGiveBackKeys();
    void shouldKeepOneAnswerForEachKey();
    void shouldForgetOldAnswers();
    void shouldWriteBesideTheHolderOfTheLock();

  private:
    const QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0, 0, 123), Qt::UTC};
    std::unique_ptr<TemporaryDesk> m_desk;
    MemoryAccessStore m_memory;
    std::unique_ptr<SqliteStores> m_sqlite;
    AccessStore *m_store = nullptr;

    AccessKey aKey(const QString &lookup) const {
        return {.name = QStringLiteral("Dana"),
                .role = KeyRole::CustomerApp,
                .lookup = lookup,
                .salt = QByteArray("a\0b", 3),
                .digest = "digest",
                .createdAt = m_now,
                .usedAt = {},
                .revokedAt = {}};
    }
    KeptAnswer anAnswer(const QString &key) const {
        return {.scope = QStringLiteral("s"),
                .key = key,
                .digest = "d",
                .status = 201,
                .message = 7,
                .headers = "ETag: 1\n",
                .body = "{}",
                .at = m_now};
    }
};

void AccessStoreTest::shouldGiveBackKeys() {
    AccessKey key = aKey(QStringLiteral("one"));
    key.id = *m_store->save(key);
    QCOMPARE(**m_store->keyCalled(QStringLiteral("one")), key);
    QVERIFY(!*m_store->keyCalled(QStringLiteral("two")));
    key.revokedAt = m_now.addSecs(5);
    QVERIFY(m_store->save(key));
    QVERIFY(m_store->save(aKey(QStringLiteral("two"))));
    QCOMPARE(m_store->keys()->size(), 2);
    QCOMPARE(m_store->keys()->first(), key);
    QCOMPARE(m_store->save(aKey(QStringLiteral("one"))).error().kind, ErrorKind::Conflict);
    AccessKey nobody = aKey(QStringLiteral("three"));
    nobody.id = AccessKeyId{99};
    QCOMPARE(m_store->save(nobody).error().kind, ErrorKind::NotFound);
}

void AccessStoreTest::shouldKeepOneAnswerForEachKey() {
    KeptAnswer answer = anAnswer(QStringLiteral("k"));
    QVERIFY(m_store->keep(answer));
    answer.status = 409;
    QVERIFY(m_store->keep(answer));
    QCOMPARE(**m_store->kept(QStringLiteral("s"), QStringLiteral("k")), answer);
    QVERIFY(!*m_store->kept(QStringLiteral("t"), QStringLiteral("k")));
}

void AccessStoreTest::shouldForgetOldAnswers() {
    QVERIFY(m_store->keep(anAnswer(QStringLiteral("k"))));
    QVERIFY(m_store->forgetBefore(m_now));
    QVERIFY(*m_store->kept(QStringLiteral("s"), QStringLiteral("k")));
    QVERIFY(m_store->forgetBefore(m_now.addMSecs(1)));
    QVERIFY(!*m_store->kept(QStringLiteral("s"), QStringLiteral("k")));
}

void AccessStoreTest::shouldWriteBesideTheHolderOfTheLock() {
    QFETCH_GLOBAL(bool, real);
    if (!real)
        return;
    QCOMPARE(SqliteStores::open(m_desk->path(), OpenMode::ReadWrite).error().kind, ErrorKind::Unavailable);
    {
        const auto beside = SqliteStores::open(m_desk->path(), OpenMode::Beside);
        QVERIFY(beside);
        QVERIFY((*beside)->access().save(aKey(QStringLiteral("one"))));
    }
    QVERIFY(*m_store->keyCalled(QStringLiteral("one")));
    QVERIFY(m_store->save(aKey(QStringLiteral("two")))); // the holder writes on
    QVERIFY(!SqliteStores::open(m_desk->file(QStringLiteral("none.db")), OpenMode::Beside));
}

QTEST_GUILESS_MAIN(AccessStoreTest)
#include "accessstore_test.moc"
