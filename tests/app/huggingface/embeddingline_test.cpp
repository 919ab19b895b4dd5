// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That sentence vectors are asked with the same care as answers: nothing offline, the token at home, every request
//! listed, an end within the deadline whatever the server does.
#include "app/huggingface/embeddingline.h"
#include "tests/support/standinserver.h"
#include <QtTest/QtTest>
#include <future>

using namespace relaydesk;

namespace {

const QString token = QStringLiteral("hf_averysecrettoken123");

StandInScript send(const QByteArray &bytes) { return {{StandInStep::Send, bytes}}; }

} // namespace

class EmbeddingLineTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void init() { m_server = std::make_unique<StandInServer>(); }

    void shouldAskOnceAndListIt();
    void shouldSayWhyThereIsNone_data();
    void shouldSayWhyThereIsNone();
    void shouldSendNothing_data();
    void shouldSendNothing();
    void shouldWaitForAModelThatIsLoading();
    void shouldNotAskAgainWhatMayHaveBeenProcessed();
    void shouldEndWhatIsUnderWay_data();
    void shouldEndWhatIsUnderWay();
    void shouldLeaveOffOneModelAlone();

  private:
    ModelSettings settings() const {
        ModelSettings made{.baseUrl = m_server->url()};
        made.token = token;
        return made;
    }
    std::unique_ptr<StandInServer> m_server;
};

