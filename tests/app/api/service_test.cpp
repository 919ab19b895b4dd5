// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service over real sockets: HTTP as it should be, and as it should not; streams, limits, an orderly end.
#include "tests/app/api/servedroom.h"
#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>

using namespace relaydesk;

class ServiceTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAnswerOneAfterTheOtherOnOneConnection();
    void shouldRefuseHostileRequests_data();
    void shouldRefuseHostileRequests();
    void shouldRefuseWhatIsTooLong_data();
    void shouldRefuseWhatIsTooLong();
    void shouldTakeChunksOfAnySize();
    void shouldAskForTheBodyOfWhoWaits();
    void shouldAnswerHeadWithoutABody();
    void shouldCloseForWhoWantsIt_data();
    void shouldCloseForWhoWantsIt();
    void shouldSendTypingUntilTheAnswerIsThere();
    void shouldTellProgramsWhatHappens();
    void shouldLimitAnAddressWhereThatIsWanted();
    void shouldAnswerOthersWhileFiguresAreRead();
    void shouldLogALineForEachRequestWithoutSecrets();
};

void ServiceTest::shouldAnswerOneAfterTheOtherOnOneConnection() {
    ServedRoom room;
    Client client(room);
    client.send(getOf("/healthz") + getOf("/nowhere") + getOf("/openapi.json") + getOf("/readyz"));
    const QByteArray answers = client.until("\"articles\":3");
    QCOMPARE(answers.count("HTTP/1.1 "), 4);
    QVERIFY(answers.indexOf("{\"status\":\"ok\"}") < answers.indexOf("404 Not Found"));
    QVERIFY(answers.indexOf("404 Not Found") < answers.indexOf("3.1.0"));
}

void ServiceTest::shouldRefuseHostileRequests_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray host = "Host: a\r\n";
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("TLS on a plain port") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11) << 400;
    QTest::newRow("no Host") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << "GET /healthz HTTP/1.1\r\n" + host + host + "\r\n" << 400;
    QTest::newRow("two lengths") << "POST /api/chat HTTP/1.1\r\n" + host +
                                        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
                                 << 400;
    QTest::newRow("a length and chunks") << "POST /api/chat HTTP/1.1\r\n" + host +
                                                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                         << 400;
    QTest::newRow("chunks and a length") << "POST /api/chat HTTP/1.1\r\n" + host +
                                                "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n"
                                         << 400;
    QTest::newRow("another coding") << "POST /api/chat HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n" << 501;
    QTest::newRow("chunked twice") << "POST /api/chat HTTP/1.1\r\n" + host +
                                          "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"
                                   << 501;
    QTest::newRow("a negative length") << "POST /api/chat HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("a length with a plus")
        << "POST /api/chat HTTP/1.1\r\n" + host + "Content-Length: +2\r\n\r\n{}" << 400;
    QTest::newRow("a huge length") << "POST /api/chat HTTP/1.1\r\n" + host +
                                          "Content-Length: 99999999999999999999\r\n\r\n"
                                   << 400;
    QTest::newRow("a broken chunk") << "POST /api/chat HTTP/1.1\r\n" + host +
                                           "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"
                                    << 400;
    QTest::newRow("a whole address") << "GET http://evil.example/ HTTP/1.1\r\n" + host + "\r\n" << 400;
    QTest::newRow("a space before the colon") << QByteArray("GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n") << 400;
    QTest::newRow("a folded line") << "GET /healthz HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n" << 200;
    QTest::newRow("version 3") << "GET /healthz HTTP/3.0\r\n" + host + "\r\n" << 400;
    QTest::newRow("an expectation") << "POST /api/chat HTTP/1.1\r\n" + host +
                                           "Expect: a-miracle\r\nContent-Length: 2\r\n\r\n{}"
                                    << 400;
}

void ServiceTest::shouldRefuseHostileRequests() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    ServedRoom room;
    Client client(room);
    client.send(bytes);
    QCOMPARE(statusOf(client.until("}")), status);
    if (status != 200)
        QVERIFY(client.isClosed()); // nothing after it is read as a request
    Client next(room);
    next.send(getOf("/healthz"));
    QCOMPARE(statusOf(next.until("ok")), 200);
}

