// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What holds while a database is open: the log stays, a full or damaged disk harms nothing, programs take turns.
#include "tests/app/storage/temporarydesk.h"
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

const QDateTime morning(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

std::unique_ptr<SqliteStores> opened(const TemporaryDesk &desk) {
    auto stores = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
    return stores ? std::move(*stores) : nullptr;
}

//! From now on the database cannot grow by more than a few pages.
void fillTheDisk(SqliteDatabase &database) {
    const auto pages = database.first<int>(u"PRAGMA page_count"_qs, {}, [](SqliteRow &row) { return row.number(); });
    QVERIFY(database.write(u"PRAGMA max_page_count = %1"_qs.arg(**pages + 4)));
}

} // namespace

class SqliteDatabaseTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldNeverChangeNorDeleteAnEvent_data() {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"UPDATE events SET data = '{}'"_qs;
        QTest::newRow("delete") << u"DELETE FROM events"_qs;
        QTest::newRow("update of nothing new") << u"UPDATE events SET kind = kind WHERE id = 1"_qs;
    }

    void shouldNeverChangeNorDeleteAnEvent() {
        QFETCH(QString, statement);
        const TemporaryDesk desk;
        const auto stores = opened(desk);
        const Event event{{}, morning, EventKind::Dropped, {}, {}, {}, {}, {{u"reason"_qs, u"late"_qs}}};
        QVERIFY(stores->stores().events.append(event));
        const Result<void> outcome = stores->database().write(statement);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().sentence.contains(u"never"_qs), qPrintable(outcome.error().sentence));
        QCOMPARE(stores->stores().events.event(EventId{1})->data, event.data);
    }

    void shouldKeepWhatWasThereWhenTheDiskIsFull() {
        const TemporaryDesk desk;
        const auto stores = opened(desk);
        SettingStore &settings = stores->stores().settings;
        QVERIFY(settings.setValue(u"kept"_qs, u"yes"_qs));
        fillTheDisk(stores->database());
        const Result<void> outcome = stores->stores().derived.saveState(u"big"_qs, QByteArray(100000, 'x'));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Storage);
        QVERIFY2(outcome.error().sentence.contains(u"The disk with"_qs), qPrintable(outcome.error().sentence));
        QCOMPARE(settings.value(u"kept"_qs), u"yes"_qs);
        QVERIFY(settings.setValue(u"kept"_qs, u"still"_qs)); // a small change still fits
    }

    void shouldNotCommitHalfOfAUnitOfWorkWhenTheDiskFillsUp_data() {
        QTest::addColumn<bool>("nested");
        QTest::newRow("in one transaction") << false;
        QTest::newRow("in a transaction within another") << true;
    }

    void shouldNotCommitHalfOfAUnitOfWorkWhenTheDiskFillsUp() {
        QFETCH(bool, nested);
        const TemporaryDesk desk;
        const auto stores = opened(desk);
        const Stores s = stores->stores();
        fillTheDisk(stores->database());
        const auto fill = [&] { return s.derived.saveState(u"big"_qs, QByteArray(100000, 'x')); };
        // WHEN the failure is swallowed and the work goes on
        const Result<void> outcome = s.unitOfWork.atomically([&]() -> Result<void> {
            RELAYDESK_TRY(s.settings.setValue(u"before"_qs, u"1"_qs));
            (void)(nested ? s.unitOfWork.atomically(fill) : fill());
            (void)s.settings.setValue(u"after"_qs, u"1"_qs);
            return {};
        });
        // THEN none of it is kept, and the next transaction is a new one
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().sentence.contains(u"The disk with"_qs), qPrintable(outcome.error().sentence));
        QCOMPARE(s.settings.value(u"before"_qs), QString());
        QCOMPARE(s.settings.value(u"after"_qs), QString());
        QVERIFY(s.unitOfWork.atomically([&] { return s.settings.setValue(u"next"_qs, u"1"_qs); }));
        QCOMPARE(s.settings.value(u"next"_qs), u"1"_qs);
    }

    void shouldSayWhereAPageIsDamaged() {
        const TemporaryDesk desk;
        desk.makeDatabase();
        {
            QFile file(desk.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            for (qint64 page = 2; page < file.size() / 4096; ++page) // all but the schema
                QVERIFY(file.seek(page * 4096) && file.write(QByteArray(4096, '\x77')) == 4096);
        }
        const QByteArray before = desk.digest();
        {
            const auto stores = SqliteStores::open(desk.path(), OpenMode::ReadOnly);
            const auto outcome = stores ? (*stores)->stores().derived.state(u"filling"_qs)
                                        : Result<QByteArray>(tl::unexpected<Failure>(stores.error()));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, ErrorKind::Storage);
            QVERIFY2(outcome.error().sentence.contains(u"is damaged"_qs), qPrintable(outcome.error().sentence));
        }
        QCOMPARE(desk.digest(), before);
    }

    void shouldRefuseAWordItDoesNotKnow() {
        const TemporaryDesk desk;
        const auto stores = opened(desk);
        QVERIFY(stores->database().write(u"INSERT INTO events (at, kind, data) VALUES (0, 'of_the_future', '{}')"_qs));
        const auto events = stores->stores().events.events({});
        QVERIFY(!events);
        QVERIFY2(events.error().sentence.contains(u"of_the_future"_qs), qPrintable(events.error().sentence));
    }

    void shouldSayWhenAnotherProgramKeepsTheFile() {
        const TemporaryDesk desk;
        const auto stores = opened(desk);
        auto other = SqliteConnection::open(desk.path(), SqliteConnection::Access::ReadWrite);
        QVERIFY((*other)->execute(u"BEGIN IMMEDIATE"_qs));
        QVERIFY(stores->database().write(u"PRAGMA busy_timeout = 1"_qs));
        const Result<void> outcome = stores->stores().settings.setValue(u"k"_qs, u"v"_qs);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Unavailable);
        QVERIFY((*other)->execute(u"ROLLBACK"_qs));
        QVERIFY(stores->stores().settings.setValue(u"k"_qs, u"v"_qs));
    }

    void shouldRefuseASecondWriter() {
        const TemporaryDesk desk;
        const auto first = opened(desk);
        const auto second = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Unavailable);
        QVERIFY2(second.error().sentence.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(second.error().sentence));
        QVERIFY(first->stores().settings.setValue(u"k"_qs, u"v"_qs));
    }

    void shouldTakeTurnsOnOneDatabase() {
        const TemporaryDesk desk;
        const auto chat = opened(desk);
        const Stores c = chat->stores();
        chat->writeLock().release();
        const auto agent = opened(desk);
        const Stores a = agent->stores();
        // WHEN the agent has the turn, the chat may read and not write
        QVERIFY(a.settings.setValue(u"k"_qs, u"agent"_qs));
        QVERIFY(a.articles.save(Article{.title = u"Taught"_qs}));
        QCOMPARE(c.settings.value(u"k"_qs), u"agent"_qs);
        QCOMPARE(c.settings.setValue(u"k"_qs, u"chat"_qs).error().kind, ErrorKind::Unavailable);
        QCOMPARE(c.unitOfWork.atomically([] { return Result<void>(); }).error().kind, ErrorKind::Unavailable);
        QCOMPARE(chat->writeLock().acquire(30).error().kind, ErrorKind::Unavailable);
        QCOMPARE(c.articles.revision(), 1);
        // THEN it writes when it has the turn again
        agent->writeLock().release();
        QVERIFY(chat->writeLock().acquire(5000));
        QVERIFY(chat->writeLock().acquire());
        QVERIFY(c.settings.setValue(u"k"_qs, u"chat"_qs));
        QCOMPARE(a.settings.value(u"k"_qs), u"chat"_qs);
        QVERIFY(!a.settings.setValue(u"k"_qs, u"agent"_qs));
    }

    void shouldTakeOverALockFileWithoutAName() {
        const TemporaryDesk desk;
        desk.write(u"desk.db.lock"_qs, {}); // as a process leaves it that dies while writing it
        QFile lock(desk.file(u"desk.db.lock"_qs));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
        lock.close();
        QVERIFY(opened(desk));
    }
};

QTEST_GUILESS_MAIN(SqliteDatabaseTest)
#include "sqlitedatabase_test.moc"
