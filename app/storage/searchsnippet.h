// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The piece of a text in which the words stand that were looked for.
#pragma once
#include "app/storage/matchexpression.h"

namespace relaydesk {

struct Snippet {
    QString text;            //!< on one line, with an ellipsis where something was left out
    QVector<TextSpan> marks; //!< the words in it
};

//! About 160 characters around the first place where the most of `runs` stand close together.
Snippet snippetOf(const QString &text, const QVector<TokenRun> &runs);

} // namespace relaydesk
