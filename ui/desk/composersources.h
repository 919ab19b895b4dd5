// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What can be inserted while writing: an article's answer by its title or phrasing, and colleagues' names.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/writing/completion.h"

namespace relaydesk {

CompletionSource articleSource(Remote<Desk> desk);     //!< "??"
CompletionSource mentionSource(Remote<Reader> reader); //!< "@"

//! The articles whose title or a phrasing has every word of `query`, those with it in the title first; at most `most`.
QVector<Completion> articlesWith(const QVector<Article> &articles, const QString &query, int most);

} // namespace relaydesk
