// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Words somebody looks for, as an expression of FTS5 that can hold nothing but words, and as what is marked in a text.
#pragma once
#include "app/storage/searchtokens.h"

namespace relaydesk {

//! Tokens that have to stand one after the other.
struct TokenRun {
    QStringList words;
    bool isBeginning = false; //!< the last one may go on
    friend bool operator==(const TokenRun &, const TokenRun &) = default;
};

//! At most the first 32 words and phrases, each of at most 32 tokens; what has no letter in it is left out. A word that
//! is still being typed goes on from its third letter.
QVector<TokenRun> tokenRuns(const SearchWords &text);

//! Every word of `text` as the beginning of one: for names.
QVector<TokenRun> beginnings(const QString &text);

//! sqlite.org/fts5.html, section 3: strings in quotation marks, joined by blanks (AND). Empty where nothing is looked
//! for.
QString matchExpression(const QVector<TokenRun> &runs);

} // namespace relaydesk
