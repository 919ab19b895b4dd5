// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The small parts of the service: token buckets, file types, forms, keys, limits, addresses, pictures.
#include "app/api/accesskeys.h"
#include "app/api/filetype.h"
#include "app/api/httptext.h"
#include "app/api/multipart.h"
#include "app/api/picture.h"
#include "app/api/ratelimiter.h"
#include "app/api/service.h"
#include "app/api/uploadstore.h"
#include "tests/support/memoryaccessstore.h"
#include "tests/support/memorystores.h"
#include <QtCore/QBuffer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>

using namespace relaydesk;

class PiecesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldGiveBackWhatTimeGives();
    void shouldReadForms_data();
    void shouldReadForms();
    void shouldNameFilesHarmlessly_data();
    void shouldNameFilesHarmlessly();
    void shouldKnowItsOwnKeysAlone();
    void shouldDrawAPictureAnew();
    void shouldKeepTheSameBytesOnce();
    void shouldReadLimits();
    void shouldReadAddresses_data();
    void shouldReadAddresses();
    void shouldKeepTheDoorShut_data();
    void shouldKeepTheDoorShut();
    void shouldWriteNoHeaderFromAValue();
};

void PiecesTest::shouldGiveBackWhatTimeGives() {
    RateLimiter limiter(60);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(limiter.take(QStringLiteral("a"), 1000), 0);
    QCOMPARE(limiter.take(QStringLiteral("a"), 1000), 1);
    QCOMPARE(limiter.take(QStringLiteral("b"), 1000), 0);
    QCOMPARE(limiter.take(QStringLiteral("a"), 1500), 1);
    QCOMPARE(limiter.take(QStringLiteral("a"), 2000), 0);
    QCOMPARE(limiter.take(QStringLiteral("a"), 500), 1); // a clock that goes back gives nothing
    RateLimiter slow(1);
    QCOMPARE(slow.take(QStringLiteral("a"), 0), 0);
    QCOMPARE(slow.take(QStringLiteral("a"), 0), 60);
}

void PiecesTest::shouldReadForms_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("parts"); // -1: refused
    const QByteArray good = "multipart/form-data; boundary=\"a b\"";
    const QByteArray head = "--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n";
    QTest::newRow("one") << good << head + "1\r\n--a b--\r\n" << 1;
    QTest::newRow("two, after a preamble") << good << "hello\r\n" + head + "1\r\n" + head + "2\r\n--a b--" << 2;
    QTest::newRow("none") << good << QByteArray("--a b--") << 0;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << head + "1\r\n--a b--" << -1;
    QTest::newRow("another boundary") << good << QByteArray("--b\r\n\r\n--b--") << -1;
    QTest::newRow("cut off in a part") << good << head + "1" << -1;
    QTest::newRow("cut off after a part") << good << head + "1\r\n--a b" << -1;
    QTest::newRow("no header lines") << good << QByteArray("--a b\r\n1\r\n--a b--") << -1;
    QTest::newRow("no name") << good << QByteArray("--a b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--a b--") << -1;
    QByteArray many;
    for (int i = 0; i < 17; ++i)
        many += head + "1\r\n";
    QTest::newRow("too many") << good << many + "--a b--" << -1;
    QTest::newRow("an open quote") << QByteArray("multipart/form-data; boundary=\"a b") << head + "1\r\n--a b--" << 1;
}

void PiecesTest::shouldReadForms() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, parts);
    const auto read = readMultipart(type, body);
    QCOMPARE(read ? int(read->size()) : -1, parts);
    if (parts > 0)
        QCOMPARE(read->first().content, QByteArray("1"));
}

void PiecesTest::shouldNameFilesHarmlessly_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("harmless");
    QTest::newRow("plain") << QStringLiteral("a b.png") << QStringLiteral("a b.png");
    QTest::newRow("a path") << QStringLiteral("/etc/passwd") << QStringLiteral("passwd");
    QTest::newRow("a path of Windows") << QStringLiteral("C:\\x\\y.txt") << QStringLiteral("y.txt");
    QTest::newRow("lines") << QStringLiteral("a\r\nb\".txt") << QStringLiteral("ab.txt");
    QTest::newRow("nothing") << QString() << QStringLiteral("file");
    QTest::newRow("up") << QStringLiteral("..") << QStringLiteral("file");
    QTest::newRow("turned around") << QStringLiteral("a\u202egnp.exe") << QStringLiteral("agnp.exe");
}

void PiecesTest::shouldNameFilesHarmlessly() {
    QFETCH(QString, name);
    QTEST(harmlessFileName(name), "harmless");
}

void PiecesTest::shouldKnowItsOwnKeysAlone() {
    MemoryAccessStore store;
    const MadeKey made = makeKey(QStringLiteral("a"), KeyRole::Agent, QDateTime::currentDateTimeUtc());
    const MadeKey other = makeKey(QStringLiteral("b"), KeyRole::Agent, QDateTime::currentDateTimeUtc());
    QVERIFY(store.save(made.key));
    QVERIFY(made.text != other.text);
    QVERIFY(made.text.size() > 50);
    QVERIFY(!made.key.digest.contains(made.text.toLatin1()));
    QCOMPARE((*findKey(store, made.text))->name, QStringLiteral("a"));
    for (const QString &wrong : {other.text, made.text.chopped(1), made.text + u'x', QString(), QStringLiteral("rdk_"),
                                 made.text.section(u'_', 0, 1) + u'_'})
        QVERIFY2(!*findKey(store, wrong), qPrintable(wrong));
    QVERIFY(areEqual("ab", "ab") && !areEqual("ab", "ac") && !areEqual("a", "ab") && !areEqual("abc", "ab"));
}

