// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every set of stores promises, told once and held by those in memory and those in SQLite.
#include "tests/app/storage/storescontract.h"

using namespace relaydesk;

class StoresContractTest : public QObject, protected StoresContract {
    Q_OBJECT

  private slots:
    void initTestCase_data() { addBoth(); }
    void init() {
        QFETCH_GLOBAL(bool, real);
        open(real);
    }
    void cleanup() { close(); }

    void shouldGiveBackPeopleAsSaved() {
        Customer customer{{}, u"Zoë “Z” O'Neil\nJr."_qs, u"zoe@example.org"_qs, morning};
        Agent agent{{}, u"Sam"_qs, false};
        customer.id = must(m_stores->people.save(customer));
        agent.id = must(m_stores->people.save(agent));
        QCOMPARE(must(m_stores->people.customer(customer.id)), customer);
        QCOMPARE(must(m_stores->people.agent(agent.id)), agent);

        customer.name.clear();
        customer.since = {};
        agent.available = true;
        QCOMPARE(must(m_stores->people.save(customer)), customer.id);
        QCOMPARE(must(m_stores->people.save(agent)), agent.id);
        QCOMPARE(must(m_stores->people.customer(customer.id)), customer);
        const AgentId second = must(m_stores->people.save(Agent{{}, u"Kim"_qs, true}));
        QCOMPARE(must(m_stores->people.agents()), QVector<Agent>({agent, {second, u"Kim"_qs, true}}));
    }

    void shouldGiveBackConversationsAsSaved() {
        Conversation c = aConversation(u"key-1"_qs);
        QCOMPARE(must(m_stores->conversations.conversation(c.id)), c);
        c.owner = Owner::Agent;
        c.agent = must(m_stores->people.save(Agent{{}, u"Sam"_qs, true}));
        c.episode = 3;
        c.job = 17;
        c.answering = c.asked = c.toldWaiting = true;
        c.answer = must(m_stores->events.append(Event{{}, morning, EventKind::Verdict, {}, {}, {}, {}, {}}));
        c.closing = Closing::Unconfirmed;
        c.lastAt = morning.addMSecs(1);
        QCOMPARE(must(m_stores->conversations.save(c)), c.id);
        QCOMPARE(must(m_stores->conversations.conversation(c.id)), c);
    }

    void shouldFilterConversationsNewestFirst() {
        Conversation old = aConversation(u"old"_qs, morning);
        const Conversation young = aConversation(u"young"_qs, morning.addSecs(60));
        const Conversation twin = aConversation(u"twin"_qs, morning.addSecs(60));
        const auto found = [&](const ConversationFilter &filter) {
            return numbers(must(m_stores->conversations.conversations(filter)));
        };
        QCOMPARE(found({}), QVector<qint64>({twin.id.value, young.id.value, old.id.value}));
        QCOMPARE(found({.most = 2}), QVector<qint64>({twin.id.value, young.id.value}));
        old.owner = Owner::Queue;
        old.answering = true;
        old.lastAt = morning.addSecs(120);
        old.session = u"renamed"_qs;
        must(m_stores->conversations.save(old));
        QCOMPARE(found({}).first(), old.id.value);
        QCOMPARE(found({.owner = Owner::Queue}), QVector<qint64>({old.id.value}));
        QCOMPARE(found({.answering = true}), QVector<qint64>({old.id.value}));
        QCOMPARE(found({.answering = false}), QVector<qint64>({twin.id.value, young.id.value}));
        QCOMPARE(found({.session = u"young"_qs}), QVector<qint64>({young.id.value}));
        QCOMPARE(found({.session = u"old"_qs}), QVector<qint64>());
        QCOMPARE(found({.owner = Owner::Queue, .session = u"young"_qs}), QVector<qint64>());
    }

    void shouldRefuseASecondConversationOfASession() {
        const Conversation first = aConversation(u"key"_qs);
        Conversation second = first;
        second.id = {};
        QCOMPARE(errorOf(m_stores->conversations.save(second)), ErrorKind::Conflict);
        QVERIFY(m_stores->conversations.save(first));
    }

