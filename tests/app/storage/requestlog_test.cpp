// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the list of requests keeps what was sent, by conversation and by day.
#include "app/storage/sqlitestores.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace relaydesk {

class RequestLogTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldKeepWhatWasSent();
    void shouldSumUpADay();
};

namespace {

QDateTime at(int day) { return QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC); }

RequestRecord record(int day, qint64 conversation, double cost) {
    return {.at = at(day),
            .conversation = ConversationId{conversation},
            .purpose = u"answer-1"_qs,
            .host = u"127.0.0.1:8080"_qs,
            .model = u"small"_qs,
            .sent = u"user:\nI am [EMAIL_1]"_qs,
            .bytesSent = 100,
            .bytesReceived = 50,
            .promptTokens = 30,
            .completionTokens = 12,
            .milliseconds = 900,
            .cost = cost,
            .maybeSentTwice = day == 2,
            .result = u"answered"_qs};
}

} // namespace

void RequestLogTest::shouldKeepWhatWasSent() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_qs);
    {
        const auto stores = SqliteStores::open(path, OpenMode::ReadWrite);
        QVERIFY(stores);
        QVERIFY((*stores)->requestLog().append(record(1, 3, 0.5)));
        QVERIFY((*stores)->requestLog().append(record(2, 0, -1)));
    }
    const auto stores = SqliteStores::open(path, OpenMode::ReadOnly);
    QVERIFY(stores);
    const auto all = (*stores)->requestLog().requests({}, 10);
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    RequestRecord expected = record(2, 0, -1);
    expected.id = RequestId{2};
    QCOMPARE(all->first(), expected);
    QCOMPARE((*stores)->requestLog().requests(ConversationId{3}, 10)->size(), 1);
    QCOMPARE((*stores)->requestLog().requests(ConversationId{4}, 10)->size(), 0);
    QCOMPARE((*stores)->requestLog().requests({}, 1)->size(), 1);
    QVERIFY(!(*stores)->requestLog().append(record(3, 3, 0)));
}

void RequestLogTest::shouldSumUpADay() {
    const QTemporaryDir folder;
    const auto stores = SqliteStores::open(folder.filePath(u"desk.db"_qs), OpenMode::ReadWrite);
    QVERIFY(stores);
    RequestLog &log = (*stores)->requestLog();
    QCOMPARE(*log.totals(at(1)), RequestTotals{});
    for (const int day : {1, 2, 2})
        QVERIFY(log.append(record(day, 3, day == 1 ? 0.5 : -1)));
    QCOMPARE(*log.totals(at(1)), (RequestTotals{3, 300, 150, 126, 0.5}));
    QCOMPARE(*log.totals(at(2)), (RequestTotals{2, 200, 100, 84, 0.0}));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::RequestLogTest)
#include "requestlog_test.moc"
