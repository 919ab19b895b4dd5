// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/bertencoderhalf.h"
#include "app/matching/bertencodermath.h"
#include "app/matching/bertencodertile.h"
#include <Eigen/Core>
#include <algorithm>
#include <array>

// A sentence has a dozen tokens, so every weight is used a dozen times and the time goes into fetching weights. A
// general matrix product copies them into an order of its own first; here they are read as they lie in the file. A few
// tokens times a few outputs are summed at once, and while one group of outputs is summed the weights of the next are
// on their way.

namespace relaydesk {

namespace {

constexpr int lanes = 8;
constexpr int tokensAtOnce = 3;
constexpr int outputsAtOnce = 4; // twelve sums, three inputs and a weight: the sixteen registers of AVX2

constexpr int tokensInCache = 96;

using Lanes = Eigen::Array<float, lanes, 1>;
using ConstLanes = Eigen::Map<const Lanes>;

struct Product {
    using Element = float;

    template <int Tokens, int Outputs>
    static void multiply(const BertTile<Element> &tile) {
        std::array<std::array<Lanes, Outputs>, Tokens> sums;
        for (auto &row : sums)
            row.fill(Lanes::Zero());
        const char *upcoming = tile.upcoming;
        int i = 0;
        for (; i + lanes <= tile.inputs; i += lanes, upcoming += tile.stride) {
            __builtin_prefetch(upcoming, 0, 2); // to read, into the second cache: the first is full
            for (int o = 0; o < Outputs; ++o) {
                const Lanes weight = ConstLanes(tile.weight + qsizetype(o) * tile.inputs + i);
                for (int t = 0; t < Tokens; ++t)
                    sums[t][o] += ConstLanes(tile.input + qsizetype(t) * tile.inputs + i) * weight;
            }
        }
        for (int t = 0; t < Tokens; ++t) {
            for (int o = 0; o < Outputs; ++o) {
                float sum = sums[t][o].sum();
                for (int rest = i; rest < tile.inputs; ++rest)
                    sum +=
                        tile.input[qsizetype(t) * tile.inputs + rest] * tile.weight[qsizetype(o) * tile.inputs + rest];
                tile.output[qsizetype(t) * tile.outputs + o] = tile.bias[o] + sum;
            }
        }
    }
};

//! All outputs for as many tokens as stay in the second cache while the weights pass by.
void multiplyBlock(const BertLinear &layer, const float *input, int tokens, float *output) {
    const qsizetype rowBytes = qsizetype(layer.inputs) * qsizetype(sizeof(float));
    const int tiles = (tokens + tokensAtOnce - 1) / tokensAtOnce;
    const qsizetype share = outputsAtOnce * rowBytes / tiles + 1; // of the next weights, for each tile to fetch
    const qsizetype stride = share / std::max(1, layer.inputs / lanes) + 1;
    for (int o = 0; o < layer.outputs; o += outputsAtOnce) {
        const int outputs = std::min(outputsAtOnce, layer.outputs - o);
        const float *weight = layer.weight + qsizetype(o) * layer.inputs;
        // Behind the last row lies another tensor or the end of the file: fetching ahead never faults.
        const char *upcoming = reinterpret_cast<const char *>(weight) + outputsAtOnce * rowBytes;
        for (int t = 0, count = 0; t < tokens; t += count, upcoming += share) {
            // Four are two and two: a single one would leave most registers idle.
            count = tokens - t == tokensAtOnce + 1 ? tokensAtOnce - 1 : std::min(tokensAtOnce, tokens - t);
            multiplyUpTo<Product, tokensAtOnce, outputsAtOnce>(
                count, outputs,
                {input + qsizetype(t) * layer.inputs, weight, layer.bias + o, output + qsizetype(t) * layer.outputs + o,
                 layer.inputs, layer.outputs, upcoming, stride});
        }
    }
}

} // namespace

void bertLinear(const BertLinear &layer, const float *input, int tokens, float *output) {
    if (!layer.half.empty())
        return bertLinearHalf(layer, input, tokens, output);
    for (int t = 0; t < tokens; t += tokensInCache)
        multiplyBlock(layer, input + qsizetype(t) * layer.inputs, std::min(tokensInCache, tokens - t),
                      output + qsizetype(t) * layer.outputs);
}

} // namespace relaydesk
