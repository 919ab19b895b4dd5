// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a message is before it is a question: yes, no, a greeting, thanks, a repetition; and how it is cleaned.
#include "models/desk/customerintent.h"
#include <QtTest/QtTest>

namespace relaydesk {

class CustomerIntentTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTellShortRepliesFromQuestions_data();
    void shouldTellShortRepliesFromQuestions();
    void shouldTakeYesAndNoForQuestionsWhileNothingWasAsked_data();
    void shouldTakeYesAndNoForQuestionsWhileNothingWasAsked();
    void shouldPreferTheWishForAPersonToANo();
    void shouldFindRepetitions_data();
    void shouldFindRepetitions();
    void shouldCleanMessages_data();
    void shouldCleanMessages();
    void shouldCleanAMegabyte();
};

void CustomerIntentTest::shouldTellShortRepliesFromQuestions_data() {
    QTest::addColumn<Intent>("intent");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("yes") << Intent::Yes
                         << QStringList{u"yes"_qs,
                                        u"Yes!"_qs,
                                        u"Y"_qs,
                                        u"yep"_qs,
                                        u"Yeah, thanks"_qs,
                                        u"yes please"_qs,
                                        u"Yes, it did."_qs,
                                        u"yes that helped, thank you very much"_qs,
                                        u"It worked"_qs,
                                        u"that worked, thanks!"_qs,
                                        u"Great, that worked"_qs,
                                        u"perfect"_qs,
                                        u"Perfect, thank you so much"_qs,
                                        u"solved"_qs,
                                        u"that solved it"_qs,
                                        u"It works now"_qs,
                                        u"it\u2019s fixed now"_qs,
                                        u"all good"_qs,
                                        u"That did the trick"_qs,
                                        u"thanks, that helped a lot"_qs,
                                        u"\U0001F44D"_qs,
                                        u"YES \U0001F600"_qs};
    QTest::newRow("no") << Intent::No
                        << QStringList{u"no"_qs,
                                       u"No."_qs,
                                       u"nope"_qs,
                                       u"Not really"_qs,
                                       u"No, I meant the app"_qs,
                                       u"no - the other one"_qs,
                                       u"No \u2014 I need the invoice"_qs,
                                       u"nah, still the same"_qs,
                                       u"no it didn't"_qs,
                                       u"It didn\u2019t work"_qs,
                                       u"that did not help me at all"_qs,
                                       u"Sorry, that doesn't solve my problem"_qs,
                                       u"still not working"_qs,
                                       u"It still doesn't work"_qs,
                                       u"not helpful"_qs,
                                       u"That's wrong"_qs,
                                       u"that is not what I asked for"_qs,
                                       u"wrong answer"_qs,
                                       u"not solved"_qs,
                                       u"Unfortunately not"_qs,
                                       u"no thanks"_qs,
                                       u"still broken"_qs};
    QTest::newRow("greeting") << Intent::Greeting
                              << QStringList{u"hi"_qs,
                                             u"Hello!"_qs,
                                             u"hey there"_qs,
                                             u"Good morning"_qs,
                                             u"Hi \U0001F44B"_qs,
                                             u"hello, I have a question"_qs,
                                             u"can you help me?"_qs,
                                             u"Help"_qs,
                                             u"Hi, I need help"_qs,
                                             u"good evening everyone"_qs,
                                             u"Hello, can someone help me please?"_qs,
                                             u"is anybody there?"_qs};
    QTest::newRow("thanks") << Intent::Thanks
                            << QStringList{u"thanks"_qs,
                                           u"Thank you very much!"_qs,
                                           u"ok thanks"_qs,
                                           u"Okay"_qs,
                                           u"great, thanks"_qs,
                                           u"thanks for the help"_qs,
                                           u"bye"_qs,
                                           u"Got it, thank you"_qs,
                                           u"many thanks \U0001F64F"_qs,
                                           u"Thank you, have a nice day"_qs};
    QTest::newRow("question") << Intent::Question
                              << QStringList{u"no internet connection"_qs,
                                             u"No access to my account"_qs,
                                             u"no-reply address does not answer"_qs,
                                             u"No. 5 on the list is broken"_qs,
                                             u"No: #4711 is not mine"_qs,
                                             u"yes but how do I change the name?"_qs,
                                             u"Yes, and where is the invoice?"_qs,
                                             u"not working since the update"_qs,
                                             u"It does not work on my phone, only on the tablet"_qs,
                                             u"why did it not work"_qs,
                                             u"Hello, how do I reset my password?"_qs,
                                             u"hi my card was charged twice"_qs,
                                             u"thanks to the update I cannot log in"_qs,
                                             u"ok google"_qs,
                                             u"Help me reset my password"_qs,
                                             u"I have a question about my invoice"_qs,
                                             u"Can you help me change my address?"_qs,
                                             u"works council discount"_qs,
                                             u"Norway shipping"_qs,
                                             u"yesterday's order"_qs,
                                             u"sure start vouchers"_qs,
                                             u"is the perfect plan still sold?"_qs,
                                             u"good afternoon delivery?"_qs,
                                             u"???"_qs,
                                             u"\U0001F62D"_qs,
                                             u""_qs};
}

