// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The encoder computes what a BERT is, for models of any size, and refuses folders that are not one.
#include "app/matching/bertencoder.h"
#include "tests/app/matching/tinybert.h"
#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <limits>

using namespace relaydesk;

namespace {

double lengthOf(const std::vector<float> &vector) {
    double squares = 0;
    for (const float value : vector)
        squares += double(value) * double(value);
    return std::sqrt(squares);
}

double furthest(const std::vector<float> &vector, const TinyBert::Row &expected) {
    double most = vector.size() == expected.size() ? 0 : std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < std::min(vector.size(), expected.size()); ++i)
        most = std::max(most, std::abs(double(vector[i]) - expected[i]));
    return most;
}

TinyBert tiny(unsigned seed = 1) {
    TinyBert model;
    model.fill(seed);
    return model;
}

} // namespace

class BertEncoderTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { qputenv("RELAYDESK_ENCODER_BITS", "32"); } // the definition's digits
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldComputeWhatTheDefinitionSays_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("inner");
        QTest::addColumn<int>("layers");
        QTest::addColumn<bool>("firstToken");
        QTest::newRow("tiny") << 8 << 2 << 12 << 2 << false;
        QTest::newRow("first token") << 8 << 2 << 12 << 2 << true;
        QTest::newRow("no multiple of anything") << 6 << 3 << 7 << 1 << false;
        QTest::newRow("odd") << 9 << 1 << 11 << 3 << false;
        QTest::newRow("wider") << 40 << 5 << 130 << 2 << true;
        QTest::newRow("one number a head") << 3 << 3 << 5 << 2 << false;
    }

    void shouldComputeWhatTheDefinitionSays() {
        TinyBert model;
        QFETCH(int, size);
        QFETCH(int, heads);
        QFETCH(int, inner);
        QFETCH(int, layers);
        QFETCH(bool, firstToken);
        // GIVEN a model of this size
        model.size = size;
        model.heads = heads;
        model.inner = inner;
        model.layers = layers;
        model.firstToken = firstToken;
        model.fill(unsigned(size + inner));
        model.write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY2(encoder, encoder ? "" : qPrintable(encoder.error().sentence));
        QCOMPARE((*encoder)->dimensions(), size);
        for (const QString &text :
             {u""_qs, u"a"_qs, u"Where is my order?"_qs, u"orders a b c ! ? xyz a b c a b c a b c"_qs}) {
            // WHEN a text is encoded
            const std::vector<float> vector = (*encoder)->encode(text);
            // THEN the vector is that of the definition
            QVERIFY(std::abs(lengthOf(vector) - 1) < 1e-6);
            const double difference = furthest(vector, model.encode((*encoder)->ids(text)));
            QVERIFY2(difference < 3e-6, qPrintable(QString::number(difference)));
        }
    }

    void shouldWithstandAttentionThatIsVerySharp() {
        // GIVEN a model whose scores are beyond what the exponential of a 32-bit float can hold
        TinyBert model = tiny();
        for (float &weight : model.tensors.at(u"encoder.layer.0.attention.self.key.weight"_qs).values)
            weight *= 40;
        model.write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY2(encoder, encoder ? "" : qPrintable(encoder.error().sentence));
        // WHEN a text is encoded THEN the vector is that of the definition
        const QString text = u"where is my order a b c"_qs;
        QVERIFY(furthest((*encoder)->encode(text), model.encode((*encoder)->ids(text))) < 1e-4);
    }

    void shouldEncodeManyTextsLikeEachOfThem() {
        // GIVEN more texts than are taken at once
        tiny().write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QStringList texts;
        for (int i = 0; i < 101; ++i)
            texts.append(u"where is my order "_qs.repeated(i % 5) + QString::number(i));
        // WHEN they are encoded together
        const auto vectors = (*encoder)->encodeAll(texts);
        // THEN each is what it is alone, in its place
        QCOMPARE(vectors.size(), size_t(texts.size()));
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const auto alone = (*encoder)->encode(texts.at(i));
            QVERIFY(furthest(vectors[size_t(i)], {alone.begin(), alone.end()}) < 1e-6);
        }
        QVERIFY((*encoder)->encodeAll({}).empty());
    }

    void shouldEncodeFromSeveralThreadsAtOnce() {
        tiny().write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        const auto expected = (*encoder)->encode(u"where is my order?"_qs);
        const QList<int> turns(200, 0);
        const auto vectors = QtConcurrent::blockingMapped<std::vector<std::vector<float>>>(
            turns, [&encoder](int) { return (*encoder)->encode(u"where is my order?"_qs); });
        QVERIFY(std::all_of(vectors.begin(), vectors.end(), [&](const auto &vector) { return vector == expected; }));
    }

    void shouldEncodeAnyText_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a megabyte of words") << u"order "_qs.repeated(180'000);
        QTest::newRow("a megabyte without a space") << u"x"_qs.repeated(1 << 20);
        QTest::newRow("a megabyte of emoji") << u"😀"_qs.repeated(1 << 19);
        QTest::newRow("a megabyte of marks") << u"\u0301\u0316"_qs.repeated(1 << 19);
        QTest::newRow("a megabyte of brackets") << u"["_qs.repeated(1 << 20);
        QTest::newRow("control characters") << QString(1000, QChar(u'\0')) + u"\u0007\u001b[0m\u007f"_qs;
        QTest::newRow("half a pair") << QString(QChar(0xD83D));
        QTest::newRow("special pieces") << u"[SEP][CLS][MASK][PAD][UNK]"_qs.repeated(100);
    }

    void shouldEncodeAnyText() {
        QFETCH(QString, text);
        tiny().write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY(std::abs(lengthOf((*encoder)->encode(text)) - 1) < 1e-6);
        QVERIFY((*encoder)->ids(text).size() <= 16);
    }

    void shouldNameItselfAfterItsFiles() {
        // GIVEN an encoder
        tiny().write(m_folder->path());
        const QString name = (*BertEncoder::open(m_folder->path()))->name();
        QVERIFY(name.startsWith(QDir(m_folder->path()).dirName() + u'@'));
        QCOMPARE((*BertEncoder::open(m_folder->path() + u'/'))->name(), name);
        // WHEN its weights, pieces or pooling are others THEN so is its name
        tiny(2).write(m_folder->path());
        const QString otherWeights = (*BertEncoder::open(m_folder->path()))->name();
        TinyBert model = tiny();
        model.pieces.swapItemsAt(5, 6);
        model.write(m_folder->path());
        const QString otherPieces = (*BertEncoder::open(m_folder->path()))->name();
        model = tiny();
        model.firstToken = true;
        model.write(m_folder->path());
        const QString otherPooling = (*BertEncoder::open(m_folder->path()))->name();
        QCOMPARE(QSet<QString>({name, otherWeights, otherPieces, otherPooling}).size(), 4);
    }

    void shouldReadAModelSavedWithAHead() {
        tiny().write(m_folder->path());
        const auto plain = (*BertEncoder::open(m_folder->path()))->encode(u"order"_qs);
        writeFile(m_folder->filePath(u"model.safetensors"_qs), tiny().weights(u"bert."_qs));
        const auto wrapped = BertEncoder::open(m_folder->path());
        QVERIFY2(wrapped, wrapped ? "" : qPrintable(wrapped.error().sentence));
        QCOMPARE((*wrapped)->encode(u"order"_qs), plain);
    }

    void shouldRefuseWeightsThatDoNotFit_data() {
        QTest::addColumn<QString>("tensor");
        for (const auto &[name, tensor] : tiny().tensors)
            QTest::newRow(qPrintable(name)) << name;
    }

    void shouldRefuseWeightsThatDoNotFit() {
        QFETCH(QString, tensor);
        // GIVEN a model that lacks a tensor, or has one with a row too many
        TinyBert lacking = tiny();
        lacking.tensors.erase(tensor);
        TinyBert larger = tiny();
        auto &changed = larger.tensors.at(tensor);
        changed.values.resize(changed.values.size() / size_t(changed.shape[0]) * size_t(changed.shape[0] + 1));
        ++changed.shape[0];
        for (const TinyBert &model : {lacking, larger}) {
            // WHEN it is opened
            QTemporaryDir folder;
            model.write(folder.path());
            const auto encoder = BertEncoder::open(folder.path());
            // THEN the sentence names file and tensor
            QVERIFY(!encoder);
            QVERIFY2(encoder.error().sentence.contains(tensor), qPrintable(encoder.error().sentence));
            QVERIFY(encoder.error().sentence.contains(u"model.safetensors"_qs));
        }
    }

    void shouldRefuseWeightsThatAreNoNumbers_data() {
        QTest::addColumn<float>("value");
        QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
        QTest::newRow("so large that they overflow") << std::numeric_limits<float>::max();
    }

    void shouldRefuseWeightsThatAreNoNumbers() {
        QFETCH(float, value);
        TinyBert model = tiny();
        for (float &weight : model.tensors.at(u"encoder.layer.1.output.dense.weight"_qs).values)
            weight = value;
        model.write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY(!encoder);
        QVERIFY2(encoder.error().sentence.contains(u"no direction"_qs), qPrintable(encoder.error().sentence));
    }

    void shouldGiveZerosWhereOnePieceIsNoNumber() {
        // GIVEN a model with one bad row that no ordinary text shows
        TinyBert model = tiny();
        auto &words = model.tensors.at(u"embeddings.word_embeddings.weight"_qs).values;
        words[size_t(model.pieces.indexOf(u"b"_qs) * model.size)] = std::numeric_limits<float>::quiet_NaN();
        model.write(m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY(encoder);
        // WHEN a text uses it THEN its vector is finite, and like nothing
        QCOMPARE(lengthOf((*encoder)->encode(u"a b c"_qs)), 0.0);
        QVERIFY(std::abs(lengthOf((*encoder)->encode(u"a c"_qs)) - 1) < 1e-6);
    }

    void shouldRefuseAFolderWithoutOneOfItsFiles_data() {
        QTest::addColumn<QString>("file");
        for (const char *file : {"config.json", "vocab.txt", "model.safetensors"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void shouldRefuseAFolderWithoutOneOfItsFiles() {
        QFETCH(QString, file);
        tiny().write(m_folder->path());
        QVERIFY(QFile::remove(m_folder->filePath(file)));
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY(!encoder);
        QCOMPARE(encoder.error().kind, ErrorKind::NotFound);
        QVERIFY2(encoder.error().sentence.contains(file), qPrintable(encoder.error().sentence));
    }

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(BertEncoderTest)
#include "bertencoder_test.moc"
