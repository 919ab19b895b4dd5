// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The audit log in its window: of one ticket, of all, by one agent, page after page, and as a file.
#include "models/domain/reader.h"
#include "tests/support/deskroom.h"
#include "tests/support/nosearch.h"
#include "ui/care/activitylog.h"
#include "ui/care/ticketactions.h"
#include "ui/widgets/command.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace relaydesk {

namespace {

//! A window over a desk on which Anna tagged the ticket, and Ben took it.
struct Stage {
    Stage() {
        static_cast<void>(room.say(DeskRoom::unknown));
        static_cast<void>(room.desk->askForPerson(room.conversation));
        ticket = room.ticket().id;
        static_cast<void>(room.desk->care().addTags({ticket}, {u"refund"_qs}, room.anna));
        static_cast<void>(room.desk->claim(ticket, room.ben));
        window.resize(800, 600);
        window.show();
    }
    QTableView *table() const { return window.findChild<QTableView *>(u"activityTable"_qs); }
    QStringList column(int column) const {
        QStringList texts;
        for (int row = 0; table() && row < table()->model()->rowCount(); ++row)
            texts += table()->model()->index(row, column).data().toString();
        return texts;
    }
    QString says() const { return window.findChild<QLabel *>(u"activitySays"_qs)->text(); }
    WorkBar *saving() const { return window.findChild<WorkBar *>(); }
    void save(const QString &path) const {
        window.findChild<QPushButton *>(u"saveActivity"_qs)->click();
        emit window.findChild<QFileDialog *>(u"activityFile"_qs)->fileSelected(path);
    }

    DeskRoom room{false};
    NoSearch search;
    Reader reader{room.stores(), search};
    QWidget window;
    Theme theme{*qApp};
    TicketActions actions{theme, Remote<Desk>(*room.desk), {Remote<Reader>(reader), Remote<Reader>(reader)}, &window};
    TicketId ticket;
};

} // namespace

class ActivityLogTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTellTheHistoryOfATicket();
    void shouldTellWhatOneAgentDid();
    void shouldReadOnWhereItIsScrolledTo();
    void shouldSaveItAsAFile();
    void shouldSaveAllPagesAndLeaveThemOff();
};

void ActivityLogTest::shouldTellTheHistoryOfATicket() {
    Stage stage;
    stage.actions.showHistory(stage.ticket, &stage.window);
    QTRY_VERIFY(stage.column(ActivityTableModel::What).size() >= 2);
    const QAbstractItemModelTester tester(stage.table()->model());
    QCOMPARE(stage.column(ActivityTableModel::Who).mid(0, 2), (QStringList{u"Ben Ode"_qs, u"Anna Berg"_qs}));
    QVERIFY(stage.column(ActivityTableModel::What).at(1).contains(u"refund"_qs));
    QVERIFY(stage.table()->isColumnHidden(ActivityTableModel::Ticket)); // it is the same in every row
}

void ActivityLogTest::shouldTellWhatOneAgentDid() {
    Stage stage;
    stage.window.findChild<Command *>(u"activityLog"_qs)->trigger();
    QTRY_VERIFY(stage.table() && stage.column(ActivityTableModel::Who).contains(u"Ben Ode"_qs));
    QCOMPARE(stage.column(ActivityTableModel::Ticket).first(), u"#%1"_qs.arg(stage.ticket.value));
    auto *agents = stage.window.findChild<QComboBox *>(u"activityAgent"_qs);
    QTRY_COMPARE(agents->count(), 3);
    agents->setCurrentIndex(agents->findText(u"Anna Berg"_qs));
    emit agents->activated(agents->currentIndex());
    QTRY_COMPARE(stage.column(ActivityTableModel::Who), QStringList{u"Anna Berg"_qs});
}

void ActivityLogTest::shouldReadOnWhereItIsScrolledTo() {
    Stage stage;
    for (int i = 0; i < 150; ++i) {
        QVERIFY(stage.room.desk->care().setPriority({stage.ticket}, Priority::High, stage.room.anna));
        QVERIFY(stage.room.desk->care().setPriority({stage.ticket}, Priority::Low, stage.room.anna));
    }
    stage.actions.showHistory({}, &stage.window);
    QTRY_COMPARE(stage.column(ActivityTableModel::What).size(), 200);
    QVERIFY(stage.says().contains(u"200"_qs));
    QScrollBar *bar = stage.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QTRY_VERIFY(stage.column(ActivityTableModel::What).size() > 300);
    QCOMPARE(stage.column(ActivityTableModel::Who).count(u"Anna Berg"_qs), 301);
}

void ActivityLogTest::shouldSaveItAsAFile() {
    Stage stage;
    const QTemporaryDir folder;
    stage.actions.showHistory(stage.ticket, &stage.window);
    QTRY_VERIFY(stage.table()->model()->rowCount() >= 2);
    const QString path = folder.filePath(u"history.csv"_qs);
    stage.save(path);
    QTRY_VERIFY2(stage.saving()->sentence().contains(path), qPrintable(stage.saving()->sentence()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Anna Berg"));
    // AND what cannot be written is said
    stage.save(u"/nowhere/at/all.csv"_qs);
    QTRY_VERIFY2(stage.saving()->sentence().contains(u"cannot be written"_qs), qPrintable(stage.saving()->sentence()));
}

void ActivityLogTest::shouldSaveAllPagesAndLeaveThemOff() {
    Stage stage;
    for (int i = 0; i < 300; ++i) {
        QVERIFY(stage.room.desk->care().setPriority({stage.ticket}, Priority::High, stage.room.anna));
        QVERIFY(stage.room.desk->care().setPriority({stage.ticket}, Priority::Low, stage.room.anna));
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.csv"_qs);
    stage.actions.showHistory({}, &stage.window);
    // WHEN more than a page is saved THEN every deed has its line
    stage.save(path);
    QTRY_VERIFY2(stage.saving()->sentence().startsWith(u"Saved"_qs), qPrintable(stage.saving()->sentence()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QCOMPARE(csv.count("Anna Berg"), 601);
    // WHEN it is left off THEN what was there is as it was
    stage.save(path);
    stage.saving()->findChild<QPushButton *>(u"cancelWork"_qs)->click();
    QTRY_VERIFY2(stage.saving()->sentence().startsWith(u"Left off"_qs), qPrintable(stage.saving()->sentence()));
    file.seek(0);
    QCOMPARE(file.readAll(), csv);
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::ActivityLogTest)
#include "activitylog_test.moc"