void EmbeddingLineTest::shouldAskOnceAndListIt() {
    m_server->play(send(
        standin::response(200, "application/json", R"({"data":[{"embedding":[3,4]}],"usage":{"prompt_tokens":5}})")));
    EmbeddingLine line(settings());
    const auto vectors = line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {10'000, 3});
    QVERIFY2(vectors, vectors ? "" : qPrintable(vectors.error().sentence));
    QCOMPARE(vectors->front(), (std::vector<float>{0.6F, 0.8F}));
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(m_server->lastRequest().path, QByteArray("/v1/embeddings"));
    QCOMPARE(m_server->lastRequest().headers.value("authorization"), "Bearer " + token.toLatin1());
    const auto records = line.takeRecords();
    QCOMPARE(records.size(), 1);
    QCOMPARE(records[0].purpose, QStringLiteral("embedding"));
    QCOMPARE(records[0].host, m_server->url().authority());
    QCOMPARE(records[0].model, QStringLiteral("small"));
    QCOMPARE(records[0].sent, QStringLiteral("hello"));
    QCOMPARE(records[0].promptTokens, 5);
    QCOMPARE(records[0].bytesSent, m_server->lastRequest().body.size());
    QVERIFY(records[0].bytesReceived > 0);
    QCOMPARE(records[0].result, QStringLiteral("answered"));
    QVERIFY(line.takeRecords().isEmpty());
}

void EmbeddingLineTest::shouldSayWhyThereIsNone_data() {
    QTest::addColumn<StandInScript>("script");
    QTest::addColumn<QString>("words");
    const auto answer = [](int status, const QByteArray &body, const StandInHeaders &more = {}) {
        return send(standin::response(status, "application/json", body, more));
    };
    QTest::newRow("401") << answer(401, R"({"error":"no hf_averysecrettoken123"})") << "401";
    QTest::newRow("no such model") << answer(404, "{}") << "404";
    QTest::newRow("busy") << answer(503, R"({"error":"loading","estimated_time":100.0})") << "503";
    QTest::newRow("redirected") << answer(302, "", {{"Location", "http://evil.example/"}}) << "not followed";
    QTest::newRow("a chat server") << answer(200, R"({"choices":[]})") << "not an answer";
    QTest::newRow("fewer than asked for") << answer(200, "[]") << "not an answer";
    QTest::newRow("cut") << StandInScript{{StandInStep::Send, standin::head(200, {{"Content-Length", "100"}}) + "[[1"},
                                          {StandInStep::Close, {}}}
                         << "broke off";
    QTest::newRow("reset") << StandInScript{{StandInStep::Reset, {}}} << "closed the connection";
    QTest::newRow("silence") << StandInScript{{StandInStep::Hold, {}}} << "did not answer in 0.3 s";
    QTest::newRow("endless") << StandInScript{{StandInStep::Send, standin::head(200, {}) + "[1,"},
                                              {StandInStep::Hold, {}}}
                             << "did not answer in 0.3 s";
}

void EmbeddingLineTest::shouldSayWhyThereIsNone() {
    QFETCH(StandInScript, script);
    QFETCH(QString, words);
    m_server->play(script);
    EmbeddingLine line(settings());
    const bool isHung = script.last().kind == StandInStep::Hold;
    const auto vectors = line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {isHung ? 300 : 10'000, 3});
    QVERIFY(!vectors);
    QVERIFY2(vectors.error().sentence.contains(words), qPrintable(vectors.error().sentence));
    QVERIFY(!vectors.error().sentence.contains(token));
    const auto records = line.takeRecords();
    QCOMPARE(records.size(), 1);
    QVERIFY2(records[0].result.contains(words), qPrintable(records[0].result));
    QVERIFY(!records[0].result.contains(token) && !records[0].sent.contains(token));
}

void EmbeddingLineTest::shouldSendNothing_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("words");
    QTest::newRow("offline") << "offline"
                             << "offline";
    QTest::newRow("over the limit") << "limit"
                                    << "20 tokens";
    QTest::newRow("no token for Hugging Face") << "token"
                                               << "No token";
    QTest::newRow("the token unencrypted") << "http"
                                           << "unencrypted";
    QTest::newRow("no address") << "url"
                                << "cannot be used";
    QTest::newRow("closed") << "close"
                            << "withdrawn";
}

void EmbeddingLineTest::shouldSendNothing() {
    QFETCH(QString, how);
    QFETCH(QString, words);
    ModelSettings changed = settings();
    changed.offline = how == u"offline";
    if (how == u"token") {
        changed.baseUrl = QUrl(QStringLiteral("https://router.huggingface.co/v1"));
        changed.token.clear();
    } else if (how == u"http") {
        changed.baseUrl = QUrl(QStringLiteral("http://elsewhere.example/v1"));
    } else if (how == u"url") {
        changed.baseUrl = QUrl(QStringLiteral("ftp://127.0.0.1/v1"));
    }
    EmbeddingLine line(changed);
    if (how == u"limit")
        line.setLimit(QStringLiteral("20 tokens"));
    if (how == u"close")
        line.close();
    const auto vectors = line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {10'000, 3});
    QVERIFY(!vectors);
    QVERIFY2(vectors.error().sentence.contains(words), qPrintable(vectors.error().sentence));
    QVERIFY(line.takeRecords().isEmpty());
    QCOMPARE(m_server->connectionCount(), 0);
}

void EmbeddingLineTest::shouldWaitForAModelThatIsLoading() {
    std::atomic<int> asked = 0;
    m_server->answerEach([&](const StandInRequest &) {
        return asked++ == 0 ? send(standin::response(503, "application/json", R"({"error":"loading"})"))
                            : send(standin::response(200, "application/json", "[[1]]"));
    });
    EmbeddingLine line(settings());
    QVERIFY(line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {60'000, 3}));
    QCOMPARE(line.takeRecords().size(), 2);
}

void EmbeddingLineTest::shouldNotAskAgainWhatMayHaveBeenProcessed() {
    m_server->errorAnswer(500, "{}");
    EmbeddingLine line(settings());
    QVERIFY(!line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {60'000, 3}));
    QCOMPARE(m_server->requestCount(), 1);
}

void EmbeddingLineTest::shouldEndWhatIsUnderWay_data() {
    QTest::addColumn<QString>("how");
    QTest::newRow("offline") << "offline";
    QTest::newRow("another server") << "server";
    QTest::newRow("closed") << "close";
    QTest::newRow("offline while it waits for another try") << "waiting";
    QTest::newRow("left off") << "leave";
    QTest::newRow("left off while it waits for another try") << "leave waiting";
}

void EmbeddingLineTest::shouldEndWhatIsUnderWay() {
    QFETCH(QString, how);
    if (how.endsWith(u"waiting"))
        m_server->errorAnswer(503, R"({"error":"loading","estimated_time":20})");
    else
        m_server->play({{StandInStep::Hold, {}}});
    EmbeddingLine line(settings());
    auto asked = std::async(std::launch::async, [&] {
        return line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {600'000, 3});
    });
    QTRY_COMPARE(m_server->requestCount(), 1);
    ModelSettings changed = settings();
    changed.offline = how == u"offline" || how == u"waiting";
    if (how == u"server")
        changed.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    if (how == u"close")
        line.close();
    else if (how.startsWith(u"leave"))
        line.leaveOff(QStringLiteral("small"));
    else
        line.setSettings(changed);
    const auto vectors = asked.get(); // long before its deadline
    QVERIFY(!vectors);
    QCOMPARE(vectors.error().sentence.contains(QStringLiteral("offline")), changed.offline);
    QCOMPARE(m_server->requestCount(), 1);
}

void EmbeddingLineTest::shouldLeaveOffOneModelAlone() {
    // GIVEN a question for one model while the knowledge is encoded by another
    m_server->play({{StandInStep::Wait, {}}, {StandInStep::Send, standin::response(200, "application/json", "[[1]]")}});
    EmbeddingLine line(settings());
    auto asked = std::async(std::launch::async, [&] {
        return line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {600'000, 3});
    });
    QTRY_COMPARE(m_server->waitsReached(), 1);
    // WHEN the other, or none, is left off, THEN the question has its answer, and so has the next
    line.leaveOff(QStringLiteral("large"));
    line.leaveOff({});
    m_server->proceed();
    QVERIFY(asked.get());
    line.leaveOff(QStringLiteral("small"));
    m_server->proceed();
    QVERIFY(line.embed(QStringLiteral("small"), {QStringLiteral("hello")}, {10'000, 3}));
}

QTEST_GUILESS_MAIN(EmbeddingLineTest)
#include "embeddingline_test.moc"