    void shouldGiveBackMessagesInTheirOrder() {
        const Conversation c = aConversation(u"a"_qs);
        const Conversation other = aConversation(u"b"_qs);
        const AgentId agent = must(m_stores->people.save(Agent{{}, u"Sam"_qs, true}));
        QVector<Message> said{{{}, c.id, 1, Author::Customer, {}, u"Hi 👋 – <b>\u0000</b>"_qs, morning},
                              {{}, c.id, 2, Author::Agent, agent, QString(), morning.addSecs(-5)},
                              {{}, c.id, 2, Author::System, {}, QString(100000, u'ß'), {}}};
        for (Message &message : said) {
            message.id = must(m_stores->conversations.append(message));
            must(m_stores->conversations.append({{}, other.id, 1, Author::Assistant, {}, u"…"_qs, morning}));
        }
        QCOMPARE(must(m_stores->conversations.messages(c.id, {}, 100)), said);
        QCOMPARE(must(m_stores->conversations.messages(c.id, {}, 2)), said.mid(0, 2));
        QCOMPARE(must(m_stores->conversations.messages(c.id, said[0].id, 100)), said.mid(1));
        QCOMPARE(must(m_stores->conversations.messages(c.id, said[2].id, 100)), QVector<Message>());
        QCOMPARE(must(m_stores->conversations.messages(c.id, {}, 0)), QVector<Message>());
        QCOMPARE(must(m_stores->conversations.lastMessages(c.id, {}, 100)), said);
        QCOMPARE(must(m_stores->conversations.lastMessages(c.id, {}, 2)), said.last(2));
        QCOMPARE(must(m_stores->conversations.lastMessages(c.id, said[2].id, 1)), said.mid(1, 1));
        QCOMPARE(must(m_stores->conversations.lastMessages(c.id, said[0].id, 100)), QVector<Message>());
        QCOMPARE(must(m_stores->conversations.lastMessages(c.id, {}, 0)), QVector<Message>());
    }

    void shouldGiveBackTicketsAsSaved() {
        Ticket t = aTicket(aConversation(u"a"_qs).id);
        QCOMPARE(must(m_stores->tickets.ticket(t.id)), t);
        t.episode = 2;
        t.status = TicketStatus::Returned;
        t.reason = {HandoffCategory::SensitiveTopic, u"It is about money."_qs};
        t.confidence = 0.1 + 0.2;
        t.verdict = must(m_stores->events.append(Event{{}, morning, EventKind::Verdict, {}, {}, {}, {}, {}}));
        t.question = u"Why?"_qs;
        t.summary = u"Asked why."_qs;
        t.agent = must(m_stores->people.save(Agent{{}, u"Sam"_qs, true}));
        t.endedAt = morning.addDays(1);
        t.firstReplyAt = morning.addSecs(60);
        t.priority = Priority::Urgent;
        t.tags = {QStringLiteral("billing"), QStringLiteral("refund")};
        t.snoozedUntil = morning.addDays(2);
        t.repliedAt = morning.addSecs(90);
        t.pausedAt = morning.addSecs(91);
        t.pausedSeconds = 5'000'000'000;
        QCOMPARE(must(m_stores->tickets.save(t)), t.id);
        QCOMPARE(must(m_stores->tickets.ticket(t.id)), t);
    }

    void shouldKeepAtMostOneOpenTicketPerConversation() {
        const Conversation c = aConversation(u"a"_qs);
        Ticket first = aTicket(c.id);
        Ticket second = first;
        second.id = {};
        QCOMPARE(errorOf(m_stores->tickets.save(second)), ErrorKind::Conflict);
        first.status = TicketStatus::Claimed;
        QVERIFY(m_stores->tickets.save(first));
        QCOMPARE(errorOf(m_stores->tickets.save(second)), ErrorKind::Conflict);
        first.status = TicketStatus::Resolved;
        QVERIFY(m_stores->tickets.save(first));
        second.id = must(m_stores->tickets.save(second));
        QVERIFY(second.id.isValid());
        first.status = TicketStatus::Waiting;
        QCOMPARE(errorOf(m_stores->tickets.save(first)), ErrorKind::Conflict);
        QCOMPARE(must(m_stores->tickets.ticket(first.id)).status, TicketStatus::Resolved);
        QVERIFY(m_stores->tickets.save(Ticket{.conversation = aConversation(u"b"_qs).id}));
    }

