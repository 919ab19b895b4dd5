// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The client against a server that answers well: streaming, settings, cancelling, and what it sends.
#include "app/huggingface/huggingfaceclient.h"
#include "tests/support/standinserver.h"
#include <QtCore/QFutureWatcher>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpServer>
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

using Future = QFuture<Result<ModelReply>>;

ModelRequest question() {
    return {{{QStringLiteral("system"), QStringLiteral("Be brief.")},
             {QStringLiteral("user"), QStringLiteral("Wie viele €?")}},
            64,
            0.5};
}

ModelSettings settingsFor(const QUrl &url) {
    ModelSettings settings;
    settings.mostTries = 1;
    settings.failuresToRest = 1000;
    settings.baseUrl = url;
    settings.token = QStringLiteral("hf_secretsecretsecret");
    return settings;
}

} // namespace

class HuggingFaceClientTest : public QObject {
    Q_OBJECT
  private slots:
    void init() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldBringTheAnswerWithItsFigures();
    void shouldShowTheAnswerWhileItGrows();
    void shouldSendTheQuestionOnceWithTheTokenAndTheModelFirst();
    void shouldSendNoAuthorizationWithoutAToken();
    void shouldAnswerSeveralQuestionsSideBySide();
    void shouldEndTheRequestWhenTheFutureIsCancelled();
    void shouldEndAsCancelledWhenTheClientGoesAway();
    void shouldSurviveItsOwnEndInTheMiddleOfAPiece();
    void shouldSurviveItsOwnEndInAContinuation();
    void shouldStopShowingPiecesOnceCancelledFromWithin();
    void shouldRefuseAtOnceWithoutAPacket_data();
    void shouldRefuseAtOnceWithoutAPacket();
    void shouldObeyTheEnvironmentsOfflineMode();
    void shouldHaveNoLimitationAgainstALocalServerWithoutAToken();
    void shouldIgnoreTheProxyForThisMachine();
    void shouldUseNewSettingsForTheNextQuestion();
};

void HuggingFaceClientTest::shouldBringTheAnswerWithItsFigures() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("Press the green button – 10 s."));
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    QStringList pieces;
    const Future future = client.complete(question(), [&](const QString &text) { pieces += text; });
    QTRY_VERIFY(future.isFinished());
    // THEN
    QVERIFY2(future.result(), future.result() ? "" : qPrintable(future.result().error().sentence));
    const ModelReply reply = *future.result();
    QCOMPARE(reply.text, QStringLiteral("Press the green button – 10 s."));
    QCOMPARE(pieces.join(QString()), reply.text);
    QCOMPARE(reply.model, QStringLiteral("stand-in"));
    QCOMPARE(reply.finishReason, QStringLiteral("stop"));
    QCOMPARE(reply.promptTokens, 12);
    QCOMPARE(reply.completionTokens, 5);
    QVERIFY(reply.firstTokenMs <= reply.totalMs);
}

void HuggingFaceClientTest::shouldShowTheAnswerWhileItGrows() {
    // GIVEN a server that stops after each piece until it is told to go on
    using Step = StandInStep;
    StandInServer server;
    server.play({{Step::Send, standin::head(200, {{"Content-Type", "text/event-stream; charset=utf-8"}})},
                 {Step::Send, standin::piece(QStringLiteral("One "))},
                 {Step::Wait, {}},
                 {Step::Send, standin::piece(QStringLiteral("two"))},
                 {Step::Wait, {}},
                 {Step::Send, standin::ending()},
                 {Step::Close, {}}});
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    QStringList pieces;
    const Future future = client.complete(question(), [&](const QString &text) { pieces += text; });
    // THEN
    QTRY_COMPARE(pieces, QStringList{QStringLiteral("One ")});
    QVERIFY(!future.isFinished());
    server.proceed();
    QTRY_COMPARE(pieces, (QStringList{QStringLiteral("One "), QStringLiteral("two")}));
    QVERIFY(!future.isFinished());
    server.proceed();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result()->text, QStringLiteral("One two"));
}

void HuggingFaceClientTest::shouldSendTheQuestionOnceWithTheTokenAndTheModelFirst() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("Yes."));
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished());
    // THEN
    QCOMPARE(server.requestCount(), 1);
    const StandInRequest request = server.lastRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/v1/chat/completions"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer hf_secretsecretsecret"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(request.headers.value("user-agent").startsWith("relaydesk/"));
    QVERIFY(request.body.startsWith(R"({"model":"TinyLlama/TinyLlama-1.1B-Chat-v1.0","messages":[)"));
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body[u"stream"].toBool(), true);
    QCOMPARE(body[u"messages"][1][u"content"].toString(), QStringLiteral("Wie viele €?"));
}

