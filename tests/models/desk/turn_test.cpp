// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which messages are still owed an answer, and how a conversation is summed up for the agent.
#include "models/desk/summary.h"
#include "models/desk/turn.h"
#include <QtTest/QtTest>

namespace relaydesk {

class TurnTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldJoinWhatTheCustomerWroteLast_data();
    void shouldJoinWhatTheCustomerWroteLast();
    void shouldListAnsweredTurnsWholeAndInParts();
    void shouldSumUpForTheAgent_data();
    void shouldSumUpForTheAgent();
    void shouldNameFactsAndMood();
};

namespace {

//! One letter for each message: c(ustomer), a(ssistant), g (agent), s(ystem); the customer's are numbered.
QVector<Message> episode(const char *authors) {
    QVector<Message> messages;
    int number = 0;
    for (const char *author = authors; *author; ++author) {
        Message message{.author = *author == 'c'   ? Author::Customer
                                  : *author == 'a' ? Author::Assistant
                                  : *author == 'g' ? Author::Agent
                                                   : Author::System,
                        .text = u"said"_qs};
        if (*author == 'c')
            message.text = QString::number(++number);
        messages += message;
    }
    return messages;
}

} // namespace

void TurnTest::shouldJoinWhatTheCustomerWroteLast_data() {
    QTest::addColumn<QString>("authors");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("turns");
    QTest::newRow("nothing") << u""_qs << u""_qs << u""_qs << 0;
    QTest::newRow("one") << u"c"_qs << u"1"_qs << u"1"_qs << 0;
    QTest::newRow("a burst") << u"ccc"_qs << u"1\n2\n3"_qs << u"1\n2\n3"_qs << 0;
    QTest::newRow("answered") << u"ca"_qs << u""_qs << u"1"_qs << 1;
    QTest::newRow("answered and asked again") << u"cacc"_qs << u"2\n3"_qs << u"2\n3"_qs << 1;
    QTest::newRow("a notice ends a turn too") << u"ccs"_qs << u""_qs << u"2"_qs << 0;
    QTest::newRow("an agent") << u"caga"_qs << u""_qs << u"1"_qs << 2;
}

void TurnTest::shouldJoinWhatTheCustomerWroteLast() {
    QFETCH(QString, authors);
    const QVector<Message> messages = episode(qPrintable(authors));
    QTEST(openTurn(messages), "open");
    QTEST(lastQuestion(messages), "last");
    QTEST(turnsOfAssistant(messages), "turns");
}

void TurnTest::shouldListAnsweredTurnsWholeAndInParts() {
    QCOMPARE(answeredQuestions(episode("cacccgc")).join(u'|'), u"1|2|3|4|2\n3\n4"_qs);
    QVERIFY(answeredQuestions(episode("cc")).isEmpty());
}

void TurnTest::shouldSumUpForTheAgent_data() {
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("authors");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("summary");
    QTest::newRow("nothing said") << u"Maya"_qs << u""_qs << u""_qs
                                  << u"Maya asked for a person before writing anything else."_qs;
    QTest::newRow("one question") << u"Maya"_qs << u"c"_qs << u"1"_qs << u"Question: \"1\""_qs;
    QTest::newRow("a burst is no earlier question") << u"Maya"_qs << u"cc"_qs << u"1\n2"_qs << u"Question: \"1 2\""_qs;
    QTest::newRow("a history") << u"Maya"_qs << u"cacacacac"_qs << u"5"_qs
                               << u"Question: \"5\"\nTried: to \"2\" the assistant answered \"said\"; to \"3\" "
                                  "the assistant answered \"said\"; to \"4\" the assistant answered \"said\""_qs;
    QTest::newRow("the customer said no") << u""_qs << u"cac"_qs << u"1"_qs
                                          << u"Question: \"1\"\nTried: to \"1\" the assistant answered \"said\"; "
                                             "then the customer wrote \"2\""_qs;
}

void TurnTest::shouldNameFactsAndMood() {
    QVector<Message> messages = episode("cac");
    messages[0].text = u"I paid 49.90 EUR for order 4711-0815 on 12.11.2026"_qs;
    messages[2].text = u"This is ridiculous, write to maya@example.org"_qs;
    Verdict verdict;
    verdict.question = messages[2].text;
    const QString summary = summaryOf(u"Maya"_qs, messages, verdict);
    QVERIFY2(summary.contains(u"Facts: 49.90 EUR, 4711"_qs), qPrintable(summary));
    QVERIFY(summary.contains(u"12.11.2026"_qs));
    QVERIFY(summary.contains(u"maya@example.org"_qs));
    QVERIFY(summary.contains(u"Mood: frustrated"_qs));
}

void TurnTest::shouldSumUpForTheAgent() {
    QFETCH(QString, customer);
    QFETCH(QString, authors);
    QFETCH(QString, question);
    Verdict verdict;
    verdict.question = question;
    QTEST(summaryOf(customer, episode(qPrintable(authors)), verdict), "summary");
    verdict.sources = {{ArticleId{1}, u"Refunds"_qs, 0.456}};
    QVERIFY(summaryOf(customer, episode(qPrintable(authors)), verdict)
                .endsWith(u"Closest articles: \"Refunds\" (0.46)"_qs));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::TurnTest)
#include "turn_test.moc"
