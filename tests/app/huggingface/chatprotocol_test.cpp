// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The shapes of the chat-completions protocol: requests, chunks, whole answers, refusals.
#include "app/huggingface/chatprotocol.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace relaydesk;

class ChatProtocolTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldWriteTheRequest();
    void shouldReadPieces_data();
    void shouldReadPieces();
    void shouldRefuseWhatIsNoObject_data();
    void shouldRefuseWhatIsNoObject();
    void shouldReadErrorBodies_data();
    void shouldReadErrorBodies();
    void shouldReadHowLongToWait_data();
    void shouldReadHowLongToWait();
};

void ChatProtocolTest::shouldWriteTheRequest() {
    // GIVEN
    const ModelRequest request{{{QStringLiteral("system"), QStringLiteral("Say \"ja\"\n.")},
                                {QStringLiteral("user"), QStringLiteral("größer?")}},
                               77,
                               0.25};
    // WHEN
    const QByteArray bytes = chatBody(request, QStringLiteral("org/\"model\""));
    // THEN
    QVERIFY(bytes.startsWith(R"({"model":"org/\"model\"","messages":[{)"));
    QJsonParseError error;
    const QJsonObject body = QJsonDocument::fromJson(bytes, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(body.size(), 6);
    QCOMPARE(body[u"model"].toString(), QStringLiteral("org/\"model\""));
    QCOMPARE(body[u"messages"].toArray().size(), 2);
    QCOMPARE(body[u"messages"][0][u"role"].toString(), QStringLiteral("system"));
    QCOMPARE(body[u"messages"][0][u"content"].toString(), QStringLiteral("Say \"ja\"\n."));
    QCOMPARE(body[u"messages"][1][u"content"].toString(), QStringLiteral("größer?"));
    QCOMPARE(body[u"stream"].toBool(), true);
    QCOMPARE(body[u"stream_options"][u"include_usage"].toBool(), true);
    QCOMPARE(body[u"max_tokens"].toInt(), 77);
    QCOMPARE(body[u"temperature"].toDouble(), 0.25);
}

void ChatProtocolTest::shouldReadPieces_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ChatPiece>("expected");

    const auto text = [](const char *words) { return ChatPiece{QString::fromUtf8(words), false, {}, {}, 0, 0, {}}; };
    QTest::newRow("chunk") << QByteArray(R"({"choices":[{"delta":{"content":"Hi"},"finish_reason":null}]})")
                           << text("Hi");
    QTest::newRow("role only") << QByteArray(R"({"choices":[{"delta":{"role":"assistant"}}]})") << text("");
    QTest::newRow("null content") << QByteArray(R"({"choices":[{"delta":{"content":null}}]})") << text("");
    QTest::newRow("content in parts")
        << QByteArray(R"({"choices":[{"delta":{"content":[{"type":"text","text":"a"},{"text":"b"}]}}]})") << text("ab");
    QTest::newRow("whole answer") << QByteArray(R"({"choices":[{"message":{"content":"Hi"}}]})") << text("Hi");
    QTest::newRow("finish and model") << QByteArray(
                                             R"({"model":"m","choices":[{"delta":{},"finish_reason":"length"}]})")
                                      << ChatPiece{{}, false, QStringLiteral("m"), QStringLiteral("length"), 0, 0, {}};
    QTest::newRow("usage") << QByteArray(R"({"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":9}})")
                           << ChatPiece{{}, false, {}, {}, 7, 9, {}};
    QTest::newRow("null usage") << QByteArray(R"({"choices":[{"delta":{"content":"x"}}],"usage":null})") << text("x");
    QTest::newRow("thinking") << QByteArray(R"({"choices":[{"delta":{"reasoning_content":"hm"}}]})")
                              << ChatPiece{{}, true, {}, {}, 0, 0, {}};
    QTest::newRow("thinking, other name") << QByteArray(R"({"choices":[{"delta":{"reasoning":"hm","content":""}}]})")
                                          << ChatPiece{{}, true, {}, {}, 0, 0, {}};
    QTest::newRow("error as string") << QByteArray(R"({"error":"Out of memory"})")
                                     << ChatPiece{{}, false, {}, {}, 0, 0, QStringLiteral("Out of memory")};
    QTest::newRow("error as object") << QByteArray(R"({"error":{"message":"Out of\n memory","code":3}})")
                                     << ChatPiece{{}, false, {}, {}, 0, 0, QStringLiteral("Out of memory")};
    QTest::newRow("error null") << QByteArray(R"({"error":null,"choices":[{"delta":{"content":"x"}}]})") << text("x");
    QTest::newRow("no choices") << QByteArray(R"({"foo":[1]})") << text("");
    QTest::newRow("wrong types") << QByteArray(R"({"choices":{"delta":4},"usage":[],"model":7})") << text("");
}

void ChatProtocolTest::shouldReadPieces() {
    QFETCH(const QByteArray, json);
    QFETCH(const ChatPiece, expected);
    const auto piece = chatPiece(json);
    QVERIFY(piece);
    QCOMPARE(piece->text, expected.text);
    QVERIFY(*piece == expected);
}

void ChatProtocolTest::shouldRefuseWhatIsNoObject_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("list") << QByteArray("[1]");
    QTest::newRow("cut") << QByteArray(R"({"choices":[{"del)");
    QTest::newRow("page") << QByteArray("<html>");
    QTest::newRow("nothing") << QByteArray();
}

void ChatProtocolTest::shouldRefuseWhatIsNoObject() {
    QFETCH(const QByteArray, json);
    QVERIFY(!chatPiece(json));
    QVERIFY(!isPlainAnswer(json));
}

void ChatProtocolTest::shouldReadErrorBodies_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("webPage");

    const auto row = [](const char *name, const QByteArray &body, const QString &message, const QString &code = {},
                        int seconds = 0,
                        bool webPage = false) { QTest::newRow(name) << body << message << code << seconds << webPage; };
    row("error string", R"({"error":"Invalid credentials","message":"other"})", QStringLiteral("Invalid credentials"));
    row("error object", R"({"error":{"message":"No such model","code":"model_not_supported"},"detail":"other"})",
        QStringLiteral("No such model"), QStringLiteral("model_not_supported"));
    row("number as code", R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})",
        QStringLiteral("Loading model"));
    row("detail", R"({"detail":"Not Found","message":"other"})", QStringLiteral("Not Found"));
    row("detail as list", R"({"detail":[{"loc":["body","model"],"msg":"field required"}]})",
        QStringLiteral(R"([{"loc":["body","model"],"msg":"field required"}])"));
    row("message", R"({"message":"Bad"})", QStringLiteral("Bad"));
    row("loading", R"({"error":"Model X is currently loading","estimated_time":20.4})",
        QStringLiteral("Model X is currently loading"), {}, 21);
    row("absurd time", R"({"error":"x","estimated_time":1e300})", QStringLiteral("x"), {}, 86400);
    row("unknown object", R"({"reason":"Bad"})", QStringLiteral(R"({"reason":"Bad"})"));
    row("plain text", "upstream\r\n connect  error", QStringLiteral("upstream connect error"));
    row("web page", "\n<!DOCTYPE html><title>504</title>", QString(), {}, 0, true);
    row("nothing", "", QString());
    row("long", QByteArray(5000, 'x'), QString(5000, u'x'));
}