void HuggingFaceClientTest::shouldSendNoAuthorizationWithoutAToken() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("Yes."));
    ModelSettings settings = settingsFor(server.url());
    settings.token.clear();
    HuggingFaceClient client(settings);
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished());
    // THEN
    QVERIFY(future.result());
    QVERIFY(!server.lastRequest().headers.contains("authorization"));
}

void HuggingFaceClientTest::shouldAnswerSeveralQuestionsSideBySide() {
    // GIVEN a server that answers with what it was asked
    StandInServer server;
    server.answerEach([](const StandInRequest &request) -> StandInScript {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString asked = body[u"messages"][0][u"content"].toString();
        return {{StandInStep::Send, standin::chunkedResponse("text/event-stream", standin::eventStream({asked}))}};
    });
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    QVector<Future> futures;
    for (int i = 0; i < 12; ++i)
        futures += client.complete({{{QStringLiteral("user"), QStringLiteral("Question %1").arg(i)}}, 64, 0}, {});
    // THEN
    for (int i = 0; i < 12; ++i) {
        QTRY_VERIFY(futures.at(i).isFinished());
        QCOMPARE(futures.at(i).result()->text, QStringLiteral("Question %1").arg(i));
    }
}

void HuggingFaceClientTest::shouldEndTheRequestWhenTheFutureIsCancelled() {
    // GIVEN an answer under way
    StandInServer server;
    server.play({{StandInStep::Send, standin::head(200, {{"Content-Type", "text/event-stream"}})},
                 {StandInStep::Send, standin::piece(QStringLiteral("One "))},
                 {StandInStep::Hold, {}}});
    HuggingFaceClient client(settingsFor(server.url()));
    QStringList pieces;
    Future future = client.complete(question(), [&](const QString &text) { pieces += text; });
    QTRY_COMPARE(pieces.size(), 1);
    QCOMPARE(server.openConnections(), 1);
    // WHEN
    future.cancel();
    // THEN
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requestCount(), 1);
}

void HuggingFaceClientTest::shouldEndAsCancelledWhenTheClientGoesAway() {
    // GIVEN two questions under way
    StandInServer server;
    server.play({{StandInStep::Hold, {}}});
    auto client = std::make_unique<HuggingFaceClient>(settingsFor(server.url()));
    const Future first = client->complete(question(), {});
    const Future second = client->complete(question(), {});
    QTRY_COMPARE(server.requestCount(), 2);
    // WHEN
    client.reset();
    // THEN
    for (const Future &future : {first, second}) {
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
        QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    }
    QTRY_COMPARE(server.openConnections(), 0);
}

void HuggingFaceClientTest::shouldSurviveItsOwnEndInTheMiddleOfAPiece() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("One two three"));
    auto client = std::make_unique<HuggingFaceClient>(settingsFor(server.url()));
    // WHEN the first piece ends the client
    int pieces = 0;
    const Future future = client->complete(question(), [&](const QString &) {
        ++pieces;
        client.reset();
    });
    // THEN
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(pieces, 1);
}

void HuggingFaceClientTest::shouldSurviveItsOwnEndInAContinuation() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("Yes."));
    auto client = std::make_unique<HuggingFaceClient>(settingsFor(server.url()));
    // WHEN
    QString text;
    client->complete(question(), {}).then(this, [&](const Result<ModelReply> &reply) {
        text = reply ? reply->text : reply.error().sentence;
        client.reset();
    });
    // THEN
    QTRY_COMPARE(text, QStringLiteral("Yes."));
    QTRY_VERIFY(!client);
}

void HuggingFaceClientTest::shouldStopShowingPiecesOnceCancelledFromWithin() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("One two three"));
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    QStringList pieces;
    Future future;
    future = client.complete(question(), [&](const QString &text) {
        pieces += text;
        future.cancel();
    });
    // THEN
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QCOMPARE(pieces, QStringList{QStringLiteral("One")});
}

