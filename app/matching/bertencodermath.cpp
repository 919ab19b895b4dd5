// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencodermath.h"
#include <Eigen/Core>
#include <cmath>

namespace relaydesk {

namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using ConstRows = Eigen::Map<const Rows>;
using Stride = Eigen::OuterStride<>;
using Values = Eigen::Map<Eigen::ArrayXf>;
using ConstValues = Eigen::Map<const Eigen::ArrayXf>;

} // namespace

//! With erfc(z) ≈ (a1 t + … + a5 t⁵) exp(-z²), t = 1 / (1 + p z) for z ≥ 0 (Abramowitz and Stegun 7.1.26, error below
//! 1.5e-7), and gelu(x) = max(x, 0) - |x| erfc(|x| / √2) / 2.
void bertGelu(float *values, qsizetype count) {
    constexpr qsizetype block = 64; // small enough that the intermediate results stay in registers and cache
    for (qsizetype from = 0; from < count; from += block) {
        Values x(values + from, std::min(block, count - from));
        const Eigen::Array<float, Eigen::Dynamic, 1, 0, block, 1> size = x.abs();
        const Eigen::Array<float, Eigen::Dynamic, 1, 0, block, 1> t =
            (1 + 0.3275911F * float(M_SQRT1_2) * size).inverse();
        x = x.max(0.0F) -
            0.5F * size * t *
                (0.254829592F + t * (-0.284496736F + t * (1.421413741F + t * (-1.453152027F + t * 1.061405429F)))) *
                (-0.5F * size.square()).exp();
    }
}

void bertNormalize(float *rows, int tokens, int size, const BertNorm &norm, float epsilon) {
    const ConstValues scale(norm.scale, size);
    const ConstValues shift(norm.shift, size);
    for (int token = 0; token < tokens; ++token) {
        Values row(rows + qsizetype(token) * size, size);
        row -= row.mean();
        const float deviation = std::sqrt(row.square().mean() + epsilon);
        row = row / deviation * scale + shift;
    }
}

void bertAttention(const BertAttentionInput &input, float *scores, float *output) {
    const int tokens = input.tokens;
    const int width = input.size / input.heads;
    const float scale = 1 / std::sqrt(float(width));
    Eigen::Map<Rows> shares(scores, tokens, tokens);
    for (int head = 0; head < input.heads; ++head) {
        const auto part = [&](const float *rows) {
            return Eigen::Map<const Rows, 0, Stride>(rows + head * width, tokens, width, Stride(input.size));
        };
        shares.noalias() = part(input.query) * part(input.key).transpose();
        for (int token = 0; token < tokens; ++token) {
            Values row(scores + qsizetype(token) * tokens, tokens);
            row = ((row - row.maxCoeff()) * scale).exp();
            row /= row.sum();
        }
        Eigen::Map<Rows, 0, Stride> result(output + head * width, tokens, width, Stride(input.size));
        result.noalias() = shares * part(input.value);
    }
}

} // namespace relaydesk
