// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Fast hands on the real window: everything by keys, replies that can be taken back, notes, and the screen as it was.
#include "models/desk/heldreply.h"
#include "tests/stories/deskstory.h"
#include "ui/commands/commandregistry.h"
#include "ui/desk/deskpage.h"
#include "ui/window/notices.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeWidget>

namespace relaydesk {

namespace {

constexpr const char *customer = "customerTranscript";
constexpr const char *ticket = "ticketTranscript";
const QString words = QStringLiteral("It dreams of the sea.");

} // namespace

class FastHandsTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldReachAPageThroughThePalette();
    void shouldOpenATicketByItsWords();
    void shouldGiveEveryActionKeysOfItsOwn();
    void shouldListEveryActionOnTheSheet();
    void shouldTakeAReplyBack();
    void shouldSendWhatWasNotTakenBack();
    void shouldNeverSendToTheWrongTicket();
    void shouldSendWhatIsHeldWhenTheWindowCloses();
    void shouldShowANoteToColleaguesOnly();
    void shouldInsertAnArticleByItsTitle();
    void shouldShowTheAgentThatTheCustomerIsTyping();
    void shouldComeBackToTheSameScreen();
    void shouldNoticeATicketOnlyWhenWanted_data();
    void shouldNoticeATicketOnlyWhenWanted();

  private:
    void openDesk();
    void ask(const QString &question); //!< as the customer
    void openTicket(int row = 0);
    void newCustomer();
    void undoWithin(int seconds) { Workplace{.undoSeconds = seconds}.write(); }
    QPlainTextEdit &composer() { return *m_stage->find<QPlainTextEdit>("agentComposer"); }
    TicketId openOne() { return m_stage->window().findChild<DeskPage *>()->ticket(); }

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
};

void FastHandsTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know({{.title = QStringLiteral("How do I close my account?"),
                            .answer = QStringLiteral("Open Settings and choose **Close account**.")}}));
}

void FastHandsTest::openDesk() {
    MainWindow *window = m_story->open();
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
}

void FastHandsTest::ask(const QString &question) {
    const int before = m_stage->waiting();
    m_stage->type("customerComposer", question);
    QVERIFY(m_stage->click("customerSend"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), before + 1, patience);
    // or the next new customer's empty pane could not be told from this one's, not painted yet
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(question), patience);
}

void FastHandsTest::openTicket(int row) {
    QVERIFY(m_stage->clickRow("queue", row));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("agentComposer") && composer().isEnabled(), patience);
}

void FastHandsTest::newCustomer() {
    QVERIFY(m_stage->click("newCustomer"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).isEmpty(), patience);
}

//! The dialog of that name, once it is there.
QDialog *dialogOf(const Stage &stage, const char *name) {
    QDialog *dialog = nullptr;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            dialog = stage.window().findChild<QDialog *>(QLatin1String(name));
            return dialog && dialog->isVisible() && dialog->isActiveWindow();
        },
        patience));
    return dialog;
}

void FastHandsTest::shouldReachAPageThroughThePalette() {
    openDesk();
    m_stage->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOf(*m_stage, "commandPalette"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("commandQuery"), patience);
    m_stage->write(QStringLiteral("knowl"));
    m_stage->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("articleSearch") && m_stage->window().isActiveWindow(), patience);
    // WHEN an action of another page is chosen
    m_stage->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOf(*m_stage, "commandPalette"));
    m_stage->write(QStringLiteral("new customer"));
    m_stage->press(Qt::Key_Return);
    // THEN the page comes to the front and it is done
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("customerComposer"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QComboBox>("customerChoice")->count(), 1, patience);
}

void FastHandsTest::shouldOpenATicketByItsWords() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    newCustomer();
    ask(QStringLiteral("The toaster recites poems"));
    m_stage->press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOf(*m_stage, "commandPalette"));
    m_stage->write(QStringLiteral("toaster"));
    m_stage->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(QStringLiteral("The toaster recites poems")), patience);
}

