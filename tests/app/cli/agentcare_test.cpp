// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How tickets are handled from the terminal: the verbs of `relaydesk agent`, run as programs.
#include "tests/support/program.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

namespace relaydesk {

class AgentCareTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldHandleATicketFromTheTerminal();
    void shouldMergeAndSplitFromTheTerminal();
    void shouldNameTheNextTicket();
    void shouldRunMacrosFromAFile();
    void shouldSayWhatIsWrong_data();
    void shouldSayWhatIsWrong();
};

namespace {

const QString shells = QStringLiteral("Can I pay with sea shells?");

//! `relaydesk agent` with these words.
Ran agent(const Program &program, const QString &words) {
    QStringList arguments{QStringLiteral("agent")};
    const auto parts = words.split(u'|');
    arguments += parts;
    return program.run(arguments);
}

QJsonObject ticket(const Program &program, int id) {
    return agent(program, QStringLiteral("show|%1|--json").arg(id)).json();
}

} // namespace

void AgentCareTest::shouldHandleATicketFromTheTerminal() {
    const Program program;
    program.run({QStringLiteral("ask"), shells});
    program.run({QStringLiteral("ask"), shells});
    const Ran urgent = agent(program, QStringLiteral("priority|urgent|1|2|--json"));
    QVERIFY2(urgent.exitCode == 0, qPrintable(urgent.err));
    QCOMPARE(urgent.json().value(QStringLiteral("changed")).toInt(), 2);
    QCOMPARE(agent(program, QStringLiteral("tag|Payment,vip|1")).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("untag|vip|1")).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("snooze|in 2 days|1")).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("assign|Jonas|1|--as|Dana")).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("note|1|@Jonas please look|--as|Dana")).exitCode, 0);
    const QJsonObject shown = ticket(program, 1);
    QCOMPARE(shown.value(QStringLiteral("priority")).toString(), QStringLiteral("urgent"));
    QCOMPARE(shown.value(QStringLiteral("tags")).toArray(), QJsonArray{QStringLiteral("payment")});
    QCOMPARE(shown.value(QStringLiteral("agent")).toString(), QStringLiteral("Jonas"));
    QVERIFY(!shown.value(QStringLiteral("snoozedUntil")).isNull());
    QCOMPARE(agent(program, QStringLiteral("wake|1")).exitCode, 0);
    QVERIFY(ticket(program, 1).value(QStringLiteral("snoozedUntil")).isNull());
    const QString log = agent(program, QStringLiteral("log|1")).out;
    QVERIFY2(log.contains(QStringLiteral("\"Dana\",\"1\",\"Noted: @Jonas please look\"")), qPrintable(log));
    QCOMPARE(agent(program, QStringLiteral("priority|urgent|1")).out.trimmed(), QStringLiteral("That was so already."));
}

void AgentCareTest::shouldMergeAndSplitFromTheTerminal() {
    const Program program;
    program.run({QStringLiteral("ask"), shells});
    program.run({QStringLiteral("ask"), shells});
    // GIVEN two tickets of two customers: that must be meant
    const Ran refused = agent(program, QStringLiteral("merge|1|2"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains(QStringLiteral("different customers")));
    QCOMPARE(agent(program, QStringLiteral("merge|1|2|--other-customers")).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("resolve|1|Yes, on Fridays.|--no-learn")).exitCode, 0);
    QCOMPARE(ticket(program, 2).value(QStringLiteral("status")).toString(), QStringLiteral("resolved"));
    QCOMPARE(program.run({QStringLiteral("metrics"), QStringLiteral("--json")})
                 .json()
                 .value(QStringLiteral("human_resolved"))
                 .toInt(),
             1);
    // AND a message becomes a ticket of its own
    program.run({QStringLiteral("ask"), shells});
    const int message =
        ticket(program, 3).value(QStringLiteral("conversation")).toArray().first()[QStringLiteral("id")].toInt();
    const Ran split = agent(program, QStringLiteral("split|3|%1|--json").arg(message));
    QVERIFY2(split.exitCode == 0, qPrintable(split.err));
    QCOMPARE(split.json().value(QStringLiteral("ticket")).toInt(), 4);
    QCOMPARE(ticket(program, 4).value(QStringLiteral("splitFrom")).toInt(), 3);
}

