// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Small models made with the reference library give its vectors: both poolings, a unigram tokenizer, a prefix.
#include "app/matching/bertencoder.h"
#include "tests/app/matching/smallencoder.h"
#include "tests/app/matching/tinybert.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <cstring>

using namespace relaydesk;

class BertEncoderSmallTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { qputenv("RELAYDESK_ENCODER_BITS", "32"); } // the reference's digits
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldGiveTheReferencesVectors_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("mean of all tokens, behind a prefix") << u"small-mean"_qs;
        QTest::newRow("first token") << u"small-first"_qs;
    }

    void shouldGiveTheReferencesVectors() {
        // GIVEN a model of random weights and the reference's vectors
        QFETCH(QString, name);
        copySmallEncoder(name, m_folder->path());
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY2(encoder, encoder ? "" : qPrintable(encoder.error().sentence));
        const auto lines = encoderLines(name + QLatin1String("/vectors.jsonl"));
        QCOMPARE(lines.size(), 64);
        double most = 0;
        for (const QJsonObject &line : lines) {
            // WHEN the text is encoded THEN the vector is the same but for rounding
            const auto vector = (*encoder)->encode(line.value(u"text"_qs).toString());
            const auto bytes = QByteArray::fromBase64(line.value(u"vector"_qs).toString().toLatin1());
            QCOMPARE(bytes.size(), qsizetype(vector.size() * sizeof(float)));
            std::vector<float> expected(vector.size());
            std::memcpy(expected.data(), bytes.data(), size_t(bytes.size()));
            double difference = 0;
            for (size_t i = 0; i < vector.size(); ++i)
                difference = std::max(difference, double(std::abs(vector[i] - expected[i])));
            if (difference > 1e-4)
                qWarning().noquote() << difference << line.value(u"text"_qs).toString().left(60);
            most = std::max(most, difference);
        }
        qInfo("%lld texts, largest difference %.2g", qlonglong(lines.size()), most);
        QVERIFY(most <= 1e-4);
    }

    void shouldNameEncodersApartThatReadAnotherPrefix() {
        copySmallEncoder(u"small-mean"_qs, m_folder->path());
        const QString before = (*BertEncoder::open(m_folder->path()))->name();
        writeFile(m_folder->filePath(u"config_sentence_transformers.json"_qs), "{}");
        QVERIFY((*BertEncoder::open(m_folder->path()))->name() != before);
    }

    void shouldPutThePrefixOfAFamilyBeforeEveryText() {
        // GIVEN a folder of a known name whose files name no prompt
        const QString folder = m_folder->filePath(u"multilingual-e5-small"_qs);
        copySmallEncoder(u"small-mean"_qs, folder);
        const auto named = (*BertEncoder::open(folder))->encode(u"hello"_qs);
        writeFile(folder + u"/config_sentence_transformers.json"_qs, R"({"__version__":{}})");
        // WHEN a text is encoded THEN it is as if the files had named it
        QVERIFY((*BertEncoder::open(folder))->encode(u"hello"_qs) == named);
    }

    void shouldRefuseBrokenFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        const QVector<QByteArray> broken = {"",
                                            "{",
                                            "[]",
                                            "null",
                                            "7",
                                            "\xff\xfe\x00",
                                            QByteArray(100, '['),
                                            QByteArray(200'000, '['),
                                            "{\"model\":[]}",
                                            "{\"model\":{\"type\":\"Unigram\",\"vocab\":[[]]}}",
                                            "{\"model\":{\"type\":\"BPE\",\"vocab\":{}}}",
                                            QByteArray(4096, '\0')};
        for (const char *file : {"tokenizer.json", "config.json", "1_Pooling/config.json"}) {
            for (qsizetype i = 0; i < broken.size(); ++i)
                QTest::newRow((QByteArray(file) + ' ' + QByteArray::number(i)).constData())
                    << QString::fromLatin1(file) << broken.at(i);
        }
        QTest::newRow("steps") << u"config_sentence_transformers.json"_qs << QByteArray("[");
        QTest::newRow("prompt") << u"config_sentence_transformers.json"_qs
                                << QByteArray(R"({"default_prompt_name":"query"})");
        QTest::newRow("prompts") << u"config_sentence_transformers.json"_qs
                                 << QByteArray(R"({"default_prompt_name":"q","prompts":{"q":")" + QByteArray(500, 'x') +
                                               R"("}})");
        QTest::newRow("weights") << u"model.safetensors"_qs << QByteArray("\x08\0\0\0\0\0\0\0{}      ", 16);
    }

    void shouldRefuseBrokenFiles() {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        copySmallEncoder(u"small-mean"_qs, m_folder->path());
        writeFile(m_folder->filePath(file), bytes);
        const auto encoder = BertEncoder::open(m_folder->path());
        QVERIFY(!encoder);
        QVERIFY2(encoder.error().sentence.contains(QFileInfo(file).fileName()), qPrintable(encoder.error().sentence));
    }

    void shouldSurviveAnyDamage_data() {
        QTest::addColumn<QString>("file");
        for (const char *file : {"tokenizer.json", "config.json", "1_Pooling/config.json"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    //! Bytes changed and files cut at places drawn with a fixed seed: opened or refused, never a crash.
    void shouldSurviveAnyDamage() {
        QFETCH(QString, file);
        copySmallEncoder(u"small-mean"_qs, m_folder->path());
        QFile original(m_folder->filePath(file));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray sound = original.readAll();
        std::mt19937 engine(7);
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray damaged = sound;
            for (int change = 0; change <= round % 4; ++change) {
                const char *drawn = "0123456789-{}[]\",:.enul\\xff";
                damaged[qsizetype(engine() % unsigned(sound.size()))] = drawn[engine() % 26];
            }
            if (round % 3 == 0)
                damaged.truncate(qsizetype(engine() % unsigned(sound.size())));
            writeFile(m_folder->filePath(file), damaged);
            const auto encoder = BertEncoder::open(m_folder->path());
            if (encoder)
                QCOMPARE((*encoder)->encode(u"Where is my order?"_qs).size(), size_t((*encoder)->dimensions()));
            else
                ++refused;
        }
        QVERIFY(refused >= 20);
    }

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(BertEncoderSmallTest)
#include "bertencoder_small_test.moc"
