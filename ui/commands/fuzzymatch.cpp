// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/commands/fuzzymatch.h"
#include <QtCore/QVector>
#include <algorithm>
#include <limits>

namespace relaydesk {

namespace {

constexpr int forLetter = 10;
constexpr int forWordStart = 12;
constexpr int forNeighbour = 14;
constexpr int none = std::numeric_limits<int>::min() / 2;
constexpr qsizetype mostCompared = 160;

bool beginsWord(const QString &text, qsizetype place) { return place == 0 || !text[place - 1].isLetterOrNumber(); }

} // namespace

//! best[place]: the best sum with the letters so far, the last of them at `place`.
std::optional<int> fuzzyScore(const QString &query, const QString &text) {
    const QString wanted = query.toCaseFolded().remove(QLatin1Char(' '));
    const QString line = text.toCaseFolded().left(mostCompared);
    if (wanted.isEmpty())
        return 0;
    if (line.isEmpty())
        return std::nullopt;
    QVector<int> best(line.size(), none);
    for (qsizetype letter = 0; letter < wanted.size(); ++letter) {
        QVector<int> next(line.size(), none);
        int before = letter == 0 ? 0 : none; // the best that ends left of `place`
        for (qsizetype place = 0; place < line.size(); ++place) {
            if (line[place] == wanted[letter]) {
                const int start = beginsWord(line, place) ? forWordStart : 0;
                const int neighbour = place > 0 ? best[place - 1] : none;
                next[place] = qMax(before + start, neighbour + forNeighbour) + forLetter;
            }
            before = qMax(before, best[place]);
        }
        best = next;
    }
    const int sum = *std::max_element(best.begin(), best.end());
    if (sum < 0)
        return std::nullopt;
    return sum * 4 - int(line.size()); // of two that fit alike the shorter
}

} // namespace relaydesk
