// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Words that occur nowhere, and the closest ones that do.
#pragma once
#include "app/storage/matchexpression.h"

namespace relaydesk {

class SqliteDatabase;

//! Changes of one letter (another, one more, one less, two neighbours swapped) that lead from one word to the other;
//! `most` + 1 where it takes more than `most`. The restricted Damerau-Levenshtein distance (en.wikipedia.org/wiki/
//! Damerau–Levenshtein_distance, "optimal string alignment").
int editDistance(const QString &one, const QString &other, int most);

//! The word of the index closest to `word`, the more frequent of several; empty where `word` is known (or something
//! that begins with it, where `isBeginning`), short, or not like any. Looks at words that begin with its first or
//! second letter.
Result<QString> closestWord(const SqliteDatabase &database, const QString &word, bool isBeginning);

//! Keeps the words of the index in a table beside it, once there are `fromMessages`: the index needs the longer for
//! them the more messages it has, 80 ms for one letter of a million. A word that stands in one message alone is more
//! likely a mistake or a number than what was meant. Words that come later are missing until this is called again.
Result<void> gatherWords(SqliteDatabase &database, int fromMessages);

} // namespace relaydesk
