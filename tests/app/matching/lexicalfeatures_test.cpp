// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The words and letters of a text as weights: fixed values, so that kept states and shipped counts stay true.
#include "app/matching/lexicalbackground.h"
#include "app/matching/lexicalfeatures.h"
#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>

using namespace relaydesk;

class LexicalFeaturesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSplitIntoLowerCaseTokens_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("punctuation") << u"Where's my BOX?"_qs << QStringList{u"where"_qs, u"s"_qs, u"my"_qs, u"box"_qs};
        QTest::newRow("money") << u"-£12.50!"_qs << QStringList{u"£12"_qs, u"50"_qs};
        QTest::newRow("umlauts") << u"Rückgabe möglich?"_qs << QStringList{u"rückgabe"_qs, u"möglich"_qs};
        QTest::newRow("nothing") << u" \t?!\U0001F600"_qs << QStringList();
    }
    void shouldSplitIntoLowerCaseTokens() {
        QFETCH(QString, text);
        QTEST(lexicalTokens(text), "tokens");
    }

    void shouldHashToTheIdsOfTheShippedCounts() {
        // GIVEN the text of one short word, and no background
        const LexicalVector vector = lexicalVector(u"Box", LexicalBackground(QByteArray()));
        // THEN it has FNV-1a of "w:box" in the first block and of its letters in the second
        const std::vector<quint32> expected = {wordId("w:box"),  letterId(" bo"),  letterId("box"),  letterId("ox "),
                                               letterId(" box"), letterId("box "), letterId(" box ")};
        std::vector<quint32> sorted = expected;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(vector.ids, sorted);
        QCOMPARE(wordId("a") & 0xffffU, 0xe40c292cU & 0xffffU); // published FNV-1a test vector
    }

    void shouldGiveEachBlockHalfOfTheSquaredLength() {
        const LexicalVector vector = lexicalVector(u"my box is late late", LexicalBackground::shipped());
        double words = 0;
        double letters = 0;
        for (size_t i = 0; i < vector.ids.size(); ++i)
            (vector.ids[i] < LexicalVector::blockSize ? words : letters) +=
                double(vector.weights[i]) * double(vector.weights[i]);
        QVERIFY(std::abs(words - 0.5) < 1e-6);
        QVERIFY(std::abs(letters - 0.5) < 1e-6);
    }

    void shouldKnowHowCommonAWordIs() {
        const LexicalBackground &background = LexicalBackground::shipped();
        QCOMPARE(background.texts(), 25003);
        // an unknown word is rarer than "card", and "card" rarer than "my"
        const float unknown = std::log(1.F + float(background.texts())) + 1;
        QCOMPARE(background.rarity(wordId("w:zygomorphic")), unknown);
        QVERIFY(background.rarity(wordId("w:card")) < unknown - 3);
        QVERIFY(background.rarity(wordId("w:my")) < background.rarity(wordId("w:card")));
    }

    void shouldTakeAnUnreadableBackgroundForAnEmptyOne_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other") << QByteArray("SQLite format 3, and more");
        QTest::newRow("cut short") << QByteArray("RDDF\x01\x00\x00\x00\xff\xff\xff\xff", 12);
    }
    void shouldTakeAnUnreadableBackgroundForAnEmptyOne() {
        QFETCH(QByteArray, bytes);
        const LexicalBackground background(bytes);
        QCOMPARE(background.texts(), 0);
        QCOMPARE(background.rarity(7), 1.F);
    }

    void shouldCompareByTheMeanOfWordsAndLetters() {
        const LexicalBackground &background = LexicalBackground::shipped();
        const LexicalVector known = lexicalVector(u"refund", background);
        LexicalProbe probe;
        probe.hold(known);
        QVERIFY(std::abs(probe.similarity(known) - 1.F) < 1e-6F);
        // a misspelling shares letters, never a word
        const float misspelled = probe.similarity(lexicalVector(u"refundd", background));
        QVERIFY(misspelled > 0.2F && misspelled < 0.5F);
        probe.hold(lexicalVector(u"invoice", background));
        QCOMPARE(probe.similarity(lexicalVector(u"pump", background)), 0.F);
    }

    void shouldCompareManyAsItComparesTwo() {
        std::vector<LexicalVector> vectors;
        for (const QString &text : {u"refund my card payment"_qs, u"my card was refunded"_qs, u""_qs, u"invoice"_qs,
                                    u"the the card"_qs, u"refund my card payment"_qs})
            vectors.push_back(lexicalVector(text, LexicalBackground::shipped()));
        std::vector<const LexicalVector *> all;
        for (const LexicalVector &vector : vectors)
            all.push_back(&vector);
        LexicalGram gram;
        LexicalProbe probe;
        for (int round = 0; round < 2; ++round) { // nothing of the last time is left
            const std::vector<float> similarities = gram.similarities(all);
            QCOMPARE(similarities.size(), all.size() * all.size());
            for (size_t i = 0; i < all.size(); ++i) {
                probe.hold(vectors[i]);
                for (size_t j = 0; j < all.size(); ++j) {
                    const float expected = j < i ? probe.similarity(vectors[j]) : 0;
                    QVERIFY(std::abs(similarities[i * all.size() + j] - expected) < 1e-6F);
                }
            }
        }
    }

    void shouldReadOnlyTheStartOfAnEndlessText() {
        const QString endless = QStringLiteral("box ").repeated(300000);
        QVERIFY(lexicalTokens(endless).size() <= lexicalLimit / 4 + 1);
    }

  private:
    static quint32 hash(const char *feature) {
        quint32 value = 2166136261U;
        for (; *feature; ++feature)
            value = (value ^ static_cast<unsigned char>(*feature)) * 16777619U;
        return value;
    }
    static quint32 wordId(const char *feature) { return hash(feature) % LexicalVector::blockSize; }
    static quint32 letterId(const char *feature) { return LexicalVector::blockSize + wordId(feature); }
};

QTEST_GUILESS_MAIN(LexicalFeaturesTest)
#include "lexicalfeatures_test.moc"
