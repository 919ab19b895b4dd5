// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A backup holds the database and every file that was sent, whole or not at all, and overwrites nothing.
#include "app/storage/backup.h"
#include "tests/app/storage/temporarydesk.h"
#include <QtCore/QDirIterator>
#include <QtTest/QtTest>
#include <algorithm>

namespace relaydesk {

namespace {

const QByteArray bytes = "It hums at night.";

QString digestOf(const QByteArray &content) {
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

//! As the program keeps a file beside a database.
void keep(const QString &database, const QString &name, const QByteArray &content) {
    const QString path = QStringLiteral("%1.files/%2/%3").arg(database, name.left(2), name);
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(content) != content.size())
        qFatal("the test's own file could not be written");
}

QStringList filesIn(const QString &folder) {
    QStringList names;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        names += QDir(folder).relativeFilePath(each.next());
    names.sort();
    return names;
}

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Makes the database larger, by a kilobyte a setting.
void fill(const QString &database, int settings) {
    const auto stores = SqliteStores::open(database, OpenMode::ReadWrite);
    const auto written = (*stores)->stores().unitOfWork.atomically([&]() -> Result<void> {
        for (int i = 0; i < settings; ++i)
            RELAYDESK_TRY((*stores)->stores().settings.setValue(QString::number(i), QString(1000, u'x')));
        return {};
    });
    if (!written)
        qFatal("the test's own database could not be written");
}

QString settingIn(const QString &database) {
    const auto stores = SqliteStores::open(database, OpenMode::ReadOnly);
    return stores ? (*stores)->stores().settings.value(QStringLiteral("kept")).value_or(QString()) : QString();
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldHoldTheDatabaseAndItsFiles();
    void shouldComeBackAfterALoss();
    void shouldNeedNoFiles();
    void shouldOverwriteNothing_data();
    void shouldOverwriteNothing();
    void shouldLeaveNothingHalfDone();
    void shouldBeginAnewAfterAnInterruption();
    void shouldSayHowFarItIs();
    void shouldLeaveNothingWhenLeftOff_data();
    void shouldLeaveNothingWhenLeftOff();
    void shouldBeOfOneMomentWhileTheDeskWrites();
};

void BackupTest::shouldHoldTheDatabaseAndItsFiles() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    keep(desk.path(), digestOf("other"), "other");
    keep(desk.path(), digestOf("half").left(40) + QStringLiteral(".Xy12"), "ha"); // just being written
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs)));
    QCOMPARE(settingIn(desk.file(u"copy.db"_qs)), u"yes"_qs);
    const QString folder = desk.file(u"copy.db.files"_qs);
    QStringList expected;
    for (const QByteArray &content : {bytes, QByteArray("other")})
        expected += digestOf(content).left(2) + u'/' + digestOf(content);
    expected.sort();
    QCOMPARE(filesIn(folder), expected);
    QCOMPARE(contentOf(folder + u'/' + digestOf(bytes).left(2) + u'/' + digestOf(bytes)), bytes);
    // for its owner's eyes only
    QVERIFY(!(QFileInfo(folder).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void BackupTest::shouldComeBackAfterALoss() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs)));
    // GIVEN that the database and its files are lost
    QVERIFY(QFile::remove(desk.path()) && QDir(desk.path() + u".files"_qs).removeRecursively());
    // WHEN a backup of the backup is put in their place
    QVERIFY(backUp(desk.file(u"copy.db"_qs), desk.path()));
    QCOMPARE(settingIn(desk.path()), u"yes"_qs);
    QCOMPARE(filesIn(desk.path() + u".files"_qs).size(), 1);
}

void BackupTest::shouldNeedNoFiles() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs)));
    QVERIFY(!QFileInfo::exists(desk.file(u"copy.db.files"_qs)));
}

void BackupTest::shouldOverwriteNothing_data() {
    QTest::addColumn<QString>("taken");
    QTest::newRow("a file") << u"copy.db"_qs;
    QTest::newRow("files of another database") << u"copy.db.files"_qs;
}

