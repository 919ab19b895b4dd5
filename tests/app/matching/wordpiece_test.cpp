// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Words become the longest pieces of the vocabulary, between [CLS] and [SEP], never more than the model takes.
#include "app/matching/wordpiece.h"
#include "tests/app/matching/tinybert.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <algorithm>

using namespace relaydesk;

namespace {

const QStringList pieces = {u"[PAD]"_qs,    u"[UNK]"_qs,  u"[CLS]"_qs, u"[SEP]"_qs, u"[MASK]"_qs, u"un"_qs,
                            u"##believ"_qs, u"##able"_qs, u"##bel"_qs, u"order"_qs, u"##s"_qs,    u"?"_qs,
                            u"中"_qs,       u"😀"_qs,      u"##😀"_qs,   u"a"_qs,     u"##a"_qs,    u"["_qs,
                            u"]"_qs,        u"sep"_qs,    u"#"_qs};
enum Piece {
    Pad,
    Unknown,
    First,
    Last,
    Mask,
    Un,
    Believ,
    Able,
    Bel,
    Order,
    S,
    Question,
    Middle,
    Smile,
    Smiling,
    A,
    MoreA,
    Open,
    Close,
    Sep,
    Hash
};
const QString path = u"vocab.txt"_qs;

BertConfig configOf(int maxTokens = 16) {
    BertConfig config;
    config.vocabulary = int(pieces.size());
    config.maxTokens = maxTokens;
    return config;
}

QList<int> idsOf(const QString &text, int maxTokens = 16) {
    const auto wordPiece = WordPiece::fromPieces(pieces, configOf(maxTokens), path);
    const std::vector<int> ids = wordPiece->ids(text);
    return {ids.begin(), ids.end()};
}

} // namespace

class WordPieceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void shouldCutWordsIntoTheLongestPieces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("between");
        QTest::newRow("nothing") << u""_qs << QList<int>{};
        QTest::newRow("a whole word") << u"Order"_qs << QList<int>{Order};
        QTest::newRow("the longest first") << u"unbelievable"_qs << QList<int>{Un, Believ, Able};
        QTest::newRow("no way back to shorter pieces") << u"unbeliev?"_qs << QList<int>{Un, Believ, Question};
        QTest::newRow("one part unknown, all unknown") << u"unorder orders"_qs << QList<int>{Unknown, Order, S};
        QTest::newRow("unknown") << u"xyz"_qs << QList<int>{Unknown};
        QTest::newRow("a piece that only continues does not start") << u"able"_qs << QList<int>{Unknown};
        QTest::newRow("two signs of a continuation are no piece") << u"##s"_qs << QList<int>{Hash, Hash, Unknown};
        QTest::newRow("ideograph") << u"中order"_qs << QList<int>{Middle, Order};
        QTest::newRow("beyond 16 bits") << u"😀😀"_qs << QList<int>{Smile, Smiling};
        QTest::newRow("a hundred symbols") << u"a"_qs.repeated(100) << (QList<int>{A} + QList<int>(13, MoreA));
    }

    void shouldCutWordsIntoTheLongestPieces() {
        QFETCH(QString, text);
        QFETCH(QList<int>, between);
        QCOMPARE(idsOf(text), QList<int>{First} + between + QList<int>{Last});
    }

    void shouldNotCutAWordOfMoreThanAHundredSymbols_data() {
        QTest::addColumn<QString>("symbol");
        QTest::newRow("Latin") << u"a"_qs;
        QTest::newRow("counted without their accents") << u"á"_qs;
        QTest::newRow("beyond 16 bits") << u"😀"_qs;
    }

    void shouldNotCutAWordOfMoreThanAHundredSymbols() {
        QFETCH(QString, symbol);
        QCOMPARE(idsOf(symbol.repeated(101), 256), QList<int>({First, Unknown, Last}));
        QCOMPARE(idsOf(symbol.repeated(100), 256).size(), 102);
        QCOMPARE(idsOf(symbol.repeated(100) + u"?"_qs, 256).size(), 103);
    }

    void shouldKnowTheSpecialPiecesAsTheyAreWritten_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("between");
        QTest::newRow("one") << u"order [SEP] order"_qs << QList<int>{Order, Last, Order};
        QTest::newRow("glued") << u"order[MASK]s"_qs << QList<int>{Order, Mask, Unknown};
        QTest::newRow("in a row") << u"[CLS][PAD][UNK]"_qs << QList<int>{First, Pad, Unknown};
        QTest::newRow("in small letters it is none") << u"[sep]"_qs << QList<int>{Open, Sep, Close};
        QTest::newRow("cut") << u"[SEP"_qs << QList<int>{Open, Sep};
        QTest::newRow("in brackets") << u"[[SEP]]"_qs << QList<int>{Open, Last, Close};
    }

    void shouldKnowTheSpecialPiecesAsTheyAreWritten() {
        QFETCH(QString, text);
        QFETCH(QList<int>, between);
        QCOMPARE(idsOf(text), QList<int>{First} + between + QList<int>{Last});
    }

    void shouldGiveNoMoreThanTheModelTakes_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"order "_qs.repeated(50);
        QTest::newRow("pieces of one word") << u"a"_qs.repeated(50);
        QTest::newRow("pieces across the end") << u"a a a a a a a a a unbelievable a"_qs;
        QTest::newRow("special pieces") << u"[SEP]"_qs.repeated(50);
        QTest::newRow("a special piece at the end") << u"a a a a a a a a a a [SEP] a"_qs;
        QTest::newRow("brackets") << u"["_qs.repeated(1 << 20);
        QTest::newRow("a megabyte") << u"order? "_qs.repeated(150'000);
    }

    void shouldGiveNoMoreThanTheModelTakes() {
        QFETCH(QString, text);
        // GIVEN a text too long
        const QList<int> whole = idsOf(text.left(5000), 5000);
        for (int most = 3; most <= 12; ++most) {
            // WHEN it is read THEN there is the beginning of its pieces, and the last is [SEP]
            const QList<int> ids = idsOf(text, most);
            QCOMPARE(ids.size(), most);
            QCOMPARE(ids.mid(0, most - 1), whole.mid(0, most - 1));
            QCOMPARE(ids.last(), int(Last));
        }
    }

    void shouldReadEitherFileAlike() {
        // GIVEN one vocabulary in both forms
        const QTemporaryDir text;
        const QTemporaryDir json;
        QJsonObject numbers;
        for (int id = 0; id < pieces.size(); ++id)
            numbers.insert(pieces.at(id), id);
        writeFile(text.filePath(u"vocab.txt"_qs), pieces.join(u"\r\n"_qs).toUtf8() + "\r\n");
        writeFile(json.filePath(u"tokenizer.json"_qs),
                  compactJson({{u"model"_qs, QJsonObject{{u"type"_qs, u"WordPiece"_qs}, {u"vocab"_qs, numbers}}}}));
        // WHEN both are read
        const auto first = WordPiece::read(text.path(), configOf());
        const auto second = WordPiece::read(json.path(), configOf());
        // THEN they are the same
        QVERIFY2(first, first ? "" : qPrintable(first.error().sentence));
        QVERIFY2(second, second ? "" : qPrintable(second.error().sentence));
        QCOMPARE(first->ids(u"unbelievable orders?"), second->ids(u"unbelievable orders?"));
        QCOMPARE(first->fingerprint(), second->fingerprint());
    }

    void shouldRefuseAVocabularyThatDoesNotFit_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("clause");
        const auto row = [](const char *name, const char *file, const QByteArray &bytes, const char *clause) {
            QTest::newRow(name) << QString::fromLatin1(file) << bytes << QString::fromLatin1(clause);
        };
        row("empty", "vocab.txt", "", "[UNK] is missing");
        row("no [CLS]", "vocab.txt", "[UNK]\n[SEP]\n", "[CLS] is missing");
        row("no [SEP]", "vocab.txt", "[UNK]\n[CLS]\n", "[SEP] is missing");
        row("more than the model has", "vocab.txt", "[UNK]\n[CLS]\n[SEP]\n" + QByteArray("x\n").repeated(99),
            "more pieces");
        row("bytes that are no text", "vocab.txt", QByteArray(1000, '\xff'), "[UNK] is missing");
        row("JSON cut", "tokenizer.json", "{\"model\":", "no JSON object");
        row("JSON without a vocabulary", "tokenizer.json", "{}", "no WordPiece vocabulary");
        row("another kind", "tokenizer.json", R"({"model":{"type":"Unigram","vocab":[["a",0]]}})",
            "no WordPiece vocabulary");
        row("number too high", "tokenizer.json", R"({"model":{"vocab":{"[UNK]":0,"a":2000000000}}})", "number");
        row("number negative", "tokenizer.json", R"({"model":{"vocab":{"[UNK]":-1}}})", "number");
        row("number a word", "tokenizer.json", R"({"model":{"vocab":{"[UNK]":"0"}}})", "number");
    }

    void shouldRefuseAVocabularyThatDoesNotFit() {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, clause);
        const QTemporaryDir folder;
        writeFile(folder.filePath(file), bytes);
        const auto wordPiece = WordPiece::read(folder.path(), configOf());
        QVERIFY(!wordPiece);
        QVERIFY2(wordPiece.error().sentence.contains(clause), qPrintable(wordPiece.error().sentence));
        QVERIFY2(wordPiece.error().sentence.contains(file), qPrintable(wordPiece.error().sentence));
    }

    void shouldSayThatThereIsNoVocabulary() {
        const QTemporaryDir folder;
        const auto wordPiece = WordPiece::read(folder.path(), configOf());
        QVERIFY(!wordPiece);
        QCOMPARE(wordPiece.error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(WordPieceTest)
#include "wordpiece_test.moc"
