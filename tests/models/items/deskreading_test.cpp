// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk page reads: the views of the queue, the transcript of a group of tickets, what is known of a customer.
#include "models/items/deskreading.h"
#include "tests/models/desk/careroom.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

namespace relaydesk {

class DeskReadingTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldShowEachTicketInItsViews_data();
    void shouldShowEachTicketInItsViews();
    void shouldSortAsWanted_data();
    void shouldSortAsWanted();
    void shouldTellWhatIsDueAndWhatStandsBehindATicket();
    void shouldShowEverythingSaidInMergedTicketsOnce();
    void shouldShowWhatTheCustomerOfASplitTicketGoesOnToWrite();
    void shouldKnowEarlierTicketsLanguageAndMood();
    void shouldBelieveWhatTheDeskWasToldWhereWordsTellNothing();
    void shouldShowUnderEachAnswerWhatTheCustomerSaid();
    void shouldShowWhatAgentsSaidOfTheSources();
};

namespace {

QVector<qint64> idsOf(const Result<QVector<TicketRow>> &rows) {
    QVector<qint64> ids;
    for (const TicketRow &row : *rows)
        ids += row.id.value;
    return ids;
}

} // namespace

void DeskReadingTest::shouldShowEachTicketInItsViews_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<QVector<qint64>>("ids");
    const auto row = [](const char *name, QueueView view, const QVector<qint64> &ids) {
        QTest::newRow(name) << int(view) << ids;
    };
    row("open", QueueView::Open, {1, 2, 6});
    row("mine", QueueView::Mine, {2});
    row("unassigned", QueueView::Unassigned, {1});
    row("the customer's turn", QueueView::CustomersTurn, {2});
    row("snoozed", QueueView::Snoozed, {3});
    row("ended", QueueView::Ended, {5});
}

void DeskReadingTest::shouldShowEachTicketInItsViews() {
    QFETCH(int, view);
    QFETCH(QVector<qint64>, ids);
    // GIVEN one waiting, one answered by Anna, one snoozed, one merged into the first, one resolved, one with Ben
    CareRoom care(false);
    DeskRoom &room = *care.room;
    QVector<TicketId> tickets{care.first, care.second};
    QVector<ConversationId> conversations{room.conversation, care.other};
    for (int i = 2; i < 6; ++i) {
        conversations += room.open();
        tickets += care.waiting(conversations[i], DeskRoom::unknown);
    }
    QVERIFY(room.desk->reply(conversations[1], room.anna, u"Which one?"_qs));
    QVERIFY(care.care().snooze({tickets[2]}, room.clock.now().addSecs(60), room.anna));
    QVERIFY(care.care().merge({tickets[3]}, tickets[0], room.anna));
    QVERIFY(room.desk->resolve(tickets[4], room.anna));
    QVERIFY(room.desk->claim(tickets[5], room.ben));
    QCOMPARE(idsOf(readQueue(room.stores(), room.anna, room.clock.now(), QueueView(view))), ids);
    // AND a snooze whose time has come holds nothing back
    if (QueueView(view) == QueueView::Snoozed)
        QVERIFY(idsOf(readQueue(room.stores(), room.anna, room.clock.now().addSecs(60), QueueView::Snoozed)).isEmpty());
}

void DeskReadingTest::shouldSortAsWanted_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<QVector<qint64>>("ids");
    QTest::newRow("longest wait") << int(QueueOrder::LongestWait) << QVector<qint64>{1, 2, 3};
    QTest::newRow("newest") << int(QueueOrder::Newest) << QVector<qint64>{3, 1, 2}; // of the same age: as they came
    QTest::newRow("priority") << int(QueueOrder::Priority) << QVector<qint64>{2, 1, 3};
    QTest::newRow("deadline") << int(QueueOrder::Deadline) << QVector<qint64>{2, 1, 3};
}

