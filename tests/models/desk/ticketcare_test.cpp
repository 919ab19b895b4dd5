// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What agents do with tickets beside answering them: each deed is an event, for all tickets or none, and can be
//! undone.
#include "tests/models/desk/careroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class TicketCareTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_room = std::make_unique<CareRoom>(m_onDisk); }
    void cleanup() { m_room.reset(); }
    void shouldSetThePriorityOfSeveralInOneTransaction();
    void shouldCleanTags_data();
    void shouldCleanTags();
    void shouldAddAndRemoveTags();
    void shouldSnoozeUntilTheTimeComes();
    void shouldWakeAtOnceWhenTheCustomerWrites();
    void shouldRefuseASnoozeIntoThePast();
    void shouldAssignAndUnassign();
    void shouldWriteDownWhomANoteNames();
    void shouldNoteTheFirstReplyOnce();
    void shouldStopTheClockWhileItIsTheCustomersTurn();
    void shouldTakeBackExactly_data();
    void shouldTakeBackExactly();
    void shouldNotMixWhatWasTakenBackWithWhatComesNext();
    void shouldNotTakeBackWhatSomebodyChangedSince();
    void shouldTakeBackOneFieldBesideAnother();
    void shouldReopenWithoutTellingTheCustomerTwice();
    void shouldUnlearnWhatAResolutionTaught();
    void shouldNotTakeBackAResolutionAfterTheCustomerWrote();
    void shouldNotTakeBackAReopeningThatTheCustomerAnswered();
    void shouldLeaveAClosedTicketAtNobodysTurn();
    void shouldRunSeveralCallsAsOneDeed();

  protected:
    bool m_onDisk = false;
    std::unique_ptr<CareRoom> m_room;
    AgentId anna() { return m_room->room->anna; }
    AgentId ben() { return m_room->room->ben; }
    QVector<TicketId> both() { return {m_room->first, m_room->second}; }
    Desk &desk() { return *m_room->room->desk; }
};

//! The same again on a real database.
class TicketCareOnDiskTest : public TicketCareTest {
    Q_OBJECT

  public:
    TicketCareOnDiskTest() { m_onDisk = true; }
};

void TicketCareTest::shouldSetThePriorityOfSeveralInOneTransaction() {
    // GIVEN two tickets, one of which does not exist
    const auto refused = m_room->care().setPriority({m_room->first, TicketId{99}}, Priority::High, anna());
    // THEN neither is changed
    QVERIFY(!refused && !refused.error().sentence.isEmpty());
    QCOMPARE(m_room->ticket(m_room->first).priority, Priority::Normal);
    QVERIFY(m_room->lastChange(m_room->first).isEmpty());
    // WHEN both exist
    QSignalSpy told(&desk(), &Desk::ticketChanged);
    const auto done = m_room->care().setPriority(both(), Priority::High, anna());
    // THEN both are changed, told and logged with who did it
    QVERIFY(done);
    QCOMPARE(done->tickets.size(), 2);
    QCOMPARE(told.size(), 2);
    QVERIFY2(done->sentence.contains(u"2 tickets"_qs), qPrintable(done->sentence));
    for (const TicketId id : both()) {
        QCOMPARE(m_room->ticket(id).priority, Priority::High);
        QCOMPARE(m_room->lastChange(id), u"priority normal > high"_qs);
    }
    const auto events = *m_room->room->stores().events.events({.kinds = {EventKind::Changed}, .agent = anna()});
    QCOMPARE(events.size(), 2);
    // AND again is nothing
    QVERIFY(m_room->care().setPriority(both(), Priority::High, anna())->isEmpty());
    QCOMPARE(m_room->room->stores().events.events({.kinds = {EventKind::Changed}})->size(), 2);
}

void TicketCareTest::shouldCleanTags_data() {
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("kept");
    QTest::newRow("case") << QStringList{u"VIP"_qs, u"vip"_qs} << QStringList{u"vip"_qs};
    QTest::newRow("spaces") << QStringList{u"  late   fee "_qs} << QStringList{u"late fee"_qs};
    QTest::newRow("empty") << QStringList{u" "_qs, QString()} << QStringList{};
    QTest::newRow("order") << QStringList{u"b"_qs, u"a"_qs} << QStringList{u"b"_qs, u"a"_qs};
}

