// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a server may send, good and bad: each ends as an answer or as a sentence, never as half an answer.
#include "app/huggingface/huggingfaceclient.h"
#include "tests/support/standinserver.h"
#include <QtCore/QFutureWatcher>
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

using Step = StandInStep;

const QString token = QStringLiteral("hf_secretsecretsecret");

ModelRequest question() { return {{{QStringLiteral("user"), QStringLiteral("Where is it?")}}, 64, 0.2}; }

QByteArray streamHead(const StandInHeaders &more = {}) {
    return standin::head(200, StandInHeaders{{"Content-Type", "text/event-stream"}} + more);
}

QByteArray twoPieces() { return standin::piece(QStringLiteral("In the ")) + standin::piece(QStringLiteral("box.")); }

Result<ModelReply> asked(const QUrl &url, int firstTokenMs = 15'000) {
    ModelSettings settings;
    settings.mostTries = 1;
    settings.failuresToRest = 1000;
    settings.firstTokenMs = firstTokenMs;
    settings.baseUrl = url;
    settings.token = token;
    HuggingFaceClient client(settings);
    const auto future = client.complete(question(), {});
    QEventLoop loop; // faster than QTRY_, for the hundreds of calls below
    QFutureWatcher<Result<ModelReply>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

StandInScript closing(const QByteArray &bytes) { return {{Step::Send, bytes}, {Step::Close, {}}}; }

} // namespace

class ModelAnswersTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldAcceptAnswers_data();
    void shouldAcceptAnswers();
    void shouldRefuseWithASentence_data();
    void shouldRefuseWithASentence();
    void shouldNeverTakeHalfAnAnswerForAWholeOne_data();
    void shouldNeverTakeHalfAnAnswerForAWholeOne();
    void shouldNotFollowARedirect_data();
    void shouldNotFollowARedirect();
    void shouldSayWhenNobodyListens();
    void shouldAskAtMostTwiceWhenTheConnectionCloses();
};

void ModelAnswersTest::shouldAcceptAnswers_data() {
    QTest::addColumn<StandInScript>("script");
    const auto row = [](const char *name, const StandInScript &script) { QTest::newRow(name) << script; };

    const QByteArray events = twoPieces() + standin::ending();
    const QByteArray withReturns = QByteArray(events).replace("\n", "\r\n");
    const QByteArray done("data: [DONE]\n\n");
    row("closed at the end", closing(streamHead() + events));
    row("chunked", {{Step::Send, standin::chunkedResponse("text/event-stream", events)}});
    row("with its length", {{Step::Send, standin::response(200, "text/event-stream;charset=UTF-8", events)}});
    row("HTTP/1.0", closing("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + events));
    row("returns and line feeds", closing(streamHead() + withReturns));
    row("one byte at a time", {{Step::SendSingly, streamHead() + events}, {Step::Close, {}}});
    row("held open after [DONE]", {{Step::Send, streamHead() + events}, {Step::Hold, {}}});
    row("reset after [DONE]", {{Step::Send, streamHead() + events}, {Step::Wait, {}}, {Step::Reset, {}}});
    row("[DONE] without a reason", closing(streamHead() + twoPieces() + done));
    row("a reason without [DONE]", closing(streamHead() + events.left(events.indexOf("data: [DONE]"))));
    row("no empty line at the end", closing(streamHead() + twoPieces() + "data: [DONE]"));
    row("comments between", closing(streamHead() + ": OK\n\n" + twoPieces() + ":\n\n: still here\n\n" + done));
    row("thinking first",
        closing(streamHead() + "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\n" + events));
    row("events after the end", closing(streamHead() + events + "data: garbage\n\n"));
    row("plain object",
        {{Step::Send, standin::response(200, "application/json", standin::completion(QStringLiteral("In the box.")))}});
    row("plain object, closed", closing(standin::head(200, {{"Content-Type", "application/json"}}) +
                                        standin::completion(QStringLiteral(" In the box.\n"))));
    row("plain object, named a stream",
        closing(standin::response(200, "text/event-stream", standin::completion(QStringLiteral("In the box.")))));
    row("events, named plain text", closing(standin::head(200, {{"Content-Type", "text/plain"}}) + events));
    row("events without a type", closing(standin::head(200, {}) + events));
    row("status 201", closing(standin::response(201, "text/event-stream", events)));
}

void ModelAnswersTest::shouldAcceptAnswers() {
    // GIVEN
    QFETCH(const StandInScript, script);
    StandInServer server;
    server.play(script);
    // WHEN
    const auto reply = asked(server.url());
    // THEN
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().sentence));
    QCOMPARE(reply->text, QStringLiteral("In the box."));
    QCOMPARE(server.requestCount(), 1);
}

