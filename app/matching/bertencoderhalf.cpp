// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencoderhalf.h"
#include "app/matching/bertencodertile.h"
#include <QtCore/QByteArray>
#include <algorithm>
#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace relaydesk {

#ifdef __x86_64__

#define RELAYDESK_HALF __attribute__((target("avx512f,avx512bw,avx512vl,avx512bf16,fma")))

namespace {

constexpr int lanes = 16;       //!< sixteen-bit numbers of a register
constexpr int tokensAtOnce = 6; //!< times four outputs: 24 sums, six inputs and a weight: 31 of the 32 registers
constexpr int outputsAtOnce = 4;

RELAYDESK_HALF inline __m256bh loaded(const quint16 *values) {
    return reinterpret_cast<__m256bh>(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(values)));
}

RELAYDESK_HALF inline float sumOf(__m256 values) {
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(values), _mm256_extractf128_ps(values, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}

//! As in bertLinear the weights needed next are fetched while those at hand are summed.
struct HalfProduct {
    using Element = quint16;

    template <int Tokens, int Outputs>
    RELAYDESK_HALF static void multiply(const BertTile<Element> &tile) {
        __m256 sums[Tokens][Outputs];
        for (auto &row : sums)
            std::fill(std::begin(row), std::end(row), _mm256_setzero_ps());
        const char *upcoming = tile.upcoming;
        for (int i = 0; i < tile.inputs; i += lanes, upcoming += tile.stride) {
            __builtin_prefetch(upcoming, 0, 2);
            __m256bh inputs[Tokens];
            for (int t = 0; t < Tokens; ++t)
                inputs[t] = loaded(tile.input + qsizetype(t) * tile.inputs + i);
            for (int o = 0; o < Outputs; ++o) {
                const __m256bh weight = loaded(tile.weight + qsizetype(o) * tile.inputs + i);
                for (int t = 0; t < Tokens; ++t)
                    sums[t][o] = _mm256_dpbf16_ps(sums[t][o], inputs[t], weight);
            }
        }
        for (int t = 0; t < Tokens; ++t) {
            for (int o = 0; o < Outputs; ++o)
                tile.output[qsizetype(t) * tile.outputs + o] = tile.bias[o] + sumOf(sums[t][o]);
        }
    }
};

RELAYDESK_HALF void round(const float *values, qsizetype count, quint16 *halves) {
    for (qsizetype i = 0; i < count; i += lanes / 2)
        _mm_storeu_si128(reinterpret_cast<__m128i *>(halves + i),
                         reinterpret_cast<__m128i>(_mm256_cvtneps_pbh(_mm256_loadu_ps(values + i))));
}

} // namespace

bool hasHalfProducts(int inputs) {
    static const bool has = __builtin_cpu_supports("avx512bf16") && __builtin_cpu_supports("avx512bw") &&
                            __builtin_cpu_supports("avx512vl");
    return has && inputs % lanes == 0 && qgetenv("RELAYDESK_ENCODER_BITS") != "32";
}

std::vector<quint16> halvesOf(const float *values, qsizetype count) {
    std::vector<quint16> halves(static_cast<size_t>(count));
    round(values, count, halves.data());
    return halves;
}

void bertLinearHalf(const BertLinear &layer, const float *input, int tokens, float *output) {
    const std::vector<quint16> rows = halvesOf(input, qsizetype(tokens) * layer.inputs);
    const qsizetype rowBytes = qsizetype(layer.inputs) * qsizetype(sizeof(quint16));
    const int tiles = (tokens + tokensAtOnce - 1) / tokensAtOnce;
    const qsizetype share = outputsAtOnce * rowBytes / tiles + 1;
    const qsizetype stride = share / (layer.inputs / lanes) + 1;
    for (int o = 0; o < layer.outputs; o += outputsAtOnce) {
        const quint16 *weight = layer.half.data() + qsizetype(o) * layer.inputs;
        const char *upcoming = reinterpret_cast<const char *>(weight) + outputsAtOnce * rowBytes;
        for (int t = 0; t < tokens; t += tokensAtOnce, upcoming += share)
            multiplyUpTo<HalfProduct, tokensAtOnce, outputsAtOnce>(
                std::min(tokensAtOnce, tokens - t), std::min(outputsAtOnce, layer.outputs - o),
                {rows.data() + qsizetype(t) * layer.inputs, weight, layer.bias + o,
                 output + qsizetype(t) * layer.outputs + o, layer.inputs, layer.outputs, upcoming, stride});
    }
}

#else

bool hasHalfProducts(int) { return false; }
std::vector<quint16> halvesOf(const float *, qsizetype) { return {}; }
void bertLinearHalf(const BertLinear &, const float *, int, float *) {}

#endif

} // namespace relaydesk
