// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The product's promise: the three scenarios end as they should, with the encoder, and say so honestly without it.
#include "app/matching/encoderlocation.h"
#include "tests/support/program.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace relaydesk;

class DemoTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldEndAsPromised();
    void shouldSayTheSameEveryTime();
    void shouldNotTouchTheUsersDatabase();
    void shouldNameTheMissingEncoder();
};

void DemoTest::shouldEndAsPromised() {
    const Ran ran = Program(true).run({QStringLiteral("demo"), QStringLiteral("--json")});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.out + ran.err));
    const QJsonArray scenarios = ran.json().value(QStringLiteral("scenarios")).toArray();
    QCOMPARE(scenarios.size(), 3);
    const std::pair<QString, bool> promised[] = {{QStringLiteral("resolved_by_ai"), false},
                                                 {QStringLiteral("resolved_by_human"), true},
                                                 {QStringLiteral("resolved_by_ai"), true}};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(scenarios[i][QStringLiteral("outcome")].toString(), promised[i].first);
        QCOMPARE(scenarios[i][QStringLiteral("learned")].toBool(), promised[i].second);
        QCOMPARE(scenarios[i][QStringLiteral("turns")][0][QStringLiteral("from")].toString(),
                 QStringLiteral("customer"));
    }
    const QJsonObject figures = ran.json().value(QStringLiteral("analytics")).toObject();
    QCOMPARE(figures.value(QStringLiteral("total_queries")).toInt(), 3);
    QCOMPARE(figures.value(QStringLiteral("ai_resolved")).toInt(), 2);
    QCOMPARE(figures.value(QStringLiteral("human_resolved")).toInt(), 1);
    QCOMPARE(figures.value(QStringLiteral("learning_events")).toInt(), 1);
}

void DemoTest::shouldSayTheSameEveryTime() {
    const Program program(true);
    const QStringList demo{QStringLiteral("demo"), QStringLiteral("--json")};
    QCOMPARE(program.run(demo).out, program.run(demo).out);
}

void DemoTest::shouldNotTouchTheUsersDatabase() {
    const Program program(true);
    program.run({QStringLiteral("demo")});
    QVERIFY(!QFile::exists(program.database()));
}

void DemoTest::shouldNameTheMissingEncoder() {
    const Ran ran = Program(false).run({QStringLiteral("demo")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(QStringLiteral("all-MiniLM-L6-v2")), qPrintable(ran.err));
}

int main(int argc, char *argv[]) {
    if (encoderFolder().isEmpty())
        return 77;
    QCoreApplication application(argc, argv);
    DemoTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "demo_test.moc"
