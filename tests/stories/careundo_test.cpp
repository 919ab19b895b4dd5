// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Each thing an agent does to a ticket from the table is taken back by one key, exactly.
#include "tests/stories/waitingcustomers.h"
#include <QtCore/QSettings>
#include <QtWidgets/QLineEdit>

namespace relaydesk {

class CareUndoTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldTakeBackEachDeed_data();
    void shouldTakeBackEachDeed();

  private:
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
    const auto tickets = [this] {
        return m_story->inFile(
            [](const Stores &stores) { return stores.tickets.tickets({}).value_or(QVector<Ticket>()); });
    };
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
    // WHEN it is taken back (the offscreen platform gives the keyboard to nobody after a dialog)
    m_stage->window().activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr, patience);
    m_stage->press(Qt::Key_Z, Qt::ControlModifier);
    // THEN the ticket is what it was
    QTRY_VERIFY_WITH_TIMEOUT(isAsBefore(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 2, patience);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::CareUndoTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "careundo_test.moc"
