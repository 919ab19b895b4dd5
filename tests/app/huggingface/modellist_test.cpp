// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the list of models is read in every server's shape, searched, and asked for with care.
#include "app/huggingface/huggingfaceclient.h"
#include "app/huggingface/modelfetch.h"
#include "app/huggingface/modellist.h"
#include "app/huggingface/modeltest.h"
#include "tests/support/memorylog.h"
#include "tests/support/standinserver.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class ModelListTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldReadTheRoutersList();
    void shouldReadOtherServersLists_data();
    void shouldReadOtherServersLists();
    void shouldAddKnownNamesWithWhatWasSeen();
    void shouldFindEveryWord();
    void shouldKnowHowMuchAModelReads();
    void shouldAskTheServerOnce();
    void shouldSayWhyThereIsNoList_data();
    void shouldSayWhyThereIsNoList();
    void shouldSendNothingOffline();
    void shouldEndAListThatIsUnderWayWhenItGoesOffline();
    void shouldSayWhatTheTestShowed();

  private:
    static Result<QVector<ListedModel>> fetched(const ModelSettings &settings, RequestLog *log = nullptr) {
        auto future = fetchModels(settings, log);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorKind::Network, QStringLiteral("no end"));
        return future.result();
    }
};

void ModelListTest::shouldReadTheRoutersList() {
    const auto models = listedModels(R"({"data":[
        {"id":"b/two","owned_by":"b","providers":[
            {"provider":"slow","status":"live","context_length":8000,"pricing":{"input":0.5,"output":1.5},"first_token_latency_ms":900},
            {"provider":"quick","status":"live","context_length":32000,"pricing":{"input":0.1,"output":0.2},"first_token_latency_ms":150},
            {"provider":"broken","status":"error","context_length":99000,"pricing":{"input":0.01,"output":0.01}}]},
        {"id":"a/one","providers":[{"provider":"plain","status":"live"}]},
        {"id":"c/gone","providers":[{"provider":"broken","status":"error"}]}]})");
    QCOMPARE(models.size(), 2);
    QCOMPARE(models[0], (ListedModel{.id = QStringLiteral("a/one"), .providers = {QStringLiteral("plain")}}));
    QCOMPARE(models[1], (ListedModel{QStringLiteral("b/two"),
                                     QStringLiteral("b"),
                                     {QStringLiteral("slow"), QStringLiteral("quick")},
                                     32000,
                                     0.1,
                                     0.2,
                                     150,
                                     {},
                                     8000}));
}

void ModelListTest::shouldReadOtherServersLists_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("context");
    QTest::newRow("llama-server")
        << QByteArray(
               R"({"object":"list","data":[{"id":"small.gguf","owned_by":"llamacpp","meta":{"n_ctx_train":2048}}]})")
        << QStringLiteral("small.gguf") << 2048;
    QTest::newRow("vLLM") << QByteArray(R"({"data":[{"id":"m","max_model_len":4096}]})") << QStringLiteral("m") << 4096;
    QTest::newRow("Ollama") << QByteArray(R"({"models":[{"name":"tiny:latest"}]})") << QStringLiteral("tiny:latest")
                            << 0;
    QTest::newRow("an error") << QByteArray(R"({"error":"no"})") << QString() << 0;
    QTest::newRow("a web page") << QByteArray("<html>") << QString() << 0;
    QTest::newRow("numbers") << QByteArray(R"({"data":[1,"x",null,{}]})") << QString() << 0;
}

void ModelListTest::shouldReadOtherServersLists() {
    QFETCH(QByteArray, json);
    const auto models = listedModels(json);
    QTEST(models.isEmpty() ? QString() : models.first().id, "id");
    QTEST(models.isEmpty() ? 0 : models.first().contextLength, "context");
}

void ModelListTest::shouldAddKnownNamesWithWhatWasSeen() {
    const QString tiny = QStringLiteral("TinyLlama/TinyLlama-1.1B-Chat-v1.0");
    const auto models = withKnownNames({{.id = tiny}});
    QCOMPARE(models.size(), 3);
    QVERIFY(models[0].note.isEmpty()); // it is listed
    for (const ListedModel &model : models.mid(1))
        QVERIFY(model.note.contains(QStringLiteral("not in this list")));
}

void ModelListTest::shouldFindEveryWord() {
    const QVector<ListedModel> models{
        {.id = QStringLiteral("google/gemma-3-4b-it")},
        {.id = QStringLiteral("openai/gpt-oss-20b"), .providers = {QStringLiteral("groq")}}};
    QCOMPARE(matchingModels(models, {}).size(), 2);
    QCOMPARE(matchingModels(models, QStringLiteral("GEMMA 4b")).size(), 1);
    QCOMPARE(matchingModels(models, QStringLiteral("groq")).first().id, QStringLiteral("openai/gpt-oss-20b"));
    QVERIFY(matchingModels(models, QStringLiteral("gemma 20b")).isEmpty());
}