    void shouldFilterTicketsLongestWaitingFirst() {
        const Conversation a = aConversation(u"a"_qs), b = aConversation(u"b"_qs), c = aConversation(u"c"_qs);
        const Ticket young = aTicket(a.id, morning.addSecs(60));
        Ticket old = aTicket(b.id, morning), twin = aTicket(c.id, morning);
        const auto found = [&](const TicketFilter &filter) { return numbers(must(m_stores->tickets.tickets(filter))); };
        QCOMPARE(found({}), QVector<qint64>({old.id.value, twin.id.value, young.id.value}));
        QCOMPARE(found({.most = 1}), QVector<qint64>({old.id.value}));
        old.status = TicketStatus::Claimed;
        twin.status = TicketStatus::Resolved;
        must(m_stores->tickets.save(old));
        must(m_stores->tickets.save(twin));
        QCOMPARE(found({.openOnly = true}), QVector<qint64>({old.id.value, young.id.value}));
        QCOMPARE(found({.status = TicketStatus::Resolved}), QVector<qint64>({twin.id.value}));
        QCOMPARE(found({.conversation = a.id}), QVector<qint64>({young.id.value}));
        QCOMPARE(found({.conversation = c.id, .openOnly = true}), QVector<qint64>());
        QCOMPARE(found({.newestFirst = true}), QVector<qint64>({young.id.value, twin.id.value, old.id.value}));
    }

    void shouldFindTicketsThatBelongTogetherAndThoseToWake() {
        Ticket first = aTicket(aConversation(u"a"_qs).id), second = aTicket(aConversation(u"b"_qs).id);
        Ticket third = aTicket(aConversation(u"c"_qs).id);
        second.mergedInto = first.id;
        second.snoozedUntil = morning.addSecs(60);
        third.splitFrom = first.id;
        third.snoozedUntil = morning.addSecs(61);
        must(m_stores->tickets.save(second));
        must(m_stores->tickets.save(third));
        QCOMPARE(must(m_stores->tickets.ticket(third.id)), third);
        const auto found = [&](const TicketFilter &filter) { return numbers(must(m_stores->tickets.tickets(filter))); };
        QCOMPARE(found({.mergedInto = first.id}), QVector<qint64>({second.id.value}));
        QCOMPARE(found({.splitFrom = first.id}), QVector<qint64>({third.id.value}));
        QCOMPARE(found({.snoozedTo = morning.addSecs(60)}), QVector<qint64>({second.id.value}));
        QCOMPARE(found({.snoozedTo = morning}), QVector<qint64>());
    }

    void shouldFindTheSamePersonAndTheirConversations() {
        const auto save = [&](const QString &name, const QString &email) {
            return must(m_stores->people.save(Customer{{}, name, email, morning}));
        };
        const CustomerId ada = save(u"Ada"_qs, u"ada@example.org"_qs);
        const CustomerId again = save(u"A. L."_qs, u"ADA@example.org"_qs);
        const CustomerId namesake = save(u"Ada"_qs, {});
        const CustomerId other = save(u"ada"_qs, {});
        const CustomerId nobody = save({}, {});
        save({}, {});
        const auto found = [&](CustomerId id) { return numbers(must(m_stores->people.samePerson(id))); };
        QCOMPARE(found(ada), QVector<qint64>({ada.value, again.value}));
        QCOMPARE(found(namesake), QVector<qint64>({namesake.value, other.value}));
        QCOMPARE(found(nobody), QVector<qint64>({nobody.value}));
        QCOMPARE(errorOf(m_stores->people.samePerson(CustomerId{99})), ErrorKind::NotFound);
        Conversation talk{.session = u"s"_qs, .customer = again, .startedAt = morning, .lastAt = morning};
        talk.id = must(m_stores->conversations.save(talk));
        QCOMPARE(numbers(must(m_stores->conversations.conversations({.customer = again}))),
                 QVector<qint64>({talk.id.value}));
        QVERIFY(must(m_stores->conversations.conversations({.customer = ada})).isEmpty());
    }

