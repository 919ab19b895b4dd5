// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is looked for in a real database: tickets by what is known of them, words in messages, notes and articles.
#include "app/storage/sqlitespelling.h"
#include "tests/app/storage/searchdesk.h"

using namespace relaydesk;

class SqliteSearchTest : public QObject, protected SearchDesk {
    Q_OBJECT

  private slots:
    void init() { begin(); }
    void cleanup() { m_open.reset(); }

    void shouldFindTicketsByWhatIsKnownOfThem_data() {
        QTest::addColumn<TicketQuery>("query");
        QTest::addColumn<QString>("expected"); // letters of the tickets, in order
        const auto row = [](const char *name, const TicketQuery &query, const char *expected) {
            QTest::newRow(name) << query << QString::fromLatin1(expected);
        };
        row("all but merged ones, open and urgent first", {}, "BACD");
        row("merged ones too", {.withMerged = true, .sort = TicketSort::WaitingLongest}, "ABECD");
        row("newest", {.sort = TicketSort::Newest}, "DCBA");
        row("waiting longest, open first", {.sort = TicketSort::WaitingLongest}, "ABCD");
        row("one", {.ticket = TicketId{2}}, "B");
        row("status", {.statuses = {TicketStatus::Waiting}}, "A");
        row("one of two", {.statuses = {TicketStatus::Resolved, TicketStatus::Returned}, .sort = TicketSort::Newest},
            "DC");
        row("mine", {.isMine = true}, "B");
        row("unassigned", {.isUnassigned = true}, "ACD");
        row("agent by a beginning", {.agent = s("ort")}, "B");
        row("agent nobody has", {.agent = s("nobody")}, "");
        row("customer by a beginning without its accent", {.customer = s("zoe")}, "A");
        row("customer by two words in any order", {.customer = s("van lena")}, "B");
        row("customer by mail", {.customer = s("mail@example.org")}, "BACD");
        row("reason", {.reasons = {HandoffCategory::Frustration}}, "C");
        row("priority", {.priorities = {Priority::Urgent}}, "B");
        row("tag", {.tags = {s("vip")}}, "B");
        row("tag that is a part of another", {.tags = {s("vi")}}, "");
        row("all tags", {.tags = {s("vip"), s("with \"quotes\"")}}, "B");
        row("confidence", {.confidenceAbove = 0.1, .confidenceBelow = 0.5}, "A");
        row("snoozed", {.isSnoozed = true}, "C");
        row("awake", {.isSnoozed = false}, "BAD");
        row("opened before", {.openedTo = start.addSecs(120)}, "A");
        row("opened from", {.openedFrom = start.addSecs(120), .sort = TicketSort::Newest}, "DCB");
        row("words", {.text = words("refund")}, "AD");
        row("words in a note", {.text = words("courier")}, "D");
        row("words and more", {.text = words("refund"), .statuses = {TicketStatus::Waiting}}, "A");
        row("no letter in the words", {.text = words("!!!")}, "BACD");
    }
    void shouldFindTicketsByWhatIsKnownOfThem() {
        QFETCH(TicketQuery, query);
        QFETCH(QString, expected);

        // GIVEN
        ticket(s("Zoë Maß"), s("I want a refund"), {.confidence = 0.4});
        ticket(s("Lena van Dyk"), s("Where is my parcel?"),
               {.status = TicketStatus::Claimed,
                .confidence = 0.8,
                .agent = m_agent,
                .priority = Priority::Urgent,
                .tags = {s("vip"), s("with \"quotes\"")}});
        ticket(s("Ali"), s("This is bad"),
               {.status = TicketStatus::Returned,
                .reason = {HandoffCategory::Frustration, {}},
                .snoozedUntil = viewer().now.addSecs(60)});
        const TicketId last =
            ticket(s("Bo"), s("Refund, please"), {.status = TicketStatus::Resolved, .snoozedUntil = start});
        QVERIFY(stores().events.append(
            {.at = start, .kind = EventKind::Noted, .ticket = last, .data = {{s("text"), s("The courier lost it.")}}}));
        ticket(s("Cy"), s("Again"), {.mergedInto = TicketId{1}});

        // WHEN
        QString letters;
        for (const TicketId id : found(query))
            letters += QLatin1Char(char('A' + id.value - 1));

        // THEN
        QCOMPARE(letters, expected);
    }