void TicketCareTest::shouldCleanTags() {
    QFETCH(QStringList, given);
    QFETCH(QStringList, kept);
    QVERIFY(m_room->care().setTags({m_room->first}, given, anna()));
    QCOMPARE(m_room->ticket(m_room->first).tags, kept);
}

void TicketCareTest::shouldAddAndRemoveTags() {
    QVERIFY(m_room->care().addTags(both(), {u"billing"_qs, u"VIP"_qs}, anna()));
    QVERIFY(m_room->care().removeTags({m_room->first}, {u"Billing"_qs}, anna()));
    QCOMPARE(m_room->ticket(m_room->first).tags, QStringList{u"vip"_qs});
    QCOMPARE(m_room->lastChange(m_room->first), u"tags billing+vip > vip"_qs);
    QCOMPARE(m_room->ticket(m_room->second).tags, (QStringList{u"billing"_qs, u"vip"_qs}));
    QVERIFY(!m_room->care().addTags(both(), {QString(TicketCare::longestTag + 1, u'x')}, anna()));
    QStringList many;
    for (int i = 0; i <= TicketCare::mostTags; ++i)
        many += QString::number(i);
    QVERIFY(!m_room->care().setTags({m_room->first}, many, anna()));
    QCOMPARE(m_room->ticket(m_room->first).tags, QStringList{u"vip"_qs});
}

void TicketCareTest::shouldSnoozeUntilTheTimeComes() {
    const QDateTime until = m_room->room->clock.now().addSecs(7200);
    QVERIFY(m_room->care().snooze(both(), until, anna()));
    QCOMPARE(m_room->ticket(m_room->first).snoozedUntil, until);
    m_room->room->clock.advance(7199 * 1000);
    QCOMPARE(*m_room->care().wakeDue(), 0);
    m_room->room->clock.advance(1000);
    QVERIFY(desk().closeSilent()); // the housekeeping
    QVERIFY(!m_room->ticket(m_room->first).snoozedUntil.isValid());
    QCOMPARE(m_room->ticket(m_room->first).pausedSeconds, 7200);
    QVERIFY(m_room->lastChange(m_room->second).startsWith(u"snoozed 2026-03-02T11:00:00"_qs));
    QCOMPARE(*m_room->care().wakeDue(), 0);
}

