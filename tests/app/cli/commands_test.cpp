// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The commands of `relaydesk`, run as programs: usage, knowledge in and out, the queue.
#include "app/storage/writelock.h"
#include "tests/support/program.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {
const QByteArray knowledge =
    "title,question,answer,tags\n"
    "Where is my parcel?,track my parcel,Open **Orders** and choose *Track*. You see where it is within 24 "
    "hours.,delivery\n"
    "Where is my parcel?,parcel tracking number,,\n"
    "How do I close my account?,delete my account,Open Settings and choose Close account. It takes 2 days.,account\n";
}

class CommandsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldExplainItselfEverywhere_data();
    void shouldExplainItselfEverywhere();
    void shouldCallWrongUsageByItsName_data();
    void shouldCallWrongUsageByItsName();
    void shouldImportAndChangeNothingTheSecondTime();
    void shouldImportNothingOfABrokenFile_data();
    void shouldImportNothingOfABrokenFile();
    void shouldGiveBackWhatItTook_data();
    void shouldGiveBackWhatItTook();
    void shouldAnswerWhatItKnows();
    void shouldPutATicketBehindEveryHandoff();
    void shouldRelayFromCustomerToAgentAndLearn();
    void shouldNotLetTwoAgentsAnswerOneTicket();
    void shouldKeepAThinAnswerFromTheNextCustomer();
    void shouldRollBackWhatWasLearned();
    void shouldTakeAnyTextFromACustomer_data();
    void shouldTakeAnyTextFromACustomer();
    void shouldTalkInTheTerminalAndComeBack();
    void shouldSayWhoHoldsTheDatabase();
    void shouldLeaveAForeignFileAlone();
};

void CommandsTest::shouldExplainItselfEverywhere_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("overview") << QStringList{QStringLiteral("--help")} << QStringLiteral("demo");
    for (const char *name : {"demo", "ask", "chat", "agent", "import", "export", "metrics", "serve", "key"})
        QTest::newRow(name) << QStringList{QLatin1String(name), QStringLiteral("--help")}
                            << QStringLiteral("--database");
    QTest::newRow("verbs") << QStringList{QStringLiteral("agent"), QStringLiteral("--help")}
                           << QStringLiteral("give-back");
    QTest::newRow("usage") << QStringList{QStringLiteral("ask"), QStringLiteral("--help")}
                           << QStringLiteral("Usage: relaydesk ask");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QStringLiteral("relaydesk ");
}

void CommandsTest::shouldExplainItselfEverywhere() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Ran ran = Program().run(arguments);
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains(says), qPrintable(ran.out));
}

void CommandsTest::shouldCallWrongUsageByItsName_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such command") << QStringList{QStringLiteral("fly")};
    QTest::newRow("no such option") << QStringList{QStringLiteral("metrics"), QStringLiteral("--fast")};
    QTest::newRow("no question") << QStringList{QStringLiteral("ask")};
    QTest::newRow("two questions") << QStringList{QStringLiteral("ask"), QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("no file") << QStringList{QStringLiteral("import")};
    QTest::newRow("unknown format") << QStringList{QStringLiteral("export"), QStringLiteral("x.pdf")};
    QTest::newRow("unknown verb") << QStringList{QStringLiteral("agent"), QStringLiteral("dance")};
    QTest::newRow("no ticket") << QStringList{QStringLiteral("agent"), QStringLiteral("claim")};
    QTest::newRow("not a number") << QStringList{QStringLiteral("agent"), QStringLiteral("claim"),
                                                 QStringLiteral("one")};
    QTest::newRow("no deadline") << QStringList{QStringLiteral("ask"), QStringLiteral("a"),
                                                QStringLiteral("--model-deadline"), QStringLiteral("soon")};
    QTest::newRow("no address") << QStringList{QStringLiteral("ask"), QStringLiteral("a"),
                                               QStringLiteral("--model-url"), QStringLiteral("nonsense")};
    QTest::newRow("no day") << QStringList{QStringLiteral("metrics"), QStringLiteral("--from"),
                                           QStringLiteral("yesterday")};
}

void CommandsTest::shouldCallWrongUsageByItsName() {
    QFETCH(QStringList, arguments);
    const Ran ran = Program().run(arguments);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(!ran.err.isEmpty());
    QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
}

void CommandsTest::shouldImportAndChangeNothingTheSecondTime() {
    // GIVEN
    const Program program;
    program.write(QStringLiteral("k.csv"), knowledge);
    const QStringList import{QStringLiteral("import"), program.path(QStringLiteral("k.csv")), QStringLiteral("--json")};
    // WHEN
    const Ran first = program.run(import);
    const Ran second = program.run(import);
    // THEN
    QCOMPARE(first.json().value(QStringLiteral("added")).toInt(), 2);
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.json().value(QStringLiteral("added")).toInt(), 0);
    QCOMPARE(second.json().value(QStringLiteral("changed")).toInt(), 0);
    QCOMPARE(second.json().value(QStringLiteral("unchanged")).toInt(), 2);
}

