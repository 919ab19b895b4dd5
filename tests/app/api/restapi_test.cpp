// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API without a socket: the five calls of the first version, access, errors, and its own description.
#include "app/api/openapi.h"
#include "tests/app/api/apiroom.h"
#include <QtTest/QTest>

using namespace relaydesk;

class RestApiTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAnswerAKnownQuestion();
    void shouldHandOverWhatItDoesNotKnowAndLearnTheAnswer();
    void shouldCountTheSameAnswerOnce();
    void shouldExplainWhatAnAnswerStandsOn();
    void shouldWaitForTheModelAndAnswerThen();
    void shouldRefuseWhatIsNotAsDescribed_data();
    void shouldRefuseWhatIsNotAsDescribed();
    void shouldNameTheMethodsOfAnAddress();
    void shouldOpenToNobodyWithoutAKey_data();
    void shouldOpenToNobodyWithoutAKey();
    void shouldOpenToARoleOnlyWhatIsItsOwn_data();
    void shouldOpenToARoleOnlyWhatIsItsOwn();
    void shouldForgetARevokedKey();
    void shouldLeaveATraceOfEveryAgentsCall();
    void shouldDoACallOfOneKeyOnce();
    void shouldSlowDownASessionThatWritesTooMuch();
    void shouldMatchNoPathTricks_data();
    void shouldMatchNoPathTricks();
    void shouldLetOnlyNamedOriginsIn();
    void shouldDescribeEveryRoute();
};

