// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The parts of what stands in the search field: plain words, quoted ones, and keys with a value.
#pragma once
#include "models/domain/search.h"

namespace relaydesk {

struct QueryToken {
    TextSpan where;        //!< all of it
    QString key;           //!< in lower case, without the colon; empty: a word
    QString value;         //!< without its quotation marks
    bool isQuoted = false; //!< the value stood in quotation marks
    bool isClosed = true;  //!< and the last of them is there
};

//! Parts are separated by blanks outside of quotation marks (straight or curly). A colon makes a key of the letters
//! before it, unless it is a word with a colon in it (`http://…`, `12:30`).
QVector<QueryToken> queryTokens(const QString &text);

//! In quotation marks where it would not be one part without.
QString quotedValue(const QString &value);

} // namespace relaydesk
