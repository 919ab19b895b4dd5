// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Every trouble has a whole sentence that names the server, says what was kept, and shows the token to nobody.
#include "app/huggingface/huggingfaceclient.h"
#include "app/huggingface/troublesentences.h"
#include "tests/support/standinserver.h"
#include <QtCore/QLoggingCategory>
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

const QString token = QStringLiteral("sk-notforyoureyes");

ModelSettings settingsFor(const char *url) {
    ModelSettings settings;
    settings.baseUrl = QUrl(QString::fromLatin1(url));
    settings.token = token;
    return settings;
}

QStringList logged; // by the message handler
QMutex logging;

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message) {
    const QMutexLocker lock(&logging);
    logged += message;
}

} // namespace

class TroubleSentencesTest : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() { qunsetenv("HF_HUB_OFFLINE"); }
    void shouldHaveAWholeSentenceForEachTrouble();
    void shouldSayWhatToDoAtHuggingFaceAndElsewhere_data();
    void shouldSayWhatToDoAtHuggingFaceAndElsewhere();
    void shouldFillInNothingThatTheServerSaid();
    void shouldAskForATokenWhereThereWasNone();
    void shouldQuoteOnlyTheBeginningOfALongText();
    void shouldNotShowAPasswordInTheAddress();
    void shouldNeverShowTheToken_data();
    void shouldNeverShowTheToken();
};

void TroubleSentencesTest::shouldHaveAWholeSentenceForEachTrouble() {
    const TroubleSentences sentences(settingsFor("https://router.huggingface.co/v1"));
    for (int i = 0; i <= static_cast<int>(Trouble::DailyLimit); ++i) {
        const ModelTrouble trouble{static_cast<Trouble>(i), QStringLiteral("words"), 599, {}, 0};
        const QString sentence = sentences.failure(trouble).sentence;
        QVERIFY2(sentence.contains(u"The question goes to a person; nothing was lost."), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'{') && !sentence.contains(u"  "), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        // behind a test nobody waits
        QVERIFY(!sentences.failure(trouble, QStringLiteral("test")).sentence.contains(u"person"));
        QVERIFY(sentences.failure(trouble, QStringLiteral("answer-1")).sentence == sentence);
    }
}

void TroubleSentencesTest::shouldSayWhatToDoAtHuggingFaceAndElsewhere_data() {
    QTest::addColumn<ModelTrouble>("trouble");
    QTest::addColumn<QString>("atHuggingFace");
    QTest::addColumn<QString>("elsewhere");

    const auto row = [](const char *name, const ModelTrouble &trouble, const QString &here, const QString &there) {
        QTest::newRow(name) << trouble << here << there;
    };
    const auto status = [](int number) { return ModelTrouble{Trouble::Status, {}, number, {}, 0}; };
    row("whole deadline", troubled(Trouble::WholeDeadline),
        QStringLiteral(
            "Hugging Face did not answer in 30 s. The question goes to a person; nothing was lost. Check the "
            "network connection, choose a smaller model, or allow more time."),
        QStringLiteral("llm.example.org:8080 did not answer in 30 s. The question goes to a person; nothing was lost. "
                       "Check the network connection, choose a smaller model, or allow more time."));
    row("connect deadline", troubled(Trouble::ConnectDeadline),
        QStringLiteral("Hugging Face could not be reached in 5 s."),
        QStringLiteral("llm.example.org:8080 could not be reached in 5 s."));
    row("model", {Trouble::Status, {}, 400, QStringLiteral("model_not_supported"), 0},
        QStringLiteral("enable a provider at https://hf.co/"), QStringLiteral("Choose a model that this server has."));
    row("payment", status(402), QStringLiteral("Buy credits"), QStringLiteral("Check the account at this server."));
    row("permission", status(403), QStringLiteral("Make calls to Inference Providers"),
        QStringLiteral("Check what the token allows."));
    row("gone", status(410), QStringLiteral("Give https://router.huggingface.co/v1 as the base URL."),
        QStringLiteral("Ask whoever runs the server"));
    row("busy", {Trouble::Status, {}, 503, {}, 12}, QStringLiteral("Try again in 12 s."),
        QStringLiteral("Try again in 12 s."));
}

void TroubleSentencesTest::shouldSayWhatToDoAtHuggingFaceAndElsewhere() {
    QFETCH(const ModelTrouble, trouble);
    QFETCH(const QString, atHuggingFace);
    QFETCH(const QString, elsewhere);
    const QString here = TroubleSentences(settingsFor("https://router.huggingface.co/v1")).failure(trouble).sentence;
    QVERIFY2(here.contains(atHuggingFace), qPrintable(here));
    QVERIFY2(here.contains(u"Hugging Face"), qPrintable(here));
    const QString there = TroubleSentences(settingsFor("https://llm.example.org:8080/v1")).failure(trouble).sentence;
    QVERIFY2(there.contains(elsewhere), qPrintable(there));
    QVERIFY2(!there.contains(u"Hugging Face"), qPrintable(there));
}

