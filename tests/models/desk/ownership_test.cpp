// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The state table: what follows from what, and that nothing else does.
#include "models/desk/ownership.h"
#include <QtTest/QtTest>

namespace relaydesk {

class OwnershipTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldKnowEveryPairOfOwnerAndStep_data();
    void shouldKnowEveryPairOfOwnerAndStep();
};

void OwnershipTest::shouldKnowEveryPairOfOwnerAndStep_data() {
    // One letter for each owner: assistant, queue, agent (g), nobody; a dot: not possible.
    struct Line {
        Step step;
        const char *name;
        const char *then; //!< for assistant, queue, agent, nobody
    };
    QTest::addColumn<Owner>("now");
    QTest::addColumn<Step>("step");
    QTest::addColumn<char>("then");
    const Owner owners[] = {Owner::Assistant, Owner::Queue, Owner::Agent, Owner::Nobody};
    for (const Line &line : {Line{Step::CustomerWrites, "customer writes", "aqga"},
                             {Step::HandOver, "hand over", "q..."},
                             {Step::AgentTakes, "agent takes", "ggg."},
                             {Step::AgentLeaves, "agent leaves", "..q."},
                             {Step::GiveBack, "give back", ".aa."},
                             {Step::Resolve, "resolve", ".nn."},
                             {Step::CustomerConfirms, "customer confirms", "n..."},
                             {Step::Silence, "silence", "n..."},
                             {Step::Reopen, "reopen", "...g"}}) {
        for (int i = 0; i < 4; ++i)
            QTest::addRow("%s, %s", qPrintable(keyOf(owners[i])), line.name) << owners[i] << line.step << line.then[i];
    }
}

void OwnershipTest::shouldKnowEveryPairOfOwnerAndStep() {
    QFETCH(Owner, now);
    QFETCH(Step, step);
    QFETCH(char, then);
    const QMap<char, Owner> owners{
        {'a', Owner::Assistant}, {'q', Owner::Queue}, {'g', Owner::Agent}, {'n', Owner::Nobody}};
    const auto found = ownerAfter(now, step);
    QCOMPARE(found.has_value(), owners.contains(then));
    if (found)
        QCOMPARE(*found, owners[then]);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::OwnershipTest)
#include "ownership_test.moc"
