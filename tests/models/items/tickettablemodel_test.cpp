// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tickets as a table: rows that are fetched when they are looked at, and that keep their identity.
#include "models/items/hitlistmodel.h"
#include "models/items/tickettablemodel.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <numeric>

using namespace relaydesk;

namespace {

QVector<TicketId> ids(const QVector<int> &numbers) {
    QVector<TicketId> list;
    for (const int number : numbers)
        list.append(TicketId{number});
    return list;
}

TicketRow row(int id, const char *customer = "Anna") {
    return {.id = TicketId{id}, .customer = QString::fromUtf8(customer), .question = QStringLiteral("Why?")};
}

} // namespace

class TicketTableModelTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldFollowTheTicketsFromOneListToAnother_data() {
        QTest::addColumn<QVector<int>>("before");
        QTest::addColumn<QVector<int>>("after");
        QTest::newRow("none to some") << QVector<int>{} << QVector<int>{1, 2, 3};
        QTest::newRow("some to none") << QVector<int>{1, 2, 3} << QVector<int>{};
        QTest::newRow("one more in front") << QVector<int>{1, 2, 3} << QVector<int>{4, 1, 2, 3};
        QTest::newRow("gone, moved, new") << QVector<int>{1, 2, 3, 4, 5, 6} << QVector<int>{6, 7, 2, 8, 9, 1, 10};
        QTest::newRow("turned around") << QVector<int>{1, 2, 3, 4} << QVector<int>{4, 3, 2, 1};
        QTest::newRow("all others") << QVector<int>{1, 2} << QVector<int>{3, 4};
        QTest::newRow("the same twice") << QVector<int>{1} << QVector<int>{1, 2, 1};
    }
    void shouldFollowTheTicketsFromOneListToAnother() {
        QFETCH(QVector<int>, before);
        QFETCH(QVector<int>, after);

        // GIVEN
        TicketTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(ids(before));
        QVector<QPersistentModelIndex> kept;
        for (int i = 0; i < model.rowCount(); ++i)
            kept.append(model.index(i, TicketTableModel::CustomerColumn));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        // WHEN
        model.show(ids(after));

        // THEN
        QVector<int> unique;
        for (const int id : after) {
            if (!unique.contains(id))
                unique.append(id);
        }
        QCOMPARE(model.tickets(), ids(unique));
        for (int i = 0; i < kept.size(); ++i) {
            QCOMPARE(kept[i].isValid(), unique.contains(before[i]));
            if (kept[i].isValid()) {
                QCOMPARE(kept[i].data(TicketTableModel::IdRole).toInt(), before[i]);
                QCOMPARE(kept[i].column(), int(TicketTableModel::CustomerColumn));
            }
        }
        QCOMPARE(resets.size(), 0);
        for (int i = 0; i < unique.size(); ++i)
            QCOMPARE(model.indexOf(TicketId{unique[i]}).row(), i);
    }

    void shouldFetchARowOnceWhenItIsLookedAt() {
        // GIVEN
        TicketTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVector<int> many(50'000);
        std::iota(many.begin(), many.end(), 1);
        model.show(ids(many));
        QSignalSpy wanted(&model, &TicketTableModel::rowsWanted);
        QCoreApplication::processEvents(); // what the tester itself looks at
        wanted.clear();

        // WHEN three of 50,000 are painted twice
        for (int i = 0; i < 2; ++i) {
            for (int number : {40'000, 40'001, 40'002})
                QCOMPARE(model.index(number, 1).data().toString(), QStringLiteral("\u2026"));
        }
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<QVector<TicketId>>(), ids({40'001, 40'002, 40'003}));
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.put({row(40'001, "Lena"), row(99'999)});

        // THEN
        QCOMPARE(changes.size(), 1);
        const QModelIndex first = model.index(40'000, TicketTableModel::CustomerColumn);
        QCOMPARE(first.data().toString(), QStringLiteral("Lena"));
        QVERIFY(first.data(TicketTableModel::FetchedRole).toBool());
        QCOMPARE(first.data(TicketTableModel::TicketRole).value<TicketRow>(), row(40'001, "Lena"));

        // WHEN it changed, it is asked for again
        model.forget(TicketId{40'001});
        QCOMPARE(first.data().toString(), QStringLiteral("\u2026"));
        QTRY_COMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].value<QVector<TicketId>>(), ids({40'001}));
    }

    void shouldSayTheWholeRowAloud() {
        TicketTableModel model;
        model.show(ids({1}));
        TicketRow spoken = row(1, "Lena");
        spoken.tags = {QStringLiteral("vip")};
        model.put({spoken});

        const QString text = model.index(0, 0).data(Qt::AccessibleTextRole).toString();

        for (const char *part : {"#1", "Lena", "Why?", "Waiting", "vip"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void shouldAskForFurtherHitsOnce() {
        // GIVEN
        HitListModel model;
        QSignalSpy wanted(&model, &HitListModel::moreWanted);
        const SearchHit hit{.title = QStringLiteral("Anna"), .snippet = QStringLiteral("a refund")};
        model.show({{hit, hit}, HitPlace{.message = 7}});

        // WHEN
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({});

        // THEN
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!model.canFetchMore({}));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({{hit}, std::nullopt});
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(2).data(HitListModel::HitRole).value<SearchHit>(), hit);
        QVERIFY(model.index(2).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("a refund")));
    }
};

QTEST_GUILESS_MAIN(TicketTableModelTest)
#include "tickettablemodel_test.moc"