    void shouldFilterEventsByTicketAgentAndNumber() {
        const Ticket ticket = aTicket(aConversation(u"a"_qs).id);
        const AgentId sam = must(m_stores->people.save(Agent{{}, u"Sam"_qs, true}));
        QVector<EventId> ids;
        for (int i = 0; i < 3; ++i)
            ids += must(m_stores->events.append(Event{.at = morning,
                                                      .kind = EventKind::Changed,
                                                      .ticket = i == 0 ? TicketId{} : ticket.id,
                                                      .agent = i == 1 ? AgentId{} : sam}));
        const auto found = [&](const EventFilter &filter) { return numbers(must(m_stores->events.events(filter))); };
        QCOMPARE(found({.ticket = ticket.id}), QVector<qint64>({ids[1].value, ids[2].value}));
        QCOMPARE(found({.agent = sam}), QVector<qint64>({ids[0].value, ids[2].value}));
        QCOMPARE(found({.newest = 1, .before = ids[2]}), QVector<qint64>({ids[1].value}));
    }

    void shouldGiveBackEventsOldestFirst() {
        const Conversation c = aConversation(u"a"_qs);
        const QJsonObject data{{u"n"_qs, 1.1}, {u"big"_qs, qint64(1) << 60}, {u"s"_qs, u"ü\"\n"_qs}, {u"none"_qs, {}}};
        Event late{{}, morning.addSecs(9), EventKind::Verdict, c.id, TicketId{7}, AgentId{8}, ArticleId{9}, data};
        Event early{{}, morning, EventKind::RolledBack, {}, {}, {}, {}, {}};
        Event next{{}, morning, EventKind::Message, c.id, {}, {}, {}, {}};
        for (Event *event : {&late, &early, &next})
            event->id = must(m_stores->events.append(*event));
        QCOMPARE(must(m_stores->events.event(late.id)), late);
        const auto found = [&](const EventFilter &filter) { return must(m_stores->events.events(filter)); };
        QCOMPARE(found({}), QVector<Event>({early, next, late}));
        QCOMPARE(found({.kinds = {EventKind::Verdict, EventKind::RolledBack}}), QVector<Event>({early, late}));
        QCOMPARE(found({.conversation = c.id}), QVector<Event>({next, late}));
        QCOMPARE(found({.from = morning.addMSecs(1)}), QVector<Event>({late}));
        QCOMPARE(found({.to = late.at}), QVector<Event>({early, next}));
        QCOMPARE(found({.from = morning, .to = morning}), QVector<Event>());
        QCOMPARE(found({.newest = 2}), QVector<Event>({next, late}));
        QCOMPARE(found({.newest = 9}), QVector<Event>({early, next, late}));
        QCOMPARE(found({.kinds = {EventKind::Message, EventKind::RolledBack}, .newest = 1}), QVector<Event>({next}));
        QCOMPARE(found({.to = late.at, .newest = 1}), QVector<Event>({next}));
        QCOMPARE(errorOf(m_stores->events.append(Event{})), ErrorKind::Invalid);
    }