void FastHandsTest::shouldGiveEveryActionKeysOfItsOwn() {
    openDesk();
    const CommandRegistry registry(m_stage->window());
    QSet<QString> ids;
    for (const Command *command : registry.all()) {
        const QString id = command->objectName();
        QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
        QVERIFY2(!command->title().isEmpty(), qPrintable(id));
        ids += id;
        const Command *holder = registry.holderOf(command->shortcut(), *command);
        QVERIFY2(!holder, qPrintable(QStringLiteral("%1 and %2").arg(id, holder ? holder->objectName() : QString())));
    }
    QVERIFY(ids.size() > 30);
}

void FastHandsTest::shouldListEveryActionOnTheSheet() {
    openDesk();
    m_stage->press(Qt::Key_F1);
    QDialog *sheet = dialogOf(*m_stage, "shortcutSheet");
    QVERIFY(sheet);
    const auto *list = sheet->findChild<QTreeWidget *>(QStringLiteral("shortcutList"));
    QCOMPARE(list->topLevelItemCount(), int(CommandRegistry(m_stage->window()).all().size()));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->window().findChild<QDialog *>(QStringLiteral("shortcutSheet")), patience);
}

void FastHandsTest::shouldTakeAReplyBack() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    undoWithin(Workplace::mostUndoSeconds);
    m_stage->type("agentComposer", words);
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(composer().toPlainText(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("sendingBar"), patience);
    QVERIFY(m_stage->label("sendingWords").contains(words));
    QCOMPARE(m_story->inFile([](const Stores &stores) { return readHeld(stores.settings)->size(); }), 1);
    // WHEN it is taken back
    m_stage->press(Qt::Key_Z, Qt::AltModifier);
    // THEN it stands in the field again, and the customer has seen nothing
    QTRY_COMPARE_WITH_TIMEOUT(composer().toPlainText(), words, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->shows("sendingBar"), patience);
    QVERIFY(!m_stage->texts(customer).contains(words));
    QCOMPARE(m_story->inFile([](const Stores &stores) { return readHeld(stores.settings)->size(); }), 0);
    QVERIFY(composer().hasFocus());
}

void FastHandsTest::shouldSendWhatWasNotTakenBack() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    undoWithin(1);
    m_stage->type("agentComposer", words);
    m_stage->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(words), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 0, patience); // resolved as well
    QVERIFY(!m_stage->shows("sendingBar"));
    QCOMPARE(m_stage->texts(customer).count(words), 1);
}

void FastHandsTest::shouldNeverSendToTheWrongTicket() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    newCustomer();
    ask(QStringLiteral("The toaster recites poems"));
    openTicket(0);
    const TicketId first = openOne();
    undoWithin(1);
    m_stage->type("agentComposer", words);
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    // WHEN the agent goes on with the other ticket at once
    openTicket(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(QStringLiteral("The toaster recites poems")), patience);
    m_stage->type("agentComposer", QStringLiteral("Which poems"));
    // THEN the reply reaches its own customer, and what is typed stays
    const auto sentTo = [this] {
        return m_story->inFile([](const Stores &stores) {
            QVector<ConversationId> found;
            const auto conversations = stores.conversations.conversations({});
            for (const Conversation &conversation : *conversations) {
                const auto messages = stores.conversations.messages(conversation.id, {}, 100);
                for (const Message &message : *messages) {
                    if (message.text == words)
                        found += conversation.id;
                }
            }
            return found;
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(sentTo().size(), 1, patience);
    const auto meant = m_story->inFile([&](const Stores &stores) { return *stores.tickets.ticket(first); });
    QCOMPARE(sentTo().first(), meant.conversation);
    QCOMPARE(composer().toPlainText(), QStringLiteral("Which poems"));
}

void FastHandsTest::shouldSendWhatIsHeldWhenTheWindowCloses() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    undoWithin(Workplace::mostUndoSeconds);
    m_stage->type("agentComposer", words);
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("sendingBar"), patience);
    m_stage->window().close();
    m_story->end();
    const auto messages =
        m_story->inFile([](const Stores &stores) { return *stores.conversations.messages({1}, {}, 100); });
    QCOMPARE(
        std::count_if(messages.begin(), messages.end(), [](const Message &message) { return message.text == words; }),
        1);
}