void CommandsTest::shouldImportNothingOfABrokenFile_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("open quote") << QStringLiteral("k.csv") << knowledge + "\"never closed,x,y,z\n"
                                << QStringLiteral("Line 5");
    QTest::newRow("not UTF-8") << QStringLiteral("k.csv") << knowledge + "caf\xe9,x,y,z\n" << QStringLiteral("Line 5");
    QTest::newRow("no answer") << QStringLiteral("k.csv") << knowledge + "A title,a question,,\n"
                               << QStringLiteral("Line 5");
    QTest::newRow("broken JSON") << QStringLiteral("k.jsonl")
                                 << QByteArray("{\"title\":\"a\",\"answer\":\"b\"}\n{\"title\":\n")
                                 << QStringLiteral("Line 2");
    QTest::newRow("format") << QStringLiteral("k.xlsx") << knowledge << QStringLiteral(".csv");
}

void CommandsTest::shouldImportNothingOfABrokenFile() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const Program program;
    program.write(name, bytes);
    const Ran ran = program.run({QStringLiteral("import"), program.path(name)});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
    program.run({QStringLiteral("import"), QStringLiteral("--sample")});
    const Ran exported = program.run({QStringLiteral("export"), program.path(QStringLiteral("all.md"))});
    QCOMPARE(exported.exitCode, 0);
    QVERIFY(!exported.out.startsWith(QStringLiteral("94"))); // the sample alone, nothing of the broken file
    QFile file(program.path(QStringLiteral("all.md")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Where is my parcel?"));
}

void CommandsTest::shouldGiveBackWhatItTook_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("CSV") << QStringLiteral("k.csv");
    QTest::newRow("JSON Lines") << QStringLiteral("k.jsonl");
    QTest::newRow("Markdown") << QStringLiteral("k.md");
}

void CommandsTest::shouldGiveBackWhatItTook() {
    QFETCH(QString, name);
    // GIVEN a desk with the sample
    const Program from;
    QCOMPARE(from.run({QStringLiteral("import"), QStringLiteral("--sample")}).exitCode, 0);
    QCOMPARE(from.run({QStringLiteral("export"), from.path(name)}).exitCode, 0);
    // WHEN another one takes its export, and the first one its own
    const Program to;
    const Ran taken = to.run({QStringLiteral("import"), from.path(name), QStringLiteral("--json")});
    const Ran again = from.run({QStringLiteral("import"), from.path(name), QStringLiteral("--json")});
    // THEN
    QVERIFY2(taken.exitCode == 0, qPrintable(taken.err));
    QVERIFY(taken.json().value(QStringLiteral("added")).toInt() >= 60);
    QCOMPARE(
        again.json().value(QStringLiteral("changed")).toInt() + again.json().value(QStringLiteral("added")).toInt(), 0);
}

void CommandsTest::shouldAnswerWhatItKnows() {
    const Program program;
    program.write(QStringLiteral("k.csv"), knowledge);
    program.run({QStringLiteral("import"), program.path(QStringLiteral("k.csv"))});
    const Ran ran =
        program.run({QStringLiteral("ask"), QStringLiteral("where is my parcel"), QStringLiteral("--json")});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    const QJsonObject verdict = ran.json();
    QCOMPARE(verdict.value(QStringLiteral("needsHuman")).toBool(), false);
    QVERIFY(verdict.value(QStringLiteral("answer")).toString().contains(QStringLiteral("Orders")));
    double sum = verdict.value(QStringLiteral("base")).toDouble();
    const QJsonArray factors = verdict.value(QStringLiteral("factors")).toArray();
    QCOMPARE(factors.size(), 4);
    for (const QJsonValue &factor : factors)
        sum += factor[QStringLiteral("logOdds")].toDouble();
    QVERIFY(std::abs(1.0 / (1.0 + std::exp(-sum)) - verdict.value(QStringLiteral("confidence")).toDouble()) < 1e-9);
}