void ServiceTest::shouldRefuseWhatIsTooLong_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray post = "POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    QTest::newRow("header") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n" << 431;
    QTest::newRow("target") << "GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n" << 431;
    QTest::newRow("a body that says so") << post + "Content-Length: 1048577\r\n\r\n" << 413;
    QTest::newRow("a body that does not")
        << post + "Transfer-Encoding: chunked\r\n\r\n100001\r\n" + QByteArray(0x100001, ' ') + "\r\n"
        << 413;
    QTest::newRow("an upload")
        << QByteArray("POST /api/v1/conversations/a/uploads HTTP/1.1\r\nHost: a\r\nContent-Length: 10485761\r\n\r\n")
        << 413;
    QTest::newRow("a body that fits") << post + "Content-Length: 1048576\r\n\r\n" + QByteArray(1048576, ' ') << 400;
}

void ServiceTest::shouldRefuseWhatIsTooLong() {
    QFETCH(QByteArray, bytes);
    ServedRoom room;
    Client client(room);
    client.send(bytes);
    QTEST(statusOf(client.until("}")), "status");
}

void ServiceTest::shouldTakeChunksOfAnySize() {
    ServedRoom room;
    const QByteArray body = "{\"sessionId\":\"" + room.api.session().toLatin1() + "\",\"message\":\"hello\"}";
    QByteArray bytes =
        "POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const char byte : body)
        bytes += QByteArray("1;note=x\r\n") + byte + "\r\n";
    Client client(room);
    client.send(bytes + "0\r\nX-Trailer: a\r\n\r\n" + getOf("/healthz"));
    const QByteArray answers = client.until("\"ok\"");
    QCOMPARE(answers.count("HTTP/1.1 200 OK"), 2);
    QVERIFY(answers.contains("needsHuman"));
}

void ServiceTest::shouldAskForTheBodyOfWhoWaits() {
    ServedRoom room;
    Client client(room);
    client.send("POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: "
                "100-continue\r\nContent-Length: 2\r\n\r\n");
    QCOMPARE(client.until("\r\n\r\n"), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.forget();
    client.send("{}");
    QCOMPARE(statusOf(client.until("}")), 422);
}

void ServiceTest::shouldAnswerHeadWithoutABody() {
    ServedRoom room;
    Client client(room);
    client.send("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n" + getOf("/healthz"));
    const QByteArray answers = client.until("\"ok\"");
    QCOMPARE(answers.count("Content-Length: 15\r\n"), 2);
    QCOMPARE(answers.count("{\"status\":\"ok\"}"), 1);
}

void ServiceTest::shouldCloseForWhoWantsIt_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTTP/1.0") << QByteArray("GET /healthz HTTP/1.0\r\n\r\n");
    QTest::newRow("Connection: close") << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
}

void ServiceTest::shouldCloseForWhoWantsIt() {
    QFETCH(QByteArray, bytes);
    ServedRoom room;
    Client client(room);
    client.send(bytes);
    const QByteArray answer = client.untilClosed();
    QVERIFY(answer.contains("Connection: close\r\n"));
    QVERIFY(answer.endsWith("{\"status\":\"ok\"}"));
}

void ServiceTest::shouldSendTypingUntilTheAnswerIsThere() {
    ServedRoom room;
    Client client(room);
    client.send(chatOf(room, DeskRoom::halfKnown, "Accept: text/event-stream\r\n"));
    QVERIFY(client.until("event: typing\ndata: {\"typing\":true}").contains("Content-Type: text/event-stream"));
    QTRY_COMPARE(room.api.room.model.calls(), 1);
    room.api.room.model.stream(0, QStringLiteral("an unchecked"));
    room.service->desk().beat();
    room.api.room.model.answer(0, DeskRoom::written());
    const QByteArray all = client.untilClosed();
    QCOMPARE(all.count("event: typing\ndata: {\"typing\":true}"), 2);
    QVERIFY(all.contains("event: typing\ndata: {\"typing\":false}\n\nevent: message\ndata: {\"confidence\""));
    QVERIFY(all.contains(DeskRoom::writtenPlain().toUtf8()));
    QVERIFY(!all.contains("unchecked"));
    QVERIFY(all.endsWith("0\r\n\r\n"));
}

