// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the analytics page reads: all that counts, in slices that can be watched and left off.
#include "models/analytics/reading.h"
#include "tests/app/storage/temporarydesk.h"
#include "tests/models/analytics/deskhistory.h"
#include <QtTest/QtTest>

namespace relaydesk {

class ReadingTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        m_history.write(QDate(2026, 8, 1), QDate(2026, 9, 30), 12);
        auto opened = SqliteStores::open(m_desk.path(), OpenMode::ReadWrite);
        QVERIFY(opened && m_history.save((*opened)->stores()));
        m_file = std::move(*opened);
    }

    void shouldReportWhatAllEventsWouldReport_data() {
        QTest::addColumn<QDate>("first");
        QTest::newRow("a month, with the one before") << QDate(2026, 9, 1);
        QTest::newRow("all days") << QDate();
    }
    void shouldReportWhatAllEventsWouldReport() {
        QFETCH(const QDate, first);
        const Period period{first, QDate(2026, 9, 30), QTimeZone::utc()};
        const auto report = readReport(m_file->stores(), period);
        QVERIFY(report);
        const AnalyticsReport whole = computeReport(m_history.events(), period);
        QVERIFY(whole.now.figures.totalQueries > 100);
        QCOMPARE(report->now, whole.now);
        QCOMPARE(report->before, whole.before);
        QCOMPARE(report->steps, whole.steps);
        QVERIFY(countsBehind(*report, Subject::FirstReplies).size() > 50);
        QCOMPARE(countsBehind(*report, Subject::FirstReplies), countsBehind(whole, Subject::FirstReplies));
    }

    void shouldTellHowFarItIsAndLeaveOff() {
        const Period period{QDate(), QDate(2026, 9, 30), QTimeZone::utc()};
        QVector<int> heard;
        const auto report = readReport(m_file->stores(), period, [&](int percent) {
            heard += percent;
            return true;
        });
        QVERIFY(report);
        QVERIFY(heard.size() > 5 && std::is_sorted(heard.cbegin(), heard.cend()));
        QCOMPARE(heard.last(), 100);
        const auto left = readReport(m_file->stores(), period, [](int) { return false; });
        QVERIFY(!left);
        QCOMPARE(left.error().kind, ErrorKind::Cancelled);
        // and so with the conversations behind a number
        const auto counts = countsBehind(*report, Subject::TotalQueries);
        QCOMPARE(readCases(m_file->stores(), counts)->size(), counts.size());
        const auto cases = readCases(m_file->stores(), counts, [](int percent) { return percent < 50; });
        QVERIFY(!cases);
        QCOMPARE(cases.error().kind, ErrorKind::Cancelled);
    }

  private:
    TemporaryDesk m_desk;
    std::unique_ptr<SqliteStores> m_file;
    DeskHistory m_history{3, QTimeZone::utc()};
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ReadingTest)
#include "reading_test.moc"
