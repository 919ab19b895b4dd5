// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the queue changes row by row, so that whoever holds on to a ticket keeps it.
#include "models/items/ticketlistmodel.h"
#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

namespace relaydesk {

class TicketListModelTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldBecomeExactlyWhatIsShown_data();
    void shouldBecomeExactlyWhatIsShown();
    void shouldKeepHoldOfATicketThroughAnyChange();
    void shouldSayWhichRowChanged();
    void shouldShowEachTicketOnce();
    void shouldFindTicketsById();
    void shouldSayTheReasonToScreenReaders();
    void shouldHaveWordsForEveryCategory();
};

namespace {

TicketRow ticket(qint64 id) {
    return {.id = {id}, .conversation = {id}, .customer = QStringLiteral("Customer %1").arg(id)};
}

QVector<TicketRow> tickets(const QVector<qint64> &ids) {
    QVector<TicketRow> rows;
    for (const qint64 id : ids)
        rows.append(ticket(id));
    return rows;
}

QVector<qint64> shown(const TicketListModel &model) {
    QVector<qint64> ids;
    for (int number = 0; number < model.rowCount(); ++number)
        ids.append(model.row(number).id.value);
    return ids;
}

} // namespace

void TicketListModelTest::shouldBecomeExactlyWhatIsShown_data() {
    QTest::addColumn<QVector<qint64>>("before");
    QTest::addColumn<QVector<qint64>>("after");
    using Ids = QVector<qint64>;
    QTest::newRow("first ones") << Ids{} << Ids{1, 2, 3};
    QTest::newRow("all gone") << Ids{1, 2, 3} << Ids{};
    QTest::newRow("one resolved") << Ids{1, 2, 3} << Ids{1, 3};
    QTest::newRow("a new one above") << Ids{1, 2} << Ids{9, 1, 2};
    QTest::newRow("the last one first") << Ids{1, 2, 3} << Ids{3, 1, 2};
    QTest::newRow("the first one last") << Ids{1, 2, 3} << Ids{2, 3, 1};
    QTest::newRow("backwards") << Ids{1, 2, 3, 4} << Ids{4, 3, 2, 1};
    QTest::newRow("all of it at once") << Ids{1, 2, 3, 4, 5} << Ids{6, 5, 2, 7, 1};
}

void TicketListModelTest::shouldBecomeExactlyWhatIsShown() {
    QFETCH(QVector<qint64>, before);
    QFETCH(QVector<qint64>, after);
    TicketListModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy resets(&model, &TicketListModel::modelReset);
    model.show(tickets(before));
    model.show(tickets(after));
    QCOMPARE(shown(model), after);
    QCOMPARE(resets.count(), 0);
}

void TicketListModelTest::shouldKeepHoldOfATicketThroughAnyChange() {
    // GIVEN a ticket somebody has selected
    TicketListModel model;
    const QAbstractItemModelTester tester(&model);
    QVector<qint64> ids{1, 2, 3, 4, 5, 6, 7, 8};
    model.show(tickets(ids));
    const QPersistentModelIndex selected = model.indexOf({5});
    QRandomGenerator random(20261122);
    for (int round = 0; round < 200; ++round) {
        // WHEN the others come, go and change places
        std::shuffle(ids.begin(), ids.end(), random);
        QVector<qint64> some;
        for (const qint64 id : ids) {
            if (id == 5 || random.bounded(3) > 0)
                some.append(id);
        }
        model.show(tickets(some));
        // THEN the selection is still that ticket
        QCOMPARE(shown(model), some);
        QCOMPARE(selected.data(TicketListModel::IdRole).toLongLong(), 5);
    }
}

void TicketListModelTest::shouldSayWhichRowChanged() {
    TicketListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(tickets({1, 2, 3}));
    const QSignalSpy changes(&model, &TicketListModel::dataChanged);
    QVector<TicketRow> rows = tickets({1, 2, 3});
    rows[2].status = TicketStatus::Claimed;
    model.show(rows);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 2);
    QCOMPARE(model.index(2).data(TicketListModel::TicketRole).value<TicketRow>(), rows[2]);
    model.show(rows);
    QCOMPARE(changes.count(), 1);
}

void TicketListModelTest::shouldShowEachTicketOnce() {
    TicketListModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(tickets({1, 2, 1}));
    QCOMPARE(shown(model), (QVector<qint64>{1, 2}));
}

void TicketListModelTest::shouldFindTicketsById() {
    TicketListModel model;
    model.show(tickets({4, 7}));
    QCOMPARE(model.indexOf({7}).row(), 1);
    QVERIFY(!model.indexOf({5}).isValid());
    QCOMPARE(model.row(9), TicketRow());
}

void TicketListModelTest::shouldSayTheReasonToScreenReaders() {
    TicketListModel model;
    TicketRow row = ticket(1);
    row.question = QStringLiteral("<b>Charged twice</b>");
    row.confidence = 0.31;
    row.agent = QStringLiteral("Dana");
    model.show({row});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Customer 1: <b>Charged twice</b>. Low confidence, confidence %1. With Dana.")
                 .arg(QLocale().toString(0.31, 'f', 2)));
    // A tool tip could be taken for rich text, so the customer's words are escaped in it.
    QCOMPARE(model.index(0).data(Qt::ToolTipRole).toString(), QStringLiteral("&lt;b&gt;Charged twice&lt;/b&gt;"));
}

void TicketListModelTest::shouldHaveWordsForEveryCategory() {
    QSet<QString> all;
    for (const auto &name : Names<HandoffCategory>::all) {
        const QString words = categoryWords(name.value);
        QVERIFY2(!words.isEmpty() && !all.contains(words), name.key);
        all.insert(words);
    }
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::TicketListModelTest)
#include "ticketlistmodel_test.moc"
