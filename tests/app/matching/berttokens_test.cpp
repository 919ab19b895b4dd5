// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A text is cut into the words BERT was trained on.
#include "app/matching/berttokens.h"
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

QStringList wordsOf(QStringView text, const BertConfig &config = {}) {
    QStringList words;
    const BertTokens::Sink sink = [&words](std::u32string_view word) {
        words.append(QString::fromUcs4(word.data(), qsizetype(word.size())));
        return true;
    };
    BertTokens(config, sink).read(text);
    return words;
}

} // namespace

class BertTokensTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void shouldCutATextIntoWords_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words"); // with a bar between two
        const auto row = [](const char *name, QStringView text, QStringView words) {
            QTest::newRow(name) << text.toString() << words.toString();
        };
        row("nothing", u"", u"");
        row("only space", u" \t\r\n\u00a0\u3000\u2028", u"");
        row("words", u"Where is  my\torder", u"where|is|my|order");
        row("punctuation", u"don't, e-mail!?", u"don|'|t|,|e|-|mail|!|?");
        row("signs of ASCII", u"a+b=c<d>e^f`g|h~i$j", u"a|+|b|=|c|<|d|>|e|^|f|`|g|||h|~|i|$|j");
        row("signs beyond ASCII stay", u"5€ 2×3 ©x", u"5€|2×3|©x");
        row("punctuation beyond ASCII", u"“so”—he said…", u"“|so|”|—|he|said|…");
        row("punctuation after Unicode 8 stays", u"a\u2e55b", u"a\u2e55b");
        row("accents composed", u"Crème Brûlée Ångström", u"creme|brulee|angstrom");
        row("accents apart", u"Cre\u0300me", u"creme");
        row("accents upon accents", u"Ǖ ǭ ệ", u"u|o|e");
        row("a sign with a stroke", u"a≠b", u"a|=|b");
        row("Turkish", u"İI ıi", u"ii|ıi");
        row("sharp s", u"Straße ẞ", u"straße|ß");
        row("Greek", u"ΟΔΥΣΣΕΎΣ", u"οδυσσευσ");
        row("Greek question mark", u"τι\u037e", u"τι|;");
        row("Hangul", u"각", u"\u1100\u1161\u11a8");
        row("Devanagari", u"क्षमा", u"कषमा");
        row("ideographs", u"我在abc中国", u"我|在|abc|中|国");
        row("ideographs beyond 16 bits", u"a\U00020000b", u"a|\U00020000|b");
        row("an ideograph for compatibility", u"a\uf900b", u"a|豈|b");
        row("kana are no ideographs", u"カナ", u"カナ");
        row("control characters", u"a\u0001b\u0007c\u001bd\u007fe\u0085f\u000bg", u"abcdefg");
        row("marks without width", u"a\u200bb\u200dc\ufeffd\u00ade", u"abcde");
        row("private use", u"a\ue000b\U000f0000c", u"abc");
        row("replacement character", u"a\ufffdb", u"ab");
        row("emoji", u"ok\U0001f600 \U0001f44d\U0001f3fd!", u"ok\U0001f600|\U0001f44d\U0001f3fd|!");
        row("unassigned stays", u"a\u0378b", u"a\u0378b");
        row("marks change places", u"\u302e\U0001d165", u"\U0001d165\u302e");
    }

    void shouldCutATextIntoWords() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(wordsOf(text).join(u'|'), words);
    }

    void shouldKeepCaseAndAccentsWhereTheModelDoes() {
        BertConfig config;
        config.lowerCase = false;
        config.stripAccents = false;
        QCOMPARE(wordsOf(u"Crème, Brûlée", config), QStringList({u"Crème"_qs, u","_qs, u"Brûlée"_qs}));
        config.spaceIdeographs = false;
        QCOMPARE(wordsOf(u"我在", config), QStringList{u"我在"_qs});
        config.lowerCase = true;
        QCOMPARE(wordsOf(u"Èİ", config), QStringList{u"èi\u0307"_qs});
    }

    void shouldDropHalfASurrogatePair() {
        const QString text = u"a"_qs + QChar(0xD83D) + u"b"_qs + QChar(0xDE00) + u"c"_qs + QChar(0xD83D);
        QCOMPARE(wordsOf(text), QStringList{u"abc"_qs});
    }

    void shouldStopWhenToldTo() {
        // GIVEN a reader that wants two words
        QStringList words;
        const BertTokens::Sink sink = [&words](std::u32string_view word) {
            words.append(QString::fromUcs4(word.data(), qsizetype(word.size())));
            return words.size() < 2;
        };
        const BertConfig config;
        BertTokens tokens(config, sink);
        // WHEN four are there THEN it gets two, and the end is told
        QVERIFY(!tokens.read(u"one two three four"));
        QCOMPARE(words, QStringList({u"one"_qs, u"two"_qs}));
    }

    void shouldReadAMegabyteOfAnything_data() {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<qsizetype>("words");
        const auto row = [](const char *name, const QString &piece, qsizetype words) {
            QTest::newRow(name) << piece << words;
        };
        row("one word", u"x"_qs, 1);
        row("marks in the wrong order", u"\u0301\u0316"_qs, 0);
        row("spacing marks in the wrong order", u"\u302e\U0001d165"_qs, 1);
        row("brackets", u"["_qs, 1 << 20);
        row("NUL", QString(1, QChar(u'\0')), 0);
        row("emoji", u"\U0001f600"_qs, 1);
        row("half pairs", QString(QChar(0xDE00)), 0);
    }

    void shouldReadAMegabyteOfAnything() {
        QFETCH(QString, piece);
        QFETCH(qsizetype, words);
        QCOMPARE(wordsOf(piece.repeated((1 << 20) / piece.size())).size(), words);
    }
};

QTEST_GUILESS_MAIN(BertTokensTest)
#include "berttokens_test.moc"
