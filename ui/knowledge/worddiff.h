// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What changed from one text to another, word by word.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

enum class Change { Kept, Removed, Added };

struct DiffPiece {
    Change change = Change::Kept;
    QString text; //!< words with the white space around them
    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

//! Kept and removed pieces give `before`, kept and added ones `after`, to the letter. Longest common subsequence of
//! words; where both texts differ over more than 2,000 words, that whole stretch counts as replaced.
QVector<DiffPiece> wordDiff(const QString &before, const QString &after);

} // namespace relaydesk
