// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a write which fails in the middle of something leaves no half of it behind, whichever write it is.
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskFailuresTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldLeaveNothingHalfDone_data();
    void shouldLeaveNothingHalfDone();
    void shouldGoOnWhenTheMatcherCannotLearn();
};

namespace {

//! Everything in the stores, to be compared.
struct Snapshot {
    QVector<Conversation> conversations;
    QVector<Message> messages;
    QVector<Ticket> tickets;
    QVector<Article> articles;
    QVector<Proposal> proposals;
    QVector<Event> events;
    QVector<Agent> agents;
    QVector<Article> known;
    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

Snapshot snapshotOf(DeskRoom &room) {
    const Stores stores = room.stores();
    Snapshot snapshot{.conversations = *stores.conversations.conversations({}),
                      .messages = {},
                      .tickets = *stores.tickets.tickets({}),
                      .articles = *stores.articles.articles(ArticleStatus::Live),
                      .proposals = *stores.proposals.proposals({}, {}),
                      .events = *stores.events.events({}),
                      .agents = *stores.people.agents(),
                      .known = room.desk->knowledge().live()};
    for (const Conversation &conversation : std::as_const(snapshot.conversations))
        snapshot.messages += *stores.conversations.messages(conversation.id, {}, 1000);
    return snapshot;
}

using Act = std::function<std::optional<Failure>(DeskRoom &)>;

template <typename Value>
std::optional<Failure> failureOf(const Result<Value> &result) {
    return result ? std::nullopt : std::optional<Failure>(result.error());
}

const auto lesson = u"The second charge is only a hold. It falls away within 5 working days."_qs;

Act says(const QString &text) {
    return [text](DeskRoom &room) { return failureOf(room.desk->receive(room.conversation, text)); };
}

Act replies(const QString &text) {
    return [text](DeskRoom &room) { return failureOf(room.desk->reply(room.conversation, room.anna, text)); };
}

std::optional<Failure> resolves(DeskRoom &room) { return failureOf(room.desk->resolve(room.ticket().id, room.anna)); }

struct Row {
    const char *name;
    QVector<Act> before;
    Act deed;
};

QVector<Row> rows() {
    const Act asksForPerson = [](DeskRoom &room) { return failureOf(room.desk->askForPerson(room.conversation)); };
    const Act rollsBack = [](DeskRoom &room) { return failureOf(room.desk->rollBack(ProposalId{1})); };
    return {
        {"a known question", {}, says(DeskRoom::known)},
        {"a question for the model", {}, says(DeskRoom::halfKnown)},
        {"a further message of a burst", {says(DeskRoom::halfKnown)}, says(u"my password"_qs)},
        {"an unknown question", {}, says(DeskRoom::unknown)},
        {"a greeting", {}, says(u"hello"_qs)},
        {"yes", {says(DeskRoom::known)}, says(u"yes"_qs)},
        {"no", {says(DeskRoom::known)}, says(u"no"_qs)},
        {"a repetition", {says(DeskRoom::known)}, says(DeskRoom::known)},
        {"a closed customer writes", {says(DeskRoom::known), says(u"yes"_qs)}, says(DeskRoom::known)},
        {"a waiting customer writes", {says(DeskRoom::unknown)}, says(u"hello?"_qs)},
        {"a person is asked for", {says(DeskRoom::known)}, asksForPerson},
        {"a person is asked for while the model writes", {says(DeskRoom::halfKnown)}, asksForPerson},
        {"an agent claims",
         {says(DeskRoom::unknown)},
         [](DeskRoom &room) { return failureOf(room.desk->claim(room.ticket().id, room.anna)); }},
        {"an agent takes over", {says(DeskRoom::halfKnown)}, replies(u"I have it."_qs)},
        {"an agent replies", {says(DeskRoom::unknown)}, replies(lesson)},
        {"an agent resolves and teaches", {says(DeskRoom::unknown), replies(lesson)}, resolves},
        {"an agent resolves with a doubtful answer", {says(DeskRoom::unknown), replies(u"Go away."_qs)}, resolves},
        {"an agent gives back",
         {says(DeskRoom::unknown)},
         [](DeskRoom &room) { return failureOf(room.desk->giveBack(room.ticket().id, room.anna)); }},
        {"an agent goes away",
         {says(DeskRoom::unknown), replies(lesson)},
         [](DeskRoom &room) { return failureOf(room.desk->setAvailable(room.anna, false)); }},
        {"an agent reopens",
         {says(DeskRoom::known), says(u"yes"_qs)},
         [](DeskRoom &room) { return failureOf(room.desk->reopen(room.conversation, room.anna)); }},
        {"a lesson is rolled back", {says(DeskRoom::unknown), replies(lesson), resolves}, rollsBack},
        {"articles are saved",
         {},
         [](DeskRoom &room) {
             return failureOf(room.desk->saveArticles(
                 {{.title = u"A"_qs, .answer = u"B"_qs}, {.title = u"C"_qs, .answer = u"D"_qs}}));
         }},
        {"silence closes two",
         {says(DeskRoom::known),
          [](DeskRoom &room) {
              static_cast<void>(room.open());
              room.clock.advance(25LL * 3600 * 1000);
              return std::optional<Failure>();
          }},
         [](DeskRoom &room) { return failureOf(room.desk->closeSilent()); }},
        {"a conversation opens", {}, [](DeskRoom &room) { return failureOf(room.desk->open({.name = u"Lee"_qs})); }},
        {"a setting changes",
         {},
         [](DeskRoom &room) { return failureOf(room.desk->setSetting(u"handoff.bar"_qs, u"0.7"_qs)); }},
    };
}

} // namespace

void DeskFailuresTest::shouldLeaveNothingHalfDone_data() {
    QTest::addColumn<int>("number");
    const QVector<Row> all = rows();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void DeskFailuresTest::shouldLeaveNothingHalfDone() {
    QFETCH(int, number);
    const Row row = rows()[number];
    DeskRoom room;
    for (const Act &deed : row.before)
        QVERIFY(!deed(room));
    const Snapshot before = snapshotOf(room);
    QSignalSpy posted(room.desk.get(), &Desk::messagePosted);
    QSignalSpy changed(room.desk.get(), &Desk::conversationChanged);
    const auto running = room.model.open().size();
    const bool wasAnswering = room.desk->isAnswering(room.conversation);
    // WHEN the first write fails, and the second, and so on until it goes through
    int writes = 0;
    for (;; ++writes) {
        room.fused.setWritesLeft(writes);
        const auto failed = row.deed(room);
        if (!failed)
            break;
        // THEN each time there is a sentence, and nothing else
        QCOMPARE(failed->sentence, FusedStores::sentence());
        QVERIFY2(snapshotOf(room) == before, qPrintable(u"after write %1"_qs.arg(writes)));
        QVERIFY(posted.isEmpty());
        QVERIFY(changed.isEmpty());
        QCOMPARE(room.model.open().size(), running);
        QCOMPARE(room.desk->isAnswering(room.conversation), wasAnswering);
        QVERIFY(writes < 100);
    }
    room.fused.setWritesLeft(-1);
    QVERIFY(writes > 0);
    QVERIFY(!(snapshotOf(room) == before));
}

void DeskFailuresTest::shouldGoOnWhenTheMatcherCannotLearn() {
    // GIVEN a lesson while the matcher is out of order
    DeskRoom room;
    QSignalSpy failed(room.desk.get(), &Desk::failed);
    QVERIFY(room.say(DeskRoom::unknown));
    QVERIFY(room.desk->reply(room.conversation, room.anna, lesson));
    room.matcher.setTrouble(Failure{ErrorKind::Unavailable, u"The encoder is gone."_qs});
    // WHEN it is published, THEN it is stored and said
    QVERIFY(room.desk->resolve(room.ticket().id, room.anna));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(room.stores().articles.articles(ArticleStatus::Live)->size(), 4);
    // AND known once the matcher is back
    room.matcher.setTrouble({});
    QVERIFY(room.desk->refresh());
    QVERIFY(room.say(DeskRoom::unknown));
    QCOMPARE(room.last(), lesson);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskFailuresTest)
#include "deskfailures_test.moc"
