// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk ask` and `chat` with a language model behind them: a stand-in server on 127.0.0.1.
#include "tests/support/program.h"
#include "tests/support/standinserver.h"
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <sys/resource.h>

using namespace relaydesk;

namespace {

const QString halfKnown = QStringLiteral("Can something go to my neighbour?");

const QByteArray knowledge =
    "title,question,answer,tags\n"
    "Can a parcel go to my neighbour?,leave the parcel with a neighbour,"
    "Yes. Open **Orders** and choose *Neighbour* until 18:00 on the day before.,delivery\n"
    "Can a letter go to my neighbour?,leave the letter with a neighbour,No. A letter goes to the letter box of the "
    "house.,delivery\n"
    "How do I close my account?,delete my account,Open Settings and choose Close account. It takes 2 days.,account\n";

} // namespace

class ModelTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldAnswerFromTheArticlesWithTheModelsWords();
    void shouldHandOverWhatTheModelMadeUp();
    void shouldHandOverWhenTheModelDoesNotKnow();
    void shouldHandOverWhenTheModelFails();
    void shouldHandOverWhenTheModelIsTooSlow();
    void shouldAskNobodyOffline();
    void shouldAskNobodyWhileTheWindowsSwitchIsOff();
    void shouldAskNobodyAboutTheUnknown();
    void shouldKeepTheTokenToItself();
    void shouldTakeUpTheQuestionOfAKilledProgram();
    void shouldLeaveNoImageOfItsMemory();

  private:
    QJsonObject ask(const QStringList &more = {});
    QStringList withModel() const { return {QStringLiteral("--model-url"), m_server->url().toString()}; }
    QJsonArray tickets() const;

    std::unique_ptr<Program> m_program;
    std::unique_ptr<StandInServer> m_server;
};

void ModelTest::init() {
    m_program = std::make_unique<Program>();
    m_server = std::make_unique<StandInServer>();
    m_program->write(QStringLiteral("k.csv"), knowledge);
    QCOMPARE(m_program->run({QStringLiteral("import"), m_program->path(QStringLiteral("k.csv"))}).exitCode, 0);
}

QJsonObject ModelTest::ask(const QStringList &more) {
    const Ran ran =
        m_program->run(QStringList{QStringLiteral("ask"), halfKnown, QStringLiteral("--json")} + withModel() + more);
    if (ran.exitCode != 0)
        qWarning("%s", qPrintable(ran.err));
    return ran.json();
}