void AgentCareTest::shouldNameTheNextTicket() {
    const Program program;
    program.run({QStringLiteral("ask"), shells});
    program.run({QStringLiteral("ask"), shells});
    agent(program, QStringLiteral("priority|urgent|2"));
    const Ran next = agent(program, QStringLiteral("next"));
    QVERIFY2(next.out.startsWith(QStringLiteral("Ticket 2. First response due in")), qPrintable(next.out + next.err));
    QVERIFY(next.out.contains(QStringLiteral("; urgent.")));
    agent(program, QStringLiteral("snooze|1 day|1|2"));
    QCOMPARE(agent(program, QStringLiteral("next")).out.trimmed(), QStringLiteral("Nothing waits for you."));
}

void AgentCareTest::shouldRunMacrosFromAFile() {
    const Program program;
    program.run({QStringLiteral("ask"), shells});
    program.write(QStringLiteral("macros.json"),
                  "{\"macros\": [{\"name\": \"Day\", \"shortcut\": \"day\", \"text\": \"Come on {{ask:Which day}}.\","
                  " \"actions\": [{\"deed\": \"tag\", \"value\": \"visit\"}]}]}");
    QCOMPARE(agent(program, QStringLiteral("import-macros|") + program.path(QStringLiteral("macros.json"))).exitCode,
             0);
    QCOMPARE(agent(program, QStringLiteral("macros")).out.trimmed(), QStringLiteral("Day  /day"));
    const Ran asked = agent(program, QStringLiteral("macro|1|day|--send"));
    QCOMPARE(asked.exitCode, 2);
    QVERIFY2(asked.err.contains(QStringLiteral("Which day")), qPrintable(asked.err));
    const Ran sent = agent(program, QStringLiteral("macro|1|day|Which day=Friday|--send"));
    QVERIFY2(sent.exitCode == 0, qPrintable(sent.err));
    QVERIFY(sent.out.contains(QStringLiteral("Come on Friday.")));
    QCOMPARE(ticket(program, 1).value(QStringLiteral("tags")).toArray(), QJsonArray{QStringLiteral("visit")});
    QVERIFY(agent(program, QStringLiteral("show|1")).out.contains(QStringLiteral("Come on Friday.")));
    const QString file = program.path(QStringLiteral("out.json"));
    QCOMPARE(agent(program, QStringLiteral("export-macros|") + file).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("import-macros|") + file).exitCode, 0);
    QCOMPARE(agent(program, QStringLiteral("macros|--json")).json().value(QStringLiteral("macros")).toArray().size(),
             1);
}

void AgentCareTest::shouldSayWhatIsWrong_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("priority") << QStringLiteral("priority|huge|1") << 2
                              << QStringLiteral("low, normal, high or urgent");
    QTest::newRow("when") << QStringLiteral("snooze|soon|1") << 2 << QStringLiteral("tomorrow 9:00");
    QTest::newRow("number") << QStringLiteral("wake|one") << 2 << QStringLiteral("not a number");
    QTest::newRow("no ticket") << QStringLiteral("tag|vip|77") << 1 << QStringLiteral("no ticket 77");
    QTest::newRow("no macro") << QStringLiteral("macro|1|none") << 1 << QStringLiteral("no macro");
    QTest::newRow("no file") << QStringLiteral("import-macros|nowhere.json") << 1 << QStringLiteral("nowhere.json");
}

void AgentCareTest::shouldSayWhatIsWrong() {
    QFETCH(QString, words);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const Program program;
    program.run({QStringLiteral("ask"), shells});
    const Ran ran = agent(program, words);
    QCOMPARE(ran.exitCode, exitCode);
    QVERIFY2(ran.err.contains(says), qPrintable(ran.err));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::AgentCareTest)
#include "agentcare_test.moc"
