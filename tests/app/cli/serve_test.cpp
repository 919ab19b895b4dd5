// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk serve` and `relaydesk key`, run as programs and called over the network.
#include "tests/support/program.h"
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

struct Answer {
    int status = 0;
    QByteArray body;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

Answer ask(quint16 port, const QByteArray &method, const QByteArray &target, const QByteArray &bearer = {},
           const QByteArray &body = {}) {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    socket.waitForConnected();
    socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n" +
                 (bearer.isEmpty() ? QByteArray() : "Authorization: Bearer " + bearer + "\r\n") +
                 (body.isEmpty() ? QByteArray()
                                 : "Content-Type: application/json\r\nContent-Length: " +
                                       QByteArray::number(body.size()) + "\r\n") +
                 "\r\n" + body);
    QByteArray all;
    while (socket.waitForReadyRead(30'000))
        all += socket.readAll();
    return {all.mid(9, 3).toInt(), all.mid(all.indexOf("\r\n\r\n") + 4)};
}

//! Started on a free port; 0 where it did not start.
quint16 portOf(QProcess &server) {
    QByteArray out;
    while (!out.contains('\n') && server.waitForReadyRead(60'000))
        out += server.readAllStandardOutput();
    return quint16(out.trimmed().split(':').last().toUInt());
}

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

} // namespace

class ServeTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldServeUntilToldToStop_data();
    void shouldServeUntilToldToStop();
    void shouldTakeAKeyMadeWhileItServes();
    void shouldPrintNothingButTheKey();
    void shouldRefuseAWrongStart_data();
    void shouldRefuseAWrongStart();
    void shouldRefuseAPortThatIsTaken();
    void shouldLoseNothingThatWasAcknowledged();
};

void ServeTest::shouldServeUntilToldToStop_data() {
    QTest::addColumn<bool>("terminates");
    QTest::newRow("SIGTERM") << true;
    QTest::newRow("SIGINT") << false;
}

void ServeTest::shouldServeUntilToldToStop() {
    QFETCH(bool, terminates);
    const Program program;
    const auto server = program.start(words("serve --offline --listen 127.0.0.1:0"));
    const quint16 port = portOf(*server);
    QVERIFY(port > 0);
    QCOMPARE(ask(port, "GET", "/healthz").status, 200);
    const QByteArray session = ask(port, "GET", "/api/session").json().value(u"sessionId").toString().toLatin1();
    QCOMPARE(ask(port, "POST", "/api/chat", {}, "{\"sessionId\":\"" + session + "\",\"message\":\"hello\"}").status,
             200);
    if (terminates)
        server->terminate();
    else
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-INT"), QString::number(server->processId())});
    QVERIFY(server->waitForFinished(60'000));
    QCOMPARE(server->exitStatus(), QProcess::NormalExit);
    QCOMPARE(server->exitCode(), 0);
    const QString log = QString::fromUtf8(server->readAllStandardError());
    QVERIFY2(log.contains(QStringLiteral(" 127.0.0.1 POST /api/chat 200 ")), qPrintable(log));
    QVERIFY(!log.contains(QString::fromLatin1(session)));
}

void ServeTest::shouldTakeAKeyMadeWhileItServes() {
    const Program program;
    const auto server = program.start(words("serve --offline --listen 127.0.0.1:0"));
    const quint16 port = portOf(*server);
    QCOMPARE(ask(port, "GET", "/api/tickets").status, 401);
    const QByteArray key = program.run(words("key create --name Dana --role agent")).out.trimmed().toLatin1();
    QCOMPARE(ask(port, "GET", "/api/tickets", key).status, 200);
    const Ran listed = program.run(words("key list"));
    QVERIFY2(listed.out.contains(QStringLiteral("Dana")) && !listed.out.contains(QStringLiteral("last used -")),
             qPrintable(listed.out));
    QVERIFY(!listed.out.contains(QString::fromLatin1(key)));
    QCOMPARE(program.run(words("key revoke Dana")).exitCode, 0);
    QCOMPARE(ask(port, "GET", "/api/tickets", key).status, 401);
    QCOMPARE(program.run(words("key revoke Dana")).exitCode, 1);
    server->terminate();
    QVERIFY(server->waitForFinished(60'000));
}

void ServeTest::shouldPrintNothingButTheKey() {
    const Program program;
    const Ran made = program.run(words("key create --name Dana --role customer-app"));
    QCOMPARE(made.exitCode, 0);
    QVERIFY(QRegularExpression(QStringLiteral("^rdk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}\n$")).match(made.out).hasMatch());
    QCOMPARE(made.err, QString());
    QCOMPARE(program.run(words("key create --name Dana --role agent")).exitCode, 1);
    for (const char *wrong :
         {"key", "key create", "key create --name a", "key create --name a --role boss", "key revoke", "key make"})
        QCOMPARE(program.run(words(wrong)).exitCode, 2);
}

void ServeTest::shouldRefuseAWrongStart_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("beyond this machine") << QStringLiteral("--listen 0.0.0.0:0") << 1 << QStringLiteral("--insecure");
    QTest::newRow("no port") << QStringLiteral("--listen 127.0.0.1") << 2 << QStringLiteral("127.0.0.1:8080");
    QTest::newRow("no address") << QStringLiteral("--listen nowhere:0 --insecure") << 1 << QStringLiteral("nowhere");
    QTest::newRow("a limit that is none")
        << QStringLiteral("--limit speed=9") << 2 << QStringLiteral("requests-per-session");
    QTest::newRow("an origin with a path")
        << QStringLiteral("--allow-origin https://a.example/shop") << 1 << QStringLiteral("origin");
    QTest::newRow("half of TLS") << QStringLiteral("--tls-cert a.pem") << 1 << QStringLiteral("both");
    QTest::newRow("no such certificate") << QStringLiteral("--tls-cert a.pem --tls-key b.pem") << 1
                                         << QStringLiteral("a.pem");
    QTest::newRow("a word too many") << QStringLiteral("now") << 2 << QStringLiteral("options");
}

void ServeTest::shouldRefuseAWrongStart() {
    QFETCH(QString, arguments);
    const Program program;
    const Ran ran = program.run(words("serve --offline --listen 127.0.0.1:0") + arguments.split(u' '));
    QTEST(ran.exitCode, "exitCode");
    QFETCH(QString, says);
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    QCOMPARE(ran.out, QString());
}

void ServeTest::shouldRefuseAPortThatIsTaken() {
    const Program program, other;
    const auto server = program.start(words("serve --offline --listen 127.0.0.1:0"));
    const quint16 port = portOf(*server);
    const Ran ran =
        other.run(words("serve --offline --listen") + QStringList{QStringLiteral("127.0.0.1:%1").arg(port)});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(QString::number(port)), qPrintable(ran.err));
    server->terminate();
    QVERIFY(server->waitForFinished(60'000));
}

void ServeTest::shouldLoseNothingThatWasAcknowledged() {
    const Program program;
    QByteArray session;
    {
        const auto server = program.start(words("serve --offline --listen 127.0.0.1:0"));
        const quint16 port = portOf(*server);
        session = ask(port, "GET", "/api/session").json().value(u"sessionId").toString().toLatin1();
        QCOMPARE(ask(port, "POST", "/api/v1/conversations/" + session + "/messages", session,
                     R"({"message":"charged twice"})")
                     .status,
                 201);
        server->kill();
        server->waitForFinished();
    }
    const auto server = program.start(words("serve --offline --listen 127.0.0.1:0"));
    const quint16 port = portOf(*server);
    const Answer kept = ask(port, "GET", "/api/v1/conversations/" + session + "/messages", session);
    QVERIFY2(kept.body.contains("charged twice"), kept.body.constData());
    server->terminate();
    QVERIFY(server->waitForFinished(60'000));
}

QTEST_GUILESS_MAIN(ServeTest)
#include "serve_test.moc"
