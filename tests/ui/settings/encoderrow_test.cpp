// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the row of the sentence encoder shows what is in use and how far a change is, and passes on what is wanted.
#include "ui/settings/encoderrow.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

class EncoderRowTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldPassOnWhatIsChosenAndNothingElse() {
        EncoderRow row;
        row.show();
        QSignalSpy chosen(&row, &EncoderRow::chosen);
        row.showEncoders({u"all-MiniLM-L6-v2"_qs, u"bge-small-en-v1.5"_qs}, u"all-MiniLM-L6-v2"_qs);
        auto *names = row.findChild<QComboBox *>(u"encoder"_qs);
        QCOMPARE(names->currentText(), u"all-MiniLM-L6-v2"_qs);
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(names, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"bge-small-en-v1.5"_qs);
    }

    void shouldShowHowFarAChangeIsAndLeaveItOff() {
        EncoderRow row;
        row.show();
        row.showEncoders({u"a"_qs, u"b"_qs}, u"a"_qs);
        auto *progress = row.findChild<QProgressBar *>(u"encoderProgress"_qs);
        auto *cancel = row.findChild<QPushButton *>(u"cancelEncoder"_qs);
        auto *state = row.findChild<QLabel *>(u"encoderState"_qs);
        QVERIFY(!progress->isVisible() && !cancel->isVisible());
        // WHEN a change is under way, THEN it can be watched and left off, and no other one begun
        row.showProgress(u"b"_qs, 120, 600);
        QVERIFY(progress->isVisible() && progress->maximum() == 600 && progress->value() == 120);
        QVERIFY(state->text().contains(u"120 of 600"_qs) && state->text().contains(u"goes on serving"_qs));
        QVERIFY(!row.findChild<QComboBox *>(u"encoder"_qs)->isEnabled());
        QSignalSpy cancelled(&row, &EncoderRow::cancelWanted);
        cancel->click();
        QCOMPARE(cancelled.size(), 1);
        // and once it is over, that is said
        row.showOutcome(u"Left off."_qs);
        QVERIFY(!progress->isVisible() && !cancel->isVisible());
        QCOMPARE(state->text(), u"Left off."_qs);
        QVERIFY(row.findChild<QComboBox *>(u"encoder"_qs)->isEnabled());
    }

    void shouldSayThatNoneIsInstalled() {
        EncoderRow row;
        row.showEncoders({}, {});
        auto *names = row.findChild<QComboBox *>(u"encoder"_qs);
        QVERIFY(!names->isEnabled());
        QVERIFY(names->placeholderText().contains(u"relaydesk encoder install"_qs));
    }
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::EncoderRowTest)
#include "encoderrow_test.moc"
