// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service over real sockets when it is hard on it: the slow, those that leave, streams that break off, an orderly
//! end.
#include "tests/app/api/servedroom.h"
#include <QtCore/QSemaphore>
#include <QtTest/QSignalSpy>

using namespace relaydesk;

class ServiceStrainsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldNotWaitForTheSlow();
    void shouldTakeOnlySoManyConnections();
    void shouldSurviveAClientThatLeavesAtAnyMoment_data();
    void shouldSurviveAClientThatLeavesAtAnyMoment();
    void shouldSurviveFollowersThatLeave();
    void shouldGoOnWhereAStreamBrokeOff();
    void shouldFinishWhatIsInFlightAndThenEnd_data();
    void shouldFinishWhatIsInFlightAndThenEnd();
    void shouldEndWhileSomebodyWaits();
    void shouldTakeALongBodyThatKeepsComing();
    void shouldNotHoldOnToWhoOnlyDrips();

  private:
    static QElapsedTimer started() {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
};

void ServiceStrainsTest::shouldNotWaitForTheSlow() {
    ServiceLimits limits;
    limits.idleSeconds = 1;
    ServedRoom room(limits);
    Client silent(room), halfway(room), withoutBody(room);
    halfway.send("GET /healthz HTTP/1.1\r\nHo");
    withoutBody.send("POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
    Client quick(room);
    quick.send(getOf("/healthz"));
    QCOMPARE(statusOf(quick.until("ok")), 200);
    QVERIFY(silent.isClosed() && halfway.isClosed() && withoutBody.isClosed());
}

void ServiceStrainsTest::shouldTakeOnlySoManyConnections() {
    ServiceLimits limits;
    limits.connections = 3;
    ServedRoom room(limits);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<Client>(room));
        clients.back()->send(getOf("/healthz"));
        QCOMPARE(statusOf(clients.back()->until("ok")), 200);
    }
    Client fourth(room);
    QVERIFY(fourth.isClosed());
    clients.clear();
    const auto isServed = [&] {
        Client later(room);
        later.send(getOf("/healthz"));
        return statusOf(later.until("ok")) == 200;
    };
    QTRY_VERIFY(isServed());
}

void ServiceStrainsTest::shouldSurviveAClientThatLeavesAtAnyMoment_data() {
    QTest::addColumn<int>("bytes");       // sent of the request before it leaves
    QTest::addColumn<QByteArray>("seen"); // what was read of the answer before it leaves
    QTest::addColumn<bool>("isAnswered"); // whether the answer is on its way then
    for (const int bytes : {0, 1, 30, 120})
        QTest::addRow("%d bytes sent", bytes) << bytes << QByteArray() << false;
    QTest::newRow("all sent") << 10'000 << QByteArray() << false;
    QTest::newRow("the head read") << 10'000 << QByteArray("text/event-stream") << false;
    QTest::newRow("typing") << 10'000 << QByteArray("typing\":true") << false;
    QTest::newRow("answered, nothing read") << 10'000 << QByteArray() << true;
    QTest::newRow("answered, typing read") << 10'000 << QByteArray("typing\":true") << true;
    QTest::newRow("the answer read, not its end") << 10'000 << QByteArray("event: message") << true;
}

void ServiceStrainsTest::shouldSurviveAClientThatLeavesAtAnyMoment() {
    QFETCH(int, bytes);
    QFETCH(QByteArray, seen);
    QFETCH(bool, isAnswered);
    ServedRoom room;
    const QByteArray request = chatOf(room, DeskRoom::halfKnown, "Accept: text/event-stream\r\n");
    const bool isWhole = bytes > request.size();
    const auto answer = [&] {
        QTRY_COMPARE(room.api.room.model.calls(), 1);
        room.api.room.model.answer(0, DeskRoom::written());
    };
    Client client(room);
    client.send(request.left(bytes));
    if (isAnswered)
        answer();
    if (!seen.isEmpty())
        QVERIFY(client.until(seen).contains(seen));
    client.leave();
    if (isWhole && !isAnswered)
        answer();
    if (isWhole)
        QTRY_COMPARE(room.api.room.allEvents(EventKind::Verdict).size(), 1);
    Client next(room);
    next.send(getOf("/healthz"));
    QCOMPARE(statusOf(next.until("ok")), 200);
}

void ServiceStrainsTest::shouldSurviveFollowersThatLeave() {
    ServedRoom room;
    const QString session = room.api.session();
    const QByteArray own = session.toLatin1();
    std::vector<std::unique_ptr<Client>> followers;
    for (int i = 0; i < 6; ++i) {
        followers.push_back(std::make_unique<Client>(room));
        followers.back()->send(i % 2 == 0 ? getOf("/api/v1/conversations/" + own + "/events", own)
                                          : getOf("/api/v1/events", room.api.agent));
        followers.back()->until(i % 2 == 0 ? "event: owner" : ": from ");
    }
    for (const auto &follower : followers) { // each in the middle of what the others are told
        room.api.say(session, DeskRoom::unknown);
        follower->leave();
    }
    Client next(room);
    next.send(getOf("/healthz"));
    QCOMPARE(statusOf(next.until("ok")), 200);
}