void FastHandsTest::shouldShowANoteToColleaguesOnly() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    m_stage->type("agentComposer", QStringLiteral("Dear"));
    m_stage->press(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(customer), QString(), patience);
    QCOMPARE(composer().toPlainText(), QString());
    m_stage->type("agentComposer", QStringLiteral("He sounds upset"));
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(QStringLiteral("He sounds upset")), patience);
    QVERIFY(!m_stage->texts(customer).contains(QStringLiteral("He sounds upset")));
    // AND the reply that was begun is there again
    QTRY_COMPARE_WITH_TIMEOUT(composer().toPlainText(), QStringLiteral("Dear"), patience);
}

void FastHandsTest::shouldInsertAnArticleByItsTitle() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    m_stage->type("agentComposer", QStringLiteral("??close my"));
    const auto *list = m_stage->find<QListWidget>("completions");
    QVERIFY(list);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->count() == 1, patience);
    m_stage->press(Qt::Key_Return);
    QCOMPARE(composer().toPlainText(), QStringLiteral("Open Settings and choose **Close account**."));
}

void FastHandsTest::shouldShowTheAgentThatTheCustomerIsTyping() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    openTicket();
    QCOMPARE(m_stage->typist(ticket), QString());
    m_stage->type("customerComposer", QStringLiteral("And"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(ticket).isEmpty(), patience);
    // it ends with the message, and by itself
    QVERIFY(m_stage->click("customerSend"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(ticket), QString(), patience);
    m_stage->type("customerComposer", QStringLiteral("also"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(ticket).isEmpty(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(ticket), QString(), patience);
}

void FastHandsTest::shouldComeBackToTheSameScreen() {
    openDesk();
    ask(QStringLiteral("My dishwasher sings at night"));
    newCustomer();
    ask(QStringLiteral("The toaster recites poems"));
    openTicket(1);
    const TicketId before = openOne();
    m_stage->press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("articleSearch"), patience);
    m_stage->window().close();
    m_story->end();
    openDesk();
    QVERIFY(m_stage->shows("articleSearch"));
    QTRY_COMPARE_WITH_TIMEOUT(openOne(), before, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(QStringLiteral("The toaster recites poems")), patience);
}

void FastHandsTest::shouldNoticeATicketOnlyWhenWanted_data() {
    QTest::addColumn<bool>("inFront");
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<bool>("quiet");
    QTest::addColumn<int>("notices");
    QTest::newRow("elsewhere") << false << true << false << 1;
    QTest::newRow("in front") << true << true << false << 0;
    QTest::newRow("not wanted") << false << false << false << 0;
    QTest::newRow("quiet hours") << false << true << true << 0;
}

void FastHandsTest::shouldNoticeATicketOnlyWhenWanted() {
    QFETCH(const bool, inFront);
    QFETCH(const bool, wanted);
    QFETCH(const bool, quiet);
    Workplace{.notifies = wanted, .hasQuietHours = quiet, .quietFrom = QTime(0, 0), .quietTo = QTime(23, 59, 59, 999)}
        .write();
    Theme theme(*qApp);
    QWidget window;
    if (inFront) {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    Notices notices(theme, &window);
    const QSignalSpy noticed(&notices, &Notices::noticed);
    notices.announce({.id = {3}, .customer = QStringLiteral("Maya"), .question = QStringLiteral("Where is it?")});
    QTEST(int(noticed.count()), "notices");
    // the number waiting is on the icon
    notices.showWaiting(3);
    QVERIFY(window.windowIcon().pixmap(64, 64).toImage() != Notices::iconWith(theme, 0).pixmap(64, 64).toImage());
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **values) {
        relaydesk::FastHandsTest test;
        return QTest::qExec(&test, count, values);
    });
}

#include "fasthands_test.moc"
