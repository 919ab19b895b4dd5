// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which files are opened, which are refused with what sentence, and that a refused or read file stays as it was.
#include "app/storage/databasepath.h"
#include "app/storage/schema.h"
#include "tests/app/storage/temporarydesk.h"
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

//! Runs statements as another program would, without any of our pragmas.
void alter(const QString &path, const QStringList &statements) {
    const auto connection = SqliteConnection::open(path, SqliteConnection::Access::ReadWrite);
    for (const QString &statement : statements)
        QVERIFY2((*connection)->execute(statement), qPrintable(statement));
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) == bytes.size());
}

void makeNothing(const TemporaryDesk &) {}
void makeText(const TemporaryDesk &desk) { desk.write(u"desk.db"_qs, QByteArray("Dear diary, ").repeated(1000)); }
void makeFolder(const TemporaryDesk &desk) { QDir().mkpath(desk.path()); }
void makeForeign(const TemporaryDesk &desk) { alter(desk.path(), {u"CREATE TABLE theirs (a)"_qs}); }
void makeNewer(const TemporaryDesk &desk) {
    desk.makeDatabase();
    alter(desk.path(), {u"PRAGMA user_version = 999"_qs});
}
void makeNewerAndCrashed(const TemporaryDesk &desk) {
    const TemporaryDesk origin;
    origin.makeDatabase();
    const auto connection = SqliteConnection::open(origin.path(), SqliteConnection::Access::ReadWrite);
    QVERIFY((*connection)->execute(u"PRAGMA user_version = 999"_qs));
    QVERIFY(QFile::copy(origin.path(), desk.path()));
    QVERIFY(QFile::copy(origin.path() + u"-wal"_qs, desk.path() + u"-wal"_qs));
}
void makeTruncated(const TemporaryDesk &desk) {
    desk.makeDatabase();
    QVERIFY(QFile::resize(desk.path(), QFileInfo(desk.path()).size() / 2 / 4096 * 4096));
}
void makeCutInAPage(const TemporaryDesk &desk) {
    desk.makeDatabase();
    QVERIFY(QFile::resize(desk.path(), QFileInfo(desk.path()).size() - 100));
}
void makeLongerWithAHole(const TemporaryDesk &desk) {
    desk.makeDatabase();
    overwrite(desk.path(), QFileInfo(desk.path()).size(), QByteArray(4096, '\0'));
    for (qint64 page = 20; page < 40; ++page)
        overwrite(desk.path(), page * 4096, QByteArray(4096, '\x77'));
}
void makeBrokenSchema(const TemporaryDesk &desk) {
    desk.makeDatabase();
    overwrite(desk.path(), 100, QByteArray(2000, '\x5a'));
}

using Make = void (*)(const TemporaryDesk &);

} // namespace

class SqliteOpeningTest : public QObject {
    Q_OBJECT

  private:
    static void addRefusals() {
        QTest::addColumn<Make>("make");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("not a database") << Make(makeText) << ErrorKind::Invalid << u"is not a database"_qs;
        QTest::newRow("a folder") << Make(makeFolder) << ErrorKind::Invalid << u"is a folder"_qs;
        QTest::newRow("another program's") << Make(makeForeign) << ErrorKind::Invalid << u"another program"_qs;
        QTest::newRow("newer") << Make(makeNewer) << ErrorKind::Storage << u"newer Relaydesk (its version is 999"_qs;
        QTest::newRow("newer, crashed") << Make(makeNewerAndCrashed) << ErrorKind::Storage << u"newer Relaydesk"_qs;
        QTest::newRow("truncated") << Make(makeTruncated) << ErrorKind::Storage << u"is damaged"_qs;
        QTest::newRow("cut in a page") << Make(makeCutInAPage) << ErrorKind::Storage << u"is damaged"_qs;
        QTest::newRow("longer than it says") << Make(makeLongerWithAHole) << ErrorKind::Storage << u"is damaged"_qs;
        QTest::newRow("broken schema") << Make(makeBrokenSchema) << ErrorKind::Storage << u"is damaged"_qs;
    }