void DeskReadingTest::shouldSortAsWanted() {
    QFETCH(int, order);
    QFETCH(QVector<qint64>, ids);
    CareRoom care(false);
    DeskRoom &room = *care.room;
    room.clock.advance(60'000);
    care.waiting(room.open(), DeskRoom::unknown);
    QVERIFY(care.care().setPriority({care.second}, Priority::Urgent, room.anna));
    QCOMPARE(idsOf(readQueue(room.stores(), room.anna, room.clock.now(), QueueView::Open, QueueOrder(order))), ids);
}

void DeskReadingTest::shouldTellWhatIsDueAndWhatStandsBehindATicket() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    QVERIFY(care.care().merge({care.second}, care.first, room.anna));
    QVERIFY(care.care().addTags({care.first}, {u"vip"_qs}, room.anna));
    room.clock.advance(48 * 60'000);
    const auto rows = readQueue(room.stores(), room.anna, room.clock.now());
    QCOMPARE(rows->size(), 1);
    const TicketRow row = rows->first();
    QCOMPARE(row.merged, 1);
    QCOMPARE(row.tags, QStringList{u"vip"_qs});
    QCOMPARE(deadlineWords(row.deadline), u"First response due in 12 min"_qs);
}

void DeskReadingTest::shouldShowEverythingSaidInMergedTicketsOnce() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    QVERIFY(care.care().merge({care.second}, care.first, room.anna));
    QVERIFY(room.desk->addNote(care.first, room.ben, u"Look at both."_qs));
    room.clock.advance(1000);
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"Both are refunded."_qs));
    room.clock.advance(1000);
    QVERIFY(room.desk->receive(care.other, u"Thank you for both"_qs));
    const auto details = readTicket(room.stores(), care.first);
    QVERIFY(details);
    QStringList texts;
    for (const MessageRow &row : details->messages)
        texts += row.text;
    QCOMPARE(texts.filter(u"Both are refunded."_qs).size(), 1);
    QCOMPARE(texts.last(), u"Thank you for both"_qs);
    QCOMPARE(details->messages.last().remark, u"ticket %1"_qs.arg(care.second.value));
    QVERIFY(texts.contains(u"My invoice is wrong"_qs));
    QVERIFY(details->messages[texts.indexOf(u"Look at both."_qs)].isNote);
    QCOMPARE(details->merged.size(), 1);
    // AND the customer sees none of the other conversation
    const auto chat = readChat(room.stores(), room.conversation);
    for (const MessageRow &row : chat->messages)
        QVERIFY(!row.isNote && row.text != u"Thank you for both"_qs);
}

void DeskReadingTest::shouldShowWhatTheCustomerOfASplitTicketGoesOnToWrite() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    const auto asked = room.desk->receive(room.conversation, u"And my address?"_qs);
    const TicketId split = care.care().split(care.first, *asked, room.anna)->tickets.last().after.id;
    room.clock.advance(1000);
    QVERIFY(room.desk->receive(room.conversation, u"The new one, I mean"_qs));
    const auto details = readTicket(room.stores(), split);
    QCOMPARE(details->messages.first().text, u"And my address?"_qs);
    QCOMPARE(details->messages.last().text, u"The new one, I mean"_qs);
    QCOMPARE(readTicket(room.stores(), care.first)->splits.first().id, split);
}

void DeskReadingTest::shouldKnowEarlierTicketsLanguageAndMood() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    const ConversationId elsewhere = room.desk->open({.name = u"M. L."_qs, .email = u"MAYA@example.org"_qs})->id;
    const TicketId earlier = care.waiting(elsewhere, DeskRoom::unknown);
    QVERIFY(room.say(u"Das ist nicht die Rechnung, die ich bekommen habe, und ich warte seit Tagen"));
    QVERIFY(room.say(u"Warum antwortet hier niemand? Das ist die letzte Nachricht, die ich schreibe"));
    CustomerFacts facts = readTicket(room.stores(), care.first)->facts;
    QCOMPARE(facts.tickets, 2);
    QCOMPARE(facts.earlier.size(), 2);
    QVERIFY(facts.earlier[0].id == earlier || facts.earlier[1].id == earlier);
    QCOMPARE(facts.language, u"de"_qs);
    QVERIFY(facts.mood != Mood::Frustrated);
    QVERIFY(room.say(u"THIS IS RIDICULOUS!!! Worst service ever, absolutely useless!!!"));
    facts = readTicket(room.stores(), care.first)->facts;
    QCOMPARE(facts.mood, Mood::Frustrated);
    QCOMPARE(moodWords(facts.mood), u"Frustrated"_qs);
    QCOMPARE(readTicket(room.stores(), earlier)->facts.mood, Mood::Calm);
}

