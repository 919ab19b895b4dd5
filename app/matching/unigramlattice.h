// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The pieces of a unigram vocabulary with their scores, and the likeliest way to make up a text from them.
//!
//! T. Kudo, "Subword Regularization" (2018), section 3.2: the Viterbi path through all pieces at all places, scores
//! being logarithms of probabilities. Ties, unknown characters and doubled pieces as the tokenizers library has them.
#pragma once
#include <QtCore/QJsonArray>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relaydesk {

class UnigramLattice {
  public:
    //! `pieces`: a list of [piece, score]. Nothing where it is anything else, or `unknown` is no number of a piece.
    static std::optional<UnigramLattice> fromPieces(const QJsonArray &pieces, qint64 unknown);

    //! Appends the numbers of the pieces of `text`. What no piece covers is `unknown`, once for a run. Takes time in
    //! proportion to the length.
    void appendIds(std::u32string_view text, std::vector<int> &ids) const;
    std::optional<int> idOf(std::u32string_view piece) const;

  private:
    struct Node {
        int id = 0;
        double score = 0;
        std::optional<size_t> from = {};
    };

    std::vector<Node> bestPaths(std::u32string_view text) const;
    void extend(std::u32string_view text, size_t from, std::vector<Node> &best) const;

    std::unique_ptr<const std::u32string> m_text; //!< all pieces in a row: the keys below point into it
    std::unordered_map<std::u32string_view, int> m_ids;
    std::vector<double> m_scores;
    size_t m_longest = 0;
    double m_unknownScore = 0;
    int m_unknown = 0;
};

} // namespace relaydesk
