// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was asked lately is held, and no more than that.
#include "app/matching/recentvectors.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class RecentVectorsTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldHoldTheLastOnes() {
        RecentVectors recent(10);
        for (int i = 0; i < 1000; ++i) {
            recent.keep(QByteArray::number(i), "vector " + QByteArray::number(i));
            QVERIFY(recent.size() <= 10);
        }
        for (int i = 995; i < 1000; ++i)
            QCOMPARE(recent.find(QByteArray::number(i)), "vector " + QByteArray::number(i));
        QVERIFY(recent.find("0").isEmpty());
        QVERIFY(recent.find("never asked").isEmpty());
    }

    void shouldTakeTheNewerOfTwo() {
        RecentVectors recent(10);
        recent.keep("a", "old");
        recent.keep("a", "new");
        QCOMPARE(recent.find("a"), QByteArray("new"));
        QCOMPARE(recent.size(), 1);
    }
};

QTEST_GUILESS_MAIN(RecentVectorsTest)
#include "recentvectors_test.moc"