void DeskReadingTest::shouldBelieveWhatTheDeskWasToldWhereWordsTellNothing() {
    CareRoom care(false);
    DeskRoom &room = *care.room;
    const ConversationId id = openAs(*room.desk, {u"Lena  Fischer"_qs, u"de"_qs, Mood::Tense})->id;
    QSignalSpy changed(room.desk.get(), &Desk::ticketChanged);
    const TicketId ticket = care.waiting(id, u"Wo?"_qs);
    auto details = readTicket(room.stores(), ticket);
    QCOMPARE(details->customer.name, u"Lena Fischer"_qs);
    QCOMPARE(details->facts.language, u"de"_qs);
    QCOMPARE(details->facts.mood, Mood::Tense);
    // WHEN that is changed, THEN whoever shows the ticket is told, and what was written counts for more
    changed.clear();
    QVERIFY(setPersona(*room.desk, id, {u"Zora Neal"_qs, u"fr"_qs, Mood::Calm}));
    QCOMPARE(changed.size(), 1);
    QVERIFY(room.desk->receive(id, u"Das ist nicht die Rechnung, die ich bekommen habe, und ich warte seit Tagen"_qs));
    QVERIFY(room.desk->receive(id, u"THIS IS RIDICULOUS!!! Worst service ever, absolutely useless!!!"_qs));
    details = readTicket(room.stores(), ticket);
    QCOMPARE(details->customer.name, u"Zora Neal"_qs);
    QVERIFY(details->facts.language != u"fr"_qs);
    QCOMPARE(details->facts.mood, Mood::Frustrated);
    const auto chat = readChat(room.stores(), id);
    QCOMPARE(chat->persona, (Persona{u"Zora Neal"_qs, u"fr"_qs, Mood::Calm}));
    // nobody was told anything of the others
    QCOMPARE(readChat(room.stores(), room.conversation)->persona.language, QString());
    QVERIFY(!setPersona(*room.desk, {999}, {}));
}

void DeskReadingTest::shouldShowUnderEachAnswerWhatTheCustomerSaid() {
    // GIVEN the same answer twice in one conversation
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::known));
    QVERIFY(room.desk->solved(room.conversation, true));
    room.clock.advance(60'000);
    QVERIFY(room.say(DeskRoom::known));
    QVector<MessageRow> answers;
    const auto read = [&] {
        answers = readChat(room.stores(), room.conversation)->messages;
        answers.removeIf([](const MessageRow &row) { return row.text != DeskRoom::answer(); });
    };
    read();
    QCOMPARE(answers.size(), 2);
    QVERIFY(answers[0].answer.isValid() && answers[1].answer.isValid() && answers[0].answer != answers[1].answer);
    QCOMPARE(answers[0].helped, std::optional(true));
    QCOMPARE(answers[1].helped, std::nullopt);
    // WHEN the customer thinks again of the first, and judges the second
    QVERIFY(room.desk->judge(room.conversation, answers[0].answer, false));
    QVERIFY(room.desk->judge(room.conversation, answers[1].answer, true));
    read();
    QCOMPARE(answers[0].helped, std::optional(false));
    QCOMPARE(answers[1].helped, std::optional(true));
    QVERIFY(answers[0].remark.endsWith(helpedWords(false)));
}

void DeskReadingTest::shouldShowWhatAgentsSaidOfTheSources() {
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::twofold));
    const TicketId ticket = room.ticket().id;
    const QVector<Source> sources = room.verdict().sources;
    QVERIFY(readTicket(room.stores(), ticket)->rightSources.isEmpty());
    QVERIFY(room.desk->judgeSource(ticket, sources[0].article, room.anna, true));
    QVERIFY(room.desk->judgeSource(ticket, sources[1].article, room.anna, true));
    QVERIFY(room.desk->judgeSource(ticket, sources[1].article, room.ben, false)); // the last word
    const QHash<ArticleId, bool> said = readTicket(room.stores(), ticket)->rightSources;
    QCOMPARE(said.size(), 2);
    QCOMPARE(said[sources[0].article], true);
    QCOMPARE(said[sources[1].article], false);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskReadingTest)
#include "deskreading_test.moc"
