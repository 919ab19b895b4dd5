// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The made-up desk the benchmarks measure: what it promises, on a small one.
#include "tests/app/storage/temporarydesk.h"
#include "tests/tools/bigdesk.h"
#include <QtTest/QTest>

using namespace relaydesk;

class BigDeskTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<SqliteStores> made(const TemporaryDesk &desk, quint64 seed) {
        auto stores = SqliteStores::open(desk.path(), OpenMode::ReadWrite);
        const BigDeskPlan plan{
            .seed = seed, .messages = 3000, .tickets = 100, .openTickets = 10, .longest = 500, .articles = 50};
        const auto done = makeBigDesk(**stores, plan);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return std::move(*stores);
    }

  private slots:
    void shouldMakeWhatThePlanSays() {
        const TemporaryDesk desk;
        const auto stores = made(desk, 1);
        const auto number = [&](const char *query) {
            return stores->database()
                .first<qint64>(QString::fromLatin1(query), {}, [](SqliteRow &row) { return row.integer(); })
                ->value_or(-1);
        };

        QCOMPARE(number("SELECT count(*) FROM messages"), 3000);
        QCOMPARE(number("SELECT count(*) FROM tickets"), 100);
        QCOMPARE(number("SELECT count(*) FROM tickets WHERE status IN ('waiting', 'claimed')"), 10);
        QCOMPARE(number("SELECT count(*) FROM articles"), 50);
        QVERIFY(number("SELECT max(n) FROM (SELECT count(*) AS n FROM messages GROUP BY conversation)") >= 500);
        QCOMPARE(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QCOMPARE(*stores->search().state(), IndexState());
        QVERIFY(!stores->search().hits({.text = {.words = {bigDeskWord(4)}}})->hits.isEmpty());
    }

    void shouldMakeTheSameFromTheSameSeed() {
        const TemporaryDesk one, same, other;

        QCOMPARE(*bigDeskDigest(*made(one, 7)), *bigDeskDigest(*made(same, 7)));
        QVERIFY(*bigDeskDigest(*made(other, 8)) != *bigDeskDigest(*made(TemporaryDesk(), 7)));
    }
};

QTEST_GUILESS_MAIN(BigDeskTest)
#include "bigdesk_test.moc"
