// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A shift of thirty tickets without a mouse: the most urgent first, put off, made urgent, tagged, answered, resolved.
#include "tests/stories/waitingcustomers.h"
#include <QtCore/QSettings>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace relaydesk {

class ShiftTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldWorkThirtyTicketsByKeyboardAlone();

  private:
    void open(const QString &question) const;

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
    QVector<TicketId> m_tickets;
};

namespace {

constexpr int shift = 30;
constexpr int putOff = 4; //!< every so many tickets one is snoozed instead

} // namespace

void ShiftTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    QVector<WaitingCustomer> customers;
    for (int i = 0; i < shift; ++i)
        customers += {QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("Strange noise number %1").arg(i + 1)};
    m_tickets = seat(*m_story, customers);
    QCOMPARE(m_tickets.size(), shift);
    MainWindow *window = m_story->open();
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), shift, patience);
}

//! The words of its customer on the screen, and where to answer.
void ShiftTest::open(const QString &question) const {
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("ticketTranscript").contains(question), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find("agentComposer")->isEnabled(), patience);
}

void ShiftTest::shouldWorkThirtyTicketsByKeyboardAlone() {
    // GIVEN one that was handed over last and is urgent
    const TicketId urgent = m_tickets.last();
    m_stage->press(Qt::Key_2, Qt::AltModifier);
    m_stage->press(Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts("ticketTranscript").contains(QStringLiteral("Strange noise number 30")),
                             patience);
    m_stage->press(Qt::Key_O, Qt::AltModifier);
    QVERIFY(pressInMenu(Qt::Key_P));
    QVERIFY(pressInMenu(Qt::Key_U));
    QVERIFY(menusAreClosed(m_stage->window()));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->texts("queue").value(0), QStringLiteral("Customer 30"), patience);
    QCOMPARE(onDisk(*m_story, urgent).priority, Priority::Urgent);
    m_stage->press(Qt::Key_2, Qt::AltModifier);
    m_stage->press(Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("nextReason").contains(QStringLiteral("urgent")), patience);
    // WHEN the tickets are worked as they come, the urgent one first
    m_stage->press(Qt::Key_J, Qt::AltModifier);
    open(QStringLiteral("Strange noise number 30"));
    int left = shift;
    for (int turn = 0; turn < shift; ++turn) {
        if (turn > 0) {
            m_stage->press(Qt::Key_2, Qt::AltModifier);
            m_stage->press(Qt::Key_Home);
            open(QStringLiteral("Strange noise number %1").arg(turn));
        }
        if (QTest::currentTestFailed())
            return;
        if (turn % putOff == putOff - 1) {
            m_stage->press(Qt::Key_S, Qt::AltModifier);
            QVERIFY(pressInMenu(Qt::Key_1));
            QVERIFY(menusAreClosed(m_stage->window()));
        } else {
            m_stage->press(Qt::Key_3, Qt::AltModifier);
            m_stage->write(QStringLiteral("That is the bearing; a new one is on its way."));
            m_stage->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), --left, patience);
    }
    // THEN nobody waits, and every ticket is what was done with it
    int resolved = 0, snoozed = 0;
    for (const TicketId id : m_tickets) {
        const Ticket ticket = onDisk(*m_story, id);
        resolved += ticket.status == TicketStatus::Resolved ? 1 : 0;
        snoozed += ticket.isOpen() && ticket.snoozedUntil.isValid() ? 1 : 0;
    }
    QCOMPARE(resolved, shift - shift / putOff);
    QCOMPARE(snoozed, shift / putOff);
    QCOMPARE(m_stage->error(), QString());
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::ShiftTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "shift_test.moc"
