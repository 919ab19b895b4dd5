// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log: every deed with its author, in pages, filtered, and as a file for a spreadsheet.
#include "models/items/activitytablemodel.h"
#include "tests/models/desk/careroom.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

namespace relaydesk {

class ActivityTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSayWhoDidWhat();
    void shouldFilter();
    void shouldReadInPages();
    void shouldExportWithoutFormulas();
    void shouldBeATableThatGrows();
};

namespace {

QStringList wordsIn(const QVector<ActivityRow> &rows) {
    QStringList words;
    for (const ActivityRow &row : rows)
        words += row.who + QStringLiteral(": ") + row.what;
    return words;
}

} // namespace

void ActivityTest::shouldSayWhoDidWhat() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    const auto deed = care.care().setPriority({care.first}, Priority::High, room.anna);
    QVERIFY(care.care().addTags({care.first}, {u"vip"_qs}, room.anna));
    QVERIFY(care.care().snooze({care.first}, room.clock.now().addSecs(60), room.ben));
    room.clock.advance(60'000);
    QVERIFY(care.care().wakeDue());
    QVERIFY(care.care().merge({care.second}, care.first, room.anna));
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"Refunded."_qs));
    QVERIFY(room.desk->resolve(care.first, room.anna, {.learn = false, .edited = {}}));
    QVERIFY(care.care().undo(*deed, room.ben));
    const QStringList words = wordsIn(*readActivity(room.stores(), {}));
    for (const QString &expected :
         {u"Anna Berg: Priority from normal to high"_qs, u"Anna Berg: Tagged \"vip\""_qs,
          u"Relaydesk: Back from snooze"_qs, u"Anna Berg: Merged into ticket 1"_qs, u"Anna Berg: Took it"_qs,
          u"Anna Berg: Wrote to the customer"_qs, u"Anna Berg: Resolved it"_qs,
          u"Anna Berg: Resolved together with ticket 1"_qs, u"Ben Ode: Taken back: priority"_qs})
        QVERIFY2(words.contains(expected), qPrintable(expected + u"\nin\n"_qs + words.join(u'\n')));
    QCOMPARE(words.filter(u"Ben Ode: Snoozed until"_qs).size(), 1);
    QCOMPARE(words.first(), u"Ben Ode: Taken back: priority"_qs); // newest first
}

void ActivityTest::shouldFilter() {
    CareRoom care(true);
    DeskRoom &room = *care.room;
    QVERIFY(care.care().setPriority({care.first}, Priority::High, room.anna));
    room.clock.advance(1000);
    const QDateTime later = room.clock.now();
    QVERIFY(care.care().setPriority({care.second}, Priority::Low, room.ben));
    const auto of = [&](const ActivityFilter &filter) { return readActivity(room.stores(), filter)->size(); };
    QCOMPARE(of({.agent = room.anna}), 1);
    QCOMPARE(of({.ticket = care.second}), 1);
    QCOMPARE(of({.agent = room.anna, .ticket = care.second}), 0);
    QCOMPARE(of({.from = later}), 1);
    QCOMPARE(of({.agent = room.anna, .to = later}), 1);
}

void ActivityTest::shouldReadInPages() {
    CareRoom care(true);
    DeskRoom &room = *care.room;
    for (int i = 0; i < 7; ++i) {
        QVERIFY(care.care().setPriority({care.first}, i % 2 == 0 ? Priority::High : Priority::Low, room.anna));
        QVERIFY(room.say(u"Hello?")); // no deed of an agent's
    }
    QVector<EventId> seen;
    EventId before;
    for (int page = 0; page < 4; ++page) {
        const auto rows = readActivity(room.stores(), {.ticket = {}, .before = before, .most = 3});
        for (const ActivityRow &row : *rows) {
            QVERIFY(!seen.contains(row.id));
            if (row.ticket == care.first)
                seen += row.id;
        }
        if (rows->isEmpty())
            break;
        before = rows->last().id;
    }
    QCOMPARE(seen.size(), 7);
}

void ActivityTest::shouldExportWithoutFormulas() {
    const QByteArray csv = activityCsvHeader() +
                           activityCsv({{EventId{1}, QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC),
                                         u"=Anna \"A\""_qs, TicketId{7}, u"Noted: x"_qs},
                                        {EventId{2}, QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC), {}, {}, {}}});
    QCOMPARE(csv, QByteArray("\"When\",\"Who\",\"Ticket\",\"What\"\r\n"
                             "\"2026-03-02T09:00:00Z\",\"'=Anna \"\"A\"\"\",\"7\",\"Noted: x\"\r\n"
                             "\"2026-03-02T09:00:00Z\",\"\",\"\",\"\"\r\n"));
}

void ActivityTest::shouldBeATableThatGrows() {
    ActivityTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ActivityRow row{EventId{5}, QDateTime(QDate(2026, 3, 2), QTime(9, 0)), u"Anna"_qs, TicketId{7}, u"<b>"_qs};
    model.show({row});
    model.append({row, row});
    model.append({});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, ActivityTableModel::Ticket).data().toString(), u"#7"_qs);
    QCOMPARE(model.index(0, 0).data(ActivityTableModel::TicketRole).toLongLong(), 7);
    QVERIFY(model.index(0, ActivityTableModel::What).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_qs));
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Who"_qs);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ActivityTest)
#include "activity_test.moc"
