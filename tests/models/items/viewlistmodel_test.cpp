// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the views are a list with numbers that stay with their view.
#include "models/items/viewlistmodel.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

namespace relaydesk {

class ViewListModelTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSayHowManyTicketsAreInAView();
    void shouldKeepTheNumbersOfViewsThatStay();
    void shouldFindTheViewOfASearch();
};

namespace {

const TicketView refunds{QStringLiteral("Refunds"), QStringLiteral("Refunds"), QStringLiteral("tag:refund"), true};
const TicketView garden{QStringLiteral("Garden"), QStringLiteral("Garden"), QStringLiteral("lawn"), true};

} // namespace

void ViewListModelTest::shouldSayHowManyTicketsAreInAView() {
    ViewListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({refunds, garden});
    QCOMPARE(model.index(0).data(ViewListModel::CountRole).toInt(), -1);
    model.count({refunds, garden}, {7, 0});
    QCOMPARE(model.index(0).data(ViewListModel::CountRole).toInt(), 7);
    QCOMPARE(model.index(1).data(ViewListModel::CountRole).toInt(), 0);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("7")));
}

void ViewListModelTest::shouldKeepTheNumbersOfViewsThatStay() {
    ViewListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({refunds, garden});
    model.count({refunds, garden}, {7, 3});
    model.show({garden});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(ViewListModel::CountRole).toInt(), 3);
}

void ViewListModelTest::shouldFindTheViewOfASearch() {
    ViewListModel model;
    model.show({refunds, garden});
    QCOMPARE(model.indexOf(QStringLiteral("lawn")).row(), 1);
    QVERIFY(!model.indexOf(QStringLiteral("mower")).isValid());
}

} // namespace relaydesk

QTEST_APPLESS_MAIN(relaydesk::ViewListModelTest)

#include "viewlistmodel_test.moc"
