// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That messages arrive as rows without disturbing those that are shown, and that typing is a row of its own.
#include "models/items/messagelistmodel.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

namespace relaydesk {

class MessageListModelTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldInsertWhatOnlyAddsToTheEnd();
    void shouldChangeOnlyTheRowWhoseTextGrew();
    void shouldKeepEarlierMessagesWhenOnlyTheNewestAreRead();
    void shouldResetForAnotherConversation_data();
    void shouldResetForAnotherConversation();
    void shouldShowWhoIsTypingBelowTheLastMessage();
    void shouldKeepTheTypingRowLastWhenAMessageArrives();
    void shouldSayWhoSpokeWhenAndWhatToScreenReaders();
    void shouldHaveNothingForIndexesOutside();
};

namespace {

MessageRow message(qint64 id, const QString &text) {
    return {.id = {id},
            .author = Author::Customer,
            .speaker = QStringLiteral("Maya"),
            .text = text,
            .at = QDateTime(QDate(2026, 11, 22), QTime(10, 41, 7))};
}

QVector<MessageRow> messages(std::initializer_list<qint64> ids) {
    QVector<MessageRow> rows;
    for (const qint64 id : ids)
        rows.append(message(id, QStringLiteral("text %1").arg(id)));
    return rows;
}

} // namespace

void MessageListModelTest::shouldInsertWhatOnlyAddsToTheEnd() {
    // GIVEN two messages
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({1, 2}));
    const QSignalSpy resets(&model, &MessageListModel::modelReset);
    const QSignalSpy insertions(&model, &MessageListModel::rowsInserted);
    // WHEN the same and two more are shown
    model.show(messages({1, 2, 3, 4}));
    // THEN two rows were inserted, at once
    QCOMPARE(resets.count(), 0);
    QCOMPARE(insertions.count(), 1);
    QCOMPARE(insertions[0][1].toInt(), 2);
    QCOMPARE(insertions[0][2].toInt(), 3);
    QCOMPARE(model.row(3), message(4, QStringLiteral("text 4")));
}

void MessageListModelTest::shouldChangeOnlyTheRowWhoseTextGrew() {
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({1, 2, 3}));
    const QSignalSpy changes(&model, &MessageListModel::dataChanged);
    QVector<MessageRow> rows = messages({1, 2, 3});
    rows[1].text += QStringLiteral(" and more");
    model.show(rows);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("text 2 and more"));
}

void MessageListModelTest::shouldKeepEarlierMessagesWhenOnlyTheNewestAreRead() {
    // GIVEN the newest three, and two that were read afterwards
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({3, 4, 5}));
    const QPersistentModelIndex four = model.index(1);
    const QSignalSpy resets(&model, &MessageListModel::modelReset);
    model.prepend(messages({1, 2}));
    // WHEN a further one moves the newest three along
    model.show(messages({4, 5, 6}));
    // THEN all six are shown, and nothing jumped
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 6);
    for (int number = 0; number < 6; ++number)
        QCOMPARE(model.row(number).id.value, number + 1);
    QCOMPARE(four.row(), 3);
}

void MessageListModelTest::shouldResetForAnotherConversation_data() {
    QTest::addColumn<QVector<qint64>>("ids");
    QTest::newRow("other messages") << QVector<qint64>{7, 8, 9};
    QTest::newRow("fewer") << QVector<qint64>{1};
    QTest::newRow("none") << QVector<qint64>{};
    QTest::newRow("another one in between") << QVector<qint64>{1, 5, 2};
}

void MessageListModelTest::shouldResetForAnotherConversation() {
    QFETCH(QVector<qint64>, ids);
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({1, 2}));
    const QSignalSpy resets(&model, &MessageListModel::modelReset);
    QVector<MessageRow> rows;
    for (const qint64 id : ids)
        rows.append(message(id, {}));
    model.show(rows);
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(ids.size()));
}

void MessageListModelTest::shouldShowWhoIsTypingBelowTheLastMessage() {
    // GIVEN a message
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({1}));
    // WHEN Dana begins to type THEN a last row says so
    model.setTyping(QStringLiteral("Dana"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Dana is typing"));
    QVERIFY(model.index(1).data(MessageListModel::TypingRole).toBool());
    QVERIFY(!model.index(0).data(MessageListModel::TypingRole).toBool());
    // WHEN another one types THEN it is the same row
    model.setTyping(QStringLiteral("Lee"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Lee is typing"));
    // WHEN nobody types THEN it is gone
    model.setTyping({});
    QCOMPARE(model.rowCount(), 1);
}

void MessageListModelTest::shouldKeepTheTypingRowLastWhenAMessageArrives() {
    MessageListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(messages({1}));
    model.setTyping(QStringLiteral("Dana"));
    model.append(message(2, QStringLiteral("hello")));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("hello"));
    QVERIFY(model.index(2).data(MessageListModel::TypingRole).toBool());
    QCOMPARE(model.row(2), MessageRow());
}

void MessageListModelTest::shouldSayWhoSpokeWhenAndWhatToScreenReaders() {
    MessageListModel model;
    model.show({message(1, QStringLiteral("Where is my invoice?"))});
    const QString said = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.startsWith(QStringLiteral("Maya, ")) && said.endsWith(QStringLiteral(": Where is my invoice?")),
             qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("41")) && !said.contains(QStringLiteral(":07")), qPrintable(said));
}

void MessageListModelTest::shouldHaveNothingForIndexesOutside() {
    MessageListModel model;
    model.show(messages({1}));
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QCOMPARE(model.rowCount(model.index(0)), 0);
    QCOMPARE(model.row(-1), MessageRow());
    QCOMPARE(model.row(5), MessageRow());
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::MessageListModelTest)
#include "messagelistmodel_test.moc"
