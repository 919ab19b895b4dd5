// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencoderpass.h"
#include "app/matching/bertencodermath.h"
#include <algorithm>

namespace relaydesk {

BertEncoderPass::BertEncoderPass(const BertConfig &config, const BertWeights &weights,
                                 std::span<const std::vector<int>> texts)
    : m_config(config)
    , m_weights(weights)
    , m_texts(texts)
    , m_starts{0} {
    size_t longest = 0;
    for (const auto &text : texts) {
        m_starts.push_back(m_starts.back() + int(text.size()));
        longest = std::max(longest, text.size());
    }
    const qsizetype rows = m_starts.back();
    for (auto *buffer : {&m_states, &m_query, &m_key, &m_value, &m_context, &m_update})
        buffer->resize(rows * config.dimensions);
    m_inner.resize(rows * config.intermediate);
    m_scores.resize(qsizetype(longest * longest));
}

void BertEncoderPass::run() {
    embed();
    for (const BertLayer &layer : m_weights.layers) {
        attend(layer);
        feedForward(layer);
    }
}

std::span<const float> BertEncoderPass::states(size_t text) const {
    const auto size = size_t(m_config.dimensions);
    return {m_states.data() + size_t(m_starts[text]) * size, m_texts[text].size() * size};
}

void BertEncoderPass::embed() {
    const auto size = size_t(m_config.dimensions);
    float *state = m_states.data();
    for (const auto &text : m_texts) {
        for (size_t token = 0; token < text.size(); ++token, state += size) {
            const float *word = m_weights.words + size_t(text[token]) * size;
            const float *position = m_weights.positions + token * size;
            for (size_t i = 0; i < size; ++i)
                state[i] = word[i] + position[i] + m_weights.tokenTypes[i];
        }
    }
    bertNormalize(m_states.data(), m_starts.back(), m_config.dimensions, m_weights.embeddingNorm, m_config.normEpsilon);
}

void BertEncoderPass::attend(const BertLayer &layer) {
    const int rows = m_starts.back();
    bertLinear(layer.query, m_states.data(), rows, m_query.data());
    bertLinear(layer.key, m_states.data(), rows, m_key.data());
    bertLinear(layer.value, m_states.data(), rows, m_value.data());
    for (size_t text = 0; text < m_texts.size(); ++text) {
        const qsizetype from = qsizetype(m_starts[text]) * m_config.dimensions;
        bertAttention({m_query.data() + from, m_key.data() + from, m_value.data() + from, int(m_texts[text].size()),
                       m_config.dimensions, m_config.heads},
                      m_scores.data(), m_context.data() + from);
    }
    bertLinear(layer.attentionOutput, m_context.data(), rows, m_update.data());
    addAndNormalize(layer.attentionNorm);
}

void BertEncoderPass::feedForward(const BertLayer &layer) {
    const int rows = m_starts.back();
    bertLinear(layer.intermediate, m_states.data(), rows, m_inner.data());
    bertGelu(m_inner.data(), qsizetype(m_inner.size()));
    bertLinear(layer.output, m_inner.data(), rows, m_update.data());
    addAndNormalize(layer.outputNorm);
}

void BertEncoderPass::addAndNormalize(const BertNorm &norm) {
    m_states += m_update;
    bertNormalize(m_states.data(), m_starts.back(), m_config.dimensions, norm, m_config.normEpsilon);
}

} // namespace relaydesk
