// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Each of the three deadlines ends a call with its own sentence, and none of them ends a call that is well under way.
#include "app/huggingface/huggingfaceclient.h"
#include "tests/support/standinserver.h"
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

using Step = StandInStep;
using Future = QFuture<Result<ModelReply>>;

constexpr int never = 600'000;

ModelRequest question() { return {{{QStringLiteral("user"), QStringLiteral("Where is it?")}}, 64, 0.2}; }

ModelSettings settingsFor(const QUrl &url, int connectMs, int firstTokenMs, int wholeMs) {
    ModelSettings settings;
    settings.mostTries = 1;
    settings.failuresToRest = 1000;
    settings.baseUrl = url;
    settings.connectMs = connectMs;
    settings.firstTokenMs = firstTokenMs;
    settings.wholeMs = wholeMs;
    return settings;
}

QByteArray streamHead() { return standin::head(200, {{"Content-Type", "text/event-stream"}}); }

//! A handshake that the stand-in never answers: the connection never stands.
QUrl withTls(QUrl url) {
    url.setScheme(QStringLiteral("https"));
    return url;
}

} // namespace

class ModelDeadlinesTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldEndASilentCall_data();
    void shouldEndASilentCall();
    void shouldNotRunOutOfConnections();
    void shouldTakeAnAnswerThatIsWholeThoughTheServerHoldsOn();
    void shouldSayWhyItWasRefusedThoughTheRefusalNeverEnds();
    void shouldNotLetTheConnectDeadlineEndAStandingConnection();
    void shouldNotLetTheFirstTokenDeadlineEndAnAnswerUnderWay();
};

void ModelDeadlinesTest::shouldEndASilentCall_data() {
    QTest::addColumn<StandInScript>("script");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("connectMs");
    QTest::addColumn<int>("firstTokenMs");
    QTest::addColumn<int>("wholeMs");
    QTest::addColumn<QString>("words");

    const StandInScript silent{{Step::Hold, {}}};
    const StandInScript headers{{Step::Send, streamHead()}, {Step::Hold, {}}};
    const StandInScript comments{{Step::Send, streamHead() + ": wait\n\n: wait\n\n"}, {Step::Hold, {}}};
    const StandInScript role{
        {Step::Send, streamHead() + "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"},
        {Step::Hold, {}}};
    const StandInScript begun{{Step::Send, streamHead() + standin::piece(QStringLiteral("In the "))}, {Step::Hold, {}}};
    const StandInScript thinking{
        {Step::Send, streamHead() + "data: {\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}\n\n"}, {Step::Hold, {}}};

    const QString connect = QStringLiteral("could not be reached in 0.1 s");
    const QString first = QStringLiteral("had not begun to answer after 0.1 s");
    const QString unfinished = QStringLiteral("had not finished its answer after 1 s");
    QTest::newRow("never connected") << silent << true << 100 << never << never << connect;
    QTest::newRow("never connected, whole")
        << silent << true << never << never << 100 << QStringLiteral("did not answer in 0.1 s");
    QTest::newRow("never a byte") << silent << false << never << 100 << never << first;
    QTest::newRow("only headers") << headers << false << never << 100 << never << first;
    QTest::newRow("only comments") << comments << false << never << 100 << never << first;
    QTest::newRow("only a role") << role << false << never << 100 << never << first;
    QTest::newRow("whole before first") << silent << false << never << never << 100
                                        << QStringLiteral("did not answer in 0.1 s");
    QTest::newRow("begun") << begun << false << never << never << 1000 << unfinished;
    QTest::newRow("thinking") << thinking << false << never << never << 1000 << unfinished;
}

void ModelDeadlinesTest::shouldEndASilentCall() {
    // GIVEN
    QFETCH(const StandInScript, script);
    QFETCH(const bool, tls);
    QFETCH(const int, connectMs);
    QFETCH(const int, firstTokenMs);
    QFETCH(const int, wholeMs);
    QFETCH(const QString, words);
    StandInServer server;
    server.play(script);
    const QUrl url = tls ? withTls(server.url()) : server.url();
    HuggingFaceClient client(settingsFor(url, connectMs, firstTokenMs, wholeMs));
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished());
    // THEN
    QVERIFY(!future.result());
    const QString sentence = future.result().error().sentence;
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"The question goes to a person; nothing was lost."), qPrintable(sentence));
    QCOMPARE(future.result().error().kind, ErrorKind::Network);
    QTRY_COMPARE(server.openConnections(), 0);
}