    void shouldCountStoredAnswersByTheirArticle() {
        const Conversation c = aConversation(u"a"_qs);
        const auto log = [&](EventKind kind, ConversationId conversation, ArticleId article, const QJsonObject &data) {
            must(m_stores->events.append(
                {.at = morning, .kind = kind, .conversation = conversation, .article = article, .data = data}));
        };
        const QJsonObject stored{{u"answer"_qs, u"In 3 days."_qs}, {u"written"_qs, false}};
        const QJsonObject written{{u"answer"_qs, u"In 3 days."_qs}, {u"written"_qs, true}};
        QCOMPARE(must(m_stores->events.storedAnswers()), (QHash<ArticleId, int>()));
        log(EventKind::Verdict, c.id, {1}, stored);
        log(EventKind::Verdict, c.id, {1}, {{u"answer"_qs, QString()}});
        log(EventKind::Verdict, c.id, {2}, {{u"answer"_qs, u"\"written\":true"_qs}, {u"written"_qs, false}});
        // neither what was not sent, nor what a model wrote, nor what nobody asked, nor another event
        log(EventKind::Verdict, c.id, {1}, {{u"draft"_qs, u"\"answer\":"_qs}});
        log(EventKind::Verdict, c.id, {1}, written);
        log(EventKind::Verdict, {}, {1}, stored);
        log(EventKind::Verdict, c.id, {}, stored);
        log(EventKind::Feedback, c.id, {1}, stored);
        QCOMPARE(must(m_stores->events.storedAnswers()), (QHash<ArticleId, int>{{{1}, 2}, {{2}, 1}}));
    }

    void shouldKeepSettings() {
        QCOMPARE(must(m_stores->settings.value(u"bar"_qs)), QString());
        QVERIFY(succeeds(m_stores->settings.setValue(u"bar"_qs, u"0.60"_qs)));
        QVERIFY(succeeds(m_stores->settings.setValue(u"bar"_qs, u"0.75"_qs)));
        QVERIFY(succeeds(m_stores->settings.setValue(u"other"_qs, QString())));
        QCOMPARE(must(m_stores->settings.value(u"bar"_qs)), u"0.75"_qs);
    }

    void shouldKeepWhatIsDerived() {
        const QByteArray zeros(1536, '\0');
        QVERIFY(succeeds(m_stores->derived.saveVectors(u"mini"_qs, {{"d1", zeros}, {"d2", "old"}})));
        QVERIFY(succeeds(m_stores->derived.saveVectors(u"mini"_qs, {{"d2", "new"}})));
        QVERIFY(succeeds(m_stores->derived.saveVectors(u"other"_qs, {{"d1", "x"}})));
        const QHash<QByteArray, QByteArray> expected{{"d1", zeros}, {"d2", "new"}};
        QCOMPARE(must(m_stores->derived.vectors(u"mini"_qs)), expected);
        QVERIFY(must(m_stores->derived.vectors(u"none"_qs)).isEmpty());
        QVERIFY(must(m_stores->derived.state(u"classifier"_qs)).isEmpty());
        QVERIFY(succeeds(m_stores->derived.saveState(u"classifier"_qs, zeros)));
        QCOMPARE(must(m_stores->derived.state(u"classifier"_qs)), zeros);
    }

