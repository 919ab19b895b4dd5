// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The language of the search field: what is read, what is said about the rest, what is offered, and the way back to
//! text.
#include "models/items/ticketquerytext.h"
#include "tests/support/nosearch.h"
#include <QtCore/QRegularExpression>
#include <QtCore/QTimeZone>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

const QDateTime now(QDate(2026, 5, 4), QTime(15, 30), Qt::UTC);

QDateTime day(int month, int number) { return QDateTime(QDate(2026, month, number), QTime(0, 0), Qt::UTC); }

class SomeValues : public NoSearch {
  public:
    Result<QStringList> completions(SearchField field, const QString &beginning, int) const override {
        if (field != SearchField::Customer)
            return QStringList();
        return QStringList{s("Lena Vogel"), s("Leo")}.filter(QRegularExpression(QLatin1Char('^') + beginning));
    }
};

} // namespace

class TicketQueryTextTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadWhatIsTyped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<TicketQuery>("expected");
        const auto row = [](const char *text, const TicketQuery &query) { QTest::newRow(text) << s(text) << query; };
        row("", {});
        row("   ", {});
        row("refund parcel ", {.text = {.words = {s("refund"), s("parcel")}}});
        row("refund par", {.text = {.words = {s("refund"), s("par")}, .isUnfinished = true}});
        row("\"where is it\"", {.text = {.phrases = {s("where is it")}}});
        row("“where is it” now ", {.text = {.words = {s("now")}, .phrases = {s("where is it")}}});
        row("#12", {.ticket = TicketId{12}});
        row("12:30 http://x.org ", {.text = {.words = {s("12:30"), s("http://x.org")}}});
        row("from:lena", {.customer = s("lena")});
        row("FROM:\"Lena Vogel\"", {.customer = s("Lena Vogel")});
        row("customer:lena", {.customer = s("lena")});
        row("agent:Dana", {.agent = s("Dana")});
        row("agent:me", {.isMine = true});
        row("agent:none", {.isUnassigned = true});
        row("is:open", {.statuses = {TicketStatus::Waiting, TicketStatus::Claimed}});
        row("is:open is:waiting", {.statuses = {TicketStatus::Waiting, TicketStatus::Claimed}});
        row("is:mine is:awake", {.isMine = true, .isSnoozed = false});
        row("is:snoozed is:merged", {.isSnoozed = true, .withMerged = true});
        row("reason:low-confidence reason:Ambiguous",
            {.reasons = {HandoffCategory::LowConfidence, HandoffCategory::Ambiguous}});
        row("tag:VIP tag:\"two words\"", {.tags = {s("vip"), s("two words")}});
        row("priority:high", {.priorities = {Priority::High}});
        row("conf:<0.5", {.confidenceBelow = 0.5});
        row("conf:>80%", {.confidenceAbove = 0.8});
        row("conf:0.3..0,6", {.confidenceAbove = 0.3, .confidenceBelow = 0.6});
        row("before:2026-05-01", {.openedTo = day(5, 1)});
        row("after:2026-05-01", {.openedFrom = day(5, 1)});
        row("on:yesterday", {.openedFrom = day(5, 3), .openedTo = day(5, 4)});
        row("after:2w", {.openedFrom = day(4, 20)});
        row("after:2026-05-01T14:30", {.openedFrom = day(5, 1).addSecs(14 * 3600 + 30 * 60)});
        row("sort:waiting", {.sort = TicketSort::WaitingLongest});
    }
    void shouldReadWhatIsTyped() {
        QFETCH(QString, text);
        QFETCH(TicketQuery, expected);

        const ReadQuery read = readTicketQuery(text, now);

        QVERIFY2(read.troubles.isEmpty(), qPrintable(read.troubles.value(0).sentence));
        QCOMPARE(read.query, expected);
    }

    void shouldSayWhatItDoesNotUnderstandAndReadTheRest_data() {
        QTest::addColumn<QString>("token");
        for (const char *token : {"is:foo", "reason:because", "priority:9", "conf:0.5", "conf:<2", "conf:<",
                                  "conf:0.6..0.3", "conf:<0.5..0.6", "before:someday", "after:2026-02-30",
                                  "on:99999999d", "sort:up", "foo:bar", "tag:", "tag:\"\"", "from:\" \""})
            QTest::newRow(token) << s(token);
    }
    void shouldSayWhatItDoesNotUnderstandAndReadTheRest() {
        QFETCH(QString, token);

        const ReadQuery read = readTicketQuery(s("refund ") + token + s(" is:waiting "), now);

        QCOMPARE(read.troubles.size(), 1);
        QCOMPARE(read.troubles[0].where, (TextSpan{7, int(token.size())}));
        QVERIFY2(read.troubles[0].sentence.contains(token.section(u':', 0, 0)), qPrintable(read.troubles[0].sentence));
        QCOMPARE(read.query, (TicketQuery{.text = {.words = {s("refund")}}, .statuses = {TicketStatus::Waiting}}));
    }

    void shouldReadAnOpenQuotationToTheEndAndSaySo() {
        const ReadQuery read = readTicketQuery(s("is:waiting \"where is"), now);

        QCOMPARE(read.query.text.phrases, QStringList(s("where is")));
        QCOMPARE(read.troubles.size(), 1);
    }

    void shouldCountDaysFromMidnightWhereTheAgentIs() {
        const QTimeZone zone(QByteArrayLiteral("Europe/Berlin"));

        const ReadQuery read = readTicketQuery(s("on:2026-03-29"), now.toTimeZone(zone)); // its day of 23 hours

        QCOMPARE(read.query.openedFrom, QDateTime(QDate(2026, 3, 28), QTime(23, 0), Qt::UTC));
        QCOMPARE(read.query.openedTo, QDateTime(QDate(2026, 3, 29), QTime(22, 0), Qt::UTC));
    }

    void shouldWriteTheTextAQueryIsReadFrom_data() {
        QTest::addColumn<TicketQuery>("query");
        const TicketQuery all{
            .text = {.words = {s("refund"), s("12:30"), s("parc")}, .phrases = {s("where is")}, .isUnfinished = true},
            .ticket = TicketId{7},
            .customer = s("Lena van D"),
            .agent = s("Dana"),
            .isMine = true,
            .isUnassigned = true,
            .statuses = {TicketStatus::Resolved, TicketStatus::Waiting},
            .reasons = {HandoffCategory::MissingKnowledge},
            .priorities = {Priority::Low, Priority::Urgent},
            .tags = {s("vip"), s("a:b"), s("two words")},
            .openedFrom = day(5, 1),
            .openedTo = day(5, 2).addSecs(60),
            .confidenceAbove = 0.123456,
            .confidenceBelow = 0.9,
            .isSnoozed = false,
            .withMerged = true,
            .sort = TicketSort::Newest};
        QTest::newRow("nothing") << TicketQuery{};
        QTest::newRow("everything") << all;
        QTest::newRow("finished words") << TicketQuery{.text = {.words = {s("refund")}}};
        QTest::newRow("open") << TicketQuery{.statuses = {TicketStatus::Waiting, TicketStatus::Claimed}};
        QTest::newRow("above") << TicketQuery{.confidenceAbove = 0.5};
        QTest::newRow("snoozed") << TicketQuery{.isSnoozed = true};
    }
    void shouldWriteTheTextAQueryIsReadFrom() {
        QFETCH(TicketQuery, query);

        const QString text = ticketQueryText(query);
        const ReadQuery read = readTicketQuery(text, now);

        QVERIFY2(read.troubles.isEmpty(), qPrintable(text));
        QVERIFY2(read.query == query, qPrintable(text));
        QCOMPARE(ticketQueryText(read.query), text);
    }

    void shouldNeverFail() {
        for (const char *text :
             {"\"", ":", "::", "from:", "#", "#99999999999999999999", "\"\"", "is:\"", "tag:\"a\"b", "🎉:x", "a:b:c"})
            ticketQueryText(readTicketQuery(s(text), now).query);
        readTicketQuery(QString(10'000, u'"'), now);
        readTicketQuery(QStringLiteral("is:").repeated(5000), now);
    }

    void shouldOfferWhatMayStandThere_data() {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("offers");
        QTest::addColumn<QString>("replaced");
        QTest::newRow("keys") << s("pr|") << s("priority:") << s("pr");
        QTest::newRow("values of a key") << s("is:waiting priority:|")
                                         << s("priority:low |priority:normal |priority:high |priority:urgent ")
                                         << s("priority:");
        QTest::newRow("values that begin so") << s("priority:U|") << s("priority:urgent ") << s("priority:U");
        QTest::newRow("in the middle of a word") << s("is:wa|xx refund") << s("is:waiting ") << s("is:waxx");
        QTest::newRow("from the store, quoted") << s("from:Le|") << s("from:\"Lena Vogel\" |from:Leo ") << s("from:Le");
        QTest::newRow("in an open quotation") << s("from:\"Lena V|") << s("from:\"Lena Vogel\" ") << s("from:\"Lena V");
        QTest::newRow("nothing like it") << s("xyz|") << QString() << s("xyz");
        QTest::newRow("unknown key") << s("foo:b|") << QString() << s("foo:b");
        QTest::newRow("in a quotation") << s("\"is|") << QString() << s("\"is");
    }
    void shouldOfferWhatMayStandThere() {
        QFETCH(QString, text);
        QFETCH(QString, offers);
        QFETCH(QString, replaced);

        const int cursor = int(text.indexOf(u'|'));
        text.remove(cursor, 1);
        const auto completions = completeTicketQuery(text, cursor, SomeValues());

        QStringList texts;
        for (const QueryCompletion &offer : completions->offers) {
            texts.append(offer.text);
            QVERIFY(!offer.hint.isEmpty());
        }
        QCOMPARE(texts.join(u'|'), offers);
        QCOMPARE(text.mid(completions->replaces.start, completions->replaces.length), replaced);
    }

    void shouldOfferAllKeysAtABlank() {
        QCOMPARE(completeTicketQuery(s("refund "), 7, NoSearch())->offers.size(), 11);
        QCOMPARE(completeTicketQuery(QString(), 0, NoSearch())->offers.size(), 11);
        QCOMPARE(completeTicketQuery(s("refund"), 99, NoSearch())->offers.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TicketQueryTextTest)
#include "ticketquerytext_test.moc"
