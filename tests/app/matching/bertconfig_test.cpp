// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A model folder's small files are read as they are meant, and a model of another kind is refused.
#include "app/matching/bertconfig.h"
#include "tests/app/matching/tinybert.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace relaydesk;

class BertConfigTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        TinyBert().write(m_folder->path());
    }

    void shouldReadAFolder() {
        const auto config = readBertConfig(m_folder->path());
        QVERIFY2(config, config ? "" : qPrintable(config.error().sentence));
        QCOMPARE(config->dimensions, 8);
        QCOMPARE(config->heads, 2);
        QCOMPARE(config->layers, 2);
        QCOMPARE(config->maxTokens, 16);
        QCOMPARE(config->pooling, BertPooling::Mean);
        QVERIFY(config->lowerCase && config->stripAccents && config->spaceIdeographs);
    }

    void shouldMindTheFilesThatNeedNotBeThere_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("maxTokens");
        QTest::addColumn<bool>("firstToken");
        QTest::addColumn<bool>("lowerCase");
        QTest::addColumn<bool>("stripAccents");
        const auto row = [](const char *name, const char *file, const char *json, int most, bool first, bool lower,
                            bool strip) {
            QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(json) << most << first << lower << strip;
        };
        row("shorter texts", "sentence_bert_config.json", R"({"max_seq_length":12})", 12, false, true, true);
        row("longer than it has positions", "sentence_bert_config.json", R"({"max_seq_length":512})", 16, false, true,
            true);
        row("length not set", "sentence_bert_config.json", R"({"max_seq_length":null})", 16, false, true, true);
        row("first token", "1_Pooling/config.json",
            R"({"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false})", 16, true, true, true);
        row("cased", "tokenizer_config.json", R"({"do_lower_case":false})", 16, false, false, false);
        row("cased without accents", "tokenizer_config.json", R"({"do_lower_case":false,"strip_accents":true})", 16,
            false, false, true);
        row("accents as usual", "tokenizer_config.json", R"({"do_lower_case":true,"strip_accents":null})", 16, false,
            true, true);
        row("usual steps", "modules.json",
            R"([{"type":"sentence_transformers.models.Transformer"},{"type":"sentence_transformers.models.Pooling"},{"type":"sentence_transformers.models.Normalize"}])",
            16, false, true, true);
    }

    void shouldMindTheFilesThatNeedNotBeThere() {
        QFETCH(QString, file);
        QFETCH(QByteArray, json);
        writeFile(m_folder->filePath(file), json);
        const auto config = readBertConfig(m_folder->path());
        QVERIFY2(config, config ? "" : qPrintable(config.error().sentence));
        QTEST(config->maxTokens, "maxTokens");
        QTEST(config->pooling == BertPooling::FirstToken, "firstToken");
        QTEST(config->lowerCase, "lowerCase");
        QTEST(config->stripAccents, "stripAccents");
    }

    void shouldTakeTheMeanWherePoolingIsNotSaid() {
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("1_Pooling/config.json"))));
        QCOMPARE(readBertConfig(m_folder->path())->pooling, BertPooling::Mean);
    }

    void shouldRefuseWhatItCannotCompute_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *key, const QJsonValue &value) {
            const QByteArray name = QByteArray(key) + ' ' + value.toVariant().toByteArray();
            QTest::newRow(name.constData()) << QString::fromLatin1(key) << value;
        };
        row("model_type", QStringLiteral("roberta"));
        row("hidden_act", QStringLiteral("relu"));
        row("position_embedding_type", QStringLiteral("relative_key"));
        for (const char *size : {"hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size",
                                 "vocab_size", "max_position_embeddings", "type_vocab_size"}) {
            row(size, 0);
            row(size, -1);
            row(size, 7.5);
            row(size, 2e9);
            row(size, QStringLiteral("many"));
            row(size, QJsonValue::Undefined);
        }
        row("num_attention_heads", 3);
        row("max_position_embeddings", 2);
        row("layer_norm_eps", -1e-12);
        row("layer_norm_eps", 1e300);
    }

    void shouldRefuseWhatItCannotCompute() {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = TinyBert().config();
        json.insert(key, value); // an undefined value takes the key out
        writeFile(m_folder->filePath(QStringLiteral("config.json")), compactJson(json));
        QVERIFY(!readBertConfig(m_folder->path()));
    }

    void shouldNameTheFileThatIsWrong_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("clause");
        const auto row = [](const char *name, const char *file, const QByteArray &bytes, const char *clause) {
            QTest::newRow(name) << QString::fromLatin1(file) << bytes << QString::fromLatin1(clause);
        };
        row("empty", "config.json", "", "no JSON object");
        row("a list", "config.json", "[]", "no JSON object");
        row("cut", "config.json", R"({"hidden_size": 8)", "no JSON object");
        row("huge", "config.json", QByteArray((1 << 20) + 1, ' '), "too large");
        row("pooling cut", "1_Pooling/config.json", "{", "no JSON object");
        row("pooling by maximum", "1_Pooling/config.json",
            R"({"pooling_mode_mean_tokens":false,"pooling_mode_max_tokens":true})", "pooled");
        row("pooling two ways", "1_Pooling/config.json",
            R"({"pooling_mode_mean_tokens":true,"pooling_mode_cls_token":true})", "pooled");
        row("pooling by weighted mean", "1_Pooling/config.json",
            R"({"pooling_mode_mean_tokens":true,"pooling_mode_weightedmean_tokens":true})", "pooled");
        row("no room", "sentence_bert_config.json", R"({"max_seq_length":2})", "no room");
        row("length negative", "sentence_bert_config.json", R"({"max_seq_length":-5})", "no room");
        row("another step", "modules.json", R"([{"type":"sentence_transformers.models.Dense"}])", "Dense");
        row("steps no list", "modules.json", "{}", "no JSON list");
    }

    void shouldNameTheFileThatIsWrong() {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, clause);
        const QString path = m_folder->filePath(file);
        writeFile(path, bytes);
        const auto config = readBertConfig(m_folder->path());
        QVERIFY(!config);
        QVERIFY2(config.error().sentence.contains(clause), qPrintable(config.error().sentence));
        QVERIFY2(config.error().sentence.contains(QDir::toNativeSeparators(path)), qPrintable(config.error().sentence));
    }

    void shouldSayThatTheFolderIsMissing() {
        const auto config = readBertConfig(m_folder->filePath(QStringLiteral("nowhere")));
        QVERIFY(!config);
        QCOMPARE(config.error().kind, ErrorKind::NotFound);
    }

  private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(BertConfigTest)
#include "bertconfig_test.moc"
