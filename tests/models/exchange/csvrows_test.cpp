// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A CSV file read bit by bit is the one read whole.
#include "models/exchange/csvrows.h"
#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace relaydesk;

class CsvRowsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadBitByBitWhatIsReadWhole_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n3,4\n");
        QTest::newRow("no end of the last line") << QByteArray("a,b\n1,2");
        QTest::newRow("quotes over lines") << QByteArray("a,b\n\"one\ntwo, and \"\"three\"\"\",2\n\n5,6\r\n");
        QTest::newRow("semicolons") << QByteArray("a;b\r\n1;2,5\r\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a quote left open") << QByteArray("a,b\n\"1,2\n3,4\n");
        QTest::newRow("a quote in the middle") << QByteArray("a,b\n1 \"x\" 2,3\n");
    }
    void shouldReadBitByBitWhatIsReadWhole() {
        QFETCH(QByteArray, bytes);
        const auto whole = csvRows(bytes);
        QVector<CsvRow> rows;
        const auto read = readFrom(bytes, rows, 1000);
        QCOMPARE(read.has_value(), whole.has_value());
        if (!whole) {
            QCOMPARE(read.error(), whole.error());
            return;
        }
        QCOMPARE(rows.size(), whole->size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i].fields, whole->at(i).fields);
            QCOMPARE(rows[i].line, whole->at(i).line);
        }
    }

    void shouldLeaveOutAByteOrderMark() {
        QVector<CsvRow> rows;
        QVERIFY(readFrom("\xEF\xBB\xBFtext,category\n", rows, 1000));
        QCOMPARE(rows[0].fields[0], QStringLiteral("text"));
    }

    void shouldStopWhenNoMoreIsWanted() {
        QVector<CsvRow> rows;
        QVERIFY(readFrom(QByteArray("1,2\n").repeated(100000), rows, 3));
        QCOMPARE(rows.size(), 3);
    }

  private:
    static Result<void> readFrom(QByteArray bytes, QVector<CsvRow> &rows, qsizetype most) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return readCsvRows(buffer, [&](const CsvRow &row) {
            rows << row;
            return rows.size() < most;
        });
    }
};

QTEST_GUILESS_MAIN(CsvRowsTest)
#include "csvrows_test.moc"