void CustomerIntentTest::shouldTellShortRepliesFromQuestions() {
    QFETCH(Intent, intent);
    QFETCH(QStringList, messages);
    for (const QString &message : messages)
        QVERIFY2(intentOf(message, true) == intent, qPrintable(message));
}

void CustomerIntentTest::shouldTakeYesAndNoForQuestionsWhileNothingWasAsked_data() {
    QTest::addColumn<QString>("message");
    for (const char *message : {"yes", "no", "No, I meant the app", "it worked", "that did not help"})
        QTest::newRow(message) << QString::fromLatin1(message);
}

void CustomerIntentTest::shouldTakeYesAndNoForQuestionsWhileNothingWasAsked() {
    QFETCH(QString, message);
    QCOMPARE(intentOf(message, false), Intent::Question);
}

void CustomerIntentTest::shouldPreferTheWishForAPersonToANo() {
    QCOMPARE(intentOf(u"No, let me talk to a person"_qs, true), Intent::PersonWanted);
    QCOMPARE(intentOf(u"Hello, agent please"_qs, false), Intent::PersonWanted);
}

void CustomerIntentTest::shouldFindRepetitions_data() {
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<bool>("repeats");
    QTest::newRow("the same") << u"How do I reset my password?"_qs << u"How do I reset my password?"_qs << true;
    QTest::newRow("louder") << u"HOW DO I RESET MY PASSWORD"_qs << u"How do I reset my password?"_qs << true;
    QTest::newRow("little words") << u"how can I reset the password"_qs << u"How do I reset my password?"_qs << true;
    QTest::newRow("reordered") << u"my password, how do I reset it?"_qs << u"How do I reset my password?"_qs << true;
    QTest::newRow("only marks") << u"???"_qs << u"???"_qs << true;
    QTest::newRow("another noun") << u"How do I reset my PIN?"_qs << u"How do I reset my password?"_qs << false;
    QTest::newRow("in and out") << u"How do I log in?"_qs << u"How do I log out?"_qs << false;
    QTest::newRow("can and cannot") << u"I can not pay"_qs << u"I can pay"_qs << false;
    QTest::newRow("another number") << u"Where is order 4711?"_qs << u"Where is order 4712?"_qs << false;
    QTest::newRow("more to it") << u"How do I reset my password on the old tablet without mail"_qs
                                << u"How do I reset my password?"_qs << false;
}

void CustomerIntentTest::shouldFindRepetitions() {
    QFETCH(QString, message);
    QFETCH(QString, earlier);
    QFETCH(bool, repeats);
    QCOMPARE(isRepetition(message, {u"Something else entirely"_qs, earlier}), repeats);
    QVERIFY(!isRepetition(message, {}));
}

void CustomerIntentTest::shouldCleanMessages_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cleaned");
    QTest::newRow("plain") << u"Hello"_qs << u"Hello"_qs;
    QTest::newRow("ends") << u"  Hello \n\n"_qs << u"Hello"_qs;
    QTest::newRow("control characters") << u"a\u0000b\u0007c\u001Bd\u007F"_qs << u"abcd"_qs;
    QTest::newRow("tabs and lines stay") << u"a\tb\nc"_qs << u"a\tb\nc"_qs;
    QTest::newRow("line ends of Windows") << u"a\r\nb\rc"_qs << u"a\nb\nc"_qs;
    QTest::newRow("half surrogate, high") << QString(u"a"_qs + QChar(0xD83D) + u'b') << u"ab"_qs;
    QTest::newRow("half surrogate, low") << QString(u"a"_qs + QChar(0xDE00) + u'b') << u"ab"_qs;
    QTest::newRow("half surrogate at the end") << QString(u"a"_qs + QChar(0xD83D)) << u"a"_qs;
    QTest::newRow("two high ones before a low one")
        << QString(u"a"_qs + QChar(0xD83D) + QChar(0xD83D) + QChar(0xDE00)) << u"a\U0001F600"_qs;
    QTest::newRow("emoji with joiners") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467 ok"_qs
                                        << u"\U0001F468\u200D\U0001F469\u200D\U0001F467 ok"_qs;
    QTest::newRow("right to left") << u"\u202B\u05E9\u05DC\u05D5\u05DD\u202C"_qs
                                   << u"\u202B\u05E9\u05DC\u05D5\u05DD\u202C"_qs;
    QTest::newRow("combining marks") << u"e\u0301te\u0301"_qs << u"e\u0301te\u0301"_qs;
    QTest::newRow("nothing but control characters") << u"\u0001\u0002 \r\n"_qs << QString();
}

void CustomerIntentTest::shouldCleanMessages() {
    QFETCH(QString, text);
    QFETCH(QString, cleaned);
    QCOMPARE(cleanedMessage(text), cleaned);
    QCOMPARE(cleanedMessage(cleaned), cleaned);
}

void CustomerIntentTest::shouldCleanAMegabyte() {
    const QString text = u"ab\u0001\r\n\U0001F600"_qs.repeated(150'000);
    const QString cleaned = cleanedMessage(text);
    QCOMPARE(cleaned.size(), qsizetype(150'000) * 5);
    QVERIFY(!cleaned.contains(QChar(1)));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::CustomerIntentTest)
#include "customerintent_test.moc"
