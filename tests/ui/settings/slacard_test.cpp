// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That deadlines are set as they are typed, and that what cannot be read is said by name and not saved.
#include "ui/settings/slacard.h"
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>

namespace relaydesk {

class SlaCardTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadHoursAsTheyAreWritten_data();
    void shouldReadHoursAsTheyAreWritten();
    void shouldSayWhatIsWrong_data();
    void shouldSayWhatIsWrong();
    void shouldSaveWhatWasTyped();
};

void SlaCardTest::shouldReadHoursAsTheyAreWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("usual") << QStringLiteral("9:00-17:30") << 540 << 1050;
    QTest::newRow("a long dash and blanks") << QStringLiteral(" 9:00 \u2013 17:30 ") << 540 << 1050;
    QTest::newRow("whole hours") << QStringLiteral("8-16") << 480 << 960;
    QTest::newRow("around the clock") << QStringLiteral("0:00-24:00") << 0 << 1440;
    QTest::newRow("closed") << QString() << 0 << 0;
    QTest::newRow("backwards") << QStringLiteral("17:00-9:00") << -1 << -1;
    QTest::newRow("no such time") << QStringLiteral("9:75-17:00") << -1 << -1;
    QTest::newRow("words") << QStringLiteral("in the morning") << -1 << -1;
}

void SlaCardTest::shouldReadHoursAsTheyAreWritten() {
    QFETCH(QString, text);
    QFETCH(int, from);
    const auto hours = openHoursFrom(text, QStringLiteral("Monday"));
    QCOMPARE(hours.has_value(), from >= 0);
    if (hours) {
        QCOMPARE(hours->from, from);
        QTEST(hours->to, "to");
    } else {
        QVERIFY(hours.error().sentence.startsWith(QStringLiteral("Monday: ")));
    }
}

void SlaCardTest::shouldSayWhatIsWrong_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("hours") << QStringLiteral("slaDay6") << QStringLiteral("noon") << QStringLiteral("Saturday");
    QTest::newRow("holiday") << QStringLiteral("slaHolidays") << QStringLiteral("2026-12-25, Easter")
                             << QStringLiteral("Easter");
    QTest::newRow("time zone") << QStringLiteral("slaZone") << QStringLiteral("Berlin") << QStringLiteral("Berlin");
}

void SlaCardTest::shouldSayWhatIsWrong() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, named);
    Theme theme(*qApp);
    SlaCard card(theme);
    auto *edit = card.findChild<QLineEdit *>(field);
    edit->clear();
    QTest::keyClicks(edit, text);
    QVERIFY(card.findChild<QLabel *>(QStringLiteral("slaSays"))->text().contains(named));
    QVERIFY(!card.findChild<QAbstractButton *>(QStringLiteral("saveSla"))->isEnabled());
}

void SlaCardTest::shouldSaveWhatWasTyped() {
    Theme theme(*qApp);
    SlaCard card(theme);
    QSignalSpy chosen(&card, &SlaCard::settingChosen);
    card.findChild<QSpinBox *>(QStringLiteral("slaFirst.urgent"))->setValue(5);
    auto *sunday = card.findChild<QLineEdit *>(QStringLiteral("slaDay7"));
    sunday->clear();
    QTest::keyClicks(sunday, QStringLiteral("10-14"));
    QTest::keyClicks(card.findChild<QLineEdit *>(QStringLiteral("slaHolidays")), QStringLiteral("2026-12-25"));
    card.findChild<QAbstractButton *>(QStringLiteral("saveSla"))->click();
    QCOMPARE(chosen.size(), 1);
    const auto policy = slaPolicyFrom(chosen.first().at(1).toString());
    QVERIFY(policy);
    QCOMPARE(policy->of(Priority::Urgent).firstResponse, 5);
    QCOMPARE(policy->hours.days[6].from, 600);
    QVERIFY(policy->hours.holidays.contains(QDate(2026, 12, 25)));
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::SlaCardTest)

#include "slacard_test.moc"
