// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list of conversations as a model, and as CSV that a spreadsheet cannot be tricked by.
#include "models/exchange/csvrows.h"
#include "models/items/conversationcsv.h"
#include "tests/ui/analytics/readerthread.h"
#include "ui/analytics/conversationlist.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableView>

namespace relaydesk {

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

ConversationCase sample() {
    ConversationCase row{.id = {1042}, .session = s("7f3a"), .customer = s("Maya Chen"), .agent = s("Dana Ortiz")};
    row.startedAt = QDateTime(QDate(2026, 11, 22), QTime(10, 41), Qt::UTC);
    row.summary = {.at = row.startedAt.addSecs(60),
                   .question = s("I was charged twice, \"really\",\nfor my subscription"),
                   .decision = s("handed_over"),
                   .confidence = 0.3149,
                   .reason = HandoffCategory::LowConfidence,
                   .outcome = CaseOutcome::Resolved,
                   .agent = {1}};
    return row;
}

} // namespace

class ConversationListTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldKeepTheRulesOfModels() {
        ConversationTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({sample(), sample()});
        QCOMPARE(model.rowCount(), 2);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void shouldShowCustomersTextAsText() {
        ConversationTableModel model;
        ConversationCase row = sample();
        row.summary.question = s("<b>bold</b>\n") + QString(100'000, u'x');
        model.show({row});
        const QModelIndex index = model.index(0, ConversationTableModel::Question);
        const QString shown = index.data().toString();
        QVERIFY(shown.startsWith(s("<b>bold</b> xxx")));
        QVERIFY(shown.size() < 300);
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(s("&lt;b&gt;bold")));
        QVERIFY(!tip.contains(s("<b>")));
    }

    void shouldWriteCsvThatReadsBackAsItWas() {
        // GIVEN a row, and one of which little is known
        ConversationCase bare{.id = {7}};
        bare.summary.outcome = CaseOutcome::Waiting;
        const auto csv = conversationCsv({sample(), bare});
        // THEN an independent reader finds every field
        const auto rows = csvRows(csv);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 3);
        QCOMPARE(rows->at(0).fields,
                 (QStringList{s("Conversation"), s("Session"), s("Customer"), s("Started"), s("Question"),
                              s("Decision"), s("Confidence"), s("Reason"), s("Outcome"), s("Resolved by")}));
        QCOMPARE(rows->at(1).fields, (QStringList{s("1042"), s("7f3a"), s("Maya Chen"), s("2026-11-22T10:41:00Z"),
                                                  sample().summary.question, s("handed over"), s("0.315"),
                                                  s("Low confidence"), s("Resolved by Dana Ortiz"), s("Dana Ortiz")}));
        QCOMPARE(rows->at(2).fields.value(8), s("Waiting for a person"));
        QCOMPARE(csv.count("\r\n"), 3);
    }

    void shouldTakeTheSpringOutOfFormulas_data() {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("saved");
        QTest::newRow("equals") << s("=1+1") << s("'=1+1");
        QTest::newRow("plus") << s("+49 30 123") << s("'+49 30 123");
        QTest::newRow("minus") << s("-2") << s("'-2");
        QTest::newRow("at") << s("@SUM(A1)") << s("'@SUM(A1)");
        QTest::newRow("after spaces") << s("  =1") << s("'  =1");
        QTest::newRow("after a tab") << s("\t=1") << s("'\t=1");
        QTest::newRow("a line of its own") << s("\n=1") << s("'\n=1");
        QTest::newRow("wide equals") << s("＝1") << s("'＝1");
        QTest::newRow("quoted") << s("=\"a\"") << s("'=\"a\"");
        QTest::newRow("plain") << s("1 = 1, or is it") << s("1 = 1, or is it");
        QTest::newRow("empty") << QString() << QString();
    }
    void shouldTakeTheSpringOutOfFormulas() {
        QFETCH(QString, written);
        QFETCH(QString, saved);
        ConversationCase row = sample();
        row.customer = row.summary.question = row.agent = row.session = written;
        const auto rows = csvRows(conversationCsv({row}));
        QVERIFY(rows);
        for (const int field : {1, 2, 4, 9})
            QCOMPARE(rows->at(1).fields.value(field), saved);
    }

    void shouldSaveWhatIsShownInItsOrder() {
        // GIVEN the list of some conversations, of which one customer's are searched
        ConversationList list(m_theme, m_thread.remote(), nullptr);
        list.list(s("Some"), someCounts(), s("some.csv"));
        QTRY_COMPARE(list.model().rowCount(), 20);
        list.findChild<QLineEdit *>(s("conversationListSearch"))->setText(DeskHistory::customerOf(3));
        auto *table = list.findChild<QTableView *>(s("conversationListTable"));
        table->sortByColumn(ConversationTableModel::Number, Qt::AscendingOrder);
        const int shown = table->model()->rowCount();
        QVERIFY(shown > 0 && shown < 20);
        // WHEN
        QTemporaryDir folder;
        const QString path = folder.filePath(s("some.csv"));
        list.save(path);
        QTRY_VERIFY(list.findChild<WorkBar *>()->sentence().contains(path));
        // THEN the file has exactly these, by number
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = csvRows(file.readAll());
        QVERIFY(rows);
        QCOMPARE(rows->size(), shown + 1);
        QCOMPARE(rows->at(1).fields.first(), s("3"));
        for (int row = 1; row <= shown; ++row)
            QCOMPARE(rows->at(row).fields.value(2), DeskHistory::customerOf(3));
    }

    void shouldSayThatItCouldNotSave() {
        ConversationList list(m_theme, m_thread.remote(), nullptr);
        list.list(s("Some"), someCounts(), s("some.csv"));
        QTRY_COMPARE(list.model().rowCount(), 20);
        QTemporaryDir folder;
        QSignalSpy failed(&list, &ConversationList::failed);
        list.save(folder.filePath(s("missing/some.csv")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<Failure>().sentence.contains(s("was not saved")));
    }

    void shouldListAConversationOnce() {
        ConversationList list(m_theme, m_thread.remote(), nullptr);
        list.list(s("Some"), someCounts() + someCounts(), s("some.csv"));
        QTRY_COMPARE(list.model().rowCount(), 20);
        bool isExplained = false;
        for (const QLabel *label : list.findChildren<QLabel *>())
            isExplained |= label->text() == s("20 conversations, counted 40 times");
        QVERIFY(isExplained);
    }

  private:
    QVector<Count> someCounts() const { return countsOf(m_history.events())[size_t(Figure::TotalQueries)].mid(0, 20); }

    static DeskHistory someHistory() {
        DeskHistory history(5, QTimeZone::utc());
        history.write(QDate(2026, 9, 1), QDate(2026, 9, 5), 20);
        return history;
    }

    Theme m_theme{*qobject_cast<QApplication *>(QCoreApplication::instance())};
    const DeskHistory m_history = someHistory();
    ReaderThread m_thread{m_history};
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::ConversationListTest)
#include "conversationlist_test.moc"