void ModelDeadlinesTest::shouldNotRunOutOfConnections() {
    // GIVEN a server that is stuck for a while, longer than Qt has room for connections (six to one host)
    StandInServer server;
    HuggingFaceClient client(settingsFor(withTls(server.url()), 50, never, never));
    for (int i = 1; i <= 8; ++i) {
        // WHEN
        const Future future = client.complete(question(), {});
        QTRY_VERIFY(future.isFinished());
        // THEN
        QTRY_COMPARE(server.connectionCount(), i);
        QTRY_COMPARE(server.openConnections(), 0);
    }
}

void ModelDeadlinesTest::shouldTakeAnAnswerThatIsWholeThoughTheServerHoldsOn() {
    // GIVEN a server that says why it finished, but neither [DONE] nor the end
    const QByteArray ending = standin::ending();
    StandInServer server;
    server.play({{Step::Send, streamHead() + standin::piece(QStringLiteral("In the box.")) +
                                  ending.left(ending.indexOf("data: [DONE]"))},
                 {Step::Hold, {}}});
    HuggingFaceClient client(settingsFor(server.url(), never, never, 1000));
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished());
    // THEN
    QVERIFY(future.result());
    QCOMPARE(future.result()->text, QStringLiteral("In the box."));
}

void ModelDeadlinesTest::shouldSayWhyItWasRefusedThoughTheRefusalNeverEnds() {
    // GIVEN
    StandInServer server;
    server.play({{Step::Send, standin::head(503, {{"Content-Length", "900"}}) + "{\"error\":"}, {Step::Hold, {}}});
    HuggingFaceClient client(settingsFor(server.url(), never, 1000, never));
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished());
    // THEN
    QVERIFY2(future.result().error().sentence.contains(u"(503)"), qPrintable(future.result().error().sentence));
}

void ModelDeadlinesTest::shouldNotLetTheConnectDeadlineEndAStandingConnection() {
    // GIVEN a question that was sent, and after it one whose connection never stands
    StandInServer server;
    server.play({{Step::Wait, {}},
                 {Step::Send,
                  standin::response(200, "text/event-stream", standin::eventStream({QStringLiteral("In the box.")}))}});
    HuggingFaceClient client(settingsFor(server.url(), 1000, never, never));
    const Future sent = client.complete(question(), {});
    QTRY_COMPARE(server.waitsReached(), 1);
    StandInServer silent;
    client.setSettings(settingsFor(withTls(silent.url()), 1000, never, never));
    const Future stuck = client.complete(question(), {});
    // WHEN the later one's deadline has passed
    QTRY_VERIFY(stuck.isFinished());
    QVERIFY(!stuck.result());
    // THEN the earlier one is still alive
    QVERIFY(!sent.isFinished());
    server.proceed();
    QTRY_VERIFY(sent.isFinished());
    QVERIFY(sent.result());
}

void ModelDeadlinesTest::shouldNotLetTheFirstTokenDeadlineEndAnAnswerUnderWay() {
    // GIVEN an answer that has begun, and after it a question that gets none
    StandInServer server;
    server.play({{Step::Send, streamHead() + standin::piece(QStringLiteral("In the "))},
                 {Step::Wait, {}},
                 {Step::Send, standin::piece(QStringLiteral("box.")) + standin::ending()},
                 {Step::Close, {}}});
    QStringList pieces;
    HuggingFaceClient client(settingsFor(server.url(), never, 1000, never));
    const Future begun = client.complete(question(), [&](const QString &text) { pieces += text; });
    QTRY_COMPARE(pieces.size(), 1);
    StandInServer silent;
    silent.play({{Step::Hold, {}}});
    client.setSettings(settingsFor(silent.url(), never, 1000, never));
    const Future stuck = client.complete(question(), {});
    // WHEN the later one's deadline has passed
    QTRY_VERIFY(stuck.isFinished());
    QVERIFY(!stuck.result());
    // THEN the earlier one is still alive
    QVERIFY(!begun.isFinished());
    server.proceed();
    QTRY_VERIFY(begun.isFinished());
    QVERIFY(begun.result());
    QCOMPARE(begun.result()->text, QStringLiteral("In the box."));
}

QTEST_GUILESS_MAIN(ModelDeadlinesTest)
#include "modeldeadlines_test.moc"
