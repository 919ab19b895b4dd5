// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Text as the words the index knows: without case and accents, in any script. The only place that decides what a word
//! is.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

struct SearchToken {
    QString word;   //!< folded: letters and digits alone, in lower case, never empty
    TextSpan where; //!< in the text it was taken from
};

//! A word is a run of letters, digits and what is attached to them; scripts that set no blanks between words (Chinese,
//! Japanese, Thai, Lao, Khmer, Burmese) give a word for each character, as emoji do. Longer ones than 64 letters are
//! cut.
QVector<SearchToken> searchTokens(const QString &text);

//! The words alone, with a blank between: what goes into the index, whose own tokenizer then only splits at blanks.
QString searchText(const QString &text);

//! As people write a folded word: composed again.
QString shownWord(const QString &word);

} // namespace relaydesk