void RestApiTest::shouldAnswerAKnownQuestion() {
    ApiRoom api;
    const QJsonObject answer = api.say(api.session(), DeskRoom::known);
    QCOMPARE(answer.value(u"response").toString(), DeskRoom::answer());
    QCOMPARE(answer.value(u"needsHuman").toBool(), false);
    QVERIFY(answer.value(u"confidence").toDouble() >= 0.6);
    QCOMPARE(answer.size(), 3);
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldHandOverWhatItDoesNotKnowAndLearnTheAnswer() {
    // GIVEN a question that nobody taught the desk
    ApiRoom api(false);
    const QString session = api.session();
    QCOMPARE(api.say(session, DeskRoom::unknown).value(u"needsHuman").toBool(), true);
    const QJsonArray waiting = objectOf(api.get("/api/tickets", api.agent)).value(u"tickets").toArray();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first()[u"sessionId"].toString(), session);
    QCOMPARE(waiting.first()[u"conversation"][0][u"role"].toString(), QStringLiteral("user"));
    QCOMPARE(waiting.first()[u"conversation"][0][u"content"].toString(), DeskRoom::unknown);
    // WHEN an agent answers it
    const QJsonObject learned = objectOf(api.post(
        "/api/human-response",
        {{QStringLiteral("sessionId"), session},
         {QStringLiteral("question"), DeskRoom::unknown},
         {QStringLiteral("answer"),
          QStringLiteral("The second charge is refunded within five working days to the card you paid with.")}},
        api.agent));
    QCOMPARE(learned.value(u"success").toBool(), true);
    QCOMPARE(learned.value(u"learned").toBool(), true);
    // THEN the next customer has it from the assistant, and the figures say so
    QCOMPARE(api.say(api.session(), DeskRoom::unknown).value(u"needsHuman").toBool(), false);
    const QJsonObject figures = objectOf(api.get("/api/analytics", api.analyst));
    QCOMPARE(figures.value(u"total_queries").toInt(), 2);
    QCOMPARE(figures.value(u"ai_resolved").toInt(), 1);
    QCOMPARE(figures.value(u"human_resolved").toInt(), 1);
    QCOMPARE(figures.value(u"learning_events").toInt(), 1);
    QCOMPARE(objectOf(api.get("/api/tickets", api.agent)).value(u"tickets").toArray().size(), 0);
    QCOMPARE(objectOf(api.get("/api/tickets?status=resolved", api.agent)).value(u"tickets").toArray().size(), 1);
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldCountTheSameAnswerOnce() {
    ApiRoom api(false);
    const QString session = api.session();
    api.say(session, DeskRoom::unknown);
    const QJsonObject body{{QStringLiteral("sessionId"), session},
                           {QStringLiteral("answer"), QStringLiteral("The second charge is refunded in five days.")}};
    const QByteArray first = api.post("/api/human-response", body, api.agent).body;
    QCOMPARE(api.post("/api/human-response", body, api.agent).body, first);
    const QJsonObject figures = objectOf(api.get("/api/analytics", api.agent));
    QCOMPARE(figures.value(u"human_resolved").toInt(), 1);
    QVERIFY(figures.value(u"learning_events").toInt() <= 1);
    // Another answer to what nobody asks any more is refused.
    QJsonObject other = body;
    other.insert(QStringLiteral("answer"), QStringLiteral("Something else"));
    QCOMPARE(api.post("/api/human-response", other, api.agent).status, 409);
}

void RestApiTest::shouldExplainWhatAnAnswerStandsOn() {
    ApiRoom api;
    const QJsonObject answer =
        objectOf(api.post("/api/chat?explain=1", {{QStringLiteral("sessionId"), api.session()},
                                                  {QStringLiteral("message"), DeskRoom::known}}));
    QCOMPARE(answer.value(u"sources")[0][u"title"].toString(), DeskRoom::known);
    double sum = answer.value(u"base").toDouble();
    for (const QJsonValue &factor : answer.value(u"factors").toArray())
        sum += factor[u"logOdds"].toDouble();
    QVERIFY(std::abs(1 / (1 + std::exp(-sum)) - answer.value(u"confidence").toDouble()) < 1e-6);
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldWaitForTheModelAndAnswerThen() {
    // GIVEN a question that the desk half knows, so that the model is asked
    ApiRoom api;
    const QString session = api.session();
    const ApiAnswer answer = api.call("POST", "/api/chat",
                                      QJsonDocument(QJsonObject{{QStringLiteral("sessionId"), session},
                                                                {QStringLiteral("message"), DeskRoom::halfKnown}})
                                          .toJson(),
                                      {{"Idempotency-Key", "one"}});
    QVERIFY(answer.wait.has_value());
    QCOMPARE(api.room.model.calls(), 1);
    // WHEN the model has answered
    api.room.model.answer(0, DeskRoom::written());
    settle();
    // THEN the response is made from it, now and for the same call again
    const ApiResponse response = api.api.finishTurn(*answer.wait);
    QCOMPARE(objectOf(response).value(u"response").toString(), DeskRoom::writtenPlain());
    const ApiResponse again =
        api.post("/api/chat",
                 {{QStringLiteral("sessionId"), session}, {QStringLiteral("message"), DeskRoom::halfKnown}}, {}, "one");
    QCOMPARE(again.body, response.body);
    QCOMPARE(api.room.model.calls(), 1);
}

void RestApiTest::shouldRefuseWhatIsNotAsDescribed_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const QByteArray chat = "/api/chat", json = "application/json";
    QTest::newRow("unknown session") << chat << QByteArray(R"({"message":"a","sessionId":"nobody"})") << json << 404
                                     << QStringLiteral("sessionId");
    QTest::newRow("unknown field") << chat << QByteArray(R"({"message":"a","sessionId":"S","mood":1})") << json << 422
                                   << QStringLiteral("mood");
    QTest::newRow("wrong type") << chat << QByteArray(R"({"message":7,"sessionId":"S"})") << json << 422
                                << QStringLiteral("message");
    QTest::newRow("missing") << chat << QByteArray(R"({"sessionId":"S"})") << json << 422 << QStringLiteral("message");
    QTest::newRow("blank") << chat << QByteArray(R"({"message":"  ","sessionId":"S"})") << json << 422
                           << QStringLiteral("message");
    QTest::newRow("too long") << chat << "{\"message\":\"" + QByteArray(100'001, 'a') + "\",\"sessionId\":\"S\"}"
                              << json << 422 << QStringLiteral("message");
    QTest::newRow("an array") << chat << QByteArray("[1]") << json << 422 << QString();
    QTest::newRow("no JSON") << chat << QByteArray("{message") << json << 400 << QString();
    QTest::newRow("invalid UTF-8") << chat << QByteArray("{\"message\":\"\xff\xfe\",\"sessionId\":\"S\"}") << json
                                   << 400 << QString();
    QTest::newRow("deep") << chat << QByteArray(100'000, '[') << json << 400 << QString();
    QTest::newRow("huge number") << chat << QByteArray(R"({"message":1e999,"sessionId":"S"})") << json << 400
                                 << QString();
    QTest::newRow("a form") << chat << QByteArray("message=a&sessionId=S")
                            << QByteArray("application/x-www-form-urlencoded") << 415 << QStringLiteral("Content-Type");
    QTest::newRow("empty") << chat << QByteArray() << json << 400 << QString();
    QTest::newRow("no such address") << QByteArray("/api/chatter") << QByteArray("{}") << json << 404 << QString();
}

void RestApiTest::shouldRefuseWhatIsNotAsDescribed() {
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    ApiRoom api;
    body.replace("\"S\"", '"' + api.session().toLatin1() + '"');
    const ApiResponse response = api.call("POST", target, body, {{"Content-Type", type}}).response;
    QTEST(response.status, "status");
    QTEST(objectOf(response).value(u"field").toString(), "field");
    QVERIFY(!objectOf(response).value(u"detail").toString().isEmpty());
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldNameTheMethodsOfAnAddress() {
    ApiRoom api;
    const ApiResponse response = api.call("PUT", "/healthz").response;
    QCOMPARE(response.status, 405);
    QCOMPARE(response.header("Allow"), QByteArray("GET, HEAD"));
    QCOMPARE(api.call("HEAD", "/api/session").response.header("Allow"), QByteArray("GET"));
    const ApiAnswer head = api.call("HEAD", "/api/v1/events", {}, ApiRoom::bearerOf(api.agent));
    QVERIFY(head.response.status == 200 && !head.stream);
    QCOMPARE(api.call("OPTIONS", "/api/chat").response.status, 204);
    QCOMPARE(api.call("BREW", "/api/chat").response.status, 405);
}

void RestApiTest::shouldOpenToNobodyWithoutAKey_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isOpen");
    ApiRoom api;
    const QStringList open{QStringLiteral("/api/session"),
                           QStringLiteral("/api/chat"),
                           QStringLiteral("/healthz"),
                           QStringLiteral("/readyz"),
                           QStringLiteral("/openapi.json"),
                           QStringLiteral("/docs"),
                           QStringLiteral("/"),
                           QStringLiteral("/chat.css"),
                           QStringLiteral("/chat.js"),
                           QStringLiteral("/markdown.js"),
                           QStringLiteral("/eventstream.js"),
                           QStringLiteral("/widget.js"),
                           QStringLiteral("/docs.css"),
                           QStringLiteral("/manifest.webmanifest"),
                           QStringLiteral("/icon.svg"),
                           QStringLiteral("/icon.png")};
    for (const Route &route : api.api.routes().routes()) {
        QString path = route.path;
        path.replace(u'{', u'x').remove(u'}');
        QTest::addRow("%s %s", route.method.constData(), qPrintable(route.path))
            << route.method << path.toLatin1() << open.contains(route.path);
    }
}

void RestApiTest::shouldOpenToNobodyWithoutAKey() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    ApiRoom api;
    for (const QByteArray &bearer :
         {QByteArray(), QByteArray("rdk_000000000000_guess"), QByteArray("guess"), api.agent + "x"}) {
        const ApiResponse response = api.call(method, target, "{}", ApiRoom::bearerOf(bearer)).response;
        QTEST(response.status != 401, "isOpen");
        QCOMPARE(response.header("WWW-Authenticate").isEmpty(), response.status != 401);
    }
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldOpenToARoleOnlyWhatIsItsOwn_data() {
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("agent");
    QTest::addColumn<int>("analyst");
    QTest::addColumn<int>("app");
    QTest::newRow("tickets") << QByteArray("/api/tickets") << 200 << 200 << 403;
    QTest::newRow("figures") << QByteArray("/api/analytics") << 200 << 200 << 403;
    QTest::newRow("metrics") << QByteArray("/metrics") << 200 << 200 << 403;
    QTest::newRow("articles") << QByteArray("/api/v1/articles") << 200 << 200 << 403;
    QTest::newRow("a conversation") << QByteArray("/api/v1/conversations/S/messages") << 200 << 403 << 200;
}

void RestApiTest::shouldOpenToARoleOnlyWhatIsItsOwn() {
    QFETCH(QByteArray, target);
    ApiRoom api;
    target.replace("/S/", '/' + api.session().toLatin1() + '/');
    QTEST(api.get(target, api.agent).status, "agent");
    QTEST(api.get(target, api.analyst).status, "analyst");
    QTEST(api.get(target, api.app).status, "app");
    QCOMPARE(api.offences, QStringList());
}

void RestApiTest::shouldForgetARevokedKey() {
    ApiRoom api;
    QCOMPARE(api.get("/api/analytics", api.agent).status, 200);
    AccessKey key = api.access.keys()->first();
    QVERIFY(key.usedAt.isValid());
    key.revokedAt = api.room.clock.now();
    QVERIFY(api.access.save(key));
    QCOMPARE(api.get("/api/analytics", api.agent).status, 401);
}

void RestApiTest::shouldLeaveATraceOfEveryAgentsCall() {
    ApiRoom api;
    api.get("/api/tickets", api.agent);
    api.get("/api/v1/tickets/99", api.agent);
    const QVector<Event> traces = api.room.allEvents(EventKind::Called);
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces[0].data.value(u"key").toString(), QStringLiteral("Dana Ortiz"));
    QCOMPARE(traces[0].data.value(u"route").toString(), QStringLiteral("/api/tickets"));
    QCOMPARE(traces[1].data.value(u"status").toInt(), 404);
    QCOMPARE(traces[1].ticket.value, 99);
}

void RestApiTest::shouldDoACallOfOneKeyOnce() {
    ApiRoom api;
    const QString session = api.session();
    const QJsonObject body{{QStringLiteral("sessionId"), session}, {QStringLiteral("message"), DeskRoom::known}};
    const ApiResponse first = api.post("/api/chat", body, {}, "a1");
    const ApiResponse second = api.post("/api/chat", body, {}, "a1");
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.header("Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(api.place.stores().conversations.messages(api.conversation(session), {}, 100)->size(), 2);
    // Another customer may choose the same key; the same customer not for something else.
    const QJsonObject other{{QStringLiteral("sessionId"), api.session()}, {QStringLiteral("message"), DeskRoom::known}};
    QVERIFY(api.post("/api/chat", other, {}, "a1").header("Idempotency-Replayed").isEmpty());
    const QJsonObject changed{{QStringLiteral("sessionId"), session}, {QStringLiteral("message"), DeskRoom::unknown}};
    QCOMPARE(api.post("/api/chat", changed, {}, "a1").status, 422);
}

void RestApiTest::shouldSlowDownASessionThatWritesTooMuch() {
    ApiRoom api;
    const QString session = api.session();
    const QJsonObject body{{QStringLiteral("sessionId"), session},
                           {QStringLiteral("message"), QStringLiteral("hello")}};
    for (int i = 0; i < 60; ++i)
        QCOMPARE(api.post("/api/chat", body).status, 200);
    const ApiResponse refused = api.post("/api/chat", body);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), QByteArray("1"));
    api.room.clock.advance(1000);
    QCOMPARE(api.post("/api/chat", body).status, 200);
}

void RestApiTest::shouldMatchNoPathTricks_data() {
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"//api/session", "/api//session", "/api/./session", "/api/../api/session",
                               "/api/session/", "/api/%2e%2e/session", "/api%2fsession", "/api/session%00", "/api/%ff",
                               "/API/session", "/api\\session", "/..%5c..%5cetc%5cpasswd", "/chat.js%00.html"})
        QTest::newRow(target) << QByteArray(target);
}

