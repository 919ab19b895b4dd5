// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tensors of a BERT encoder where they lie in the mapped file, each of the shape that the configuration asks for.
#pragma once
#include "app/matching/bertconfig.h"
#include "app/matching/safetensors.h"
#include <memory>
#include <vector>

namespace relaydesk {

//! y = W x + b, W of `outputs` rows and `inputs` columns, row by row.
struct BertLinear {
    const float *weight = nullptr;
    const float *bias = nullptr;
    int inputs = 0;
    int outputs = 0;
    std::vector<quint16> half; //!< `weight` as bfloat16, where the processor multiplies these; else empty
};

struct BertNorm {
    const float *scale = nullptr;
    const float *shift = nullptr;
};

struct BertLayer {
    BertLinear query, key, value, attentionOutput;
    BertNorm attentionNorm;
    BertLinear intermediate, output;
    BertNorm outputNorm;
};

struct BertWeights {
    std::unique_ptr<Safetensors> file; //!< what everything below points into
    const float *words = nullptr;      //!< [vocabulary][dimensions]
    const float *positions = nullptr;  //!< [positions][dimensions]
    const float *tokenTypes = nullptr; //!< [tokenTypes][dimensions]
    BertNorm embeddingNorm;
    std::vector<BertLayer> layers;
};

//! Maps the file; fails where a tensor is missing or is not what the configuration says.
Result<BertWeights> readBertWeights(const QString &path, const BertConfig &config);

} // namespace relaydesk