    static void refuses(OpenMode mode) {
        QFETCH(Make, make);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, sentence);
        const TemporaryDesk desk;
        make(desk);
        const QByteArray before = desk.digest();
        const auto opened = SqliteStores::open(desk.path(), mode);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, kind);
        QVERIFY2(opened.error().sentence.contains(sentence), qPrintable(opened.error().sentence));
        QVERIFY2(opened.error().sentence.contains(desk.path()), qPrintable(opened.error().sentence));
        QCOMPARE(desk.digest(), before);
        QVERIFY(!desk.files().contains(u"desk.db.lock"_qs));
    }

  private slots:
    void shouldRefuseForWriting_data() { addRefusals(); }
    void shouldRefuseForWriting() { refuses(OpenMode::ReadWrite); }

    void shouldRefuseForReading_data() {
        addRefusals();
        QTest::newRow("missing") << Make(makeNothing) << ErrorKind::NotFound << u"There is no database"_qs;
        QTest::newRow("empty") << Make([](const TemporaryDesk &desk) { desk.write(u"desk.db"_qs, {}); })
                               << ErrorKind::Invalid << u"is empty"_qs;
    }
    void shouldRefuseForReading() { refuses(OpenMode::ReadOnly); }

    void shouldMakeAMissingDatabaseAndTakeAnEmptyOne() {
        const TemporaryDesk missing, empty, barely;
        empty.write(u"desk.db"_qs, {});
        alter(barely.path(), {u"PRAGMA journal_mode = WAL"_qs}); // a crash right after the file was made
        for (const TemporaryDesk *desk : {&missing, &empty, &barely}) {
            desk->makeDatabase();
            const auto again = SqliteStores::open(desk->path(), OpenMode::ReadOnly);
            QCOMPARE((*again)->stores().settings.value(u"kept"_qs), u"yes"_qs);
        }
    }

    void shouldWriteSafelyAndRefuseDanglingReferences() {
        const TemporaryDesk desk;
        const auto stores = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
        const auto pragma = [&](const QString &name) {
            const auto value = (*stores)->database().first<QString>(u"PRAGMA "_qs + name, {},
                                                                    [](SqliteRow &row) { return row.text(); });
            return value ? value->value_or(QString()) : QString();
        };
        QCOMPARE(pragma(u"journal_mode"_qs), u"wal"_qs);
        QCOMPARE(pragma(u"synchronous"_qs), u"2"_qs);
        QCOMPARE(pragma(u"foreign_keys"_qs), u"1"_qs);
        QCOMPARE(pragma(u"user_version"_qs), QString::number(newestVersion(schemaSteps())));
        QCOMPARE(pragma(u"application_id"_qs), QString::number(applicationId));
    }

    void shouldNotMakeFoldersButForTheDefaultDatabase() {
        const TemporaryDesk desk;
        const QString path = desk.file(u"a/b/desk.db"_qs);
        const auto refused = SqliteStores::open(path, OpenMode::ReadWrite);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::NotFound);
        QVERIFY2(refused.error().sentence.contains(u"There is no folder"_qs), qPrintable(refused.error().sentence));
        QVERIFY(!QFileInfo::exists(desk.file(u"a"_qs)));

        qputenv("RELAYDESK_DATABASE", path.toUtf8());
        const auto made = SqliteStores::open(defaultDatabasePath(), OpenMode::ReadWrite);
        qunsetenv("RELAYDESK_DATABASE");
        QVERIFY(made);
        QCOMPARE(QFileInfo(desk.file(u"a/b"_qs)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void shouldKnowTheDefaultDatabase() {
        qunsetenv("RELAYDESK_DATABASE");
        QVERIFY(defaultDatabasePath().endsWith(u"/relaydesk/relaydesk.db"_qs));
        QVERIFY(QDir::isAbsolutePath(defaultDatabasePath()));
        qputenv("RELAYDESK_DATABASE", "desks/../my.db");
        QCOMPARE(defaultDatabasePath(), QDir::current().absoluteFilePath(u"my.db"_qs));
        qunsetenv("RELAYDESK_DATABASE");
    }

    void shouldRefuseToWriteWhereNothingCanBeWritten_data() {
        QTest::addColumn<bool>("exists");
        QTest::addColumn<bool>("folderToo");
        QTest::newRow("read-only file") << true << false;
        QTest::newRow("read-only folder") << true << true;
        QTest::newRow("new file in a read-only folder") << false << true;
    }

    void shouldRefuseToWriteWhereNothingCanBeWritten() {
        QFETCH(bool, exists);
        QFETCH(bool, folderToo);
        const TemporaryDesk desk;
        if (exists)
            desk.makeDatabase();
        desk.makeReadOnly();
        if (!folderToo)
            QFile::setPermissions(desk.folder(), QFile::Permissions(0x7777));
        const QByteArray before = desk.digest();
        {
            const Unprivileged anybody;
            const auto opened = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::ReadOnly);
            QVERIFY2(opened.error().sentence.contains(u"read-only"_qs), qPrintable(opened.error().sentence));
        }
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.files().size(), exists ? 1 : 0);
    }

    void shouldReadFromAMediumThatCannotBeWritten_data() {
        QTest::addColumn<bool>("crashed");
        QTest::addColumn<bool>("emptyLog");
        QTest::newRow("closed well") << false << false;
        QTest::newRow("an empty log beside it") << false << true;
        QTest::newRow("a log that holds the last change") << true << false;
    }

    void shouldReadFromAMediumThatCannotBeWritten() {
        QFETCH(bool, crashed);
        QFETCH(bool, emptyLog);
        const TemporaryDesk desk;
        crashed ? desk.makeCrashedDatabase() : desk.makeDatabase();
        if (emptyLog)
            desk.write(u"desk.db-wal"_qs, {});
        desk.makeReadOnly();
        const QByteArray before = desk.digest();
        const QStringList files = desk.files();
        {
            const Unprivileged anybody;
            const QByteArray temporary = qgetenv("TMPDIR");
            if (!crashed)
                qputenv("TMPDIR", "/nowhere"); // no copy is needed, and none can be made
            const auto opened = SqliteStores::open(desk.path(), OpenMode::ReadOnly);
            temporary.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
            QCOMPARE((*opened)->stores().settings.value(u"kept"_qs), u"yes"_qs);
        }
        QCOMPARE(desk.digest(), before);
        QCOMPARE(desk.files(), files);
    }

    void shouldReadWhatACrashLeftWithoutTidyingUp() {
        const TemporaryDesk desk;
        desk.makeCrashedDatabase();
        const QByteArray before = desk.digest();
        {
            const auto opened = SqliteStores::open(desk.path(), OpenMode::ReadOnly);
            QCOMPARE((*opened)->stores().settings.value(u"kept"_qs), u"yes"_qs);
        }
        QCOMPARE(desk.digest(), before);
    }

    void shouldSeeWhatAWriterBesideItCommits() {
        const TemporaryDesk desk;
        const auto writer = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
        const auto reader = SqliteStores::open(desk.path(), OpenMode::ReadOnly);
        QVERIFY(writer && reader);
        QVERIFY((*writer)->stores().settings.setValue(u"k"_qs, u"1"_qs));
        QCOMPARE((*reader)->stores().settings.value(u"k"_qs), u"1"_qs);
        QVERIFY((*writer)->stores().unitOfWork.atomically([&]() -> Result<void> {
            RELAYDESK_TRY((*writer)->stores().settings.setValue(u"k"_qs, u"2"_qs));
            if ((*reader)->stores().settings.value(u"k"_qs) != u"1"_qs)
                return failure(ErrorKind::Invalid, u"the reader saw what was not committed, or waited"_qs);
            return {};
        }));
        QCOMPARE((*reader)->stores().settings.value(u"k"_qs), u"2"_qs);
    }

    void shouldRefuseEveryWriteWhileReadOnly() {
        const TemporaryDesk desk;
        desk.makeDatabase();
        const QByteArray before = desk.digest();
        {
            const auto opened = SqliteStores::open(desk.path(), OpenMode::ReadOnly);
            const Stores s = (*opened)->stores();
            const auto kinds = {s.people.save(Customer{}).error().kind,
                                s.people.save(Agent{}).error().kind,
                                s.conversations.save(Conversation{}).error().kind,
                                s.conversations.append(Message{}).error().kind,
                                s.tickets.save(Ticket{}).error().kind,
                                s.articles.save(Article{}).error().kind,
                                s.articles.recordOutcome(ArticleId{1}, true).error().kind,
                                s.proposals.save(Proposal{}).error().kind,
                                s.events.append(Event{.at = QDateTime::currentDateTimeUtc()}).error().kind,
                                s.settings.setValue(u"k"_qs, u"v"_qs).error().kind,
                                s.derived.saveVectors(u"e"_qs, {{"d", "v"}}).error().kind,
                                s.derived.saveState(u"k"_qs, "v").error().kind};
            for (const ErrorKind kind : kinds)
                QCOMPARE(kind, ErrorKind::ReadOnly);
            const Failure said = s.settings.setValue(u"k"_qs, u"v"_qs).error();
            QVERIFY2(said.sentence.contains(u"open for reading only"_qs), qPrintable(said.sentence));
            QVERIFY(s.unitOfWork.atomically([&]() -> Result<void> {
                RELAYDESK_TRY(s.settings.value(u"kept"_qs));
                return {};
            }));
        }
        QCOMPARE(desk.digest(), before);
    }
};

QTEST_GUILESS_MAIN(SqliteOpeningTest)
#include "sqliteopening_test.moc"
