// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A shift of thirty tickets without a mouse: the most urgent first, read, answered, resolved.
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
    m_stage->dismissErrors(); // that there is no encoder
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->label("nextReason").startsWith(QStringLiteral("#1: First response due")),
                             patience);
    // WHEN the tickets are worked as they come, the most urgent first
    m_stage->press(Qt::Key_J, Qt::AltModifier);
    open(QStringLiteral("Strange noise number 1"));
    int left = shift;
    for (int turn = 0; turn < shift; ++turn) {
        if (turn > 0) {
            m_stage->press(Qt::Key_2, Qt::AltModifier);
            m_stage->press(Qt::Key_Home);
            open(QStringLiteral("Strange noise number %1").arg(turn + 1));
        }
        if (QTest::currentTestFailed())
            return;
        m_stage->press(Qt::Key_3, Qt::AltModifier);
        m_stage->write(QStringLiteral("That is the bearing; a new one is on its way."));
        m_stage->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        --left;
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), left, patience);
    }
    // THEN nobody waits, and every ticket is resolved
    for (const TicketId id : m_tickets)
        QCOMPARE(onDisk(*m_story, id).status, TicketStatus::Resolved);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::ShiftTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "shift_test.moc"
