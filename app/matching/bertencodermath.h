// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The four steps a BERT layer is made of, on rows of 32-bit floats, one row a token.
#pragma once
#include "app/matching/bertencoderweights.h"

namespace relaydesk {

//! output[token][o] = bias[o] + Σ weight[o][i] input[token][i]. Rows follow one another without gaps.
void bertLinear(const BertLinear &layer, const float *input, int tokens, float *output);

//! x = gelu(x) = x Φ(x) (Hendrycks and Gimpel 2016), Φ the normal distribution function; absolute error below 1e-6.
void bertGelu(float *values, qsizetype count);

//! Each row: (row - mean) / sqrt(variance + epsilon) * scale + shift, variance of the row itself (Ba et al. 2016).
void bertNormalize(float *rows, int tokens, int size, const BertNorm &norm, float epsilon);

//! The rows attention is computed from, all three [tokens][size].
struct BertAttentionInput {
    const float *query;
    const float *key;
    const float *value;
    int tokens;
    int size;
    int heads; //!< divides `size`
};

//! softmax(Q Kᵀ / sqrt(d)) V for each head (Vaswani et al. 2017), d = size / heads. `scores` has room for tokens².
void bertAttention(const BertAttentionInput &input, float *scores, float *output);

} // namespace relaydesk