void BackupTest::shouldOverwriteNothing() {
    QFETCH(QString, taken);
    const TemporaryDesk desk;
    desk.makeDatabase();
    desk.write(taken, "mine");
    const auto made = backUp(desk.path(), desk.file(u"copy.db"_qs));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Conflict);
    QVERIFY(made.error().sentence.contains(taken));
    QCOMPARE(contentOf(desk.file(taken)), QByteArray("mine"));
}

void BackupTest::shouldLeaveNothingHalfDone() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    // GIVEN that the files have no place: somebody's file stands there
    desk.write(u"copy.db.files.partial"_qs, "mine");
    const auto made = backUp(desk.path(), desk.file(u"copy.db"_qs));
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Storage);
    QCOMPARE(desk.files().filter(u"copy"_qs), QStringList{u"copy.db.files.partial"_qs});
    QCOMPARE(contentOf(desk.file(u"copy.db.files.partial"_qs)), QByteArray("mine"));
}

void BackupTest::shouldBeginAnewAfterAnInterruption() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    desk.write(u"copy.db.partial"_qs, "half");
    QVERIFY(QDir(desk.folder()).mkpath(u"copy.db.files.partial/aa"_qs));
    desk.write(u"copy.db.files.partial/aa/old"_qs, "old");
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs)));
    QCOMPARE(filesIn(desk.file(u"copy.db.files"_qs)).size(), 1);
}

void BackupTest::shouldSayHowFarItIs() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    fill(desk.path(), 4000); // pieces of a megabyte: several
    QVector<int> heard;
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs), [&heard](int percent) {
        heard += percent;
        return true;
    }));
    QVERIFY2(heard.size() > 3, qPrintable(QString::number(heard.size())));
    QVERIFY(std::is_sorted(heard.begin(), heard.end()));
    QVERIFY(heard.first() > 0 && heard.first() < 100);
    QCOMPARE(heard.last(), 100);
}

void BackupTest::shouldLeaveNothingWhenLeftOff_data() {
    QTest::addColumn<int>("pieces");
    QTest::newRow("in the database") << 1;
    QTest::newRow("in the files") << 1000;
}

void BackupTest::shouldLeaveNothingWhenLeftOff() {
    QFETCH(int, pieces);
    const TemporaryDesk desk;
    desk.makeDatabase();
    keep(desk.path(), digestOf(bytes), bytes);
    keep(desk.path(), digestOf("other"), "other");
    fill(desk.path(), 4000);
    // GIVEN somebody who cancels after so many pieces, or with the first file
    int heard = 0;
    const auto made = backUp(desk.path(), desk.file(u"copy.db"_qs), [&](int) {
        return ++heard < pieces && !QFileInfo::exists(desk.file(u"copy.db.files.partial"_qs));
    });
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Cancelled);
    QCOMPARE(desk.files().filter(u"copy"_qs), QStringList());
    QCOMPARE(settingIn(desk.path()), u"yes"_qs);
}

void BackupTest::shouldBeOfOneMomentWhileTheDeskWrites() {
    const TemporaryDesk desk;
    desk.makeDatabase();
    fill(desk.path(), 4000);
    const auto writer = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
    QVERIFY(writer);
    // WHEN the desk writes between any two pieces of the copy
    int pieces = 0;
    QVERIFY(backUp(desk.path(), desk.file(u"copy.db"_qs), [&](int) {
        ++pieces;
        return (*writer)->stores().settings.setValue(u"kept"_qs, u"later %1"_qs.arg(pieces)).has_value();
    }));
    // THEN the copy was not begun anew for it, and holds what was there when it began
    QVERIFY2(pieces > 3 && pieces < 100, qPrintable(QString::number(pieces)));
    QCOMPARE(settingIn(desk.file(u"copy.db"_qs)), u"yes"_qs);
    QCOMPARE(settingIn(desk.path()), u"later %1"_qs.arg(pieces));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::BackupTest)
#include "backup_test.moc"
