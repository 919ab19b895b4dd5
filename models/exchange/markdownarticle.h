// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One section of a Markdown file as an article.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"
#include "models/exchange/markdownlines.h"

namespace relaydesk {

//! `lines` begins with the heading that is the title and ends before the next one.
Result<Article> markdownArticle(const QVector<MarkdownLine> &lines);

} // namespace relaydesk