void HuggingFaceClientTest::shouldRefuseAtOnceWithoutAPacket_data() {
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("offline");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");

    const QString token = QStringLiteral("hf_secretsecretsecret");
    const auto url = [](const char *text) { return QUrl(QString::fromLatin1(text)); };
    QTest::newRow("no token") << url("https://router.huggingface.co/v1") << QString() << false << ErrorKind::Unavailable
                              << QStringLiteral("No token for Hugging Face: set HF_TOKEN");
    QTest::newRow("no token for an endpoint")
        << url("https://x.eu-west-1.aws.endpoints.huggingface.cloud") << QString() << false << ErrorKind::Unavailable
        << QStringLiteral("No token for Hugging Face");
    QTest::newRow("unencrypted") << url("http://router.huggingface.co/v1") << token << false << ErrorKind::Invalid
                                 << QStringLiteral("unencrypted");
    QTest::newRow("offline") << url("http://127.0.0.1:1/v1") << token << true << ErrorKind::Unavailable
                             << QStringLiteral("works offline");
    QTest::newRow("no scheme") << url("127.0.0.1:8080") << token << false << ErrorKind::Invalid
                               << QStringLiteral("cannot be used");
    QTest::newRow("not http") << url("ftp://127.0.0.1/v1") << token << false << ErrorKind::Invalid
                              << QStringLiteral("cannot be used");
    QTest::newRow("empty") << QUrl() << token << false << ErrorKind::Invalid << QStringLiteral("cannot be used");
}

void HuggingFaceClientTest::shouldRefuseAtOnceWithoutAPacket() {
    // GIVEN
    QFETCH(const QUrl, url);
    QFETCH(const QString, token);
    QFETCH(const bool, offline);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, words);
    ModelSettings settings;
    settings.mostTries = 1;
    settings.failuresToRest = 1000;
    settings.baseUrl = url;
    settings.token = token;
    settings.offline = offline;
    HuggingFaceClient client(settings);
    // WHEN
    const Future future = client.complete(question(), {});
    // THEN there was no event loop in between, hence no packet
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().kind, kind);
    QVERIFY2(client.limitation().contains(words), qPrintable(client.limitation()));
    QVERIFY(future.result().error().sentence.contains(words));
    QVERIFY(future.result().error().sentence.contains(u"goes to a person"));
}

void HuggingFaceClientTest::shouldObeyTheEnvironmentsOfflineMode() {
    // GIVEN
    StandInServer server;
    server.answerWith(QStringLiteral("Yes."));
    HuggingFaceClient client(settingsFor(server.url()));
    QVERIFY(client.limitation().isEmpty());
    // WHEN
    qputenv("HF_HUB_OFFLINE", "1");
    const Future future = client.complete(question(), {});
    // THEN
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
    QVERIFY(client.limitation().contains(u"HF_HUB_OFFLINE"));
    qputenv("HF_HUB_OFFLINE", "0");
    QVERIFY(client.limitation().isEmpty());
    QCOMPARE(server.connectionCount(), 0);
}

void HuggingFaceClientTest::shouldHaveNoLimitationAgainstALocalServerWithoutAToken() {
    ModelSettings settings;
    settings.mostTries = 1;
    settings.failuresToRest = 1000;
    settings.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:8080"));
    QCOMPARE(HuggingFaceClient(settings).limitation(), QString());
}

void HuggingFaceClientTest::shouldIgnoreTheProxyForThisMachine() {
    // GIVEN a proxy that would be used for anything else
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    const QNetworkProxy before = QNetworkProxy::applicationProxy();
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()});
    StandInServer server;
    server.answerWith(QStringLiteral("Yes."));
    HuggingFaceClient client(settingsFor(server.url()));
    // WHEN
    const Future future = client.complete(question(), {});
    QTRY_VERIFY(future.isFinished() || proxy.hasPendingConnections());
    // THEN
    QNetworkProxy::setApplicationProxy(before);
    QVERIFY(!proxy.hasPendingConnections());
    QVERIFY(future.result());
}

void HuggingFaceClientTest::shouldUseNewSettingsForTheNextQuestion() {
    // GIVEN
    StandInServer first;
    StandInServer second;
    first.answerWith(QStringLiteral("First."));
    second.answerWith(QStringLiteral("Second."));
    HuggingFaceClient client(settingsFor(first.url()));
    // WHEN
    const Future one = client.complete(question(), {});
    client.setSettings(settingsFor(second.url()));
    const Future two = client.complete(question(), {});
    // THEN
    QTRY_VERIFY(one.isFinished() && two.isFinished());
    QCOMPARE(one.result()->text, QStringLiteral("First."));
    QCOMPARE(two.result()->text, QStringLiteral("Second."));
}

QTEST_GUILESS_MAIN(HuggingFaceClientTest)
#include "huggingfaceclient_test.moc"
