// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What of an answer's Markdown is compared with a question.
#include "app/matching/answersentences.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class AnswerSentencesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSplitAnAnswerIntoPlainSentences_data() {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("prose") << u"I see both charges. The second was **our** mistake!"_qs
                               << QStringList{u"I see both charges."_qs, u"The second was our mistake!"_qs};
        QTest::newRow("list") << u"Do this:\n\n1. Open *Account > Billing*.\n2. Choose `Pay now` there.\n- Wait."_qs
                              << QStringList{u"Open Account > Billing."_qs, u"Choose Pay now there."_qs};
        QTest::newRow("link") << u"See [our price list](https://shop.example/p?a=1) for more"_qs
                              << QStringList{u"See our price list for more"_qs};
        QTest::newRow("abbreviated price")
            << u"It costs 3.50 pounds a month."_qs << QStringList{u"It costs 3.50 pounds a month."_qs};
        QTest::newRow("too short") << u"Yes. No problem."_qs << QStringList();
        QTest::newRow("empty") << QString() << QStringList();
    }
    void shouldSplitAnAnswerIntoPlainSentences() {
        QFETCH(QString, answer);
        QTEST(answerSentences(answer), "sentences");
    }

    void shouldStopAfterTwelve() {
        QCOMPARE(answerSentences(QStringLiteral("One more sentence here. ").repeated(5000)).size(), 12);
    }

    void shouldCutASentenceWithoutEnd() {
        const QStringList sentences = answerSentences(QStringLiteral("word ").repeated(100000));
        QCOMPARE(sentences.size(), 1);
        QCOMPARE(sentences[0].size(), 400);
    }
};

QTEST_GUILESS_MAIN(AnswerSentencesTest)
#include "answersentences_test.moc"
