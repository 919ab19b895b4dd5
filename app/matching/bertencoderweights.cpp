// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencoderweights.h"
#include "app/matching/bertencoderhalf.h"
#include <optional>

namespace relaydesk {

namespace {

//! Looks tensors up one after the other and keeps the first failure for the end.
class TensorReader {
  public:
    TensorReader(const Safetensors &file, QString prefix) : m_file(file), m_prefix(std::move(prefix)) {}

    const float *floats(const QString &name, std::vector<qint64> shape) {
        const auto values = m_file.floats(m_prefix + name, shape);
        if (!values && !m_failure)
            m_failure = values.error();
        return values ? *values : nullptr;
    }

    BertLinear linear(const QString &name, int outputs, int inputs) {
        BertLinear layer{floats(name + QLatin1String(".weight"), {outputs, inputs}),
                         floats(name + QLatin1String(".bias"), {outputs}),
                         inputs,
                         outputs,
                         {}};
        if (layer.weight && hasHalfProducts(inputs))
            layer.half = halvesOf(layer.weight, qsizetype(outputs) * inputs);
        return layer;
    }

    BertNorm norm(const QString &name, int size) {
        return {floats(name + QLatin1String(".weight"), {size}), floats(name + QLatin1String(".bias"), {size})};
    }

    const std::optional<Failure> &failure() const { return m_failure; }

  private:
    const Safetensors &m_file;
    QString m_prefix;
    std::optional<Failure> m_failure;
};

BertLayer readLayer(TensorReader &tensors, const QString &layer, int size, int intermediate) {
    BertLayer result;
    result.query = tensors.linear(layer + QLatin1String("attention.self.query"), size, size);
    result.key = tensors.linear(layer + QLatin1String("attention.self.key"), size, size);
    result.value = tensors.linear(layer + QLatin1String("attention.self.value"), size, size);
    result.attentionOutput = tensors.linear(layer + QLatin1String("attention.output.dense"), size, size);
    result.attentionNorm = tensors.norm(layer + QLatin1String("attention.output.LayerNorm"), size);
    result.intermediate = tensors.linear(layer + QLatin1String("intermediate.dense"), intermediate, size);
    result.output = tensors.linear(layer + QLatin1String("output.dense"), size, intermediate);
    result.outputNorm = tensors.norm(layer + QLatin1String("output.LayerNorm"), size);
    return result;
}

} // namespace

Result<BertWeights> readBertWeights(const QString &path, const BertConfig &config) {
    auto file = Safetensors::open(path);
    RELAYDESK_TRY(file);
    // A model saved with a head on top has its encoder under "bert.".
    const QString prefix = QStringLiteral("bert.");
    const bool wrapped = (*file)->contains(prefix + QLatin1String("embeddings.word_embeddings.weight"));
    TensorReader tensors(**file, wrapped ? prefix : QString());
    BertWeights weights;
    const int size = config.dimensions;
    const QString embeddings = QStringLiteral("embeddings.");
    weights.words = tensors.floats(embeddings + QLatin1String("word_embeddings.weight"), {config.vocabulary, size});
    weights.positions =
        tensors.floats(embeddings + QLatin1String("position_embeddings.weight"), {config.positions, size});
    weights.tokenTypes =
        tensors.floats(embeddings + QLatin1String("token_type_embeddings.weight"), {config.tokenTypes, size});
    weights.embeddingNorm = tensors.norm(embeddings + QLatin1String("LayerNorm"), size);
    for (int i = 0; i < config.layers; ++i)
        weights.layers.push_back(
            readLayer(tensors, QStringLiteral("encoder.layer.%1.").arg(i), size, config.intermediate));
    if (tensors.failure())
        return tl::unexpected<Failure>(*tensors.failure());
    weights.file = std::move(*file);
    return weights;
}

} // namespace relaydesk