    void shouldFindWordsInAnyScript_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SearchWords>("query");
        QTest::addColumn<bool>("expected");
        QTest::newRow("case") << s("My REFUND") << words("refund") << true;
        QTest::newRow("accents") << s("Überweisung für Zoë") << words("uberweisung zoe") << true;
        QTest::newRow("sharp s") << s("Straße") << words("STRASSE") << true;
        QTest::newRow("greek") << s("Πού είναι το δέμα;") << words("δεμα") << true;
        QTest::newRow("cyrillic") << s("Где моя посылка") << words("ПОСЫЛКА") << true;
        QTest::newRow("arabic without points") << s("أَيْنَ طَلَبِي") << words("طلبي") << true;
        QTest::newRow("hindi") << s("मेरा पार्सल कहाँ है") << words("पार्सल") << true;
        QTest::newRow("chinese inside of a sentence") << s("我的订单没有到") << words("订单") << true;
        QTest::newRow("chinese in another order") << s("我的订单没有到") << words("单订") << false;
        QTest::newRow("japanese") << s("返金してください") << words("返金") << true;
        QTest::newRow("thai") << s("ขอเงินคืน") << words("เงินคืน") << true;
        QTest::newRow("korean by a beginning")
            << s("환불해 주세요") << SearchWords{.words = {s("환불")}, .isUnfinished = true} << true;
        QTest::newRow("emoji") << s("thanks 🎉") << words("🎉") << true;
        QTest::newRow("half a word") << s("refunded") << words("refund") << false;
        QTest::newRow("still typed") << s("refunded") << SearchWords{.words = {s("refund")}, .isUnfinished = true}
                                     << true;
        QTest::newRow("phrase") << s("charged twice for it") << SearchWords{.phrases = {s("twice, for")}} << true;
        QTest::newRow("phrase in another order")
            << s("for it twice") << SearchWords{.phrases = {s("twice for")}} << false;
        QTest::newRow("full width") << s("ＡＢＣ１２") << words("abc12") << true;
    }
    void shouldFindWordsInAnyScript() {
        QFETCH(QString, text);
        QFETCH(SearchWords, query);
        QFETCH(bool, expected);

        ticket(s("Anna"), text);

        QCOMPARE(!snippets({.text = query}).isEmpty(), expected);
        QCOMPARE(!found({.text = query}).isEmpty(), expected);
    }

    void shouldTakeAnythingTypedForWords_data() {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"\"",       "refund\"", "refund OR",    "AND",         "NOT refund",
                                  "refund*",  "(refund",  "NEAR(a b, 2)", "text:refund", "^refund",
                                  "{refund}", "-refund",  "refund' --",   "%",           "_",
                                  "\\",       "🎉🎉",       "\u0301",       "a\u202eb",    ";DROP TABLE messages",
                                  "'; --"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
        QTest::newRow("10,000 characters") << QString(10'000, u'a');
        QTest::newRow("10,000 words") << QStringLiteral("ab ").repeated(10'000);
        QTest::newRow("10,000 quotation marks") << QString(10'000, u'"');
        QTest::newRow("null character") << QString(QChar(0));
        QTest::newRow("half a character") << QString(QChar(0xd83c));
    }
    void shouldTakeAnythingTypedForWords() {
        QFETCH(QString, typed);

        // GIVEN
        ticket(s("Anna"), s("I want a refund"));

        // THEN
        for (const SearchWords &text :
             {SearchWords{.words = {typed}}, SearchWords{.words = typed.split(u' ')}, SearchWords{.phrases = {typed}},
              SearchWords{.words = {typed}, .isUnfinished = true}}) {
            QVERIFY(search().hits({.text = text}));
            QVERIFY(search().tickets({.text = text, .customer = typed, .agent = typed, .tags = {typed}}, viewer()));
            QVERIFY(search().respelled(text));
        }
        for (const SearchField field : {SearchField::Customer, SearchField::Agent, SearchField::Tag})
            QVERIFY(search().completions(field, typed, 5));
        QCOMPARE(snippets({.text = words("refund")}).size(), 1);
    }

    void shouldShowTheNewestFirstAndPageToTheNext() {
        // GIVEN hits in all three kinds
        const TicketId id = ticket(s("Anna"), s("the refund of number 0"));
        for (int i = 1; i < 10; ++i)
            ticket(s("Anna"), s("the refund of number %1").arg(i));
        QVERIFY(stores().events.append({.at = start.addSecs(60 * 5 + 30),
                                        .kind = EventKind::Noted,
                                        .ticket = id,
                                        .data = {{s("text"), s("refund noted")}}}));
        const auto article = stores().articles.save({.title = s("How do I get a refund?"),
                                                     .answer = s("Write to us."),
                                                     .updatedAt = start.addSecs(60 * 2 + 30)});

        // WHEN
        QStringList all;
        QVector<SearchHit> hits;
        std::optional<HitPlace> next = HitPlace{};
        int pages = 0;
        while (next) {
            const auto page = search().hits({.text = words("refund"), .below = *next, .most = 5});
            QVERIFY(page);
            QVERIFY(page->hits.size() <= 5);
            for (const SearchHit &hit : page->hits)
                all.append(hit.snippet.right(1));
            hits += page->hits;
            next = page->next;
            ++pages;
        }

        // THEN
        QCOMPARE(pages, 3);
        QCOMPARE(all.join(QString()), s("98765d432.10"));
        QCOMPARE(hits[5].kind, HitKind::Note);
        QCOMPARE(hits[5].ticket, id);
        QCOMPARE(hits[9].kind, HitKind::Article);
        QCOMPARE(hits[9].article, article->id);
        QCOMPARE(hits[0].title, s("Anna"));
        QVERIFY(hits[0].message.isValid() && hits[0].ticket.isValid() && hits[0].conversation.isValid());
        QCOMPARE(snippets({.text = words("refund"), .kinds = {HitKind::Article}}).size(), 1);
    }

    void shouldMarkTheWordsInTheSnippet() {
        // GIVEN
        ticket(s("Anna"), QStringLiteral("Much before it. ").repeated(40) +
                              s("The courier\n\nlost the **Päckchen** of 2*3. ") +
                              QStringLiteral("Much behind it. ").repeated(40));

        // WHEN
        const auto page = search().hits({.text = words("packchen courier")});

        // THEN
        const SearchHit hit = page->hits.value(0);
        QStringList marked;
        for (const TextSpan &mark : hit.marks)
            marked.append(hit.snippet.mid(mark.start, mark.length));
        QCOMPARE(marked, QStringList({s("courier"), s("Päckchen")}));
        QVERIFY2(hit.snippet.contains(s("courier lost the Päckchen of 2*3")), qPrintable(hit.snippet));
        QVERIFY(hit.snippet.size() < 200);
        QVERIFY(hit.snippet.startsWith(u'…') && hit.snippet.endsWith(u'…'));
    }

    //! Once, where it is answered now.
    void shouldFindWhatWasSplitOffOnce() {
        // GIVEN what a customer wrote, copied into the conversation of a ticket split off from it
        const TicketId first = ticket(s("Anna"), s("A refund and a bicycle"));
        const TicketId part = ticket(s("Anna"), s("something else"), {.splitFrom = first});
        const auto home = stores().tickets.ticket(first)->conversation;
        Message copy = stores().conversations.messages(home, {}, 1)->first();
        copy.id = {};
        copy.conversation = stores().tickets.ticket(part)->conversation;
        QVERIFY(stores().conversations.append(copy));
        // THEN
        const auto once = search().hits({.text = words("bicycle")});
        QCOMPARE(once->hits.size(), 1);
        QCOMPARE(once->hits.first().ticket, part);
        // AND where the split was taken back, in the first one again
        Ticket back = *stores().tickets.ticket(part);
        back.status = TicketStatus::Returned;
        QVERIFY(stores().tickets.save(back));
        const auto again = search().hits({.text = words("bicycle")});
        QVERIFY(std::any_of(again->hits.begin(), again->hits.end(),
                            [&](const SearchHit &hit) { return hit.ticket == first; }));
    }

    void shouldCorrectTypingMistakes_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // empty: nothing to correct
        QTest::newRow("swapped") << s("refnud") << s("refund");
        QTest::newRow("one missing") << s("refnd") << s("refund");
        QTest::newRow("one more") << s("reffund") << s("refund");
        QTest::newRow("another") << s("refand") << s("refund");
        QTest::newRow("swapped at the start") << s("erfund") << s("refund");
        QTest::newRow("two in a long word") << s("subscribtoin") << s("subscription");
        QTest::newRow("with an accent") << s("paketversnad") << s("paketversand");
        QTest::newRow("the more frequent") << s("parcle") << s("parcel");
        QTest::newRow("only in an article") << s("warrenty") << s("warranty");
        QTest::newRow("right") << s("refund") << QString();
        QTest::newRow("too short") << s("abd") << QString();
        QTest::newRow("unlike all") << s("xylophone") << QString();
    }
    void shouldCorrectTypingMistakes() {
        QFETCH(QString, typed);
        QFETCH(QString, expected);

        // GIVEN
        ticket(s("Anna"), s("refund of my subscription, the parcel, Paketversand"));
        ticket(s("Anna"), s("parcel again; and what is a parole"));
        QVERIFY(stores().articles.save({.title = s("Is there a warranty?"), .answer = s("Yes.")}));

        // WHEN
        const auto respelled = search().respelled({.words = {typed}});

        // THEN
        QVERIFY(respelled);
        QCOMPARE(*respelled ? (*respelled)->words.join(u' ') : QString(), expected);
    }

    void shouldCorrectToTheWordsThatWereGathered() {
        // GIVEN the words of a desk, gathered
        ticket(s("Anna"), s("refund of my subscription"));
        ticket(s("Otto"), s("refund, and what is a parole"));
        QVERIFY(stores().articles.save({.title = s("Is there a warranty?"), .answer = s("Yes.")}));
        const auto corrected = [&](const char *typed) {
            const auto respelled = search().respelled({.words = {s(typed)}});
            return respelled && *respelled ? (*respelled)->words.join(u' ') : QString();
        };
        QVERIFY(gatherWords(m_open->database(), 1000)); // too few messages
        QCOMPARE(corrected("parola"), s("parole"));
        QVERIFY(gatherWords(m_open->database(), 1));
        // THEN a mistake leads to them, but not to what one message alone has
        QCOMPARE(corrected("refnud"), s("refund"));
        QCOMPARE(corrected("warrenty"), s("warranty"));
        QCOMPARE(corrected("parola"), QString());
        // AND what is written later is known at once, and corrected to when they are gathered again
        ticket(s("Anna"), s("umbrella"));
        ticket(s("Otto"), s("umbrella"));
        QCOMPARE(corrected("umbrella"), QString());
        QCOMPARE(corrected("umbrela"), QString());
        QVERIFY(gatherWords(m_open->database(), 1));
        QCOMPARE(corrected("umbrela"), s("umbrella"));
    }

    void shouldCompleteWhatTheFieldsMayHold() {
        ticket(s("Lena Vogel"), s("a"), {.tags = {s("vip"), s("vegan")}});
        ticket(s("lena Abel"), s("b"), {.tags = {s("vip")}});
        ticket(s("Otto"), s("c"));

        QCOMPARE(*search().completions(SearchField::Customer, s("LEN"), 5),
                 QStringList({s("lena Abel"), s("Lena Vogel")}));
        QCOMPARE(*search().completions(SearchField::Customer, s("LEN"), 1), QStringList(s("lena Abel")));
        QCOMPARE(*search().completions(SearchField::Tag, s("v"), 5), QStringList({s("vegan"), s("vip")}));
        QCOMPARE(*search().completions(SearchField::Tag, s("gan"), 5), QStringList());
        QCOMPARE(*search().completions(SearchField::Agent, s("da"), 5), QStringList(s("Dana Ortiz")));
    }
};

QTEST_GUILESS_MAIN(SqliteSearchTest)
#include "sqlitesearch_test.moc"