void TroubleSentencesTest::shouldFillInNothingThatTheServerSaid() {
    // GIVEN a server that knows our place-holders
    const ModelTrouble trouble{Trouble::Status, QStringLiteral("{model} {host} %1"), 400, {}, 0};
    const QString sentence = TroubleSentences(settingsFor("http://localhost/v1")).failure(trouble).sentence;
    QVERIFY2(sentence.contains(u"It said: \"{model} {host} %1\"."), qPrintable(sentence));
}

void TroubleSentencesTest::shouldAskForATokenWhereThereWasNone() {
    ModelSettings settings = settingsFor("http://localhost/v1");
    settings.token.clear();
    const QString sentence = TroubleSentences(settings).failure({Trouble::Status, {}, 401, {}, 0}).sentence;
    QVERIFY2(sentence.contains(u"asks for a token (401)") && sentence.contains(u"Set HF_TOKEN"), qPrintable(sentence));
}

void TroubleSentencesTest::shouldQuoteOnlyTheBeginningOfALongText() {
    const ModelTrouble trouble{Trouble::Status, QString(5000, u'x'), 400, {}, 0};
    const QString sentence = TroubleSentences(settingsFor("http://localhost/v1")).failure(trouble).sentence;
    QVERIFY2(sentence.contains(QString(299, u'x') + QStringLiteral("…\".")), qPrintable(sentence));
}

void TroubleSentencesTest::shouldNotShowAPasswordInTheAddress() {
    const TroubleSentences sentences(settingsFor("ftp://me:pass-word@example.org/v1?key=pass-word"));
    for (int i = 0; i <= static_cast<int>(Trouble::Withdrawn); ++i) {
        const QString sentence = sentences.failure(troubled(static_cast<Trouble>(i))).sentence;
        QVERIFY2(!sentence.contains(u"pass-word"), qPrintable(sentence));
    }
}

void TroubleSentencesTest::shouldNeverShowTheToken_data() {
    QTest::addColumn<QByteArray>("response");

    const QByteArray echo = token.toUtf8();
    const auto stream = [](const QByteArray &body) { return standin::response(200, "text/event-stream", body); };
    QTest::newRow("refusal") << standin::response(401, "application/json", "{\"error\":\"Bad token " + echo + "\"}");
    QTest::newRow("refusal, escaped") << standin::response(
        401, "application/json", "{\"error\":\"Bad " + QByteArray(echo).replace("-", "\\u002d") + "\"}");
    QTest::newRow("refusal, plain text") << standin::response(500, "text/plain", "Bearer " + echo.toUpper());
    QTest::newRow("refusal at the cut") << standin::response(500, "text/plain", QByteArray(286, '.') + echo);
    QTest::newRow("status text") << QByteArray("HTTP/1.1 500 " + echo + "\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("redirect") << standin::response(302, "text/plain", "", {{"Location", "http://" + echo + ".org/"}});
    QTest::newRow("error within") << stream("data: {\"error\":\"" + echo + "\"}\n\n");
    QTest::newRow("error event") << stream("event: error\ndata: " + echo + "\n\n");
    QTest::newRow("answer") << stream(standin::eventStream({QStringLiteral("You are "), token, QStringLiteral(".")}));
    QTest::newRow("answer in pieces") << stream(standin::eventStream(
        {QStringLiteral("You are ") + token.left(5), token.mid(5, 3), token.mid(8) + QStringLiteral(".")}));
    QTest::newRow("plain answer") << standin::response(200, "application/json", standin::completion(token));
    QTest::newRow("model and reason") << stream("data: {\"model\":\"" + echo +
                                                "\",\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"" +
                                                echo + "\"}]}\n\n");
    QTest::newRow("nonsense") << stream("data: " + echo + "\n\n");
    QTest::newRow("not HTTP") << QByteArray(echo + "\r\n\r\n");
}

void TroubleSentencesTest::shouldNeverShowTheToken() {
    // GIVEN a server that says the token back, and Qt at its most talkative
    QFETCH(const QByteArray, response);
    StandInServer server;
    server.play({{StandInStep::Send, response}, {StandInStep::Close, {}}});
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
    const auto before = qInstallMessageHandler(keepMessage);
    // WHEN
    QStringList shown;
    {
        ModelSettings settings = settingsFor("http://127.0.0.1");
        settings.baseUrl = server.url();
        HuggingFaceClient client(settings);
        const auto future = client.complete({{{QStringLiteral("user"), QStringLiteral("Hi")}}, 64, 0},
                                            [&](const QString &text) { shown += text; });
        const bool ended = QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(ended);
        const auto reply = future.result();
        shown = {shown.join(QString())};
        shown += client.limitation();
        shown +=
            reply ? QStringList{reply->text, reply->model, reply->finishReason} : QStringList{reply.error().sentence};
    }
    // THEN
    QCOMPARE(server.lastRequest().headers.value("authorization"), "Bearer " + token.toUtf8());
    const QMutexLocker lock(&logging);
    for (const QString &text : shown + logged) {
        // (also not the better part of it)
        QVERIFY2(!text.contains(token.left(8), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(token.right(10), Qt::CaseInsensitive), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TroubleSentencesTest)
#include "troublesentences_test.moc"
