// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How specific an answer is, and how sure it sounds.
#include "models/desk/answertext.h"
#include <QtTest/QtTest>

namespace relaydesk {

class AnswerTextTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldFindTheMoreConcreteAnswerMoreSpecific_data();
    void shouldFindTheMoreConcreteAnswerMoreSpecific();
    void shouldStayBetweenNoneAndAll_data();
    void shouldStayBetweenNoneAndAll();
    void shouldHearUncertainty_data();
    void shouldHearUncertainty();
    void shouldNotHearUncertaintyInPlainStatements_data();
    void shouldNotHearUncertaintyInPlainStatements();
    void shouldWeighOneUnsureSentenceLessThanAllOfThem();
};

void AnswerTextTest::shouldFindTheMoreConcreteAnswerMoreSpecific_data() {
    QTest::addColumn<QString>("vague");
    QTest::addColumn<QString>("concrete");
    const QString vague = u"You can change this in the place where such things are changed by people."_qs;
    QTest::newRow("a menu") << vague
                            << u"You can change this in **Settings** where such things are changed by people."_qs;
    QTest::newRow("numbers") << vague << u"You can change this 3 times in 30 days where such things are changed."_qs;
    QTest::newRow("a link") << vague << u"You can change this at https://example.com where such things are changed."_qs;
    QTest::newRow("an address") << vague
                                << u"You can change this by mail to support@example.com and we change it all."_qs;
    QTest::newRow("steps") << vague
                           << u"1. Open the settings page.\n2. Choose what you want there.\n3. Save all of it."_qs;
    QTest::newRow("length") << u"Restart it."_qs << vague;
    QTest::newRow("not too long")
        << QString(u"Open **Settings** now and then. "_qs.repeated(200))
        << u"Open **Settings** and then **Billing**, wait 5 minutes, press **Refund** twice."_qs;
}

void AnswerTextTest::shouldFindTheMoreConcreteAnswerMoreSpecific() {
    QFETCH(QString, vague);
    QFETCH(QString, concrete);
    QVERIFY(specificityOf(concrete) > specificityOf(vague));
}

void AnswerTextTest::shouldStayBetweenNoneAndAll_data() {
    QTest::addColumn<QString>("answer");
    QTest::newRow("nothing") << QString();
    QTest::newRow("marks") << u"?!\u2026"_qs;
    QTest::newRow("a word") << u"Yes"_qs;
    QTest::newRow("all of it") << u"1. Open **A** at 10.\n2. \"B\" \u203a C\n3. https://d.example\n"_qs.repeated(5);
    for (const char *piece : {"\"", "**", "a", "1.1", "\n", "might be ", "\u201c", "a@"})
        QTest::newRow(piece) << QString::fromUtf8(piece).repeated(50'000);
}

void AnswerTextTest::shouldStayBetweenNoneAndAll() {
    QFETCH(QString, answer);
    for (const double value : {specificityOf(answer), certaintyOf(answer)}) {
        QVERIFY(value >= 0);
        QVERIFY(value <= 1);
    }
}

void AnswerTextTest::shouldHearUncertainty_data() {
    QTest::addColumn<QString>("answer");
    for (const char *answer :
         {"I'm not sure about that.", "I am not entirely sure.", "I\u2019m not certain it works.", "Maybe restart it.",
          "It might be the cable.", "I think it is free.", "I don't know.", "We can't say.", "No idea, sorry.",
          "It probably takes a week.", "Perhaps next month.", "Hard to say.", "As far as I know it is free.",
          "I BELIEVE so.", "It seems to be fixed.", "That could be the router.", "It depends on the plan."})
        QTest::newRow(answer) << QString::fromUtf8(answer);
}

void AnswerTextTest::shouldHearUncertainty() {
    QFETCH(QString, answer);
    QVERIFY(certaintyOf(answer) < 0.7);
}

void AnswerTextTest::shouldNotHearUncertaintyInPlainStatements_data() {
    QTest::addColumn<QString>("answer");
    for (const char *answer :
         {"", "Open Settings.", "It opens on 1 May.", "You may cancel at any time.", "Make sure that the cable is in.",
          "Mighty fast.", "The believers' guild.", "Be certain to save.", "Think of a password of 12 letters."})
        QTest::newRow(answer) << QString::fromUtf8(answer);
}

void AnswerTextTest::shouldNotHearUncertaintyInPlainStatements() {
    QFETCH(QString, answer);
    QCOMPARE(certaintyOf(answer), 1.0);
}

void AnswerTextTest::shouldWeighOneUnsureSentenceLessThanAllOfThem() {
    const double one = certaintyOf(u"Open Settings. Choose Billing. It might be slow. Press Refund."_qs);
    const double all = certaintyOf(u"It might be slow. It might be fast. It might be off. It might be on."_qs);
    QVERIFY(one > all);
    QVERIFY(one < 1);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::AnswerTextTest)
#include "answertext_test.moc"
