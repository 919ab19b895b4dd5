// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a database of any age becomes today's, whole or not at all, and that what it was is kept.
#include "app/storage/migrations.h"
#include "app/storage/schema.h"
#include "tests/app/storage/temporarydesk.h"
#include <QtTest/QtTest>
#include <array>

#include <csignal>
#include <sys/resource.h>

using namespace relaydesk;

namespace {

constexpr std::array first{"CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
                           "CREATE TABLE notes (person INTEGER REFERENCES people (id), text TEXT) STRICT"};
constexpr std::array second{"ALTER TABLE people ADD COLUMN email TEXT NOT NULL DEFAULT ''",
                            "UPDATE people SET email = name || '@example.org'",
                            "CREATE TRIGGER people_stay BEFORE DELETE ON people BEGIN SELECT 1; SELECT 2; END"};
constexpr std::array third{"CREATE TABLE named (id INTEGER PRIMARY KEY, text TEXT) STRICT",
                           "INSERT INTO named SELECT id, name FROM people"};
constexpr std::array failing{"INSERT INTO people (name) VALUES ('half')", "CREATE TABEL oops"};
constexpr std::array unlinking{"DROP TABLE people",
                               "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"};

constexpr std::array steps{MigrationStep{1, first}, MigrationStep{3, second}, MigrationStep{4, third}};
constexpr std::array brokenSteps{MigrationStep{1, first}, MigrationStep{2, failing}};
constexpr std::array unlinkingSteps{MigrationStep{1, first}, MigrationStep{2, unlinking}};

static_assert(riseStrictly(steps) && newestVersion(steps) == 4);
static_assert(riseStrictly({}) && newestVersion({}) == 0);
constexpr std::array twice{MigrationStep{1, first}, MigrationStep{2, second}, MigrationStep{2, third}};
constexpr std::array backwards{MigrationStep{2, first}, MigrationStep{1, second}};
constexpr std::array fromZero{MigrationStep{0, first}};
static_assert(!riseStrictly(twice) && !riseStrictly(backwards) && !riseStrictly(fromZero));

QString takeText(SqliteRow &row) { return row.text(); }

QVector<QString> schemaOf(SqliteDatabase &database) {
    const auto query = u"SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1"_qs;
    return database.all(query, {}, takeText).value_or(QVector<QString>());
}

QVector<QString> textsOf(SqliteDatabase &database, const QString &query) {
    return database.all(query, {}, takeText).value_or(QVector<QString>());
}

//! A database as it was when only the first `count` of `steps` existed, with one person and one note in it.
void makeOld(const QString &path, MigrationSteps all, std::size_t count) {
    const auto old = SqliteDatabase::open(path, OpenMode::ReadWrite, all.first(count));
    QVERIFY2(old, old ? "" : qPrintable(old.error().sentence));
    QVERIFY((*old)->write(u"INSERT INTO people (name) VALUES ('ada')"_qs));
    QVERIFY((*old)->write(u"INSERT INTO notes VALUES (1, 'hello')"_qs));
}

} // namespace

class MigrationsTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldMakeTheSameSchemaFromAnyAge_data() {
        QTest::addColumn<int>("age");
        QTest::newRow("after the first step") << 1;
        QTest::newRow("after the second") << 2;
        QTest::newRow("after the third") << 3;
    }

    void shouldMakeTheSameSchemaFromAnyAge() {
        QFETCH(int, age);
        const TemporaryDesk fresh, old;
        makeOld(old.path(), steps, std::size_t(age));
        const auto made = SqliteDatabase::open(fresh.path(), OpenMode::ReadWrite, steps);
        const auto migrated = SqliteDatabase::open(old.path(), OpenMode::ReadWrite, steps);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().sentence));
        QVERIFY(schemaOf(**made).size() >= 4);
        QCOMPARE(schemaOf(**migrated), schemaOf(**made));
        QCOMPARE(textsOf(**migrated, u"PRAGMA user_version"_qs), QVector<QString>({u"4"_qs}));
        QCOMPARE(textsOf(**migrated, u"SELECT text FROM notes"_qs), QVector<QString>({u"hello"_qs}));
        QCOMPARE(textsOf(**migrated, u"PRAGMA foreign_keys"_qs), QVector<QString>({u"1"_qs}));
    }

    void shouldMakeTheSameSchemaFromEveryReleasedVersion() {
        const TemporaryDesk fresh;
        const auto made = SqliteDatabase::open(fresh.path(), OpenMode::ReadWrite, schemaSteps());
        for (std::size_t count = 1; count < schemaSteps().size(); ++count) {
            const TemporaryDesk old;
            QVERIFY(SqliteDatabase::open(old.path(), OpenMode::ReadWrite, schemaSteps().first(count)));
            const auto migrated = SqliteDatabase::open(old.path(), OpenMode::ReadWrite, schemaSteps());
            QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().sentence));
            QCOMPARE(schemaOf(**migrated), schemaOf(**made));
        }
        // Every table of ours is strict about its types.
        QCOMPARE(textsOf(**made, u"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                                 " AND NOT strict AND name NOT LIKE 'sqlite_%'"_qs),
                 QVector<QString>());
    }

    void shouldKeepACopyOfWhatItWas() {
        const TemporaryDesk desk;
        makeOld(desk.path(), steps, 1);
        desk.write(u"desk.db.before-v4"_qs, "an earlier copy");
        QVERIFY(SqliteDatabase::open(desk.path(), OpenMode::ReadWrite, steps));
        QFile earlier(desk.file(u"desk.db.before-v4"_qs));
        QVERIFY(earlier.open(QIODevice::ReadOnly));
        QCOMPARE(earlier.readAll(), QByteArray("an earlier copy"));

        const auto copy = SqliteDatabase::open(desk.file(u"desk.db.before-v4-2"_qs), OpenMode::ReadOnly,
                                               MigrationSteps(steps).first(1));
        QVERIFY2(copy, copy ? "" : qPrintable(copy.error().sentence));
        QCOMPARE(textsOf(**copy, u"SELECT name FROM people"_qs), QVector<QString>({u"ada"_qs}));
        QCOMPARE(textsOf(**copy, u"PRAGMA user_version"_qs), QVector<QString>({u"1"_qs}));
    }

    void shouldNotCopyANewOrACurrentDatabase() {
        const TemporaryDesk desk;
        makeOld(desk.path(), steps, 3);
        QVERIFY(SqliteDatabase::open(desk.path(), OpenMode::ReadWrite, steps));
        QCOMPARE(desk.files(), QStringList({u"desk.db"_qs}));
    }

    void shouldChangeNothingWhereAStepFails_data() {
        QTest::addColumn<bool>("unlinks");
        QTest::newRow("a statement SQLite does not take") << false;
        QTest::newRow("rows that lose what they name") << true;
    }

    void shouldChangeNothingWhereAStepFails() {
        QFETCH(bool, unlinks);
        const MigrationSteps wrong = unlinks ? MigrationSteps(unlinkingSteps) : MigrationSteps(brokenSteps);
        const TemporaryDesk desk;
        makeOld(desk.path(), wrong, 1);
        const auto migrated = SqliteDatabase::open(desk.path(), OpenMode::ReadWrite, wrong);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, ErrorKind::Storage);
        const auto old = SqliteDatabase::open(desk.path(), OpenMode::ReadOnly, wrong.first(1));
        QVERIFY2(old, old ? "" : qPrintable(old.error().sentence));
        QCOMPARE(textsOf(**old, u"SELECT name FROM people"_qs), QVector<QString>({u"ada"_qs}));
    }

    void shouldRefuseANewerDatabase() {
        const TemporaryDesk desk;
        makeOld(desk.path(), steps, 3);
        const QByteArray before = desk.digest();
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto opened = SqliteDatabase::open(desk.path(), mode, MigrationSteps(steps).first(2));
            QVERIFY(!opened);
            QVERIFY2(opened.error().sentence.contains(u"newer"_qs), qPrintable(opened.error().sentence));
        }
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.files(), QStringList({u"desk.db"_qs}));
    }

    void shouldReadAnOldDatabaseWithoutTouchingIt_data() {
        QTest::addColumn<bool>("readOnlyMedium");
        QTest::newRow("in a folder like any other") << false;
        QTest::newRow("on a medium that cannot be written") << true;
    }

    void shouldReadAnOldDatabaseWithoutTouchingIt() {
        QFETCH(bool, readOnlyMedium);
        const TemporaryDesk desk;
        makeOld(desk.path(), steps, 1);
        if (readOnlyMedium)
            desk.makeReadOnly();
        const QByteArray before = desk.digest();
        {
            const auto user = readOnlyMedium ? std::make_unique<Unprivileged>() : nullptr;
            const auto opened = SqliteDatabase::open(desk.path(), OpenMode::ReadOnly, steps);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
            QCOMPARE(textsOf(**opened, u"SELECT text FROM named"_qs), QVector<QString>({u"ada"_qs}));
            QCOMPARE((*opened)->write(u"DELETE FROM named"_qs).error().kind, ErrorKind::ReadOnly);
        }
        QCOMPARE(desk.digest(), before);
    }

    void shouldNotMigrateWithoutRoomForTheCopy() {
        const TemporaryDesk desk;
        makeOld(desk.path(), steps, 1);
        {
            const auto old = SqliteDatabase::open(desk.path(), OpenMode::ReadWrite, MigrationSteps(steps).first(1));
            QVERIFY((*old)->write(u"INSERT INTO notes VALUES (1, hex(zeroblob(100000)))"_qs));
        }
        const QByteArray before = desk.digest();
        // WHEN no file may grow beyond 64 KiB, as if the disk were full
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        const rlimit small{65536, old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto migrated = SqliteDatabase::open(desk.path(), OpenMode::ReadWrite, steps);
        ::setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().kind, ErrorKind::Storage);
        QVERIFY2(migrated.error().sentence.contains(u"copy to keep"_qs), qPrintable(migrated.error().sentence));
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.files(), QStringList({u"desk.db"_qs}));
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
