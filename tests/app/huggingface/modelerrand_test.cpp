// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a question is asked again, elsewhere, later or not at all as promised, and that every try is written down.
#include "app/huggingface/huggingfaceclient.h"
#include "tests/support/memorylog.h"
#include "tests/support/standinserver.h"
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

using Step = StandInStep;
using Future = QFuture<Result<ModelReply>>;

ModelRequest question(const QString &text = QStringLiteral("Where is it?")) {
    return {.turns = {{QStringLiteral("user"), text}},
            .maxTokens = 64,
            .purpose = QStringLiteral("answer-1"),
            .conversation = ConversationId{7}};
}

QByteArray refusing(int status, const QByteArray &body, const StandInHeaders &more = {}) {
    StandInHeaders headers{{"Content-Type", "application/json"}, {"Content-Length", QByteArray::number(body.size())}};
    headers += more;
    return standin::head(status, headers) + body;
}

QByteArray answering(const QString &text) {
    const QByteArray body =
        "{\"model\":\"m\",\"choices\":[{\"message\":{\"content\":\"" + text.toUtf8() +
        "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":12}}";
    return standin::head(200,
                         {{"Content-Type", "application/json"}, {"Content-Length", QByteArray::number(body.size())}}) +
           body;
}

Result<ModelReply> answer(HuggingFaceClient &client, const ModelRequest &request = question()) {
    Future future = client.complete(request, nullptr);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return failure(ErrorKind::Network, QStringLiteral("no end"));
    return future.result();
}

} // namespace

class ModelErrandTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldAskAgainWhereTheServerWasBusy();
    void shouldNotAskAgainWhatMayHaveBeenProcessed_data();
    void shouldNotAskAgainWhatMayHaveBeenProcessed();
    void shouldTryTheNextModelAndSayItOnce();
    void shouldBoundWhatIsUnderWayAndKeepTheOrder();
    void shouldLeaveAFailingServerAlone();
    void shouldStopAtTheDailyLimit_data();
    void shouldStopAtTheDailyLimit();
    void shouldWriteDownEveryTryWithoutTheToken();
    void shouldSendNothingOffline();
    void shouldEndEverythingUnderWayWhenItGoesOffline();
    void shouldSayOnceThatTheLimitIsReached();
    void shouldNotExposeTheToken();
    void shouldEndAWaitingQuestionThatIsWithdrawn();
};

void ModelErrandTest::shouldAskAgainWhereTheServerWasBusy() {
    StandInServer server;
    std::atomic<int> asked{0};
    server.answerEach([&](const StandInRequest &) -> StandInScript {
        if (asked++ < 2)
            return {{Step::Send, refusing(503, "{\"error\":\"busy\"}")}};
        return {{Step::Send, answering(QStringLiteral("Here."))}};
    });
    MemoryLog log;
    HuggingFaceClient client({.baseUrl = server.url()}, &log);
    const auto reply = answer(client);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().sentence));
    QCOMPARE(reply->text, QStringLiteral("Here."));
    QCOMPARE(server.requestCount(), 3);
    QCOMPARE(log.records.size(), 3);
    QVERIFY(log.records[0].result.contains(QStringLiteral("503")));
    QCOMPARE(log.records[2].result, QStringLiteral("answered"));
}

void ModelErrandTest::shouldNotAskAgainWhatMayHaveBeenProcessed_data() {
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 402, 403, 404, 413, 422, 500, 502, 504})
        QTest::addRow("%d", status) << status;
}

void ModelErrandTest::shouldNotAskAgainWhatMayHaveBeenProcessed() {
    QFETCH(int, status);
    StandInServer server;
    server.errorAnswer(status, "{\"error\":\"no\"}");
    HuggingFaceClient client({.baseUrl = server.url()});
    QVERIFY(!answer(client));
    QCOMPARE(server.requestCount(), 1);
}

void ModelErrandTest::shouldTryTheNextModelAndSayItOnce() {
    StandInServer server;
    server.answerEach([](const StandInRequest &request) -> StandInScript {
        if (request.body.contains("\"model\":\"third\""))
            return {{Step::Send, answering(QStringLiteral("Here."))}};
        return {{Step::Send, refusing(400, "{\"error\":{\"message\":\"no\",\"code\":\"model_not_supported\"}}")}};
    });
    HuggingFaceClient client({.baseUrl = server.url(),
                              .model = QStringLiteral("first"),
                              .fallbackModels = {QStringLiteral("second"), QStringLiteral("third")}});
    QSignalSpy noticed(&client, &HuggingFaceClient::noticed);
    const auto reply = answer(client);
    QVERIFY(reply);
    QVERIFY(reply->note.contains(QStringLiteral("first")) && reply->note.contains(QStringLiteral("third")));
    QCOMPARE(noticed.size(), 2);
    QVERIFY(answer(client));
    QCOMPARE(noticed.size(), 2);
    QCOMPARE(server.requestCount(), 6);
}

