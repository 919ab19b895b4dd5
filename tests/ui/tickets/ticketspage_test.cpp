// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The Tickets page on a real database: views, search as it is typed, what was said, and deeds on several at once.
#include "tests/stories/waitingcustomers.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

namespace relaydesk {

class TicketsPageTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void shouldCountTheTicketsOfEachView();
    void shouldFindTicketsAsTheSearchIsTyped_data();
    void shouldFindTicketsAsTheSearchIsTyped();
    void shouldSayWhatOfASearchIsNotUnderstood();
    void shouldGoToWhereTheWordsWereSaid();
    void shouldOfferWhatCouldFollow();
    void shouldKeepASearchAsAView();
    void shouldOpenTheTicketOnReturn();
    void shouldSortByTheHeadOfAColumn();
    void shouldTakeBackADeedOnSeveralTicketsAtOnce();
    void shouldAskBeforeSeveralCustomersReadTheSameAnswers();
    void shouldChangeNothingInADatabaseThatIsOnlyRead();

  private:
    QAbstractItemView *table() const { return m_stage->find<QAbstractItemView>("ticketTable"); }
    int rows() const { return table()->model()->rowCount(); }
    void search(const QString &text) const;
    void chooseAll() const;

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
    QVector<TicketId> m_tickets;
};

void TicketsPageTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    m_tickets = seat(*m_story, {{QStringLiteral("Maya Chen"), QStringLiteral("My dishwasher sings at night")},
                                {QStringLiteral("Jonas Ohlin"), QStringLiteral("The lawn mower refuses to start")},
                                {QStringLiteral("Priya Rao"), QStringLiteral("Refund for the singing kettle please")}});
    QCOMPARE(m_tickets.size(), 3);
    MainWindow *window = m_story->open();
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
    window->showPage(QStringLiteral("tickets"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("ticketTable").contains(QStringLiteral("#1")), patience);
}

void TicketsPageTest::cleanup() {
    m_stage.reset();
    m_story.reset();
}

//! Typed, and then elsewhere.
void TicketsPageTest::search(const QString &text) const {
    auto *field = m_stage->find<QLineEdit>("ticketSearch");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    m_stage->find("ticketSort")->setFocus();
    field->findChild<QCompleter *>()->popup()->hide(); // nothing is offered any more
}

void TicketsPageTest::chooseAll() const {
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
}

void TicketsPageTest::shouldCountTheTicketsOfEachView() {
    const auto *views = m_stage->find<QAbstractItemView>("viewList");
    const auto counts = [views] {
        QStringList lines;
        for (int row = 0; row < views->model()->rowCount(); ++row)
            lines += views->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().section(u' ', -2, -2);
        return lines.join(u' ');
    };
    // mine, unassigned, all open, waiting, snoozed, resolved
    QTRY_COMPARE_WITH_TIMEOUT(counts(), QStringLiteral("0 3 3 3 0 0"), patience);
    // WHEN a view is chosen
    QVERIFY(m_stage->clickRow("viewList", 0));
    // THEN its tickets are shown, and an empty one says so
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QCOMPARE(m_stage->find<QLineEdit>("ticketSearch")->text(),
             views->model()->index(0, 0).data(Qt::ToolTipRole).toString());
}

void TicketsPageTest::shouldFindTicketsAsTheSearchIsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("a word of two") << QStringLiteral("sing") << 2;
    QTest::newRow("a customer") << QStringLiteral("from:jonas") << 1;
    QTest::newRow("a customer and a word") << QStringLiteral("from:priya refund") << 1;
    QTest::newRow("exact words") << QStringLiteral("\"sings at night\"") << 1;
    QTest::newRow("a number") << QStringLiteral("#2") << 1;
    QTest::newRow("nothing") << QStringLiteral("is:resolved") << 0;
    QTest::newRow("mistyped") << QStringLiteral("refnud") << 1;
}

void TicketsPageTest::shouldFindTicketsAsTheSearchIsTyped() {
    QFETCH(QString, text);
    search(text);
    QFETCH(int, count);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), count, patience);
}

