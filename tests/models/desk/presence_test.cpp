// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who has a ticket open: everybody else, each once, and whoever looks is told when that changes.
#include "models/desk/presence.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

namespace relaydesk {

class PresenceTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldNameEverybodyElseOnce();
    void shouldTellBothTicketsWhenSomebodyMoves();
    void shouldTellNothingTwice();
};

namespace {

const Present anna{{1}, QStringLiteral("Anna")};
const Present ben{{2}, QStringLiteral("Ben")};
const Present benWrites{{2}, QStringLiteral("Ben"), true};

} // namespace

void PresenceTest::shouldNameEverybodyElseOnce() {
    Presence presence;
    presence.note(1, {7}, anna);
    presence.note(2, {7}, ben);
    presence.note(3, {7}, benWrites); // a second window of his
    presence.note(4, {8}, {{3}, QStringLiteral("Cleo")});
    QCOMPARE(presence.at({7}, anna.agent), QVector<Present>{benWrites});
    QCOMPARE(presence.at({7}, {}), (QVector<Present>{anna, benWrites}));
    presence.leave(3);
    QCOMPARE(presence.at({7}, anna.agent), QVector<Present>{ben});
    presence.leave(2);
    QVERIFY(presence.at({7}, anna.agent).isEmpty());
}

void PresenceTest::shouldTellBothTicketsWhenSomebodyMoves() {
    Presence presence;
    presence.note(1, {7}, anna);
    QSignalSpy changed(&presence, &Presence::changed);
    presence.note(1, {8}, anna);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(changed.at(0).first().value<TicketId>(), TicketId{7});
    QCOMPARE(changed.at(1).first().value<TicketId>(), TicketId{8});
    presence.leave(1);
    QCOMPARE(changed.count(), 3);
}

void PresenceTest::shouldTellNothingTwice() {
    Presence presence;
    presence.note(1, {7}, anna);
    QSignalSpy changed(&presence, &Presence::changed);
    presence.note(1, {7}, anna);
    presence.leave(9);
    QCOMPARE(changed.count(), 0);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::PresenceTest)
#include "presence_test.moc"
