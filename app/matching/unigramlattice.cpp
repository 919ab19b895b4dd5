// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/unigramlattice.h"
#include <QtCore/QString>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {
constexpr double unknownPenalty = 10; // below the least likely piece
}

std::optional<UnigramLattice> UnigramLattice::fromPieces(const QJsonArray &pieces, qint64 unknown) {
    if (unknown < 0 || unknown >= pieces.size())
        return std::nullopt;
    UnigramLattice lattice;
    std::u32string text;
    std::vector<size_t> starts;
    for (const QJsonValue &piece : pieces) {
        const QJsonArray pair = piece.toArray();
        const double score = pair.at(1).toDouble(std::nan(""));
        if (pair.size() != 2 || !pair.at(0).isString() || !std::isfinite(score))
            return std::nullopt;
        starts.push_back(text.size());
        text += pair.at(0).toString().toStdU32String();
        lattice.m_scores.push_back(score);
    }
    starts.push_back(text.size());
    lattice.m_text = std::make_unique<const std::u32string>(std::move(text));
    for (size_t id = 0; id + 1 < starts.size(); ++id) {
        const auto piece = std::u32string_view(*lattice.m_text).substr(starts[id], starts[id + 1] - starts[id]);
        lattice.m_ids[piece] = int(id); // of two alike the later one counts
        lattice.m_longest = std::max(lattice.m_longest, piece.size());
    }
    lattice.m_unknown = int(unknown);
    lattice.m_unknownScore = *std::min_element(lattice.m_scores.begin(), lattice.m_scores.end()) - unknownPenalty;
    return lattice;
}

std::optional<int> UnigramLattice::idOf(std::u32string_view piece) const {
    const auto found = m_ids.find(piece);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

void UnigramLattice::appendIds(std::u32string_view text, std::vector<int> &ids) const {
    const std::vector<Node> best = bestPaths(text);
    const size_t before = ids.size();
    size_t unknownEnd = 0; // of the run that is being walked through from its end
    size_t at = text.size();
    const auto endUnknown = [&](size_t begin) {
        if (unknownEnd > begin)
            ids.push_back(idOf(text.substr(begin, unknownEnd - begin)).value_or(m_unknown));
        unknownEnd = 0;
    };
    while (at > 0) {
        const Node &node = best[at];
        if (node.id == m_unknown) {
            unknownEnd = std::max(unknownEnd, at);
        } else {
            endUnknown(at);
            ids.push_back(node.id);
        }
        at = *node.from;
    }
    endUnknown(0);
    std::reverse(ids.begin() + qsizetype(before), ids.end());
}

std::vector<UnigramLattice::Node> UnigramLattice::bestPaths(std::u32string_view text) const {
    std::vector<Node> best(text.size() + 1);
    for (size_t from = 0; from < text.size(); ++from)
        extend(text, from, best);
    return best;
}

//! Every piece that begins at `from`, shortest first; an unknown character where none covers just it.
void UnigramLattice::extend(std::u32string_view text, size_t from, std::vector<Node> &best) const {
    const auto offer = [&](size_t to, int id, double score) {
        const double whole = best[from].score + score;
        if (!best[to].from || whole > best[to].score)
            best[to] = {id, whole, from};
    };
    const size_t most = std::min(m_longest, text.size() - from);
    bool isCovered = false;
    for (size_t length = 1; length <= most; ++length) {
        const auto piece = idOf(text.substr(from, length));
        isCovered = isCovered || (piece && length == 1);
        if (piece)
            offer(from + length, *piece, m_scores[size_t(*piece)]);
    }
    if (!isCovered)
        offer(from + 1, m_unknown, m_unknownScore);
}

} // namespace relaydesk