void TicketsPageTest::shouldSayWhatOfASearchIsNotUnderstood() {
    search(QStringLiteral("is:purple from:maya"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("searchSays").contains(QStringLiteral("purple")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    search(QStringLiteral("refnud"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("searchSays").contains(QStringLiteral("refund")), patience);
    search(QStringLiteral("from:maya"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->shows("searchSays"), patience);
}

void TicketsPageTest::shouldGoToWhereTheWordsWereSaid() {
    search(QStringLiteral("lawn"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("hitPanel"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->texts("hitList").size(), 1, patience);
    // WHEN the place is opened by keyboard
    m_stage->press(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_stage->focus(), QStringLiteral("hitList"));
    m_stage->press(Qt::Key_Return);
    // THEN the ticket stands on the Desk page, at that message
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("ticketTranscript"), patience);
    const auto *transcript = m_stage->find<QAbstractItemView>("ticketTranscript");
    QTRY_COMPARE_WITH_TIMEOUT(transcript->currentIndex().data(MessageListModel::TextRole).toString(),
                              QStringLiteral("The lawn mower refuses to start"), patience);
}

void TicketsPageTest::shouldOfferWhatCouldFollow() {
    auto *field = m_stage->find<QLineEdit>("ticketSearch");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("from:jo"));
    auto *completer = field->findChild<QCompleter *>();
    const auto first = [completer] { return completer->popup()->model()->index(0, 0).data().toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(first().startsWith(QStringLiteral("from:Jo"), Qt::CaseInsensitive) ||
                                 first().startsWith(QStringLiteral("from:\"Jo"), Qt::CaseInsensitive),
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(completer->popup()->isVisible(), patience);
    // WHEN the first is taken
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    // THEN it takes the place of what was typed
    QTRY_VERIFY_WITH_TIMEOUT(field->text().contains(QStringLiteral("Jonas Ohlin"), Qt::CaseInsensitive), patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
}

void TicketsPageTest::shouldKeepASearchAsAView() {
    search(QStringLiteral("from:maya"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    // WHEN it is saved
    QVERIFY(m_stage->click("saveView"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("lineAnswer"), patience);
    m_stage->write(QStringLiteral("Mine"));
    QVERIFY(!m_stage->find<QAbstractButton>("lineOk")->isEnabled()); // that name is taken
    m_stage->write(QStringLiteral(" and Maya"));
    m_stage->press(Qt::Key_Return);
    // THEN it is a view like the others
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("viewList").contains(QStringLiteral("Mine and Maya")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("renameView"), patience);
    QVERIFY(m_stage->click("renameView"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("lineAnswer"), patience);
    m_stage->write(QStringLiteral("Maya"));
    m_stage->press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->last("viewList"), QStringLiteral("Maya"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("removeView"), patience);
    QVERIFY(m_stage->click("removeView"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->texts("viewList").size(), 6, patience);
}

void TicketsPageTest::shouldOpenTheTicketOnReturn() {
    search(QStringLiteral("from:jonas"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    const auto goesToTheTable = [this] {    // what was typed on the way there may still be looked for
        m_stage->window().activateWindow(); // as a window manager does when a dialog has closed
        QTest::keyClick(m_stage->find("ticketSearch"), Qt::Key_Return);
        return m_stage->focus() == QStringLiteral("ticketTable");
    };
    QTRY_VERIFY_WITH_TIMEOUT(goesToTheTable(), patience);
    m_stage->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_stage->texts("ticketTranscript").contains(QStringLiteral("The lawn mower refuses to start")), patience);
}

void TicketsPageTest::shouldSortByTheHeadOfAColumn() {
    search(QStringLiteral("is:open"));
    auto *field = m_stage->find<QLineEdit>("ticketSearch");
    auto *sort = m_stage->find<QComboBox>("ticketSort");
    sort->setFocus();
    QTest::keyClick(sort, Qt::Key_End); // newest
    QTRY_COMPARE_WITH_TIMEOUT(field->text(), QStringLiteral("is:open sort:newest"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->texts("ticketTable").value(0), QStringLiteral("#3"), patience);
    QTest::keyClick(sort, Qt::Key_Home);
    QTRY_COMPARE_WITH_TIMEOUT(field->text(), QStringLiteral("is:open sort:deadline"), patience);
}

void TicketsPageTest::shouldTakeBackADeedOnSeveralTicketsAtOnce() {
    chooseAll();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("ticketCount").startsWith(QStringLiteral("3 of")), patience);
    // WHEN all of them become urgent, by keyboard
    m_stage->press(Qt::Key_I, Qt::AltModifier);
    QVERIFY(pressInMenu(Qt::Key_U));
    // THEN they are, it is said, and one key takes it back
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("ticketsUndo"), patience);
    QCOMPARE(onDisk(*m_story, m_tickets[0]).priority, Priority::Urgent);
    QCOMPARE(onDisk(*m_story, m_tickets[2]).priority, Priority::Urgent);
    m_stage->window().activateWindow(); // as a window manager does when a menu has closed
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), &m_stage->window(), patience);
    m_stage->press(Qt::Key_Z, Qt::ControlModifier);
    for (const TicketId id : m_tickets)
        QTRY_COMPARE_WITH_TIMEOUT(onDisk(*m_story, id).priority, Priority::Normal, patience);
}

void TicketsPageTest::shouldAskBeforeSeveralCustomersReadTheSameAnswers() {
    chooseAll();
    m_stage->press(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("lineAnswer"), patience);
    m_stage->press(Qt::Key_Return); // into the oldest
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("mergeQuestion"), patience);
    QVERIFY(!onDisk(*m_story, m_tickets[1]).mergedInto.isValid());
    QVERIFY(m_stage->click("mergeAll"));
    QTRY_COMPARE_WITH_TIMEOUT(onDisk(*m_story, m_tickets[2]).mergedInto, m_tickets[0], patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QVERIFY(m_stage->click("ticketsUndoButton"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, patience);
}

void TicketsPageTest::shouldChangeNothingInADatabaseThatIsOnlyRead() {
    m_stage.reset();
    m_story->end();
    LaunchOptions options = m_story->options();
    options.readOnly = true;
    m_stage = std::make_unique<Stage>(m_story->open(options));
    m_stage->window().showPage(QStringLiteral("tickets"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, patience);
    chooseAll();
    for (const char *button : {"assignTickets", "prioritiseTickets", "tagTickets", "resolveTickets", "saveView"})
        QVERIFY2(!m_stage->find<QAbstractButton>(button)->isEnabled(), button);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::TicketsPageTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "ticketspage_test.moc"