void TicketCareTest::shouldWakeAtOnceWhenTheCustomerWrites() {
    QVERIFY(m_room->care().snooze(both(), m_room->room->clock.now().addDays(3), anna()));
    m_room->room->clock.advance(60'000);
    QVERIFY(m_room->room->add(u"Any news?"));
    QVERIFY(!m_room->ticket(m_room->first).snoozedUntil.isValid());
    QVERIFY(m_room->ticket(m_room->second).snoozedUntil.isValid()); // another conversation
    QCOMPARE(m_room->ticket(m_room->first).pausedSeconds, 60);
    QVERIFY(m_room->lastChange(m_room->first).endsWith(u"> "_qs));
}

void TicketCareTest::shouldRefuseASnoozeIntoThePast() {
    QVERIFY(!m_room->care().snooze(both(), m_room->room->clock.now(), anna()));
    QVERIFY(!m_room->care().snooze(both(), {}, anna()));
    QVERIFY(desk().resolve(m_room->first, anna()));
    QVERIFY(!m_room->care().snooze({m_room->first}, m_room->room->clock.now().addDays(1), anna()));
}

void TicketCareTest::shouldAssignAndUnassign() {
    // WHEN Anna gives a ticket to Ben
    QVERIFY(m_room->care().assign({m_room->first}, ben(), anna()));
    QCOMPARE(m_room->ticket(m_room->first).agent, ben());
    QCOMPARE(m_room->room->now().agent, ben());
    QVERIFY(m_room->room->last().contains(u"Ben Ode joined"_qs));
    const Event claimed = m_room->room->events(EventKind::Claimed).last();
    QCOMPARE(claimed.agent, ben());
    QCOMPARE(claimed.data.value(u"by"_qs).toInteger(), anna().value);
    // AND back to nobody
    QVERIFY(m_room->care().assign(both(), AgentId{}, anna()));
    QCOMPARE(m_room->room->now().owner, Owner::Queue);
    QVERIFY(!m_room->ticket(m_room->first).agent.isValid());
    QCOMPARE(m_room->room->events(EventKind::Released).last().data.value(u"by"_qs).toInteger(), anna().value);
}

void TicketCareTest::shouldWriteDownWhomANoteNames() {
    const auto noted = desk().addNote(m_room->first, anna(), u"@Ben please look, or @anna berg. Mail: x@ben.org"_qs);
    QVERIFY(noted);
    const auto mentions = m_room->room->stores().events.event(*noted)->data.value(u"mentions"_qs).toVariant().toList();
    QCOMPARE(mentions, (QVariantList{ben().value, anna().value}));
}

void TicketCareTest::shouldNoteTheFirstReplyOnce() {
    QVERIFY(!m_room->ticket(m_room->first).firstReplyAt.isValid());
    m_room->room->clock.advance(5000);
    const QDateTime at = m_room->room->clock.now();
    QVERIFY(desk().reply(m_room->room->conversation, anna(), u"Looking."_qs));
    m_room->room->clock.advance(5000);
    QVERIFY(desk().reply(m_room->room->conversation, anna(), u"Found it."_qs));
    QCOMPARE(m_room->ticket(m_room->first).firstReplyAt, at);
}

void TicketCareTest::shouldStopTheClockWhileItIsTheCustomersTurn() {
    const ConversationId id = m_room->room->conversation;
    QVERIFY(desk().reply(id, anna(), u"Which card?"_qs));
    QVERIFY(m_room->ticket(m_room->first).repliedAt.isValid());
    QVERIFY(m_room->ticket(m_room->first).pausedAt.isValid());
    m_room->room->clock.advance(600'000);
    QVERIFY(desk().reply(id, anna(), u"The last four digits are enough."_qs)); // the same turn
    m_room->room->clock.advance(600'000);
    QVERIFY(m_room->room->add(u"1234"));
    QVERIFY(!m_room->ticket(m_room->first).repliedAt.isValid());
    QVERIFY(!m_room->ticket(m_room->first).pausedAt.isValid());
    QCOMPARE(m_room->ticket(m_room->first).pausedSeconds, 1200);
}

void TicketCareTest::shouldTakeBackExactly_data() {
    QTest::addColumn<QString>("what");
    for (const char *what : {"priority", "tags", "snooze", "assign", "unassign", "merge", "unmerge", "resolve",
                             "resolve unclaimed", "give back"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TicketCareTest::shouldTakeBackExactly() {
    QFETCH(QString, what);
    TicketCare &care = m_room->care();
    // GIVEN two tickets with something to them
    QVERIFY(care.setTags(both(), {u"billing"_qs}, anna()));
    if (what == u"unmerge"_qs)
        QVERIFY(care.merge({m_room->second}, m_room->first, anna()));
    if (what != u"resolve unclaimed"_qs && what != u"merge"_qs)
        QVERIFY(care.assign(both(), anna(), anna()));
    const QVector<Ticket> tickets{m_room->ticket(m_room->first), m_room->ticket(m_room->second)};
    Conversation before = m_room->room->now();
    Conversation beside = m_room->conversation(m_room->other);
    // WHEN one deed is done and taken back
    const auto all = [&](const auto &deed) {
        return care.together(u"bulk"_qs, what, anna(), [&]() -> Result<void> {
            for (const TicketId id : both())
                RELAYDESK_TRY(deed(id));
            return {};
        });
    };
    Result<Deed> deed = failure(ErrorKind::Invalid, {});
    if (what == u"priority"_qs)
        deed = care.setPriority(both(), Priority::Urgent, anna());
    else if (what == u"tags"_qs)
        deed = care.addTags(both(), {u"vip"_qs}, anna());
    else if (what == u"snooze"_qs)
        deed = care.snooze(both(), m_room->room->clock.now().addDays(1), anna());
    else if (what == u"assign"_qs)
        deed = care.assign(both(), ben(), anna());
    else if (what == u"unassign"_qs)
        deed = care.assign(both(), {}, anna());
    else if (what == u"merge"_qs)
        deed = care.merge({m_room->second}, m_room->first, anna());
    else if (what == u"unmerge"_qs)
        deed = care.unmerge({m_room->second}, anna());
    else if (what == u"give back"_qs)
        deed = all([&](TicketId id) { return desk().giveBack(id, anna()); });
    else
        deed = all([&](TicketId id) { return desk().resolve(id, anna()); });
    QVERIFY2(deed, deed ? "" : qPrintable(deed.error().sentence));
    QVERIFY(!deed->isEmpty());
    QVERIFY(m_room->ticket(m_room->second) != tickets[1]);
    m_room->room->clock.advance(3000);
    const qsizetype said = m_room->messages(m_room->room->conversation).size();
    const auto undone = care.undo(*deed, anna());
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
    // THEN everything is as it was, the customer is told nothing, and the log says so
    QCOMPARE(m_room->ticket(m_room->first), tickets[0]);
    QCOMPARE(m_room->ticket(m_room->second), tickets[1]);
    for (auto [id, old] : {std::pair(m_room->room->conversation, &before), std::pair(m_room->other, &beside)}) {
        old->lastAt = m_room->conversation(id).lastAt;
        old->job = m_room->conversation(id).job;
        QCOMPARE(m_room->conversation(id), *old);
    }
    QCOMPARE(m_room->messages(m_room->room->conversation).size(), said);
    const auto changes =
        *m_room->room->stores().events.events({.kinds = {EventKind::Changed}, .ticket = m_room->second});
    QCOMPARE(changes.last().data.value(u"what"_qs).toString(), u"undone"_qs);
    // AND only once
    QVERIFY(!care.undo(*deed, anna()));
}

void TicketCareTest::shouldNotMixWhatWasTakenBackWithWhatComesNext() {
    const auto id = m_room->room->conversation;
    QVERIFY(desk().claim(m_room->first, anna()));
    // GIVEN a conversation that was given back, and taken back again
    const auto deed = m_room->care().together(u"bulk"_qs, u"give back"_qs, anna(),
                                              [&] { return desk().giveBack(m_room->first, anna()); });
    QVERIFY(deed);
    const int givenBack = m_room->messages(id).last().episode;
    QVERIFY(m_room->care().undo(*deed, anna()));
    QVERIFY(desk().resolve(m_room->first, anna()));
    // WHEN the customer writes again THEN what was said while it was given back is not part of it
    QVERIFY(m_room->room->say(u"My invoice is wrong"));
    QVERIFY(m_room->conversation(id).episode > givenBack);
}

void TicketCareTest::shouldNotTakeBackWhatSomebodyChangedSince() {
    const auto deed = m_room->care().setPriority(both(), Priority::High, anna());
    QVERIFY(m_room->care().setPriority({m_room->second}, Priority::Low, ben()));
    const auto refused = m_room->care().undo(*deed, anna());
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(u"Ticket %1 was changed since"_qs.arg(m_room->second.value)),
             qPrintable(refused.error().sentence));
    QCOMPARE(m_room->ticket(m_room->first).priority, Priority::High); // all or nothing
}

void TicketCareTest::shouldTakeBackOneFieldBesideAnother() {
    const auto deed = m_room->care().setPriority(both(), Priority::High, anna());
    QVERIFY(m_room->care().addTags(both(), {u"vip"_qs}, ben()));
    QVERIFY(m_room->room->say(u"Hello?"));
    QVERIFY(m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->ticket(m_room->first).priority, Priority::Normal);
    QCOMPARE(m_room->ticket(m_room->first).tags, QStringList{u"vip"_qs});
}

void TicketCareTest::shouldReopenWithoutTellingTheCustomerTwice() {
    // GIVEN a ticket that was resolved by a slip
    const TicketId id = m_room->first;
    QVERIFY(desk().claim(id, anna()));
    const auto deed = m_room->care().together(u"resolve"_qs, {}, anna(),
                                              [&] { return desk().resolve(id, anna()).map([](const auto &) {}); });
    // WHEN it is taken back and resolved again
    QVERIFY(m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->room->now().owner, Owner::Agent);
    QVERIFY(desk().resolve(id, anna()));
    // THEN the customer has read it once, and it counts once
    QCOMPARE(m_room->texts(m_room->room->conversation).filter(u"marked this as solved"_qs).size(), 1);
    QCOMPARE(m_room->ticket(id).status, TicketStatus::Resolved);
    // AND after something was said they read it again
    QVERIFY(desk().reopen(m_room->room->conversation, anna()));
    QVERIFY(desk().resolve(id, anna()));
    QCOMPARE(m_room->texts(m_room->room->conversation).filter(u"marked this as solved"_qs).size(), 2);
}

void TicketCareTest::shouldUnlearnWhatAResolutionTaught() {
    const QString answer = u"The second charge is only a hold. It falls away within 5 working days."_qs;
    QVERIFY(desk().reply(m_room->room->conversation, anna(), answer));
    std::optional<Proposal> learned;
    const auto deed = m_room->care().together(u"resolve"_qs, {}, anna(), [&]() -> Result<void> {
        const auto lesson = desk().resolve(m_room->first, anna());
        RELAYDESK_TRY(lesson);
        learned = *lesson;
        return {};
    });
    QVERIFY(deed && learned);
    QCOMPARE(learned->status, ProposalStatus::Published);
    QVERIFY(m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->room->stores().proposals.proposal(learned->id)->status, ProposalStatus::RolledBack);
    QCOMPARE(m_room->room->stores().articles.article(learned->article)->status, ArticleStatus::Archived);
    QVERIFY(!desk().knowledge().known(learned->article));
}

void TicketCareTest::shouldNotTakeBackAResolutionAfterTheCustomerWrote() {
    const auto deed = m_room->care().together(
        u"resolve"_qs, {}, anna(), [&] { return desk().resolve(m_room->first, anna()).map([](const auto &) {}); });
    QVERIFY(m_room->room->say(DeskRoom::known));
    QVERIFY(!m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->room->now().owner, Owner::Assistant);
}

void TicketCareTest::shouldNotTakeBackAReopeningThatTheCustomerAnswered() {
    // GIVEN a ticket that was reopened, and words of the customer in it
    QVERIFY(desk().resolve(m_room->first, anna()));
    const ConversationId conversation = m_room->room->conversation;
    const auto deed =
        m_room->care().together(u"reopen"_qs, {}, anna(), [&] { return desk().reopen(conversation, anna()); });
    QVERIFY(m_room->room->say(DeskRoom::known));
    // WHEN it is to be closed again by taking that back, THEN nobody would hear the customer
    const auto refused = m_room->care().undo(*deed, anna());
    QVERIFY(!refused && refused.error().sentence.contains(u"waits for an answer"_qs));
    QCOMPARE(m_room->room->now().owner, Owner::Agent);
}

void TicketCareTest::shouldLeaveAClosedTicketAtNobodysTurn() {
    QVERIFY(desk().resolve(m_room->first, anna()));
    const ConversationId conversation = m_room->room->conversation;
    const auto deed =
        m_room->care().together(u"reopen"_qs, {}, anna(), [&] { return desk().reopen(conversation, anna()); });
    QVERIFY(desk().reply(conversation, anna(), u"One thing more."_qs));
    QVERIFY(m_room->care().undo(*deed, anna()));
    const Ticket ticket = m_room->ticket(m_room->first);
    QCOMPARE(ticket.status, TicketStatus::Resolved);
    QVERIFY(!ticket.repliedAt.isValid() && !ticket.pausedAt.isValid());
}

void TicketCareTest::shouldRunSeveralCallsAsOneDeed() {
    // WHEN the second of two calls fails, THEN the first did not happen either
    const auto refused = m_room->care().together(u"bulk"_qs, {}, anna(), [&]() -> Result<void> {
        RELAYDESK_TRY(m_room->care().addTags(both(), {u"vip"_qs}, anna()));
        return desk().claim(TicketId{99}, anna());
    });
    QVERIFY(!refused);
    QVERIFY(m_room->ticket(m_room->first).tags.isEmpty());
    // WHEN all succeed, THEN one undo takes back all
    const Ticket before = m_room->ticket(m_room->first);
    const auto deed = m_room->care().together(u"bulk"_qs, {}, anna(), [&]() -> Result<void> {
        RELAYDESK_TRY(m_room->care().addTags(both(), {u"vip"_qs}, anna()));
        RELAYDESK_TRY(m_room->care().setPriority(both(), Priority::High, anna()));
        return desk().resolve(m_room->first, anna(), {.learn = false, .edited = {}}).map([](const auto &) {});
    });
    QVERIFY(deed);
    QVERIFY(m_room->care().undo(*deed, anna()));
    QCOMPARE(m_room->ticket(m_room->first), before);
}

} // namespace relaydesk

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    relaydesk::TicketCareTest inMemory;
    relaydesk::TicketCareOnDiskTest onDisk;
    return QTest::qExec(&inMemory, argc, argv) + QTest::qExec(&onDisk, argc, argv);
}
#include "ticketcare_test.moc"