void CommandsTest::shouldPutATicketBehindEveryHandoff() {
    const Program program;
    const Ran asked =
        program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?"), QStringLiteral("--json")});
    QCOMPARE(asked.json().value(QStringLiteral("needsHuman")).toBool(), true);
    QCOMPARE(asked.json().value(QStringLiteral("reason")).toString(), QStringLiteral("missing_knowledge"));
    QVERIFY(asked.json().value(QStringLiteral("answer")).isNull());
    const QJsonArray tickets = program.run({QStringLiteral("agent"), QStringLiteral("list"), QStringLiteral("--json")})
                                   .json()
                                   .value(QStringLiteral("tickets"))
                                   .toArray();
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets[0][QStringLiteral("question")].toString(), QStringLiteral("Can I pay with sea shells?"));
}

void CommandsTest::shouldRelayFromCustomerToAgentAndLearn() {
    // GIVEN a question that nobody could answer
    const Program program;
    const QString answer =
        QStringLiteral("Hello, we accept sea shells on Fridays at the counter in Brighton. Best regards, Dana");
    program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?")});
    // WHEN an agent answers and resolves it
    const Ran resolved = program.run(
        {QStringLiteral("agent"), QStringLiteral("resolve"), QStringLiteral("1"), answer, QStringLiteral("--json")});
    // THEN it is learned without what was meant for one customer
    QVERIFY2(resolved.exitCode == 0, qPrintable(resolved.err));
    QCOMPARE(resolved.json().value(QStringLiteral("learned")).toBool(), true);
    QCOMPARE(resolved.json()[QStringLiteral("proposal")][QStringLiteral("answer")].toString(),
             QStringLiteral("We accept sea shells on Fridays at the counter in Brighton."));
    // AND the next customer gets it
    const Ran asked =
        program.run({QStringLiteral("ask"), QStringLiteral("can i pay with sea shells"), QStringLiteral("--json")});
    QCOMPARE(asked.json().value(QStringLiteral("needsHuman")).toBool(), false);
    // AND resolving once more changes no figure
    const Ran again = program.run({QStringLiteral("agent"), QStringLiteral("resolve"), QStringLiteral("1"), answer});
    QCOMPARE(again.exitCode, 1);
    QVERIFY(again.err.contains(QStringLiteral("resolved already")));
    const QJsonObject figures = program.run({QStringLiteral("metrics"), QStringLiteral("--json")}).json();
    QCOMPARE(figures.value(QStringLiteral("total_queries")).toInt(), 2);
    QCOMPARE(figures.value(QStringLiteral("ai_resolved")).toInt(), 1);
    QCOMPARE(figures.value(QStringLiteral("human_resolved")).toInt(), 1);
    QCOMPARE(figures.value(QStringLiteral("learning_events")).toInt(), 1);
}

void CommandsTest::shouldNotLetTwoAgentsAnswerOneTicket() {
    const Program program;
    program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?")});
    QCOMPARE(program
                 .run({QStringLiteral("agent"), QStringLiteral("claim"), QStringLiteral("1"), QStringLiteral("--as"),
                       QStringLiteral("Dana")})
                 .exitCode,
             0);
    const Ran second = program.run({QStringLiteral("agent"), QStringLiteral("reply"), QStringLiteral("1"),
                                    QStringLiteral("Mine"), QStringLiteral("--as"), QStringLiteral("Jonas")});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains(QStringLiteral("Dana")), qPrintable(second.err));
    const Ran taken = program.run({QStringLiteral("agent"), QStringLiteral("claim"), QStringLiteral("1"),
                                   QStringLiteral("--take-over"), QStringLiteral("--as"), QStringLiteral("Jonas")});
    QCOMPARE(taken.exitCode, 0);
    const Ran shown =
        program.run({QStringLiteral("agent"), QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--json")});
    QCOMPARE(shown.json().value(QStringLiteral("agent")).toString(), QStringLiteral("Jonas"));
    QVERIFY(!shown.out.contains(QStringLiteral("Mine")));
}

void CommandsTest::shouldKeepAThinAnswerFromTheNextCustomer() {
    const Program program;
    program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?")});
    const Ran resolved = program.run({QStringLiteral("agent"), QStringLiteral("resolve"), QStringLiteral("1"),
                                      QStringLiteral("Go away."), QStringLiteral("--json")});
    QCOMPARE(resolved.exitCode, 0);
    QCOMPARE(resolved.json().value(QStringLiteral("learned")).toBool(), false);
    const Ran asked =
        program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?"), QStringLiteral("--json")});
    QCOMPARE(asked.json().value(QStringLiteral("needsHuman")).toBool(), true);
    const Ran waiting = program.run({QStringLiteral("agent"), QStringLiteral("proposals"), QStringLiteral("--json")});
    QCOMPARE(waiting.json().value(QStringLiteral("proposals")).toArray().size(), 1);
}

void CommandsTest::shouldRollBackWhatWasLearned() {
    const Program program;
    program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?")});
    program.run({QStringLiteral("agent"), QStringLiteral("resolve"), QStringLiteral("1"),
                 QStringLiteral("We accept sea shells on Fridays at the counter in Brighton.")});
    QCOMPARE(program.run({QStringLiteral("agent"), QStringLiteral("undo"), QStringLiteral("1")}).exitCode, 0);
    const Ran asked =
        program.run({QStringLiteral("ask"), QStringLiteral("Can I pay with sea shells?"), QStringLiteral("--json")});
    QCOMPARE(asked.json().value(QStringLiteral("needsHuman")).toBool(), true);
}

void CommandsTest::shouldTakeAnyTextFromACustomer_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("refused");
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\xA1\xF0\x9F\x98\xA1\xF0\x9F\x98\xA1") << false;
    QTest::newRow("right to left") << QByteArray(
                                          "\xD7\x90\xD7\x99\xD7\x9A \xD7\x9E\xD7\x90\xD7\xA4\xD7\xA1\xD7\x99\xD7\x9D")
                                   << false;
    QTest::newRow("control characters") << QByteArray("where\x1b[31m is\x07 my parcel") << false;
    QTest::newRow("HTML") << QByteArray("<script>alert(1)</script><img src=x onerror=y>") << false;
    QTest::newRow("Markdown") << QByteArray("![x](http://example.com/x.png) [y](javascript:z)") << false;
    QTest::newRow("not UTF-8") << QByteArray("caf\xe9 \xff\xfe") << false;
    QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'a') << true;
    QTest::newRow("many words") << QByteArray("parcel ").repeated(14000) << false;
}