void ServiceStrainsTest::shouldGoOnWhereAStreamBrokeOff() {
    // GIVEN a customer who follows the own conversation
    ServedRoom room;
    const QString session = room.api.session();
    const QByteArray events = "/api/v1/conversations/" + session.toLatin1() + "/events";
    Client first(room);
    first.send(getOf(events, session.toLatin1()));
    first.until("event: owner");
    room.api.say(session, DeskRoom::known);
    const QByteArray seen = first.until("\"asked\":true");
    QCOMPARE(seen.count("event: message"), 2);
    first.leave();
    // WHEN something is said while the connection is gone
    room.api.say(session, QStringLiteral("Thank you"));
    // THEN all of it, and nothing else, comes after the last one seen
    const QByteArray last = seen.mid(seen.lastIndexOf("\nid: ") + 5).split('\n').first();
    Client second(room);
    second.send("GET " + events + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + session.toLatin1() +
                "\r\nLast-Event-ID: " + last + "\r\n\r\n");
    const QByteArray missed = second.until("event: owner");
    QCOMPARE(missed.count("event: message"), 2);
    QVERIFY(missed.contains("Thank you"));
}

void ServiceStrainsTest::shouldFinishWhatIsInFlightAndThenEnd_data() {
    QTest::addColumn<bool>("waits");
    QTest::newRow("a call that waits for its answer") << true;
    QTest::newRow("a message whose answer comes as an event") << false;
}

void ServiceStrainsTest::shouldFinishWhatIsInFlightAndThenEnd() {
    QFETCH(bool, waits);
    // GIVEN a turn that the model works on, and a customer who follows it
    ServedRoom room;
    Client client(room), follower(room);
    const QByteArray session = room.api.session().toLatin1();
    const QByteArray own = "/api/v1/conversations/" + session;
    follower.send(getOf(own + "/events", session));
    follower.until("event: owner");
    const QByteArray message = "\"message\":\"" + DeskRoom::halfKnown.toUtf8() + "\"}";
    client.send(waits ? postOf("/api/chat", "{\"sessionId\":\"" + session + "\"," + message)
                      : postOf(own + "/messages", '{' + message, "Authorization: Bearer " + session + "\r\n"));
    QTRY_COMPARE(room.api.room.model.calls(), 1);
    // WHEN the service is stopped
    QSignalSpy finished(&room.service->desk(), &ServiceDesk::finished);
    room.service->stop();
    Client late(room);
    QVERIFY(late.isClosed());
    QCOMPARE(finished.count(), 0);
    // THEN the answer reaches them all before the end
    room.api.room.model.answer(0, DeskRoom::written());
    QCOMPARE(statusOf(client.until("}")), waits ? 200 : 201);
    QVERIFY(follower.untilClosed().contains(DeskRoom::writtenPlain().toUtf8()));
    QTRY_COMPARE(finished.count(), 1);
}

void ServiceStrainsTest::shouldEndWhileSomebodyWaits() {
    // GIVEN a call that waits for its answer, one that is read, one that is being sent, and a stream
    ServedRoom room;
    Client waiting(room), silent(room), halfway(room), follower(room);
    waiting.send(chatOf(room, DeskRoom::halfKnown));
    QTRY_COMPARE(room.api.room.model.calls(), 1);
    halfway.send("POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
    follower.send(getOf("/api/v1/events", room.api.agent));
    follower.until(": from ");
    // WHEN the service goes at once
    room.service.reset();
    // THEN all of them are closed, and what comes too late does no harm
    QVERIFY(waiting.isClosed() && silent.isClosed() && halfway.isClosed() && follower.isClosed());
    room.api.room.model.answer(0, DeskRoom::written());
    QTRY_COMPARE(room.api.room.allEvents(EventKind::Verdict).size(), 1);
}

void ServiceStrainsTest::shouldTakeALongBodyThatKeepsComing() {
    // GIVEN somebody whose file takes longer than they may be idle
    ServiceLimits limits;
    limits.idleSeconds = 1;
    ServedRoom room(limits);
    const QByteArray session = room.api.session().toLatin1();
    const QByteArray piece(8192, 'a');
    constexpr int pieces = 6;
    Client client(room);
    client.send(
        "POST /api/v1/conversations/" + session + "/uploads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + session +
        "\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(pieces * piece.size()) + "\r\n\r\n");
    // WHEN it comes in pieces
    for (int i = 0; i < pieces; ++i) {
        const QElapsedTimer since = started();
        QTRY_VERIFY(since.hasExpired(300));
        client.send(piece);
    }
    // THEN it is taken
    QCOMPARE(statusOf(client.until("}")), 201);
}

void ServiceStrainsTest::shouldNotHoldOnToWhoOnlyDrips() {
    ServiceLimits limits;
    limits.idleSeconds = 1;
    ServedRoom room(limits);
    Client client(room);
    client.send("POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    int drops = 0;
    for (; drops < 100 && client.socket().state() == QAbstractSocket::ConnectedState; ++drops) {
        const QElapsedTimer since = started();
        QTRY_VERIFY(since.hasExpired(100));
        client.send(" ");
    }
    QVERIFY(drops < 100);
    QCOMPARE(client.untilClosed(), QByteArray());
}

QTEST_GUILESS_MAIN(ServiceStrainsTest)
#include "servicestrains_test.moc"
