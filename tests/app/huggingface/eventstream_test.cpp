// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Server-sent events come out whole wherever the network cut their bytes.
#include "app/huggingface/eventstream.h"
#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace relaydesk;

using Events = QVector<ServerEvent>;
Q_DECLARE_METATYPE(Events)

class EventStreamTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldReadEvents_data();
    void shouldReadEvents();
    void shouldReadTheSameWhereverItIsCut_data() { shouldReadEvents_data(); }
    void shouldReadTheSameWhereverItIsCut();
    void shouldGiveNothingBeforeTheEventIsWhole();
    void shouldGiveTheLastEventAtTheEnd();
};

void EventStreamTest::shouldReadEvents_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Events>("expected");

    const Events ab{{{}, "a"}, {{}, "b"}};
    QTest::newRow("line feeds") << QByteArray("data: a\n\ndata: b\n\n") << ab;
    QTest::newRow("returns and line feeds") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << ab;
    QTest::newRow("returns alone") << QByteArray("data: a\r\rdata: b\r\r") << ab;
    QTest::newRow("mixed ends") << QByteArray("data: a\r\n\ndata: b\n\r\n") << ab;
    QTest::newRow("no space after the colon") << QByteArray("data:a\n\ndata:b\n\n") << ab;
    QTest::newRow("only one space is dropped") << QByteArray("data:  a\n\n") << Events{{{}, " a"}};
    QTest::newRow("comments and keep-alives") << QByteArray(": hi\n\n:\ndata: a\n: x\n\n:\n\ndata: b\n\n") << ab;
    QTest::newRow("unknown fields") << QByteArray("id: 7\nretry: 10\ndata: a\nfoo\n\ndata: b\nx: y\n\n") << ab;
    QTest::newRow("events without data") << QByteArray("event: ping\n\ndata:\n\ndata\n\ndata: a\n\ndata: b\n\n") << ab;
    QTest::newRow("several lines of data") << QByteArray("data: a\ndata:\ndata: b\n\n") << Events{{{}, "a\n\nb"}};
    QTest::newRow("named") << QByteArray("event: error\ndata: a\n\ndata: b\n\n") << Events{{"error", "a"}, {{}, "b"}};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\ndata: b\n\n")
                                     << ab;
    QTest::newRow("UTF-8") << QByteArray("data: \xC3\xA4\xE2\x82\xAC\xF0\x9F\x99\x82\n\n")
                           << Events{{{}, QString::fromUtf16(u"ä€🙂").toUtf8()}};
    QTest::newRow("empty lines alone") << QByteArray("\n\r\n\r\n\n") << Events{};
    QTest::newRow("nothing") << QByteArray() << Events{};
    QTest::newRow("a web page") << QByteArray("<html>\n<body>Hello</body>\n\n</html>\n") << Events{};
}

void EventStreamTest::shouldReadEvents() {
    // GIVEN
    QFETCH(const QByteArray, bytes);
    QFETCH(const Events, expected);
    // WHEN
    QByteArray copy = bytes;
    QBuffer device(&copy);
    QVERIFY(device.open(QIODevice::ReadOnly));
    EventStream stream;
    // THEN
    QCOMPARE(stream.readFrom(device), expected);
    QCOMPARE(stream.finish(), Events{});
}

void EventStreamTest::shouldReadTheSameWhereverItIsCut() {
    // GIVEN
    QFETCH(const QByteArray, bytes);
    QFETCH(const Events, expected);
    // WHEN cut once, at each place
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        EventStream stream;
        Events events = stream.push(bytes.left(cut));
        events += stream.push(bytes.mid(cut));
        events += stream.finish();
        // THEN
        QCOMPARE(events, expected);
    }
    // WHEN each byte comes alone
    EventStream stream;
    Events events;
    for (const char byte : bytes)
        events += stream.push(QByteArray(1, byte));
    // THEN
    QCOMPARE(events, expected);
}

void EventStreamTest::shouldGiveNothingBeforeTheEventIsWhole() {
    // GIVEN
    EventStream stream;
    // WHEN the event's last line is there, but not the empty one
    QCOMPARE(stream.push("data: a\r\n"), Events{});
    // THEN the first byte of the empty line is enough
    QCOMPARE(stream.push("\r"), (Events{{{}, "a"}}));
    QCOMPARE(stream.push("\n"), Events{});
}

void EventStreamTest::shouldGiveTheLastEventAtTheEnd() {
    // GIVEN a stream that stops within an event
    EventStream stream;
    QCOMPARE(stream.push("data: a\n\nevent: x\ndata: b"), (Events{{{}, "a"}}));
    // WHEN THEN
    QCOMPARE(stream.finish(), (Events{{"x", "b"}}));
    QCOMPARE(stream.finish(), Events{});
}

QTEST_GUILESS_MAIN(EventStreamTest)
#include "eventstream_test.moc"