void CommandsTest::shouldTakeAnyTextFromACustomer() {
    QFETCH(QByteArray, text);
    QFETCH(bool, refused);
    const Program program;
    const Ran ran = program.run({QStringLiteral("chat")}, text + "\n");
    QCOMPARE(ran.exitCode, refused ? 1 : 0);
    QVERIFY2(!ran.out.contains(QChar(0x1b)), qPrintable(ran.out));
    if (refused)
        QVERIFY2(ran.err.contains(QStringLiteral("Nothing was sent")), qPrintable(ran.err));
    else
        QCOMPARE(program.run({QStringLiteral("agent"), QStringLiteral("list"), QStringLiteral("--json")})
                     .json()
                     .value(QStringLiteral("tickets"))
                     .toArray()
                     .size(),
                 1);
}

void CommandsTest::shouldTalkInTheTerminalAndComeBack() {
    // GIVEN a customer who asked for a person and left
    const Program program;
    program.write(QStringLiteral("k.csv"), knowledge);
    program.run({QStringLiteral("import"), program.path(QStringLiteral("k.csv"))});
    const Ran first = program.run({QStringLiteral("chat"), QStringLiteral("--name"), QStringLiteral("Maya")},
                                  "where is my parcel\nno\n");
    QVERIFY2(first.exitCode == 0, qPrintable(first.err));
    QVERIFY(first.out.contains(QStringLiteral("Did that solve it?")));
    const QString session = first.out.section(u' ', 1, 1);
    // WHEN an agent answers meanwhile
    QCOMPARE(program
                 .run({QStringLiteral("agent"), QStringLiteral("reply"), QStringLiteral("1"),
                       QStringLiteral("It is on its way.")})
                 .exitCode,
             0);
    // THEN the customer finds the answer on coming back
    const Ran back = program.run({QStringLiteral("chat"), QStringLiteral("--session"), session});
    QVERIFY2(back.out.contains(QStringLiteral("It is on its way.")), qPrintable(back.out));
    const Ran stranger = program.run({QStringLiteral("chat"), QStringLiteral("--session"), QStringLiteral("nobody")});
    QCOMPARE(stranger.exitCode, 1);
}

void CommandsTest::shouldSayWhoHoldsTheDatabase() {
    const Program program;
    program.run({QStringLiteral("import"), QStringLiteral("--sample")});
    WriteLock lock(program.database());
    QVERIFY(lock.acquire());
    const Ran ran = program.run({QStringLiteral("ask"), QStringLiteral("hello there, anybody")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(ran.err));
    // Reading beside it is fine.
    QCOMPARE(program.run({QStringLiteral("metrics")}).exitCode, 0);
}

void CommandsTest::shouldLeaveAForeignFileAlone() {
    const Program program;
    program.write(QStringLiteral("letter.db"), "Dear customer");
    const Ran ran = program.run({QStringLiteral("ask"), QStringLiteral("x y z"), QStringLiteral("--database"),
                                 program.path(QStringLiteral("letter.db"))});
    QCOMPARE(ran.exitCode, 1);
    QFile file(program.path(QStringLiteral("letter.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("Dear customer"));
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
