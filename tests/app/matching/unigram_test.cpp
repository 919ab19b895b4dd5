// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Unigram tokenizers cut every text as the reference does, and files that are none are refused with a sentence.
#include "app/matching/unigram.h"
#include "tests/app/matching/smallencoder.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

BertConfig configOf(int vocabulary = 2000) {
    BertConfig config;
    config.vocabulary = vocabulary;
    config.maxTokens = 256;
    return config;
}

//! As files of some years ago have it.
QJsonObject older(QJsonObject tokenizer) {
    const QJsonValue steps = tokenizer.value(u"normalizer"_qs)[u"normalizers"_qs];
    tokenizer.insert(u"normalizer"_qs, steps[0]);
    const QJsonArray cuts = {
        QJsonObject{{u"type"_qs, u"WhitespaceSplit"_qs}},
        QJsonObject{{u"type"_qs, u"Metaspace"_qs}, {u"replacement"_qs, u"▁"_qs}, {u"add_prefix_space"_qs, true}}};
    tokenizer.insert(u"pre_tokenizer"_qs, QJsonObject{{u"type"_qs, u"Sequence"_qs}, {u"pretokenizers"_qs, cuts}});
    return tokenizer;
}

QJsonObject tiny() {
    const char *json = R"({"added_tokens":[{"id":0,"content":"<s>"},{"id":4,"content":"<mask>","lstrip":true}],
        "normalizer":null,"pre_tokenizer":{"type":"Metaspace","replacement":"_"},
        "post_processor":{"type":"RobertaProcessing","cls":["<s>",0],"sep":["</s>",1]},
        "model":{"type":"Unigram","unk_id":2,"vocab":[["<s>",0],["</s>",0],["<unk>",0],["_",-1],["<mask>",0],
        ["_a",-2],["b",-3],["ab",-2.5],["_ab",-9],["a",-3]]}})";
    return QJsonDocument::fromJson(json).object();
}

Result<Unigram> read(const QJsonObject &json, const BertConfig &config = configOf()) {
    return Unigram::fromJson(json, config, u"/model/tokenizer.json"_qs);
}

} // namespace

class UnigramTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QFile file(encoderData(u"unigram/tokenizer.json"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_json = QJsonDocument::fromJson(file.readAll()).object();
    }

    void shouldCutEveryTextIntoTheSamePieces_data() {
        QTest::addColumn<bool>("isOlder");
        QTest::newRow("as transformers writes it") << false;
        QTest::newRow("as older files have it") << true;
    }

    void shouldCutEveryTextIntoTheSamePieces() {
        // GIVEN the reference's pieces of texts in many scripts
        QFETCH(bool, isOlder);
        const auto tokens = read(isOlder ? older(m_json) : m_json);
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().sentence));
        const auto lines = encoderLines(u"unigram/tokens.jsonl"_qs);
        QVERIFY(lines.size() >= 1000);
        QSet<int> scripts;
        qsizetype different = 0;
        for (const QJsonObject &line : lines) {
            // WHEN a text is cut
            const QString text = line.value(u"text"_qs).toString();
            for (const char32_t symbol : text.toStdU32String())
                scripts.insert(QChar::script(symbol));
            QJsonArray ids;
            for (const int id : tokens->ids(text))
                ids.append(id);
            // THEN the pieces are the same
            const QString key = isOlder && line.contains(u"split"_qs) ? u"split"_qs : u"ids"_qs;
            if (ids != line.value(key).toArray()) {
                ++different;
                qWarning().noquote() << QJsonDocument(line).toJson(QJsonDocument::Compact).left(300)
                                     << QJsonDocument(ids).toJson(QJsonDocument::Compact).left(300);
            }
        }
        qInfo("%lld texts in %lld scripts, %lld cut otherwise", qlonglong(lines.size()), qlonglong(scripts.size()),
              qlonglong(different));
        QVERIFY(scripts.size() >= 12);
        QCOMPARE(different, 0);
    }

    void shouldTakeTheLikeliestPieces_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("ids");
        QTest::newRow("nothing") << QString() << QList<int>{0, 1};
        QTest::newRow("cheaper in two") << u"ab"_qs << QList<int>{0, 3, 7, 1};
        QTest::newRow("a run of unknowns is one") << u"axyzb"_qs << QList<int>{0, 5, 2, 6, 1};
        QTest::newRow("special") << u"b  <mask> a<s>"_qs << QList<int>{0, 3, 6, 4, 5, 0, 1};
        QTest::newRow("half a pair") << QString(QChar(0xD800)) << QList<int>{0, 3, 2, 1};
    }

    void shouldTakeTheLikeliestPieces() {
        QFETCH(QString, text);
        const auto tokens = read(tiny());
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().sentence));
        const std::vector<int> ids = tokens->ids(text);
        QTEST(QList<int>(ids.begin(), ids.end()), "ids");
    }

    void shouldKeepWithinTheModelsLength() {
        BertConfig config = configOf();
        config.maxTokens = 5;
        const auto tokens = read(tiny(), config);
        QCOMPARE(tokens->ids(u"a a a a a a a a"_qs).size(), size_t(5));
        QCOMPARE(tokens->ids(u"a a a a a a a a"_qs).back(), 1);
    }

    void shouldReadAMegabyteOfAnything_data() {
        QTest::addColumn<QString>("piece");
        QTest::newRow("one word") << u"x"_qs;
        QTest::newRow("spaces") << u" "_qs;
        QTest::newRow("marks") << u"\u0301"_qs;
        QTest::newRow("specials") << u"<mask>"_qs;
        QTest::newRow("almost specials") << u"<mas"_qs;
        QTest::newRow("half pairs") << QString(QChar(0xDE00));
        QTest::newRow("NUL") << QString(1, QChar(u'\0'));
    }

    void shouldReadAMegabyteOfAnything() {
        QFETCH(QString, piece);
        const auto tokens = read(m_json);
        QVERIFY(tokens->ids(piece.repeated((1 << 20) / piece.size())).size() <= size_t(256));
    }

    void shouldRefuseWhatItCannotRead_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("clause");
        const auto row = [](const char *name, const QByteArray &patch, const char *clause) {
            QTest::newRow(name) << patch << QString::fromLatin1(clause);
        };
        row("no vocabulary", R"({"model":{"type":"Unigram","unk_id":0}})", "no unigram vocabulary");
        row("a vocabulary that is no list", R"({"model":{"unk_id":0,"vocab":{"a":1}}})", "no unigram vocabulary");
        row("a piece that is no pair", R"({"model":{"unk_id":0,"vocab":["a"]}})", "no unigram vocabulary");
        row("a piece without a score", R"({"model":{"unk_id":0,"vocab":[["a",null]]}})", "no unigram vocabulary");
        row("a piece that is a number", R"({"model":{"unk_id":0,"vocab":[[7,-1]]}})", "no unigram vocabulary");
        row("no unknown piece", R"({"model":{"unk_id":null,"vocab":[["a",-1]]}})", "no unigram vocabulary");
        row("unknown beyond", R"({"model":{"unk_id":4294967296,"vocab":[["a",-1]]}})", "no unigram vocabulary");
        row("bytes", R"({"model":{"unk_id":0,"byte_fallback":true,"vocab":[["a",-1]]}})", "bytes");
        row("another normaliser", R"({"normalizer":{"type":"BertNormalizer"}})", "BertNormalizer");
        row("a normaliser that is a word", R"({"normalizer":"NFKC"})", "normalises");
        row("an expression", R"({"normalizer":{"type":"Replace","pattern":{"Regex":"a+"},"content":""}})", "a+");
        row("replacing nothing", R"({"normalizer":{"type":"Replace","pattern":{"String":""},"content":"x"}})", "repl");
        row("no table", R"({"normalizer":{"type":"Precompiled"}})", "table");
        row("a table cut", R"({"normalizer":{"type":"Precompiled","precompiled_charsmap":"AAEAAAAAAAA="}})", "table");
        row("another cut", R"({"pre_tokenizer":{"type":"ByteLevel"}})", "ByteLevel");
        row("no mark", R"({"pre_tokenizer":{"type":"Metaspace"}})", "mark");
        row("another scheme",
            R"({"pre_tokenizer":{"type":"Metaspace","replacement":"_","prepend_scheme":"sometimes"}})", "mark");
        row("no template", R"({"post_processor":null})", "before and behind");
        row("a template without a text", R"({"post_processor":{"type":"TemplateProcessing","single":[]}})", "before");
        row("a template of an unknown piece",
            R"({"post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<x>"}},{"Sequence":{}}]}})",
            "before");
        row("an end beyond the model", R"({"post_processor":{"type":"BertProcessing","cls":["a",0],"sep":["b",5000]}})",
            "before");
        row("an added piece beyond the model", R"({"added_tokens":[{"id":5000,"content":"<x>"}]})", "added");
        row("an added piece without a number", R"({"added_tokens":[{"content":"<x>"}]})", "added");
        row("an added piece without a text", R"({"added_tokens":[{"id":1}]})", "added");
        row("an added word", R"({"added_tokens":[{"id":1,"content":"x","single_word":true}]})", "whole words");
    }

    void shouldRefuseWhatItCannotRead() {
        QFETCH(QByteArray, patch);
        QFETCH(QString, clause);
        // GIVEN a tokenizer with one part of it replaced
        QJsonObject json = tiny();
        const QJsonObject other = QJsonDocument::fromJson(patch).object();
        QVERIFY(!other.isEmpty());
        for (auto part = other.begin(); part != other.end(); ++part)
            json.insert(part.key(), part.value());
        // WHEN it is read THEN a sentence says what is wrong, and where
        const auto tokens = read(json);
        QVERIFY(!tokens);
        QVERIFY2(tokens.error().sentence.contains(clause), qPrintable(tokens.error().sentence));
        QVERIFY(tokens.error().sentence.contains(u"/model/tokenizer.json"_qs));
    }

    void shouldRefuseMorePiecesThanTheModelHas() { QVERIFY(!read(tiny(), configOf(9))); }

    void shouldSurviveADamagedTable() {
        // GIVEN the table of characters with bytes changed throughout, and cut at any length
        QJsonObject json = m_json;
        const QJsonObject step = m_json.value(u"normalizer"_qs)[u"normalizers"_qs][0].toObject();
        const QByteArray table = QByteArray::fromBase64(step.value(u"precompiled_charsmap"_qs).toString().toLatin1());
        for (int round = 0; round < 24; ++round) {
            QByteArray damaged = round % 2 == 0 ? table : table.left(table.size() * round / 24);
            for (qsizetype at = round; at < damaged.size(); at += 7 + 40 * round)
                damaged[at] = char(at * 31 + round);
            if (round % 2 == 0)
                damaged.replace(0, 4, table.left(4));
            // WHEN texts are normalised with it THEN nothing is read beyond its end
            if (const auto map = UnigramCharsmap::read(damaged)) {
                for (const QJsonObject &line : encoderLines(u"unigram/tokens.jsonl"_qs).mid(0, 300))
                    static_cast<void>(map->applied(line.value(u"text"_qs).toString().toStdU32String()));
            }
        }
    }

  private:
    QJsonObject m_json;
};

QTEST_GUILESS_MAIN(UnigramTest)
#include "unigram_test.moc"
