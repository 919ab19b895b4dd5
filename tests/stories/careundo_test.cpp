// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Each thing an agent does to a ticket, from the table or beside the conversation, is taken back by one key, exactly.
#include "tests/stories/waitingcustomers.h"
#include "ui/desk/deskpage.h"
#include <QtCore/QSettings>
#include <QtWidgets/QLineEdit>

namespace relaydesk {

class CareUndoTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldTakeBackEachDeed_data();
    void shouldTakeBackEachDeed();
    void shouldTakeBackASplit();
    void shouldTakeBackAMerge();
    void shouldTakeBackSendAndResolve_data();
    void shouldTakeBackSendAndResolve();

  private:
    void openFirst(); //!< on the desk page
    void undo();
    QVector<Ticket> tickets() {
        return m_story->inFile(
            [](const Stores &stores) { return stores.tickets.tickets({}).value_or(QVector<Ticket>()); });
    }
    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
    QVector<TicketId> m_tickets;
};

void CareUndoTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    m_tickets = seat(*m_story, {{QStringLiteral("Maya Chen"), QStringLiteral("My dishwasher sings at night")},
                                {QStringLiteral("Jonas Ohlin"), QStringLiteral("The lawn mower refuses to start")}});
    QCOMPARE(m_tickets.size(), 2);
    MainWindow *window = m_story->open();
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    m_stage->dismissErrors(); // that there is no encoder
    window->showPage(QStringLiteral("tickets"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("ticketTable").contains(QStringLiteral("#1")), patience);
    m_stage->press(Qt::Key_2, Qt::AltModifier);
    m_stage->press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("ticketCount").startsWith(QStringLiteral("1 of")), patience);
}

void CareUndoTest::shouldTakeBackEachDeed_data() {
    QTest::addColumn<QVector<int>>("keys"); // the first with Alt, the others in its menu
    QTest::addColumn<QString>("answer");    // to what is asked then; empty: nothing is
    using Keys = QVector<int>;
    QTest::newRow("priority") << Keys{Qt::Key_I, Qt::Key_H} << QString();
    QTest::newRow("tags") << Keys{Qt::Key_T} << QStringLiteral("noise, kitchen");
    QTest::newRow("snooze") << Keys{Qt::Key_S, Qt::Key_W} << QString();
    QTest::newRow("snooze until") << Keys{Qt::Key_S, Qt::Key_U} << QStringLiteral("2h30m");
    QTest::newRow("assign") << Keys{Qt::Key_A, Qt::Key_M} << QString();
    QTest::newRow("resolve") << Keys{Qt::Key_R} << QString();
}

void CareUndoTest::shouldTakeBackEachDeed() {
    QFETCH(QVector<int>, keys);
    QFETCH(QString, answer);
    const Ticket before = onDisk(*m_story, m_tickets[0]);
    const auto isAsBefore = [&] {
        Ticket now = onDisk(*m_story, m_tickets[0]);
        now.pausedSeconds = before.pausedSeconds;
        return now == before;
    };
    // WHEN it is done
    m_stage->press(Qt::Key(keys.first()), Qt::AltModifier);
    for (const int key : keys.mid(1))
        QVERIFY(pressInMenu(Qt::Key(key)));
    if (!answer.isEmpty()) {
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("lineAnswer"), patience);
        m_stage->write(answer);
        m_stage->press(Qt::Key_Return);
    }
    // THEN it is done, and said
    QTRY_VERIFY_WITH_TIMEOUT(!isAsBefore() || tickets().size() > 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("ticketsUndo"), patience);
    // WHEN it is taken back
    undo();
    // THEN the ticket is what it was
    QTRY_VERIFY_WITH_TIMEOUT(isAsBefore(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
}

//! The offscreen platform gives the keyboard to nobody after a dialog.
void CareUndoTest::undo() {
    m_stage->window().activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, patience);
    m_stage->press(Qt::Key_Z, Qt::ControlModifier);
}

void CareUndoTest::openFirst() {
    m_stage->window().showPage(QStringLiteral("desk"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("queue"), patience);
    m_stage->window().findChild<DeskPage *>()->showTicket(m_tickets[0]);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("agentComposer") && m_stage->find("agentComposer")->isEnabled(), patience);
}

void CareUndoTest::shouldTakeBackASplit() {
    openFirst();
    const Ticket before = onDisk(*m_story, m_tickets[0]);
    // WHEN the last message of the customer becomes a ticket of its own
    m_stage->find("ticketTranscript")->setFocus();
    m_stage->press(Qt::Key_O, Qt::AltModifier);
    QVERIFY(pressInMenu(Qt::Key_O));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("queueUndo"), patience);
    // AND that is taken back
    undo();
    // THEN there are two again, and the first is what it was
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    QVERIFY2(!m_stage->error().contains(QStringLiteral("Nothing was taken back")), qPrintable(m_stage->error()));
    Ticket now = onDisk(*m_story, m_tickets[0]);
    now.pausedSeconds = before.pausedSeconds;
    QCOMPARE(now, before);
    QVERIFY(!tickets().last().isOpen());
}

void CareUndoTest::shouldTakeBackAMerge() {
    const Ticket first = onDisk(*m_story, m_tickets[0]), second = onDisk(*m_story, m_tickets[1]);
    // WHEN both tickets are made one, although they are of two customers
    m_stage->press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("ticketCount").startsWith(QStringLiteral("2 of")), patience);
    m_stage->press(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->focus(), QStringLiteral("lineAnswer"), patience);
    m_stage->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("mergeQuestion"), patience);
    QVERIFY(m_stage->click("mergeAll"));
    QTRY_COMPARE_WITH_TIMEOUT(onDisk(*m_story, m_tickets[1]).mergedInto, m_tickets[0], patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("ticketsUndo"), patience);
    // AND that is taken back
    undo();
    // THEN each stands for itself again, as it was
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    for (const Ticket &before : {first, second}) {
        Ticket now = onDisk(*m_story, before.id);
        now.pausedSeconds = before.pausedSeconds;
        QCOMPARE(now, before);
    }
}

void CareUndoTest::shouldTakeBackSendAndResolve_data() {
    QTest::addColumn<int>("seconds"); // that a reply can be taken back
    QTest::newRow("at once") << 0;
    QTest::newRow("after a moment") << 1;
}

void CareUndoTest::shouldTakeBackSendAndResolve() {
    QFETCH(int, seconds);
    Workplace{.undoSeconds = seconds}.write();
    openFirst();
    const QString words = QStringLiteral("It dreams of the sea.");
    m_stage->type("agentComposer", words);
    // WHEN the agent sends and resolves
    m_stage->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!onDisk(*m_story, m_tickets[0]).isOpen(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("queueUndo"), patience);
    // AND takes it back with one key
    m_stage->find("queue")->setFocus();
    undo();
    // THEN the ticket is open again and theirs, and what was said stays said once
    QTRY_VERIFY_WITH_TIMEOUT(onDisk(*m_story, m_tickets[0]).status == TicketStatus::Claimed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
    const auto said = m_story->inFile([&](const Stores &stores) {
        return stores.conversations.messages(onDisk(*m_story, m_tickets[0]).conversation, {}, 100)
            .value_or(QVector<Message>());
    });
    QCOMPARE(std::count_if(said.begin(), said.end(), [&](const Message &one) { return one.text == words; }), 1);
    QCOMPARE(m_stage->error(), QString());
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::CareUndoTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "careundo_test.moc"
