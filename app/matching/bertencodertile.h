// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A few tokens times a few outputs of a linear layer, and the choice of the product for what is left over at its
//! edges.
#pragma once
#include <QtCore/QtGlobal>

namespace relaydesk {

//! Where one group of tokens meets one group of outputs.
template <typename Element>
struct BertTile {
    const Element *input;
    const Element *weight;
    const float *bias;
    float *output;
    int inputs;
    int outputs;          //!< of the whole layer: the distance of two rows of the output
    const char *upcoming; //!< what is needed next, fetched bit by bit
    qsizetype stride;     //!< bytes of it a step
};

//! Kernel::multiply<tokens, outputs>(tile), where `tokens` and `outputs` are at most the two numbers of the template.
template <typename Kernel, int Tokens, int Outputs>
void multiplyUpTo(int tokens, int outputs, const BertTile<typename Kernel::Element> &tile) {
    if constexpr (Tokens > 1) {
        if (tokens < Tokens)
            return multiplyUpTo<Kernel, Tokens - 1, Outputs>(tokens, outputs, tile);
    }
    if constexpr (Outputs > 1) {
        if (outputs < Outputs)
            return multiplyUpTo<Kernel, Tokens, Outputs - 1>(tokens, outputs, tile);
    }
    Kernel::template multiply<Tokens, Outputs>(tile);
}

} // namespace relaydesk
