// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation as text, Markdown and PDF, and what the customer's menu offers.
#include "ui/desk/customermenu.h"
#include "ui/desk/transcriptfile.h"
#include "ui/widgets/workbar.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

QVector<MessageRow> conversation() {
    const QDateTime at(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    return {{.author = Author::Customer,
             .speaker = QStringLiteral("Maya"),
             .text = QStringLiteral("*Where* is it?"),
             .at = at},
            {.author = Author::System, .text = QStringLiteral("He sounds upset"), .at = at, .isNote = true},
            {.author = Author::Agent,
             .speaker = QStringLiteral("Anna"),
             .text = QStringLiteral("On its **way**."),
             .at = at}};
}

} // namespace

class TranscriptFileTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldWriteWhatTheCustomerMayRead_data();
    void shouldWriteWhatTheCustomerMayRead();
    void shouldWriteAPdf();
    void shouldWriteALongPdfInPiecesThatCanBeLeftOff();
    void shouldSaveBesideTheWindow();
    void shouldSayWhereItCouldNotBeWritten();
    void shouldOfferQuestionsAndStars();
};

void TranscriptFileTest::shouldWriteWhatTheCustomerMayRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("customers");
    QTest::addColumn<QString>("head");
    QTest::newRow("text") << QStringLiteral("a.txt") << QStringLiteral("*Where* is it?") << QStringLiteral("Maya\n");
    QTest::newRow("markdown") << QStringLiteral("a.md") << QStringLiteral("\\*Where\\* is it?")
                              << QStringLiteral("# Maya\n");
    QTest::newRow("another ending") << QStringLiteral("a.log") << QStringLiteral("*Where* is it?")
                                    << QStringLiteral("Maya\n");
}

void TranscriptFileTest::shouldWriteWhatTheCustomerMayRead() {
    QFETCH(const QString, name);
    QFETCH(const QString, customers);
    QFETCH(const QString, head);
    const QTemporaryDir folder;
    QVERIFY(saveTranscript(folder.filePath(name), QStringLiteral("Maya"), conversation()));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.startsWith(head), qPrintable(text));
    QVERIFY2(text.contains(customers), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("On its **way**.")));
    QVERIFY(text.contains(QStringLiteral("Anna")));
    QVERIFY(!text.contains(QStringLiteral("upset"))); // a note is for colleagues
}

void TranscriptFileTest::shouldWriteAPdf() {
    const QTemporaryDir folder;
    QVERIFY(saveTranscript(folder.filePath(QStringLiteral("a.pdf")), QStringLiteral("Maya"), conversation()));
    QFile file(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(bytes.size() > 2000); // with letters on it
}

void TranscriptFileTest::shouldWriteALongPdfInPiecesThatCanBeLeftOff() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.pdf"));
    const QVector<MessageRow> rows(1200, conversation().first());
    QVector<int> heard;
    QVERIFY(saveTranscript(file, QStringLiteral("Maya"), rows, [&heard](int percent) {
        heard += percent;
        return true;
    }));
    QCOMPARE(heard, QVector<int>({41, 83, 100}));
    QVERIFY(QFile::remove(file));
    // WHEN it is left off THEN there is no file
    const auto left = saveTranscript(file, QStringLiteral("Maya"), rows, [](int) { return false; });
    QVERIFY(!left);
    QCOMPARE(left.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(file));
}

void TranscriptFileTest::shouldSaveBesideTheWindow() {
    const QTemporaryDir folder;
    const Theme theme(*qApp);
    WorkBar bar(theme);
    QSignalSpy failed(&bar, &WorkBar::failed);
    const QString file = folder.filePath(QStringLiteral("a.pdf"));
    saveBeside(bar, file, QStringLiteral("Maya"), conversation());
    QTRY_VERIFY(bar.sentence().contains(file) && bar.isVisible());
    QVERIFY(QFile::exists(file));
    // WHEN the next is cancelled
    saveBeside(bar, file + QStringLiteral(".pdf"), QStringLiteral("Maya"),
               QVector<MessageRow>(2000, conversation().first()));
    bar.findChild<QPushButton *>(QStringLiteral("cancelWork"))->click();
    QTRY_VERIFY2(bar.sentence().contains(QStringLiteral("Left off")), qPrintable(bar.sentence()));
    QVERIFY(!QFile::exists(file + QStringLiteral(".pdf")));
    // AND one that cannot be written says why
    saveBeside(bar, QStringLiteral("/nowhere/at/all.md"), QStringLiteral("Maya"), conversation());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(bar.isHidden());
}

void TranscriptFileTest::shouldSayWhereItCouldNotBeWritten() {
    const auto saved = saveTranscript(QStringLiteral("/nowhere/at/all.md"), QStringLiteral("Maya"), conversation());
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(QStringLiteral("/nowhere/at/all.md")));
}

void TranscriptFileTest::shouldOfferQuestionsAndStars() {
    CustomerMenu menu(nullptr);
    QSignalSpy chosen(&menu, &CustomerMenu::questionChosen);
    QSignalSpy rated(&menu, &CustomerMenu::rated);
    auto *questions = menu.findChild<QMenu *>(QStringLiteral("suggestedQuestions"));
    QVERIFY(!questions->menuAction()->isVisible());
    menu.suggest({QStringLiteral("Where is it?"), QStringLiteral("How do I pay?")});
    QVERIFY(questions->menuAction()->isVisible());
    questions->actions().at(1)->trigger();
    QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("How do I pay?"));
    QVERIFY(!menu.findChild<QMenu *>(QStringLiteral("rating"))->menuAction()->isEnabled());
    menu.setConversation(true);
    menu.findChild<QAction *>(QStringLiteral("rate4"))->trigger();
    QCOMPARE(rated.value(0).value(0).toInt(), 4);
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::TranscriptFileTest)
#include "transcriptfile_test.moc"
