// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That rows are found by height while they come, go and change, as a plain list would find them.
#include "ui/widgets/rowheights.h"
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>
#include <numeric>

namespace relaydesk {

class RowHeightsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldFindTheRowAtAHeight_data();
    void shouldFindTheRowAtAHeight();
    void shouldKnowWhatIsMeasured();
    void shouldAgreeWithAPlainListWhateverHappens();
    void shouldBeEmptyAtFirst();
};

void RowHeightsTest::shouldFindTheRowAtAHeight_data() {
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("row");
    QTest::newRow("above all") << -50 << 0;
    QTest::newRow("top") << 0 << 0;
    QTest::newRow("last of the first") << 9 << 0;
    QTest::newRow("first of the second") << 10 << 1;
    QTest::newRow("behind the one without height") << 30 << 3;
    QTest::newRow("below all") << 500 << 3;
}

void RowHeightsTest::shouldFindTheRowAtAHeight() {
    QFETCH(int, y);
    RowHeights heights;
    heights.insert(0, {10, 20, 0, 40});
    QTEST(heights.rowAt(y), "row");
}

void RowHeightsTest::shouldKnowWhatIsMeasured() {
    RowHeights heights;
    heights.insert(0, {10, 10, 10});
    heights.measure(1, 25);
    QVERIFY(heights.isMeasured(1) && !heights.isMeasured(0));
    QCOMPARE(heights.total(), 45);
    heights.estimate(1, 12);
    QVERIFY(!heights.isMeasured(1));
    QCOMPARE(heights.top(2), 22);
}

void RowHeightsTest::shouldAgreeWithAPlainListWhateverHappens() {
    RowHeights heights;
    std::vector<int> plain;
    QRandomGenerator random(7);
    for (int step = 0; step < 2000; ++step) {
        const int size = static_cast<int>(plain.size());
        const int height = random.bounded(1, 90);
        if (size < 3 || random.bounded(3) == 0) {
            const int at = random.bounded(size + 1);
            heights.insert(at, {height, height + 1});
            plain.insert(plain.begin() + at, {height, height + 1});
        } else if (random.bounded(3) == 0) {
            const int first = random.bounded(size - 1);
            heights.remove(first, first + 1);
            plain.erase(plain.begin() + first, plain.begin() + first + 2);
        } else {
            const int row = random.bounded(size);
            heights.measure(row, height);
            plain[static_cast<size_t>(row)] = height;
        }
        const int row = random.bounded(static_cast<int>(plain.size()) + 1);
        QCOMPARE(heights.top(row), std::accumulate(plain.begin(), plain.begin() + row, 0));
    }
    QCOMPARE(heights.total(), std::accumulate(plain.begin(), plain.end(), 0));
}

void RowHeightsTest::shouldBeEmptyAtFirst() {
    const RowHeights heights;
    QCOMPARE(heights.count(), 0);
    QCOMPARE(heights.total(), 0);
    QCOMPARE(heights.rowAt(0), -1);
}

} // namespace relaydesk

QTEST_APPLESS_MAIN(relaydesk::RowHeightsTest)
#include "rowheights_test.moc"