void ModelAnswersTest::shouldRefuseWithASentence_data() {
    QTest::addColumn<StandInScript>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QStringList>("words");

    const auto row = [](const char *name, const StandInScript &script, ErrorKind kind, const QString &words) {
        QTest::newRow(name) << script << kind << words.split(u'|');
    };
    const auto status = [&row](int number, const QByteArray &body, ErrorKind kind, const QString &words,
                               const StandInHeaders &headers = {}) {
        const QByteArray name = QByteArray::number(number) + ' ' + body.left(24);
        row(name.constData(), {{Step::Send, standin::response(number, "application/json", body, headers)}}, kind,
            words);
    };
    const auto json = [](const QByteArray &said) { return "{\"error\":\"" + said + "\"}"; };

    status(400, R"({"error":{"message":"The requested model 'X' is not supported","code":"model_not_supported"}})",
           ErrorKind::NotFound, QStringLiteral("does not serve the model TinyLlama/|The requested model 'X'"));
    status(400, json("Bad temperature"), ErrorKind::Invalid, QStringLiteral("(400)|Bad temperature"));
    status(401, json("Invalid credentials in Authorization header"), ErrorKind::Unavailable,
           QStringLiteral("did not accept the token|Invalid credentials|mistyped"));
    status(401, json("asks back"), ErrorKind::Unavailable, QStringLiteral("did not accept the token|asks back"),
           {{"WWW-Authenticate", "Basic realm=\"x\""}});
    status(402, json("You have depleted your credits"), ErrorKind::Unavailable, QStringLiteral("used up|depleted"));
    status(403, json("insufficient permissions"), ErrorKind::Unavailable, QStringLiteral("(403)|insufficient"));
    status(404, json("model not found"), ErrorKind::NotFound, QStringLiteral("does not know the model|(404)"));
    status(407, json("who"), ErrorKind::Unavailable, QStringLiteral("proxy"));
    status(410, json("no longer supported"), ErrorKind::NotFound, QStringLiteral("gone for good|no longer"));
    status(413, json("too large"), ErrorKind::Invalid, QStringLiteral("too long"));
    status(422, R"({"detail":[{"msg":"field required"}]})", ErrorKind::Invalid,
           QStringLiteral("could not make sense|field required"));
    status(429, json("slow down"), ErrorKind::Unavailable, QStringLiteral("too often|in 17 s"),
           {{"Retry-After", "17"}});
    status(429, json("slow"), ErrorKind::Unavailable, QStringLiteral("in 42 s"), {{"RateLimit", "\"api\";r=0;t=42"}});
    status(429, json("s"), ErrorKind::Unavailable, QStringLiteral("in a minute"));
    status(503, R"({"error":"Model X is currently loading","estimated_time":20.2})", ErrorKind::Unavailable,
           QStringLiteral("still loading|in 21 s"));
    status(503, R"({"error":{"code":503,"message":"Loading model"}})", ErrorKind::Unavailable,
           QStringLiteral("still loading|Loading model"));
    status(504, "<html><title>Gateway</title></html>", ErrorKind::Unavailable, QStringLiteral("on its own side (504)"));
    status(500, "", ErrorKind::Unavailable, QStringLiteral("on its own side (500)"));
    status(418, json("teapot"), ErrorKind::Unavailable, QStringLiteral("unexpected status 418|teapot"));
    row("refusal cut short", closing(standin::head(503, {{"Content-Length", "500"}}) + "{\"err"),
        ErrorKind::Unavailable, QStringLiteral("still loading"));
    row("huge refusal", {{Step::Send, standin::response(500, "text/plain", QByteArray(3'000'000, 'x'))}},
        ErrorKind::Unavailable, QStringLiteral("on its own side (500)|xxx…"));

    const QByteArray words = twoPieces();
    const QString notAChat = QStringLiteral("something that is not an answer|chat-completions");
    const QString cut = QStringLiteral("broke off|was not used");
    row("closed before a byte", {{Step::Close, {}}}, ErrorKind::Network,
        QStringLiteral("closed the connection before"));
    row("reset before a byte", {{Step::Reset, {}}}, ErrorKind::Network, QStringLiteral("closed the connection before"));
    row("closed after the headers", closing(streamHead()), ErrorKind::Network,
        QStringLiteral("closed the connection before"));
    row("cut between events", closing(streamHead() + words), ErrorKind::Network, cut);
    row("cut within an event", closing(streamHead() + words + words.left(30)), ErrorKind::Network, cut);
    row("neither reason nor [DONE], though chunks closed",
        {{Step::Send, standin::chunkedResponse("text/event-stream", words)}}, ErrorKind::Network, cut);
    row("cut chunks", closing(streamHead({{"Transfer-Encoding", "chunked"}}) + standin::chunk(words)),
        ErrorKind::Network, cut);
    row("cut before its length", closing(streamHead({{"Content-Length", "5000"}}) + words), ErrorKind::Network, cut);
    row("reset within", {{Step::Send, streamHead() + words}, {Step::Wait, {}}, {Step::Reset, {}}}, ErrorKind::Network,
        cut);
    row("cut object",
        closing(standin::head(200, {{"Content-Type", "application/json"}}) +
                standin::completion(QStringLiteral("In the box.")).chopped(40)),
        ErrorKind::Network, cut);
    row("web page", closing(standin::response(200, "text/html", "<!DOCTYPE html><html><body>Sign in</body></html>")),
        ErrorKind::Network, QStringLiteral("web page|sign in"));
    row("web page, named a stream", closing(standin::response(200, "text/event-stream", "<html>\n\n</html>")),
        ErrorKind::Network, QStringLiteral("web page"));
    row("plain words", closing(standin::head(200, {{"Content-Type", "text/plain"}}) + "Hello."), ErrorKind::Network,
        notAChat);
    row("other object", {{Step::Send, standin::response(200, "application/json", "{\"foo\":[1,2]}")}},
        ErrorKind::Network, notAChat);
    row("a list", {{Step::Send, standin::response(200, "application/json", "[1,2]")}}, ErrorKind::Network, notAChat);
    row("lines of objects",
        {{Step::Send, standin::response(200, "application/x-ndjson", "{\"response\":\"a\"}\n{\"response\":\"b\"}\n")}},
        ErrorKind::Network, notAChat);
    row("events that are no objects", closing(streamHead() + "data: hello\n\n"), ErrorKind::Network, notAChat);
    row("not HTTP", closing("SSH-2.0-OpenSSH_9.2\r\n"), ErrorKind::Network, QString());
    row("empty body", {{Step::Send, standin::response(200, "application/json", "")}}, ErrorKind::Network,
        QStringLiteral("empty answer"));
    row("no content", {{Step::Send, standin::head(204, {})}, {Step::Close, {}}}, ErrorKind::Network, QString());
    row("empty stream", closing(streamHead() + standin::ending()), ErrorKind::Network, QStringLiteral("empty answer"));
    row("only spaces", closing(streamHead() + standin::eventStream({QStringLiteral(" \n ")})), ErrorKind::Network,
        QStringLiteral("empty answer"));
    row("[DONE] alone", closing(streamHead() + "data: [DONE]\n\n"), ErrorKind::Network, QStringLiteral("empty answer"));
    row("all spent on thinking", closing(streamHead() + standin::ending("length")), ErrorKind::Network,
        QStringLiteral("used up the length"));
    row("error within, as string", closing(streamHead() + words + "data: {\"error\":\"GPU gone\"}\n\n"),
        ErrorKind::Network, QStringLiteral("ended its answer with an error|GPU gone"));
    row("error within, as object",
        closing(streamHead() + words + "data: {\"error\":{\"message\":\"GPU gone\",\"code\":500}}\n\n"),
        ErrorKind::Network, QStringLiteral("ended its answer with an error|GPU gone"));
    row("error within, as event", closing(streamHead() + words + "event: error\ndata: GPU gone\n\n"),
        ErrorKind::Network, QStringLiteral("ended its answer with an error|GPU gone"));
    row("error instead, status 200", {{Step::Send, standin::response(200, "application/json", json("GPU gone"))}},
        ErrorKind::Network, QStringLiteral("ended its answer with an error|GPU gone"));
    row("huge text", {{Step::Send, streamHead() + standin::piece(QString(300'000, u'x'))}, {Step::Hold, {}}},
        ErrorKind::Network, QStringLiteral("far more than was asked for"));
    row("huge stream", {{Step::Send, streamHead() + ": " + QByteArray(2'000'000, 'x')}, {Step::Hold, {}}},
        ErrorKind::Network, QStringLiteral("far more than was asked for"));
    row("huge object",
        {{Step::Send, standin::head(200, {{"Content-Type", "application/json"}}) + QByteArray(2'000'000, ' ')},
         {Step::Hold, {}}},
        ErrorKind::Network, QStringLiteral("far more than was asked for"));
}

void ModelAnswersTest::shouldRefuseWithASentence() {
    // GIVEN
    QFETCH(const StandInScript, script);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QStringList, words);
    StandInServer server;
    server.play(script);
    // WHEN
    for (const StandInStep &step : script) {
        if (step.kind == Step::Wait)
            server.proceed();
    }
    const auto reply = asked(server.url());
    // THEN
    QVERIFY2(!reply, reply ? qPrintable(reply->text) : "");
    const QString sentence = reply.error().sentence;
    for (const QString &word : words)
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"The question goes to a person; nothing was lost."), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("127.0.0.1:%1").arg(server.port())), qPrintable(sentence));
    QVERIFY2(!sentence.contains(token), qPrintable(sentence));
    QCOMPARE(reply.error().kind, kind);
}

