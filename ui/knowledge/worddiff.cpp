// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/worddiff.h"
#include <QtCore/QStringList>
#include <algorithm>
#include <vector>

namespace relaydesk {

namespace {

constexpr qsizetype mostWords = 2000;

//! Words and the white space between them, in turns.
QStringList tokensOf(const QString &text) {
    QStringList tokens;
    qsizetype start = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        if (i == text.size() || text[i].isSpace() != text[start].isSpace() || text[i] == u'\n') {
            tokens += text.mid(start, i - start);
            start = i;
        }
    }
    return tokens;
}

class Pieces {
  public:
    void add(Change change, const QString &text) {
        if (m_pieces.isEmpty() || m_pieces.last().change != change)
            m_pieces.append({change, text});
        else
            m_pieces.last().text += text;
    }
    void addAll(Change change, const QStringList &tokens) {
        for (const QString &token : tokens)
            add(change, token);
    }
    QVector<DiffPiece> take() { return std::move(m_pieces); }

  private:
    QVector<DiffPiece> m_pieces;
};

//! Length of the longest common subsequence from (i, j) to the ends, for every i and j.
class Lengths {
  public:
    Lengths(const QStringList &before, const QStringList &after)
        : m_width(size_t(after.size()) + 1)
        , m_cells((size_t(before.size()) + 1) * m_width, 0) {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j)
                cell(i, j) =
                    before[i] == after[j] ? quint16(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    quint16 at(qsizetype i, qsizetype j) const { return m_cells[size_t(i) * m_width + size_t(j)]; }

  private:
    quint16 &cell(qsizetype i, qsizetype j) { return m_cells[size_t(i) * m_width + size_t(j)]; }
    size_t m_width;
    std::vector<quint16> m_cells;
};

void addDifference(Pieces &pieces, const QStringList &before, const QStringList &after) {
    qsizetype i = 0, j = 0;
    if (before.size() <= mostWords && after.size() <= mostWords) {
        const Lengths lengths(before, after);
        while (i < before.size() && j < after.size()) {
            if (before[i] == after[j]) {
                pieces.add(Change::Kept, before[i++]);
                ++j;
            } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
                pieces.add(Change::Removed, before[i++]);
            } else {
                pieces.add(Change::Added, after[j++]);
            }
        }
    }
    pieces.addAll(Change::Removed, before.mid(i));
    pieces.addAll(Change::Added, after.mid(j));
}

} // namespace

QVector<DiffPiece> wordDiff(const QString &before, const QString &after) {
    const QStringList old = tokensOf(before), now = tokensOf(after);
    const qsizetype shorter = std::min(old.size(), now.size());
    qsizetype head = 0, tail = 0;
    while (head < shorter && old[head] == now[head])
        ++head;
    while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    Pieces pieces;
    pieces.addAll(Change::Kept, old.mid(0, head));
    addDifference(pieces, old.mid(head, old.size() - head - tail), now.mid(head, now.size() - head - tail));
    pieces.addAll(Change::Kept, old.mid(old.size() - tail));
    return pieces.take();
}

} // namespace relaydesk