void ModelErrandTest::shouldBoundWhatIsUnderWayAndKeepTheOrder() {
    StandInServer server;
    server.answerEach([](const StandInRequest &) -> StandInScript {
        return {{Step::Wait, {}}, {Step::Send, answering(QStringLiteral("Here."))}};
    });
    ModelSettings settings{.baseUrl = server.url()};
    settings.mostAtOnce = 2;
    HuggingFaceClient client(settings);
    QVector<Future> futures;
    QVector<int> order;
    for (int i = 0; i < 5; ++i) {
        futures.append(client.complete(question(QString::number(i)), nullptr));
        futures.last().then(this, [&order, i](const Result<ModelReply> &) { order.append(i); });
    }
    QTRY_COMPARE(server.waitsReached(), 2);
    QCOMPARE(client.status().underWay, 5);
    QCOMPARE(server.requestCount(), 2);
    for (int done = 0; done < 5; ++done) {
        server.proceed();
        QTRY_COMPARE(order.size(), done + 1);
    }
    QVector<QByteArray> bodies;
    for (const StandInRequest &request : server.requests())
        bodies.append(request.body);
    QVERIFY(bodies[2].contains("\"content\":\"2\"") && bodies[3].contains("\"content\":\"3\"") &&
            bodies[4].contains("\"content\":\"4\""));
}

void ModelErrandTest::shouldLeaveAFailingServerAlone() {
    StandInServer server;
    server.errorAnswer(500, "{\"error\":\"broken\"}");
    HuggingFaceClient client({.baseUrl = server.url()});
    for (int i = 0; i < client.settings().failuresToRest; ++i)
        QVERIFY(!answer(client));
    QCOMPARE(client.status().state, ModelState::Resting);
    const auto refused = answer(client);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY2(refused.error().sentence.contains(QStringLiteral("left alone")), qPrintable(refused.error().sentence));
    QCOMPARE(server.requestCount(), client.settings().failuresToRest);
}

void ModelErrandTest::shouldStopAtTheDailyLimit_data() {
    QTest::addColumn<qint64>("tokens");
    QTest::addColumn<double>("cost");
    QTest::addColumn<QString>("words");
    QTest::newRow("tokens") << qint64(80) << 0.0 << QStringLiteral("80 tokens");
    QTest::newRow("money") << qint64(0) << 0.0001 << QStringLiteral("US dollars");
}

void ModelErrandTest::shouldStopAtTheDailyLimit() {
    QFETCH(qint64, tokens);
    QFETCH(double, cost);
    QFETCH(QString, words);
    StandInServer server;
    server.play({{Step::Send, answering(QStringLiteral("Here."))}});
    MemoryLog log;
    ModelSettings settings{.baseUrl = server.url()};
    settings.dailyTokens = tokens;
    settings.dailyCost = cost;
    settings.inputPrice = 1.0; // 30 and 12 tokens: 66 millionths of a dollar
    settings.outputPrice = 3.0;
    HuggingFaceClient client(settings, &log);
    QVERIFY(answer(client));
    QVERIFY(answer(client)); // 42 tokens so far
    const auto refused = answer(client);
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(words), qPrintable(refused.error().sentence));
    QVERIFY(refused.error().sentence.contains(QStringLiteral("from the knowledge alone")));
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(client.status().state, ModelState::Resting);
    QVERIFY(qAbs(log.records[0].cost - 66e-6) < 1e-9);
}

