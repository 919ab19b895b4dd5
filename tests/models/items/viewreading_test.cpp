// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Views over a real database: which tickets, how many, their rows, and what is said where nothing was found.
#include "app/storage/sqlitestores.h"
#include "models/items/viewreading.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

const QDateTime start(QDate(2026, 5, 4), QTime(9, 0), Qt::UTC);

} // namespace

class ViewReadingTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStores> m_open;
    AgentId m_agent;

    Viewer viewer() const { return {m_agent, start.addDays(1)}; }
    Stores stores() { return m_open->stores(); }
    TicketId ticket(const char *text, Ticket ticket) {
        const auto who = stores().people.save(Customer{.name = s("Anna"), .since = start});
        const auto conversation = stores().conversations.save({.customer = *who, .startedAt = start, .lastAt = start});
        if (!stores().conversations.append({.conversation = *conversation, .text = s(text), .at = start}))
            qFatal("the message could not be written");
        ticket.conversation = *conversation;
        ticket.question = s(text);
        if (!ticket.openedAt.isValid())
            ticket.openedAt = start;
        return *stores().tickets.save(ticket);
    }

  private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_open = std::move(*SqliteStores::open(m_folder->filePath(s("desk.db")), OpenMode::ReadWrite));
        m_agent = *stores().people.save(Agent{.name = s("Dana Ortiz")});
    }
    void cleanup() { m_open.reset(); }

    void shouldCountEveryStandingView() {
        // GIVEN
        const AgentId other = *stores().people.save(Agent{.name = s("Sam")});
        ticket("waits", {});
        ticket("mine", {.status = TicketStatus::Claimed, .agent = m_agent});
        ticket("of another", {.status = TicketStatus::Claimed, .agent = other});
        ticket("put off", {.snoozedUntil = start.addDays(2)});
        ticket("done", {.status = TicketStatus::Resolved});
        ticket("given back", {.status = TicketStatus::Returned});
        ticket("merged", {.mergedInto = TicketId{1}});

        // WHEN
        const auto counts = readViewCounts(m_open->search(), standingViews(), viewer());

        // THEN mine, unassigned, open, waiting, snoozed, resolved
        QVERIFY(counts);
        QCOMPARE(*counts, QVector<int>({1, 1, 4, 1, 1, 1}));
    }

    void shouldReadTheTicketsOfAViewAndTheirRows() {
        const TicketId first = ticket("refund, please", {.confidence = 0.4, .tags = {s("vip")}});
        const TicketId second =
            ticket("a refund", {.status = TicketStatus::Claimed, .agent = m_agent, .openedAt = start.addSecs(5)});
        ticket("else", {});

        const auto view = readView(stores(), m_open->search(), s("is:open refund "), viewer());
        const auto rows = readRows(stores(), view->matches.ids + QVector{TicketId{99}}, viewer());

        QVERIFY(view && rows);
        QCOMPARE(view->matches.ids, QVector<TicketId>({first, second}));
        QVERIFY(view->troubles.isEmpty() && !view->respelled);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).customer, s("Anna"));
        QCOMPARE(rows->at(0).tags, QStringList(s("vip")));
        QVERIFY(!rows->at(0).isMine && rows->at(1).isMine);
        QCOMPARE(rows->at(1).agent, s("Dana Ortiz"));
    }

    void shouldSayWhatItShowsInsteadOfAWordThatOccursNowhere() {
        ticket("a refund", {});

        const auto view = readView(stores(), m_open->search(), s("refnud "), viewer());
        const auto found = readHits(m_open->search(), {.text = {.words = {s("refnud")}}});

        QCOMPARE(view->matches.ids.size(), 1);
        QCOMPARE(respelledSentence(view->respelled), s("Showing results for “refund”."));
        QCOMPARE(found->page.hits.size(), 1);
        QCOMPARE(respelledSentence(found->respelled), s("Showing results for “refund”."));
        QVERIFY(!readHits(m_open->search(), {.text = {.words = {s("refund")}}})->respelled);
        QVERIFY(respelledSentence({}).isEmpty());
    }

    void shouldSayHowMuchIsIndexed() {
        QCOMPARE(indexSentence({}), QString());
        QVERIFY(indexSentence({IndexState::Building, 0.405}).contains(s("40 %")));
        QVERIFY(indexSentence({IndexState::Missing, 0}).contains(s("Open it for writing")));
    }

    void shouldKeepSavedViewsAsASetting() {
        // GIVEN
        auto views = withView({}, s("  Big   ones "), s("tag:vip conf:<0.5"));
        views = withView(*views, s("afternoon"), s("on:today"));
        views = withView(*views, s("BIG ones"), s("tag:vip"));
        QVERIFY(views);

        // WHEN
        QVERIFY(stores().settings.setValue(savedViewsKey(), savedViewsValue(*views)));
        const auto read = readSavedViews(stores().settings);

        // THEN
        QCOMPARE(*read, *views);
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->at(1), (TicketView{s("BIG ones"), s("BIG ones"), s("tag:vip"), true}));
    }

    void shouldRefuseAViewWithoutANameOfItsOwn() {
        for (const QString &name : {QString(), s("  "), s("mine"), s("All Open"), s("RESOLVED")})
            QVERIFY2(!withView({}, name, s("tag:vip")), qPrintable(name));
    }

    void shouldLeaveOutOfTheSettingWhatMakesNoSense() {
        for (const char *broken : {"", "nonsense", "{}", "[1, null, {}, {\"name\": \" \"}]"}) {
            QVERIFY(stores().settings.setValue(savedViewsKey(), s(broken)));
            QCOMPARE(readSavedViews(stores().settings)->size(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(ViewReadingTest)
#include "viewreading_test.moc"