void PiecesTest::shouldDrawAPictureAnew() {
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    image.setText(QStringLiteral("Secret"), QStringLiteral("where it was taken"));
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    QVERIFY(png.contains("Secret"));
    const QByteArray drawn = drawnAnew(png);
    QCOMPARE(QImage::fromData(drawn).size(), image.size());
    QVERIFY(!drawn.contains("Secret"));
    QCOMPARE(drawnAnew("\x89PNG\r\n\x1a\nbroken"), QByteArray());
    QCOMPARE(drawnAnew("hello"), QByteArray());
}

void PiecesTest::shouldKeepTheSameBytesOnce() {
    const QTemporaryDir folder;
    const UploadStore store(folder.filePath(QStringLiteral("files")));
    const auto one = store.put("same");
    QVERIFY(one);
    QCOMPARE(*store.put("same"), *one);
    QCOMPARE(*store.get(*one), QByteArray("same"));
    QCOMPARE(store.get(QString(64, u'0')).error().kind, ErrorKind::NotFound);
    const UploadStore nowhere(QStringLiteral("/proc/nowhere"));
    QCOMPARE(nowhere.put("x").error().kind, ErrorKind::Storage);
}

void PiecesTest::shouldReadLimits() {
    MemoryStores memory;
    const Stores stores = memory.stores();
    QVERIFY(stores.settings.setValue(QStringLiteral("service.idle-seconds"), QStringLiteral("5")));
    QVERIFY(stores.settings.setValue(QStringLiteral("service.connections"), QStringLiteral("many")));
    const auto limits = readLimits(stores.settings, {QStringLiteral("body-bytes=100")});
    QCOMPARE(limits->idleSeconds, 5);
    QCOMPARE(limits->connections, ServiceLimits{}.connections);
    QCOMPARE(limits->bodyBytes, 100);
    QVERIFY(!limits->countsThisMachine);
    QVERIFY(readLimits(stores.settings, {QStringLiteral("requests-per-address=9")})->countsThisMachine);
    for (const char *wrong : {"body-bytes", "body-bytes=0", "body-bytes=-1", "body-bytes=x", "no-such=1", ""})
        QCOMPARE(readLimits(stores.settings, {QLatin1String(wrong)}).error().kind, ErrorKind::Invalid);
}

void PiecesTest::shouldReadAddresses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1:8080") << QStringLiteral("127.0.0.1") << 8080;
    QTest::newRow("IPv6") << QStringLiteral("[::1]:0") << QStringLiteral("::1") << 0;
    QTest::newRow("by name") << QStringLiteral("localhost:81") << QStringLiteral("127.0.0.1") << 81;
    QTest::newRow("all") << QStringLiteral(":443") << QStringLiteral("0.0.0.0") << 443;
    QTest::newRow("no port") << QStringLiteral("127.0.0.1") << QString() << -1;
    QTest::newRow("too high") << QStringLiteral("127.0.0.1:65536") << QString() << -1;
}

void PiecesTest::shouldReadAddresses() {
    QFETCH(QString, text);
    QFETCH(int, port);
    const auto read = addressFrom(text);
    QCOMPARE(read.has_value(), port >= 0);
    if (read) {
        QTEST(read->first, "address");
        QCOMPARE(int(read->second), port);
    }
}

void PiecesTest::shouldKeepTheDoorShut_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("hasTls");
    QTest::addColumn<bool>("hasKey");
    QTest::addColumn<bool>("insecure");
    QTest::addColumn<bool>("opens");
    const QString here = QStringLiteral("127.0.0.1"), everywhere = QStringLiteral("0.0.0.0");
    QTest::newRow("this machine") << here << false << false << false << true;
    QTest::newRow("everywhere, bare") << everywhere << false << false << false << false;
    QTest::newRow("everywhere, with a key alone") << everywhere << false << true << false << false;
    QTest::newRow("everywhere, with TLS alone") << everywhere << true << false << false << false;
    QTest::newRow("everywhere, with both") << everywhere << true << true << false << true;
    QTest::newRow("everywhere, forced") << everywhere << false << false << true << true;
}

void PiecesTest::shouldKeepTheDoorShut() {
    QFETCH(QString, address);
    QFETCH(bool, hasTls);
    QFETCH(bool, hasKey);
    QFETCH(bool, insecure);
    MemoryAccessStore access;
    if (hasKey)
        QVERIFY(access.save(makeKey(QStringLiteral("a"), KeyRole::Agent, QDateTime::currentDateTimeUtc()).key));
    ServiceSettings settings{.frontend = {.address = address}, .origins = {}, .insecure = insecure};
    if (hasTls)
        settings.frontend.certificate = settings.frontend.privateKey = QStringLiteral("a.pem");
    QTEST(refuseOpenDoor(settings, access).has_value(), "opens");
}

void PiecesTest::shouldWriteNoHeaderFromAValue() {
    const std::string text = textOf({200, "text/plain", "body", {{"X-Name", "a\r\nSet-Cookie: b=c"}}}, {});
    QVERIFY(text.find("\r\nSet-Cookie") == std::string::npos);
    QVERIFY(text.find("Content-Length: 4\r\n") != std::string::npos);
    QVERIFY(text.size() > 4 && text.substr(text.size() - 4) == "body");
    const std::string head = textOf({200, "text/plain", "body", {}}, {.headOnly = true});
    QVERIFY(head.find("Content-Length: 4\r\n") != std::string::npos && head.substr(head.size() - 4) == "\r\n\r\n");
}

QTEST_GUILESS_MAIN(PiecesTest)
#include "pieces_test.moc"
