// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencoder.h"
#include "app/matching/bertencoderpass.h"
#include "app/matching/modelfiles.h"
#include <QtConcurrent/QtConcurrentMap>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

QString nameOf(const QString &folder, const BertConfig &config, const EncoderTokens &tokens,
               const BertWeights &weights) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(weights.file->fingerprint().toLatin1());
    hash.addData(tokens.fingerprint().toLatin1());
    const auto rules = QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                           .arg(config.heads)
                           .arg(config.maxTokens)
                           .arg(int(config.pooling))
                           .arg(int(config.lowerCase))
                           .arg(int(config.stripAccents))
                           .arg(int(config.spaceIdeographs))
                           .arg(double(config.normEpsilon));
    hash.addData(rules.toLatin1());
    hash.addData(config.prefix.toUtf8());
    return QDir(QDir::cleanPath(folder)).dirName() + QLatin1Char('@') +
           QString::fromLatin1(hash.result().toHex().left(12));
}

} // namespace

Result<std::unique_ptr<BertEncoder>> BertEncoder::open(const QString &folder) {
    const auto config = readBertConfig(folder);
    RELAYDESK_TRY(config);
    auto tokens = readEncoderTokens(folder, *config);
    RELAYDESK_TRY(tokens);
    const QString path = QDir(folder).filePath(QStringLiteral("model.safetensors"));
    auto weights = readBertWeights(path, *config);
    RELAYDESK_TRY(weights);
    const QString name = nameOf(folder, *config, **tokens, *weights);
    std::unique_ptr<BertEncoder> encoder(new BertEncoder(name, *config, std::move(*tokens), std::move(*weights)));
    // Weights that are no numbers, or all zero, show in any text.
    const std::vector<float> probe = encoder->encode(QStringLiteral("How do I change my delivery address?"));
    if (std::all_of(probe.begin(), probe.end(), [](float value) { return value == 0; }))
        return modelFileFailure(path, ModelText::tr("its values give no direction"));
    return encoder;
}

BertEncoder::BertEncoder(QString name, const BertConfig &config, std::unique_ptr<EncoderTokens> tokens,
                         BertWeights weights)
    : m_name(std::move(name))
    , m_config(config)
    , m_tokens(std::move(tokens))
    , m_weights(std::move(weights)) {}

std::vector<float> BertEncoder::encode(const QString &text) const { return encodeTogether({text}).front(); }

//! A few texts at a time: the time of one goes into fetching the weights, which several can share.
std::vector<std::vector<float>> BertEncoder::encodeAll(const QStringList &texts) const {
    constexpr qsizetype textsAtOnce = 8;
    QList<QStringList> groups;
    for (qsizetype from = 0; from < texts.size(); from += textsAtOnce)
        groups.append(texts.mid(from, textsAtOnce));
    const auto encoded = QtConcurrent::blockingMapped<std::vector<std::vector<std::vector<float>>>>(
        groups, [this](const QStringList &group) { return encodeTogether(group); });
    std::vector<std::vector<float>> vectors;
    for (const auto &group : encoded)
        vectors.insert(vectors.end(), group.begin(), group.end());
    return vectors;
}

std::vector<std::vector<float>> BertEncoder::encodeTogether(const QStringList &texts) const {
    std::vector<std::vector<int>> pieces;
    for (const QString &text : texts)
        pieces.push_back(ids(text));
    BertEncoderPass pass(m_config, m_weights, pieces);
    pass.run();
    std::vector<std::vector<float>> vectors;
    for (size_t text = 0; text < pieces.size(); ++text)
        vectors.push_back(pool(pass.states(text)));
    return vectors;
}

//! Sums in double: a mean would only differ by a factor that the length takes out again.
std::vector<float> BertEncoder::pool(std::span<const float> states) const {
    const auto size = size_t(m_config.dimensions);
    const size_t tokens = m_config.pooling == BertPooling::FirstToken ? 1 : states.size() / size;
    std::vector<double> sums(size);
    for (size_t i = 0; i < tokens * size; ++i)
        sums[i % size] += double(states[i]);
    double squares = 0;
    for (const double sum : sums)
        squares += sum * sum;
    const double length = std::sqrt(squares);
    std::vector<float> result(size);
    if (std::isfinite(length) && length > 0) {
        for (size_t i = 0; i < size; ++i)
            result[i] = float(sums[i] / length);
    }
    return result;
}

} // namespace relaydesk