void ServiceTest::shouldTellProgramsWhatHappens() {
    ServedRoom room;
    Client live(room);
    live.send(getOf("/api/v1/events", room.api.agent));
    live.until(": from ");
    const QString session = room.api.session();
    room.api.say(session, DeskRoom::unknown);
    const QByteArray told = live.until("event: handoff");
    QVERIFY(told.contains("event: verdict"));
    QCOMPARE(told.count("event: message"), 2);
    // From the start: the same ones, each once, with their numbers rising.
    Client late(room);
    late.send(getOf("/api/v1/events?after=0", room.api.agent));
    const QByteArray all = late.until("event: handoff");
    qint64 before = 0;
    for (const QByteArray &line : all.split('\n')) {
        if (!line.startsWith("id: "))
            continue;
        QVERIFY(line.mid(4).toLongLong() > before);
        before = line.mid(4).toLongLong();
    }
    QCOMPARE(all.count("event: handoff"), 1);
}

void ServiceTest::shouldLimitAnAddressWhereThatIsWanted() {
    ServiceLimits limits;
    limits.requestsPerAddress = 2;
    limits.connectionsPerAddress = 2;
    for (const bool counts : {false, true}) { // this machine's own address is meant once a limit was set
        limits.countsThisMachine = counts;
        ServedRoom room(limits);
        Client first(room), second(room);
        first.send(getOf("/healthz") + getOf("/healthz") + getOf("/healthz") + getOf("/docs.css"));
        const QByteArray answers = first.until(counts ? "Retry-After: " : "text/css");
        QCOMPARE(answers.contains("429 Too Many Requests"), counts);
        second.send(getOf("/icon.svg"));
        second.until("\r\n\r\n");
        Client third(room);
        third.send(getOf("/healthz"));
        QCOMPARE(third.until("ok").isEmpty(), counts);
    }
}

void ServiceTest::shouldAnswerOthersWhileFiguresAreRead() {
    // GIVEN stores whose reading takes until it is allowed to end
    QSemaphore mayEnd;
    MemoryStores other;
    ServedRoom room({}, [&](const std::function<void(const Stores &)> &call) -> Result<void> {
        if (!mayEnd.tryAcquire(1, 20'000))
            return failure(ErrorKind::Unavailable, QStringLiteral("never allowed to end"));
        call(other.stores());
        return {};
    });
    // WHEN figures are asked for
    Client analyst(room), probe(room);
    analyst.send(getOf("/api/analytics", room.api.analyst));
    probe.send(getOf("/api/session"));
    // THEN nobody waits for them
    QVERIFY(probe.until("sessionId").contains(" 200 "));
    mayEnd.release();
    const QByteArray figures = analyst.until("total_queries");
    QVERIFY(figures.contains(" 200 ") && figures.contains("nosniff"));
    analyst.forget();
    mayEnd.release();
    analyst.send(getOf("/metrics", room.api.analyst));
    QVERIFY(analyst.until("learning_events_total").contains("relaydesk_queue_length 0"));
}

void ServiceTest::shouldLogALineForEachRequestWithoutSecrets() {
    ServedRoom room;
    const QByteArray session = room.api.session().toLatin1();
    Client client(room);
    client.send(getOf("/api/v1/conversations/" + session + "/messages?after=0", session) + "nonsense\r\n\r\n");
    client.untilClosed();
    QTRY_COMPARE(room.log().size(), 2);
    QVERIFY2(
        room.log().first().startsWith(QStringLiteral("127.0.0.1 GET /api/v1/conversations/{sessionId}/messages 200")),
        qPrintable(room.log().first()));
    QVERIFY(!room.log().join(u' ').contains(QString::fromLatin1(session)));
}

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
