// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That of a long conversation the newest messages are read, and the earlier ones when asked for, each once.
#include "models/items/deskreading.h"
#include "tests/support/memorystores.h"
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

const QDateTime start(QDate(2026, 5, 4), QTime(9, 0), Qt::UTC);

} // namespace

class TranscriptReadingTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<MemoryStores> m_memory;
    TicketId m_ticket;
    ConversationId m_conversation;

    void say(int messages) {
        const Stores stores = m_memory->stores();
        const auto customer = stores.people.save(Customer{.name = QStringLiteral("Anna"), .since = start});
        m_conversation = *stores.conversations.save({.customer = *customer, .startedAt = start, .lastAt = start});
        m_ticket = *stores.tickets.save({.conversation = m_conversation, .openedAt = start});
        for (int i = 1; i <= messages; ++i)
            QVERIFY(stores.conversations.append(
                {.conversation = m_conversation, .text = QString::number(i), .at = start.addSecs(i)}));
    }

  private slots:
    void shouldReadTheNewestAndThenTheEarlierOnes_data() {
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("readings");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("as many as are read at once") << 200 << 1;
        QTest::newRow("one more") << 201 << 2;
        QTest::newRow("many") << 1000 << 5;
    }
    void shouldReadTheNewestAndThenTheEarlierOnes() {
        QFETCH(int, messages);
        QFETCH(int, readings);

        // GIVEN
        m_memory = std::make_unique<MemoryStores>();
        say(messages);

        // WHEN
        const auto details = readTicket(m_memory->stores(), m_ticket);
        const auto chat = readChat(m_memory->stores(), m_conversation);
        QCOMPARE(chat->messages, details->messages);
        QCOMPARE(chat->hasEarlier, details->hasEarlier);
        QVector<MessageRow> rows = details->messages;
        bool hasEarlier = details->hasEarlier;
        int times = 1;
        for (; hasEarlier; ++times) {
            const auto part = readEarlier(m_memory->stores(), m_conversation, rows.first().id);
            hasEarlier = part->hasEarlier;
            rows = part->messages + rows;
        }

        // THEN
        QCOMPARE(times, readings);
        QCOMPARE(rows.size(), messages);
        for (int i = 0; i < messages; ++i)
            QCOMPARE(rows[i].text, QString::number(i + 1));
    }
};

QTEST_GUILESS_MAIN(TranscriptReadingTest)
#include "transcriptreading_test.moc"