void ChatProtocolTest::shouldReadErrorBodies() {
    QFETCH(const QByteArray, body);
    const ErrorBody read = errorBody(body);
    QTEST(read.message, "message");
    QTEST(read.code, "code");
    QTEST(read.estimatedSeconds, "seconds");
    QTEST(read.webPage, "webPage");
}

void ChatProtocolTest::shouldReadHowLongToWait_data() {
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("rateLimit");
    QTest::addColumn<int>("expected");

    QTest::newRow("seconds") << QByteArray("17") << QByteArray() << 17;
    QTest::newRow("seconds first") << QByteArray(" 17 ") << QByteArray(R"("api";r=0;t=42)") << 17;
    QTest::newRow("date") << QByteArray("Mon, 02 Mar 2026 09:01:30 GMT") << QByteArray() << 90;
    QTest::newRow("date gone by") << QByteArray("Mon, 02 Mar 2026 08:00:00 GMT") << QByteArray() << 0;
    QTest::newRow("negative") << QByteArray("-5") << QByteArray() << 0;
    QTest::newRow("rate limit") << QByteArray() << QByteArray(R"("api";r=0;t=42)") << 42;
    QTest::newRow("rate limit, spaced") << QByteArray() << QByteArray(R"("api"; r=0; t=42)") << 42;
    QTest::newRow("nonsense") << QByteArray("soon") << QByteArray("burst=4") << 0;
    QTest::newRow("too long") << QByteArray("999999999") << QByteArray() << 86400;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << 0;
}

void ChatProtocolTest::shouldReadHowLongToWait() {
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const QByteArray, rateLimit);
    QFETCH(const int, expected);
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    QCOMPARE(secondsToWait(retryAfter, rateLimit, now), expected);
}

QTEST_GUILESS_MAIN(ChatProtocolTest)
#include "chatprotocol_test.moc"
