// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent is told of a question that the knowledge does not answer.
#include "models/desk/wording.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class WordingTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSayThatAQuestionIsInAnotherLanguage_data() {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("language");
        QTest::newRow("Russian") << u"Где мой заказ?"_qs << u"Russian"_qs;
        QTest::newRow("Japanese") << u"私の箱はどこですか"_qs << u"Japanese"_qs;
        QTest::newRow("German") << u"Ich habe mein Paket nicht bekommen, wo ist es und was kann ich tun?"_qs
                                << u"German"_qs;
        QTest::newRow("English") << u"Where is the box that I ordered, and what can I do?"_qs << QString();
        QTest::newRow("too short to tell") << u"???"_qs << QString();
    }
    void shouldSayThatAQuestionIsInAnotherLanguage() {
        QFETCH(QString, question);
        QFETCH(QString, language);
        const QVector<Source> closest = {{ArticleId{1}, u"How do I change the language of my account?"_qs, 0.2},
                                         {ArticleId{2}, u"When will I get an answer to my message?"_qs, 0.1}};
        const QString sentence = wording::missingKnowledge(question, closest).sentence;
        QVERIFY(sentence.startsWith(u"No article answers this."_qs));
        QCOMPARE(sentence.contains(u"seems to be in"_qs), !language.isEmpty());
        if (!language.isEmpty())
            QVERIFY2(sentence.endsWith(
                         u"The question seems to be in %1, the closest articles are in English."_qs.arg(language)),
                     qPrintable(sentence));
    }

    void shouldNotSpeakOfArticlesWhereThereAreNone() {
        QCOMPARE(wording::missingKnowledge(u"Где мой заказ?"_qs, {}).sentence,
                 u"The knowledge base holds nothing on this."_qs);
    }
};

QTEST_APPLESS_MAIN(WordingTest)
#include "wording_test.moc"
