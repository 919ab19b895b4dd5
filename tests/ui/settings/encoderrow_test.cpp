// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the row of the sentence encoder shows what is in use and how far a change is, and passes on what is wanted.
#include "ui/settings/encoderrow.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QInputDialog>
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

    void shouldOfferModelsThatRunElsewhere_data() {
        QTest::addColumn<QString>("current");
        QTest::addColumn<int>("offered");
        QTest::newRow("none in use") << QString() << 1;
        QTest::newRow("the usual one in use") << u"remote:intfloat/multilingual-e5-small"_qs << 1;
        QTest::newRow("another in use") << u"remote:acme/vectors"_qs << 2;
    }
    void shouldOfferModelsThatRunElsewhere() {
        QFETCH(QString, current);
        EncoderRow row;
        row.showEncoders({u"all-MiniLM-L6-v2"_qs}, current);
        auto *names = row.findChild<QComboBox *>(u"encoder"_qs);
        QCOMPARE(names->currentData().toString(), current);
        int offered = 0;
        for (int i = 0; i < names->count(); ++i)
            offered += names->itemData(i).toString().startsWith(u"remote:"_qs) ? 1 : 0;
        QTEST(offered, "offered");
    }

    void shouldAskForTheNameOfAnotherModel() {
        EncoderRow row;
        row.show();
        row.showEncoders({u"all-MiniLM-L6-v2"_qs}, u"all-MiniLM-L6-v2"_qs);
        QSignalSpy chosen(&row, &EncoderRow::chosen);
        auto *names = row.findChild<QComboBox *>(u"encoder"_qs);
        // WHEN the last entry is taken, THEN what leaves the machine is said before anything does
        QTest::keyClick(names, Qt::Key_End);
        QCOMPARE(names->currentData().toString(), u"all-MiniLM-L6-v2"_qs);
        QVERIFY(chosen.isEmpty());
        auto *dialog = row.findChild<QInputDialog *>(u"remoteEncoder"_qs);
        QVERIFY(dialog && dialog->labelText().contains(u"every question"_qs));
        dialog->setTextValue(u" acme/vectors "_qs);
        dialog->accept();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"remote:acme/vectors"_qs);
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
        QCOMPARE(names->currentIndex(), -1);
        QVERIFY(names->placeholderText().contains(u"relaydesk encoder install"_qs));
    }
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::EncoderRowTest)
#include "encoderrow_test.moc"