void ModelAnswersTest::shouldNeverTakeHalfAnAnswerForAWholeOne_data() {
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<qsizetype>("enough"); // from this many bytes on the answer is known to be whole

    const QByteArray reason("\"finish_reason\":\"stop\"}]}");
    const auto row = [&reason](const char *name, const QByteArray &response) {
        QTest::newRow(name) << response << response.indexOf(reason) + reason.size();
    };
    const QByteArray events =
        standin::piece(QStringLiteral("Ja, ")) + standin::piece(QStringLiteral("5 €.")) + standin::ending();
    row("closed at the end", streamHead() + events);
    row("returns and line feeds", streamHead() + QByteArray(events).replace("\n", "\r\n"));
    row("chunked", standin::chunkedResponse("text/event-stream", events));
    row("with its length", standin::response(200, "text/event-stream", events));
}

void ModelAnswersTest::shouldNeverTakeHalfAnAnswerForAWholeOne() {
    // GIVEN
    QFETCH(const QByteArray, response);
    QFETCH(const qsizetype, enough);
    StandInServer server;
    for (qsizetype length = 0; length <= response.size(); ++length) {
        // WHEN the connection closes after this many bytes
        server.play(closing(response.left(length)));
        // (Qt does not notice an end within a chunk's size: the deadline has to)
        const auto reply = asked(server.url(), 1'500);
        // THEN
        const QByteArray where = "after " + QByteArray::number(length) +
                                 " bytes: " + (reply ? reply->text : reply.error().sentence).toUtf8();
        QVERIFY2(reply.has_value() == (length >= enough), where.constData());
        if (reply)
            QCOMPARE(reply->text, QStringLiteral("Ja, 5 €."));
        else
            QVERIFY2(reply.error().kind == ErrorKind::Network, where.constData());
    }
}

void ModelAnswersTest::shouldNotFollowARedirect_data() {
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void ModelAnswersTest::shouldNotFollowARedirect() {
    // GIVEN
    QFETCH(const int, status);
    StandInServer other;
    other.answerWith(QStringLiteral("Caught the token."));
    StandInServer server;
    server.errorAnswer(status, "Moved",
                       {{"Location", other.url().toEncoded() + "/chat/completions?x=" + token.toUtf8()}});
    // WHEN
    const auto reply = asked(server.url());
    // THEN
    QVERIFY(!reply);
    QVERIFY2(reply.error().sentence.contains(u"pointed to http://127.0.0.1, which was not followed"),
             qPrintable(reply.error().sentence));
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(server.requestCount(), 1);
}

void ModelAnswersTest::shouldSayWhenNobodyListens() {
    // GIVEN the address of a server that is gone
    QUrl url;
    {
        StandInServer server;
        url = server.url();
    }
    // WHEN
    const auto reply = asked(url);
    // THEN
    QVERIFY(!reply);
    QVERIFY2(reply.error().sentence.contains(u"refused the connection"), qPrintable(reply.error().sentence));
    QCOMPARE(reply.error().kind, ErrorKind::Network);
}

void ModelAnswersTest::shouldAskAtMostTwiceWhenTheConnectionCloses() {
    // GIVEN a server that closes without a word: Qt itself sends the question once more, and there is no telling it not
    // to
    StandInServer server;
    server.play({{Step::Close, {}}});
    // WHEN
    QVERIFY(!asked(server.url()));
    // THEN
    QVERIFY2(server.requestCount() <= 2, QByteArray::number(server.requestCount()).constData());
}

QTEST_GUILESS_MAIN(ModelAnswersTest)
#include "modelanswers_test.moc"