void RestApiTest::shouldMatchNoPathTricks() {
    QFETCH(QByteArray, target);
    ApiRoom api;
    QCOMPARE(api.get(target).status, 404);
}

void RestApiTest::shouldLetOnlyNamedOriginsIn() {
    const QByteArray shop = "https://shop.example.com";
    ApiRoom api(true, {QString::fromLatin1(shop)});
    const auto asked = [&](const QByteArray &origin) {
        return api.call("GET", "/api/session", {}, {{"Origin", origin}}).response.header("Access-Control-Allow-Origin");
    };
    QCOMPARE(asked(shop), shop);
    QCOMPARE(asked("https://shop.example.com.evil.example"), QByteArray());
    const ApiResponse preflight = api.call("OPTIONS", "/api/chat", {}, {{"Origin", shop}}).response;
    QCOMPARE(preflight.header("Access-Control-Allow-Methods"), QByteArray("POST"));
    QVERIFY(api.get("/").header("Content-Security-Policy").endsWith("frame-ancestors " + shop));
    ApiRoom closed;
    QVERIFY(closed.call("GET", "/api/session", {}, {{"Origin", shop}})
                .response.header("Access-Control-Allow-Origin")
                .isEmpty());
    QVERIFY(closed.get("/").header("Content-Security-Policy").endsWith("frame-ancestors 'none'"));
}

