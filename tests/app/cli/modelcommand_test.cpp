// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk model`: the test, the list of models, and the list of what was sent, which holds no private data.
#include "tests/support/program.h"
#include "tests/support/standinserver.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace relaydesk;

class ModelCommandTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldSayThatTheModelAnswers();
    void shouldSayWhatIsWrong_data();
    void shouldSayWhatIsWrong();
    void shouldNameModelsThatAreServed();
    void shouldListWhatWasSentWithoutPrivateData();
    void shouldSendNothingOffline();
    void shouldExplainWrongUse();

  private:
    Ran model(const QStringList &words) const {
        return m_program->run(QStringList{QStringLiteral("model")} + words +
                              QStringList{QStringLiteral("--model-url"), m_server->url().toString(),
                                          QStringLiteral("--model"), QStringLiteral("small")});
    }
    std::unique_ptr<Program> m_program;
    std::unique_ptr<StandInServer> m_server;
};

void ModelCommandTest::init() {
    m_program = std::make_unique<Program>();
    m_server = std::make_unique<StandInServer>();
}

void ModelCommandTest::shouldSayThatTheModelAnswers() {
    m_server->answerWith(QStringLiteral("ready"));
    const Ran ran = model({QStringLiteral("test")});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains(QStringLiteral("answered in")), qPrintable(ran.out));
    QVERIFY(ran.out.trimmed().endsWith(QStringLiteral("ready")));
    const QJsonObject json = model({QStringLiteral("test"), QStringLiteral("--json")}).json();
    QCOMPARE(json.value(QStringLiteral("ok")).toBool(), true);
    QCOMPARE(json.value(QStringLiteral("reply")).toString(), QStringLiteral("ready"));
}

void ModelCommandTest::shouldSayWhatIsWrong_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("token") << 401 << QByteArray(R"({"error":"Invalid credentials in Authorization header"})")
                           << QStringLiteral("asks for a token");
    QTest::newRow("permission") << 403 << QByteArray(R"({"error":"no permission"})")
                                << QStringLiteral("does not let this token");
    QTest::newRow("credits") << 402 << QByteArray(R"({"error":"depleted"})") << QStringLiteral("credits");
}

void ModelCommandTest::shouldSayWhatIsWrong() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    m_server->errorAnswer(status, body);
    const Ran ran = model({QStringLiteral("test")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(words), qPrintable(ran.err));
    QVERIFY2(!ran.err.contains(QStringLiteral("person")), qPrintable(ran.err)); // no question was asked
    QCOMPARE(m_server->requestCount(), 1);
}

void ModelCommandTest::shouldNameModelsThatAreServed() {
    m_server->answerEach([](const StandInRequest &request) -> StandInScript {
        const bool isList = request.method == "GET";
        const QByteArray body = isList ? R"({"data":[{"id":"one"},{"id":"two"},{"id":"three"},{"id":"zoo"}]})"
                                       : R"({"error":{"message":"no","code":"model_not_supported"}})";
        const StandInHeaders headers{{"Content-Type", "application/json"},
                                     {"Content-Length", QByteArray::number(body.size())}};
        return {{StandInStep::Send, standin::head(isList ? 200 : 400, headers) + body}};
    });
    const Ran ran = model({QStringLiteral("test")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(QStringLiteral("one, three, two")), qPrintable(ran.err));
    const Ran list = model({QStringLiteral("list"), QStringLiteral("t")});
    QVERIFY2(list.out.contains(QStringLiteral("two")) && list.out.contains(QStringLiteral("three")) &&
                 !list.out.contains(QStringLiteral("zoo")),
             qPrintable(list.out));
    QVERIFY(list.out.contains(QStringLiteral("not in this list"))); // the known names
}

void ModelCommandTest::shouldListWhatWasSentWithoutPrivateData() {
    // GIVEN a question with private data that the model was asked about
    m_program->write(QStringLiteral("k.csv"),
                     "title,question,answer,tags\n"
                     "Can a parcel go to my neighbour?,leave the parcel with a neighbour,"
                     "Yes. Open **Orders** and choose *Neighbour* until 18:00 on the day before.,delivery\n"
                     "Can a letter go to my neighbour?,leave the letter with a neighbour,"
                     "No. A letter goes to the letter box of the house.,delivery\n"
                     "How do I close my account?,delete my account,Open Settings and choose Close account. It takes 2 "
                     "days.,account\n");
    QCOMPARE(m_program->run({QStringLiteral("import"), m_program->path(QStringLiteral("k.csv"))}).exitCode, 0);
    m_server->answerWith(QStringLiteral("NO_ANSWER"));
    const QStringList url{QStringLiteral("--model-url"), m_server->url().toString()};
    m_program->run(
        QStringList{QStringLiteral("ask"), QStringLiteral("My neighbour is away, my mail is maya@example.org")} + url);
    QCOMPARE(m_server->requestCount(), 1);
    QVERIFY(!m_server->lastRequest().body.contains("maya@example.org"));
    QVERIFY(m_server->lastRequest().body.contains("[EMAIL_1]"));
    // WHEN the list is asked for
    const Ran ran = m_program->run({QStringLiteral("model"), QStringLiteral("requests"), QStringLiteral("--json")});
    // THEN it holds the text as it was sent
    const QJsonArray requests = ran.json().value(QStringLiteral("requests")).toArray();
    QCOMPARE(requests.size(), 1);
    QVERIFY(requests[0][u"sent"].toString().contains(QStringLiteral("[EMAIL_1]")));
    QVERIFY(!ran.out.contains(QStringLiteral("maya@example.org")));
    QCOMPARE(requests[0][u"bytesSent"].toInt(), int(m_server->lastRequest().body.size()));
    QCOMPARE(requests[0][u"purpose"].toString(), QStringLiteral("answer-1"));
}

void ModelCommandTest::shouldSendNothingOffline() {
    m_server->answerWith(QStringLiteral("ready"));
    for (const char *what : {"test", "list"}) {
        const Ran ran = model({QLatin1String(what), QStringLiteral("--offline")});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(QStringLiteral("offline")), qPrintable(ran.err));
    }
    QCOMPARE(m_server->connectionCount(), 0);
}

void ModelCommandTest::shouldExplainWrongUse() {
    QCOMPARE(model({}).exitCode, 2);
    QCOMPARE(model({QStringLiteral("dance")}).exitCode, 2);
    QCOMPARE(model({QStringLiteral("requests"), QStringLiteral("--most"), QStringLiteral("few")}).exitCode, 2);
}

QTEST_GUILESS_MAIN(ModelCommandTest)
#include "modelcommand_test.moc"
