// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Matrix products of sixteen-bit numbers, for processors that have them: half the bytes, twice the products at once.
#pragma once
#include "app/matching/bertencoderweights.h"

namespace relaydesk {

//! Whether this processor multiplies bfloat16 (AVX512-BF16) numbers `inputs` at a time, and may be asked to:
//! RELAYDESK_ENCODER_BITS=32 is for those who want the same digits on every processor.
bool hasHalfProducts(int inputs);

//! The nearest bfloat16 of each, ties to even. `count` is a multiple of 16, and hasHalfProducts(16).
std::vector<quint16> halvesOf(const float *values, qsizetype count);

//! bertLinear over `layer.half`: sums in 32 bits, inputs rounded to sixteen.
void bertLinearHalf(const BertLinear &layer, const float *input, int tokens, float *output);

} // namespace relaydesk