void ModelErrandTest::shouldWriteDownEveryTryWithoutTheToken() {
    StandInServer server;
    server.play({{Step::Send, answering(QStringLiteral("Here."))}});
    MemoryLog log;
    ModelSettings settings{.baseUrl = server.url(), .model = QStringLiteral("small")};
    settings.token = QStringLiteral("hf_averysecrettoken123");
    HuggingFaceClient client(settings, &log);
    QVERIFY(answer(client, question(QStringLiteral("my [EMAIL_1] and hf_averysecrettoken123"))));
    QCOMPARE(log.records.size(), 1);
    const RequestRecord &record = log.records[0];
    QCOMPARE(record.conversation, ConversationId{7});
    QCOMPARE(record.purpose, QStringLiteral("answer-1"));
    QCOMPARE(record.model, QStringLiteral("small"));
    QCOMPARE(record.host, QStringLiteral("127.0.0.1:%1").arg(server.port()));
    QCOMPARE(record.bytesSent, server.lastRequest().body.size());
    QVERIFY(record.bytesReceived > 50);
    QCOMPARE(record.promptTokens, 30);
    QCOMPARE(record.completionTokens, 12);
    QCOMPARE(record.cost, -1.0);
    QCOMPARE(record.sent, QStringLiteral("user:\nmy [EMAIL_1] and [token]"));
    QCOMPARE(client.status().today.requests, 1);
    QCOMPARE(client.status().today.bytesSent, record.bytesSent);
}

void ModelErrandTest::shouldSendNothingOffline() {
    StandInServer server;
    server.play({{Step::Send, answering(QStringLiteral("Here."))}});
    MemoryLog log;
    ModelSettings settings{.baseUrl = server.url()};
    settings.offline = true;
    HuggingFaceClient client(settings, &log);
    QVERIFY(!answer(client));
    QCOMPARE(client.status().state, ModelState::Offline);
    QCOMPARE(server.connectionCount(), 0);
    QVERIFY(log.records.isEmpty());
    settings.offline = false;
    client.setSettings(settings);
    QVERIFY(answer(client));
    QCOMPARE(server.connectionCount(), 1);
    QCOMPARE(client.status().state, ModelState::Ready);
}

void ModelErrandTest::shouldEndEverythingUnderWayWhenItGoesOffline() {
    // GIVEN one question that is being answered, and one that waits for its turn
    StandInServer server;
    server.play({{Step::Hold, {}}});
    MemoryLog log;
    ModelSettings settings{.baseUrl = server.url()};
    settings.mostAtOnce = 1;
    HuggingFaceClient client(settings, &log);
    const Future asked = client.complete(question(), nullptr);
    const Future waiting = client.complete(question(), nullptr);
    QTRY_COMPARE(server.requestCount(), 1);
    // WHEN
    settings.offline = true;
    client.setSettings(settings);
    // THEN both end at once, nothing more goes out, and what had gone out stands in the list
    for (const Future &future : {asked, waiting}) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().kind, ErrorKind::Unavailable);
    }
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(log.records.size(), 1);
    QTRY_COMPARE(client.status().underWay, 0);
    QCOMPARE(client.status().state, ModelState::Offline);
}

void ModelErrandTest::shouldSayOnceThatTheLimitIsReached() {
    StandInServer server;
    server.play({{Step::Send, answering(QStringLiteral("Here."))}});
    ModelSettings settings{.baseUrl = server.url()};
    settings.dailyTokens = 1;
    HuggingFaceClient client(settings);
    QStringList told;
    QObject::connect(&client, &HuggingFaceClient::noticed, &client, [&](const QString &said) { told += said; });
    QVERIFY(answer(client));
    QVERIFY(told.isEmpty());
    QVERIFY(!answer(client));
    QVERIFY(!answer(client));
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].contains(QStringLiteral("from the knowledge alone")), qPrintable(told[0]));
}

void ModelErrandTest::shouldNotExposeTheToken() {
    ModelSettings settings{.baseUrl = QUrl(QStringLiteral("http://model.example:8080/v1"))};
    HuggingFaceClient client(settings);
    QVERIFY(client.limitation().isEmpty());
    settings.token = QStringLiteral("hf_averysecrettoken123");
    client.setSettings(settings);
    QVERIFY(client.limitation().contains(QStringLiteral("unencrypted")));
    const auto refused = answer(client);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
}

void ModelErrandTest::shouldEndAWaitingQuestionThatIsWithdrawn() {
    StandInServer server;
    server.play({{Step::Hold, {}}});
    ModelSettings settings{.baseUrl = server.url()};
    settings.mostAtOnce = 1;
    HuggingFaceClient client(settings);
    Future first = client.complete(question(), nullptr);
    Future second = client.complete(question(), nullptr);
    QTRY_COMPARE(server.requestCount(), 1);
    second.cancel();
    QTRY_COMPARE(client.status().underWay, 1);
    first.cancel();
    QTRY_COMPARE(client.status().underWay, 0);
    QCOMPARE(server.requestCount(), 1);
}

QTEST_GUILESS_MAIN(ModelErrandTest)
#include "modelerrand_test.moc"
