// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertconfig.h"
#include "app/matching/encoderknown.h"
#include "app/matching/modelfiles.h"
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <algorithm>

namespace relaydesk {

namespace {

struct Size {
    const char *key;
    int BertConfig::*member;
    int most;
};

//! Far above every published model, low enough that no buffer computed from them can be huge.
constexpr Size sizes[] = {
    {"hidden_size", &BertConfig::dimensions, 4096},     {"num_hidden_layers", &BertConfig::layers, 96},
    {"num_attention_heads", &BertConfig::heads, 128},   {"intermediate_size", &BertConfig::intermediate, 16384},
    {"vocab_size", &BertConfig::vocabulary, 2'000'000}, {"max_position_embeddings", &BertConfig::positions, 8192},
    {"type_vocab_size", &BertConfig::tokenTypes, 1024}};

constexpr qsizetype longestPrefix = 200; // UTF-16 units

struct Word {
    const char *key;
    const char *only;
};

constexpr Word words[] = {{"model_type", "bert"}, {"hidden_act", "gelu"}, {"position_embedding_type", "absolute"}};

Result<void> readModel(const QString &path, BertConfig &config) {
    const auto json = readModelJson(path);
    RELAYDESK_TRY(json);
    for (const auto &[key, only] : words) {
        const QString value = json->value(QLatin1String(key)).toString(QLatin1String(only));
        if (value != QLatin1String(only))
            return modelFileFailure(path, ModelText::tr("“%1” is “%2”, and only “%3” can be computed")
                                              .arg(QLatin1String(key), value.left(100), QLatin1String(only)));
    }
    for (const auto &[key, member, most] : sizes) {
        const qint64 value = json->value(QLatin1String(key)).toInteger(-1);
        if (value < 1 || value > most)
            return modelFileFailure(
                path, ModelText::tr("“%1” is missing or not between 1 and %2").arg(QLatin1String(key)).arg(most));
        config.*member = int(value);
    }
    if (config.dimensions % config.heads != 0)
        return modelFileFailure(path, ModelText::tr("“hidden_size” is no multiple of “num_attention_heads”"));
    config.normEpsilon = float(json->value(QLatin1String("layer_norm_eps")).toDouble(1e-12));
    if (!(config.normEpsilon >= 0 && config.normEpsilon < 1))
        return modelFileFailure(path, ModelText::tr("“layer_norm_eps” is not between 0 and 1"));
    return {};
}

Result<void> readLength(const QString &path, BertConfig &config) {
    const auto json = readOptionalModelJson(path);
    RELAYDESK_TRY(json);
    const QJsonValue length = json->value(QLatin1String("max_seq_length"));
    const qint64 most = length.isDouble() ? length.toInteger(-1) : config.positions;
    config.maxTokens = int(std::clamp<qint64>(most, -1, config.positions));
    if (config.maxTokens < 3) // a word between [CLS] and [SEP]
        return modelFileFailure(path, ModelText::tr("there is no room for a word in the longest text it allows"));
    return {};
}

Result<void> readPooling(const QString &path, BertConfig &config) {
    const auto json = readOptionalModelJson(path);
    RELAYDESK_TRY(json);
    const bool mean = json->value(QLatin1String("pooling_mode_mean_tokens")).toBool(json->isEmpty());
    const bool first = json->value(QLatin1String("pooling_mode_cls_token")).toBool();
    bool other = false;
    for (const char *mode : {"max_tokens", "mean_sqrt_len_tokens", "weightedmean_tokens", "lasttoken"})
        other = other || json->value(QLatin1String("pooling_mode_") + QLatin1String(mode)).toBool();
    if (mean == first || other)
        return modelFileFailure(path, ModelText::tr("only the mean of all tokens or the first token can be pooled"));
    config.pooling = mean ? BertPooling::Mean : BertPooling::FirstToken;
    return {};
}

Result<void> readTextRules(const QString &path, BertConfig &config) {
    const auto json = readOptionalModelJson(path);
    RELAYDESK_TRY(json);
    config.lowerCase = json->value(QLatin1String("do_lower_case")).toBool(true);
    config.stripAccents = json->value(QLatin1String("strip_accents")).toBool(config.lowerCase);
    config.spaceIdeographs = json->value(QLatin1String("tokenize_chinese_chars")).toBool(true);
    return {};
}

//! Where the model names no prompt of its own, what its family was trained with.
Result<void> readPrefix(const QString &folder, BertConfig &config) {
    const QString path = QDir(folder).filePath(QStringLiteral("config_sentence_transformers.json"));
    const auto json = readOptionalModelJson(path);
    RELAYDESK_TRY(json);
    const QString usual = json->value(QLatin1String("default_prompt_name")).toString();
    const QJsonValue prompt = json->value(QLatin1String("prompts"))[usual];
    if (!usual.isEmpty() && !prompt.isString())
        return modelFileFailure(path, ModelText::tr("the prompt “%1” is missing").arg(usual.left(100)));
    config.prefix = usual.isEmpty() ? knownPrefix(QDir(QDir::cleanPath(folder)).dirName()) : prompt.toString();
    if (config.prefix.size() > longestPrefix)
        return modelFileFailure(path, ModelText::tr("the prompt “%1” is too long").arg(usual.left(100)));
    return {};
}

//! The list of steps, where there is one, may hold those that BertEncoder makes and no other.
Result<void> checkModules(const QString &path) {
    if (!QFileInfo::exists(path))
        return {};
    const auto bytes = readModelFile(path, 1 << 20);
    RELAYDESK_TRY(bytes);
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isArray())
        return modelFileFailure(path, ModelText::tr("the file holds no JSON list"));
    for (const auto &module : document.array()) {
        const QString step = module.toObject().value(QLatin1String("type")).toString().section(QLatin1Char('.'), -1);
        if (step != QLatin1String("Transformer") && step != QLatin1String("Pooling") &&
            step != QLatin1String("Normalize"))
            return modelFileFailure(path, ModelText::tr("the step “%1” cannot be computed").arg(step.left(100)));
    }
    return {};
}

} // namespace

Result<BertConfig> readBertConfig(const QString &folder) {
    const QDir files(folder);
    BertConfig config;
    RELAYDESK_TRY(readModel(files.filePath(QStringLiteral("config.json")), config));
    RELAYDESK_TRY(readLength(files.filePath(QStringLiteral("sentence_bert_config.json")), config));
    RELAYDESK_TRY(readPooling(files.filePath(QStringLiteral("1_Pooling/config.json")), config));
    RELAYDESK_TRY(readTextRules(files.filePath(QStringLiteral("tokenizer_config.json")), config));
    RELAYDESK_TRY(readPrefix(folder, config));
    RELAYDESK_TRY(checkModules(files.filePath(QStringLiteral("modules.json"))));
    return config;
}

} // namespace relaydesk
