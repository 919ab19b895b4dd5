// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where a question says two things, and where it only says one.
#include "app/matching/clauses.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class ClausesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldPartWhatSaysTwoThings_data() {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("clauses");
        QTest::newRow("conjunction") << u"I was charged although I cancelled last week"_qs
                                     << QStringList{u"I was charged"_qs, u"I cancelled last week"_qs};
        QTest::newRow("two sentences") << u"My card was declined. Where is my parcel?"_qs
                                       << QStringList{u"My card was declined"_qs, u"Where is my parcel"_qs};
        QTest::newRow("too short to say anything") << u"Hello, please, where is my parcel?"_qs << QStringList();
        QTest::newRow("one thing") << u"When will my refund arrive?"_qs << QStringList();
        QTest::newRow("part of a word") << u"I ordered sandals for my candy shop"_qs << QStringList();
        QTest::newRow("nothing") << QString() << QStringList();
    }
    void shouldPartWhatSaysTwoThings() {
        QFETCH(QString, question);
        QFETCH(QStringList, clauses);
        QCOMPARE(clausesOf(question), clauses);
    }
};

QTEST_APPLESS_MAIN(ClausesTest)
#include "clauses_test.moc"