    void shouldSayWhatIsMissing() {
        Stores &s = *m_stores;
        QCOMPARE(errorOf(s.people.customer(CustomerId{9})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.people.agent({})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.people.save(Customer{CustomerId{9}, {}, {}, {}})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.conversations.conversation({})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.conversations.save(Conversation{})), ErrorKind::NotFound); // no customer
        QCOMPARE(errorOf(s.conversations.append(Message{})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.tickets.ticket(TicketId{9})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.tickets.save(Ticket{})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.articles.article(ArticleId{9})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.articles.versions(ArticleId{9})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.articles.save(Article{.id = ArticleId{9}})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.articles.recordOutcome(ArticleId{9}, true)), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.proposals.proposal({})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.proposals.save(Proposal{.ticket = TicketId{9}})), ErrorKind::NotFound);
        QCOMPARE(errorOf(s.events.event({})), ErrorKind::NotFound);
    }

    void shouldUndoAFailedUnitOfWork() {
        Conversation c = aConversation(u"a"_qs);
        Article article = anArticle(u"One"_qs, {u"1"_qs});
        const qint64 revision = must(m_stores->articles.revision());
        const auto undone = m_stores->unitOfWork.atomically([&]() -> Result<void> {
            Conversation changed = c;
            changed.session = u"b"_qs;
            RELAYDESK_TRY(m_stores->conversations.save(changed));
            RELAYDESK_TRY(m_stores->conversations.append({.conversation = c.id}));
            RELAYDESK_TRY(m_stores->tickets.save(Ticket{.conversation = c.id}));
            RELAYDESK_TRY(m_stores->events.append({.at = morning, .conversation = c.id}));
            Article edited = article;
            edited.phrasings.clear();
            RELAYDESK_TRY(m_stores->articles.save(edited));
            RELAYDESK_TRY(m_stores->settings.setValue(u"k"_qs, u"v"_qs));
            RELAYDESK_TRY(m_stores->derived.saveVectors(u"e"_qs, {{"d", "v"}}));
            if (must(m_stores->conversations.conversation(c.id)) != changed) // sees what it wrote
                return {};
            return failure(ErrorKind::Cancelled, u"changed my mind"_qs);
        });
        QCOMPARE(errorOf(undone), ErrorKind::Cancelled);
        QCOMPARE(undone.error().sentence, u"changed my mind"_qs);
        QCOMPARE(must(m_stores->conversations.conversation(c.id)), c);
        QCOMPARE(must(m_stores->conversations.conversations({.session = u"a"_qs})).size(), 1);
        QVERIFY(must(m_stores->conversations.messages(c.id, {}, 10)).isEmpty());
        QVERIFY(must(m_stores->tickets.tickets({})).isEmpty());
        QVERIFY(must(m_stores->events.events({})).isEmpty());
        QCOMPARE(must(m_stores->articles.article(article.id)), article);
        QCOMPARE(must(m_stores->articles.versions(article.id)).size(), 1);
        QCOMPARE(must(m_stores->articles.revision()), revision);
        QCOMPARE(must(m_stores->settings.value(u"k"_qs)), QString());
        QVERIFY(must(m_stores->derived.vectors(u"e"_qs)).isEmpty());
        QVERIFY(m_stores->tickets.save(Ticket{.conversation = c.id}));
    }

    void shouldJoinAUnitOfWorkWithinAnother() {
        const auto set = [&](const QString &key) { return m_stores->settings.setValue(key, u"set"_qs); };
        const auto failing = [&]() -> Result<void> {
            RELAYDESK_TRY(set(u"inner"_qs));
            return failure(ErrorKind::Cancelled, u"no"_qs);
        };
        // WHEN the inner one fails and the outer one goes on, only the inner one is undone
        QVERIFY(succeeds(m_stores->unitOfWork.atomically([&]() -> Result<void> {
            RELAYDESK_TRY(set(u"before"_qs));
            (void)m_stores->unitOfWork.atomically(failing);
            return set(u"after"_qs);
        })));
        QCOMPARE(must(m_stores->settings.value(u"before"_qs)), u"set"_qs);
        QCOMPARE(must(m_stores->settings.value(u"inner"_qs)), QString());
        QCOMPARE(must(m_stores->settings.value(u"after"_qs)), u"set"_qs);
        // WHEN the outer one fails after the inner one succeeded, nothing stays
        QVERIFY(!m_stores->unitOfWork.atomically([&]() -> Result<void> {
            RELAYDESK_TRY(m_stores->unitOfWork.atomically([&] { return set(u"joined"_qs); }));
            return failure(ErrorKind::Cancelled, u"no"_qs);
        }));
        QCOMPARE(must(m_stores->settings.value(u"joined"_qs)), QString());
    }

    void shouldGoOnInAUnitOfWorkAfterARefusedRow() {
        const Conversation c = aConversation(u"a"_qs);
        QVERIFY(succeeds(m_stores->unitOfWork.atomically([&]() -> Result<void> {
            RELAYDESK_TRY(m_stores->tickets.save(Ticket{.conversation = c.id}));
            if (errorOf(m_stores->tickets.save(Ticket{.conversation = c.id})) != ErrorKind::Conflict)
                return failure(ErrorKind::Invalid, u"a second open ticket"_qs);
            return m_stores->settings.setValue(u"k"_qs, u"v"_qs);
        })));
        QCOMPARE(must(m_stores->tickets.tickets({})).size(), 1);
        QCOMPARE(must(m_stores->settings.value(u"k"_qs)), u"v"_qs);
    }
};

QTEST_GUILESS_MAIN(StoresContractTest)
#include "stores_contract_test.moc"