QJsonArray ModelTest::tickets() const {
    return m_program->run({QStringLiteral("agent"), QStringLiteral("list"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("tickets"))
        .toArray();
}

void ModelTest::shouldAnswerFromTheArticlesWithTheModelsWords() {
    m_server->answerWith(
        QStringLiteral("A parcel can: open Orders and choose Neighbour until 18:00 on the day before [2]. "
                       "A letter goes to the letter box of the house [1]."));
    const QJsonObject verdict = ask();
    QCOMPARE(m_server->requestCount(), 1);
    QCOMPARE(verdict.value(QStringLiteral("needsHuman")).toBool(), false);
    QCOMPARE(verdict.value(QStringLiteral("answer")).toString(),
             QStringLiteral("A parcel can: open Orders and choose Neighbour until 18:00 on the day before. "
                            "A letter goes to the letter box of the house."));
    QCOMPARE(verdict.value(QStringLiteral("factors")).toArray().last()[QStringLiteral("name")].toString(),
             QStringLiteral("grounding"));
    QVERIFY(tickets().isEmpty());
}

void ModelTest::shouldHandOverWhatTheModelMadeUp() {
    m_server->answerWith(QStringLiteral("Our moon office delivers everything within 7 minutes, see "
                                        "https://moon.example/fast for prices from 99 euros."));
    const QJsonObject verdict = ask();
    QCOMPARE(verdict.value(QStringLiteral("needsHuman")).toBool(), true);
    QCOMPARE(verdict.value(QStringLiteral("reason")).toString(), QStringLiteral("low_confidence"));
    QCOMPARE(tickets().size(), 1);
}

void ModelTest::shouldHandOverWhenTheModelDoesNotKnow() {
    m_server->answerWith(QStringLiteral("NO_ANSWER"));
    QCOMPARE(ask().value(QStringLiteral("reason")).toString(), QStringLiteral("missing_knowledge"));
    QCOMPARE(tickets().size(), 1);
}

void ModelTest::shouldHandOverWhenTheModelFails() {
    m_server->errorAnswer(503, "{\"error\":\"Model is loading\",\"estimated_time\":20.0}");
    const QJsonObject verdict = ask();
    QCOMPARE(verdict.value(QStringLiteral("reason")).toString(), QStringLiteral("model_failure"));
    QVERIFY(!verdict.value(QStringLiteral("reasonText")).toString().isEmpty());
    QCOMPARE(tickets().size(), 1);
}

void ModelTest::shouldHandOverWhenTheModelIsTooSlow() {
    m_server->play({{StandInStep::Hold, {}}});
    const QJsonObject verdict = ask({QStringLiteral("--model-deadline"), QStringLiteral("0.3")});
    QCOMPARE(verdict.value(QStringLiteral("reason")).toString(), QStringLiteral("model_failure"));
    QCOMPARE(tickets().size(), 1);
}

void ModelTest::shouldAskNobodyOffline() {
    const QJsonObject verdict = ask({QStringLiteral("--offline")});
    QCOMPARE(m_server->connectionCount(), 0);
    QCOMPARE(verdict.value(QStringLiteral("needsHuman")).toBool(), true);
    QVERIFY(verdict.value(QStringLiteral("reason")).toString() != QStringLiteral("model_failure"));
}

void ModelTest::shouldAskNobodyWhileTheWindowsSwitchIsOff() {
    // GIVEN the switch at the foot of the window, as it is kept
    QVERIFY(QDir().mkpath(m_program->path(QStringLiteral("config/relaydesk"))));
    m_program->write(QStringLiteral("config/relaydesk/relaydesk.conf"), "[model]\noffline=true\n");
    // WHEN a command asks THEN nothing leaves
    QVERIFY(!ask().isEmpty());
    QCOMPARE(m_server->connectionCount(), 0);
}

void ModelTest::shouldAskNobodyAboutTheUnknown() {
    const Ran ran = m_program->run(
        QStringList{QStringLiteral("ask"), QStringLiteral("zebra quagga xylophone"), QStringLiteral("--json")} +
        withModel());
    QCOMPARE(ran.json().value(QStringLiteral("reason")).toString(), QStringLiteral("missing_knowledge"));
    QCOMPARE(m_server->connectionCount(), 0);
}

void ModelTest::shouldKeepTheTokenToItself() {
    // GIVEN a token, and a server that echoes it
    const QByteArray token = "hf_SecretOfTheHouse123456";
    m_program->setVariable(QStringLiteral("HF_TOKEN"), QString::fromLatin1(token));
    m_program->setVariable(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true"));
    m_server->errorAnswer(401, "{\"error\":\"Invalid token " + token + "\"}");
    // WHEN
    const Ran ran = m_program->run(QStringList{QStringLiteral("ask"), halfKnown} + withModel());
    const Ran shown = m_program->run(
        {QStringLiteral("agent"), QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--json")});
    m_program->run({QStringLiteral("export"), m_program->path(QStringLiteral("all.jsonl"))});
    // THEN it was sent, and stands nowhere
    QCOMPARE(m_server->lastRequest().headers.value("authorization"), QByteArray("Bearer ") + token);
    for (const QString &text : {ran.out, ran.err, shown.out, shown.err})
        QVERIFY2(!text.toUtf8().contains(token), qPrintable(text));
    for (QDirIterator files(m_program->path(QString()), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(token), qPrintable(file.fileName()));
    }
}

void ModelTest::shouldTakeUpTheQuestionOfAKilledProgram() {
    // GIVEN a customer whose answer is being written
    m_server->play({{StandInStep::Hold, {}}});
    const auto chat = m_program->start(QStringList{QStringLiteral("chat")} + withModel());
    chat->write((halfKnown + u'\n').toUtf8());
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, 60'000);
    // WHEN the program is killed
    chat->kill();
    QVERIFY(chat->waitForFinished());
    const QString session = QString::fromUtf8(chat->readAllStandardOutput()).section(u' ', 1, 1);
    // THEN the question is still there, and whoever opens the desk next brings it to a person
    const Ran back =
        m_program->run({QStringLiteral("chat"), QStringLiteral("--session"), session, QStringLiteral("--offline")});
    QVERIFY2(back.exitCode == 0, qPrintable(back.err));
    QVERIFY2(back.out.contains(QStringLiteral("Assistant")), qPrintable(back.out));
    QCOMPARE(tickets().size(), 1);
    QCOMPARE(tickets()[0][QStringLiteral("question")].toString(), halfKnown);
}

void ModelTest::shouldLeaveNoImageOfItsMemory() {
    // GIVEN a machine that keeps what was in the memory of a program that crashed
    rlimit size{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &size), 0);
    if (size.rlim_max == 0)
        QSKIP("this machine keeps none in any case");
    size.rlim_cur = size.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_CORE, &size), 0);
    // WHEN
    const auto chat = m_program->start({QStringLiteral("chat"), QStringLiteral("--offline")});
    QTRY_VERIFY_WITH_TIMEOUT(chat->bytesAvailable() > 0, 60'000);
    // THEN not of this one: a token may be in it
    QFile limits(QStringLiteral("/proc/%1/limits").arg(chat->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QString line = QString::fromLatin1(limits.readAll()).section(QStringLiteral("Max core file size"), 1, 1);
    QCOMPARE(line.simplified().section(u' ', 0, 0), QStringLiteral("0"));
    chat->closeWriteChannel();
    QVERIFY(chat->waitForFinished(60'000));
}

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