void ModelListTest::shouldKnowHowMuchAModelReads() {
    const QVector<ListedModel> models{{.id = QStringLiteral("openai/gpt-oss-20b"), .contextLength = 131'072},
                                      {.id = QStringLiteral("llama3:8b"), .contextLength = 8192},
                                      {.id = QStringLiteral("llama3"), .contextLength = 2048},
                                      {.id = QStringLiteral("silent")}};
    QCOMPARE(contextOf(QStringLiteral("openai/gpt-oss-20b"), models), 131'072);
    QCOMPARE(contextOf(QStringLiteral("openai/gpt-oss-20b:groq"), models), 131'072);
    QCOMPARE(contextOf(QStringLiteral("llama3:8b"), models), 8192);
    QCOMPARE(contextOf(QStringLiteral("silent"), models), 0);
    QCOMPARE(contextOf(QStringLiteral("unknown"), models), 0);
    // of several providers any may answer
    const auto routed = listedModels(R"({"data":[{"id":"m","providers":[
        {"provider":"a","context_length":32000},{"provider":"b","context_length":8000},{"provider":"c"}]}]})");
    QCOMPARE(routed.first().contextLength, 32'000);
    QCOMPARE(contextOf(QStringLiteral("m"), routed), 8000);
}

void ModelListTest::shouldAskTheServerOnce() {
    StandInServer server;
    const QByteArray body = R"({"data":[{"id":"m"}]})";
    server.play({{StandInStep::Send, standin::head(200, {{"Content-Type", "application/json"},
                                                         {"Content-Length", QByteArray::number(body.size())}}) +
                                         body}});
    ModelSettings settings{.baseUrl = server.url()};
    settings.token = QStringLiteral("hf_averysecrettoken123");
    MemoryLog log;
    const auto models = fetched(settings, &log);
    QVERIFY2(models, qPrintable(models ? QString() : models.error().sentence));
    QCOMPARE(models->first().id, QStringLiteral("m"));
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE(server.lastRequest().method, QByteArray("GET"));
    QCOMPARE(server.lastRequest().path, QByteArray("/v1/models"));
    QCOMPARE(log.records.size(), 1);
    QCOMPARE(log.records[0].purpose, QStringLiteral("models"));
    QCOMPARE(log.records[0].bytesReceived, body.size());
    QCOMPARE(server.lastRequest().headers.value("authorization"), QByteArray("Bearer hf_averysecrettoken123"));
}

void ModelListTest::shouldSayWhyThereIsNoList_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << 401 << QStringLiteral("401");
    QTest::newRow("no list") << 200 << QStringLiteral("not an answer");
    QTest::newRow("redirected") << 302 << QStringLiteral("not followed");
}

void ModelListTest::shouldSayWhyThereIsNoList() {
    QFETCH(int, status);
    QFETCH(QString, words);
    StandInServer server;
    server.errorAnswer(status, "{\"error\":\"no\"}", {{"Location", "http://evil.example/v1/models"}});
    const auto models = fetched({.baseUrl = server.url()});
    QVERIFY(!models);
    QVERIFY2(models.error().sentence.contains(words), qPrintable(models.error().sentence));
    QCOMPARE(server.requestCount(), 1);
}

void ModelListTest::shouldSendNothingOffline() {
    StandInServer server;
    ModelSettings settings{.baseUrl = server.url()};
    settings.offline = true;
    QVERIFY(!fetched(settings));
    QCOMPARE(server.connectionCount(), 0);
}

void ModelListTest::shouldEndAListThatIsUnderWayWhenItGoesOffline() {
    StandInServer server;
    server.play({{StandInStep::Hold, {}}});
    ModelSettings settings{.baseUrl = server.url()};
    settings.firstTokenMs = 600'000;
    HuggingFaceClient client(settings);
    const auto asked = client.models();
    QTRY_COMPARE(server.requestCount(), 1);
    settings.offline = true;
    client.setSettings(settings);
    QTRY_VERIFY(asked.isFinished());
    QVERIFY2(asked.result().error().sentence.contains(QStringLiteral("offline")),
             qPrintable(asked.result().error().sentence));
    QTRY_COMPARE(server.openConnections(), 0);
}

void ModelListTest::shouldSayWhatTheTestShowed() {
    const ModelReply reply{.text = QStringLiteral("ready"),
                           .model = QStringLiteral("small"),
                           .promptTokens = 14,
                           .completionTokens = 2,
                           .firstTokenMs = 310,
                           .totalMs = 820};
    QCOMPARE(testSentence(reply),
             QStringLiteral("small answered in 0.82 s (first word after 0.31 s, 14 + 2 tokens): ready"));
    ModelReply slow = reply;
    slow.totalMs = 12'000;
    QVERIFY(testSentence(slow).contains(QStringLiteral("slow")));
    const Result<ModelReply> failed = failure(ErrorKind::NotFound, QStringLiteral("Not served."));
    QCOMPARE(testSentence(failed), QStringLiteral("Not served."));
    QCOMPARE(testSentence(failed, {QStringLiteral("a"), QStringLiteral("b")}),
             QStringLiteral("Not served. Served there are, among others: a, b."));
}

QTEST_GUILESS_MAIN(ModelListTest)
#include "modellist_test.moc"
