// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Moments as people write them.
#include "models/desk/when.h"
#include <QtTest/QtTest>

namespace relaydesk {

class WhenTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldUnderstandAMoment_data();
    void shouldUnderstandAMoment();
    void shouldSayWhatItUnderstands_data();
    void shouldSayWhatItUnderstands();
};

namespace {

const QTimeZone berlin("Europe/Berlin");
// A Wednesday.
const QDateTime noon(QDate(2026, 3, 25), QTime(12, 0), berlin);

} // namespace

void WhenTest::shouldUnderstandAMoment_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment"); // in Berlin
    const auto row = [](const char *text, const char *moment) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(moment);
    };
    row("2h30m", "2026-03-25 14:30");
    row("90 min", "2026-03-25 13:30");
    row("in 3 days", "2026-03-28 12:00");
    row("in 5 days", "2026-03-30 12:00"); // noon again, although the clocks went forward
    row("an hour", "2026-03-25 13:00");
    row("1 week, 2 days and 1 hour", "2026-04-03 13:00");
    row("in a week", "2026-04-01 12:00");
    row("tomorrow", "2026-03-26 09:00");
    row("Tomorrow 9:00", "2026-03-26 09:00");
    row("tomorrow at 3pm", "2026-03-26 15:00");
    row("tonight", "2026-03-25 20:00");
    row("today 17:30", "2026-03-25 17:30");
    row("17:30", "2026-03-25 17:30");
    row("at 11", "2026-03-26 11:00"); // has passed today
    row("8.15", "2026-03-26 08:15");
    row("12 am", "2026-03-26 00:00");
    row("noon", "2026-03-26 12:00");
    row("Monday", "2026-03-30 09:00");
    row("on friday 10:00", "2026-03-27 10:00");
    row("wed", "2026-04-01 09:00"); // today's has begun: the next
    row("next thursday", "2026-03-26 09:00");
    row("next week", "2026-03-30 09:00");
    row("2026-12-24", "2026-12-24 09:00");
    row("2026-12-24 10:00", "2026-12-24 10:00");
    row("2026-12-24T10:00", "2026-12-24 10:00");
    row("2026-12-24T10:00:00Z", "2026-12-24 11:00");
}

void WhenTest::shouldUnderstandAMoment() {
    QFETCH(QString, text);
    QFETCH(QString, moment);
    const auto then = parseWhen(text, noon, berlin);
    QVERIFY2(then, then ? "" : qPrintable(then.error().sentence));
    QCOMPARE(then->timeSpec(), Qt::UTC);
    QCOMPARE(then->toTimeZone(berlin).toString(u"yyyy-MM-dd HH:mm"_qs), moment);
}

void WhenTest::shouldSayWhatItUnderstands_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    for (const char *text : {"", "soon", "3", "25:00", "13 pm", "2 fortnights", "tomorrow maybe", "2026-13-01", "-2h"})
        QTest::newRow(text) << QString::fromLatin1(text) << u"tomorrow 9:00"_qs;
    for (const char *text : {"2026-03-25 11:59", "2020-01-01", "0 min"})
        QTest::newRow(text) << QString::fromLatin1(text) << u"has passed"_qs;
}

void WhenTest::shouldSayWhatItUnderstands() {
    QFETCH(QString, text);
    QFETCH(QString, hint);
    const auto then = parseWhen(text, noon, berlin);
    QVERIFY2(!then, then ? qPrintable(then->toString()) : "");
    QVERIFY2(then.error().sentence.contains(hint), qPrintable(then.error().sentence));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WhenTest)
#include "when_test.moc"