void RestApiTest::shouldDescribeEveryRoute() {
    ApiRoom api;
    const QJsonObject description = objectOf(api.get("/openapi.json"));
    QCOMPARE(description.value(u"openapi").toString(), QStringLiteral("3.1.0"));
    for (const Route &route : api.api.routes().routes()) {
        const QJsonValue operation = description[u"paths"][route.path][QString::fromLatin1(route.method.toLower())];
        QVERIFY2(!operation[u"summary"].toString().isEmpty(), qPrintable(route.path));
        QVERIFY2(operation[u"responses"][QString::number(route.success)].isObject(), qPrintable(route.path));
        for (const QString &schema : {route.takes, route.gives})
            QVERIFY2(schema.isEmpty() || apiSchemas().contains(schema), qPrintable(schema));
        QVERIFY2(!route.gives.isEmpty() || !route.type.isEmpty() || route.success == 204, qPrintable(route.path));
        QVERIFY2(api.get("/docs").body.contains(route.path.toHtmlEscaped().toUtf8()), qPrintable(route.path));
    }
    const QByteArray page = api.get("/docs").body;
    for (const QString &schema : apiSchemas().keys())
        QVERIFY2(page.contains("<h3 id=\"" + schema.toUtf8() + "\">"), qPrintable(schema));
    for (const char *told : {"<code>needsHuman</code></td><td>boolean", "list of <a href=\"#Message\">Message</a>",
                             "<code>?status=</code>", "at most 100000 characters"})
        QVERIFY2(page.contains(told), told);
    QCOMPARE(api.offences, QStringList());
}

QTEST_GUILESS_MAIN(RestApiTest)
#include "restapi_test.moc"
