// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads articles out of a Markdown file that people write by hand.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"

namespace relaydesk {

//! A heading is an article's title; the line "Tags: a, b" its tags; the list under "Asked as:" (a line, or a heading
//! below the title's) its phrasings; everything else the answer, as it stands but for blank lines at both ends.
//!
//! Articles are made by '##', and '#' is the title of the document or of a chapter, unless one of these holds, and then
//! by '#': there is no '##'; a heading "## Asked as" is there; "Tags:" or "Asked as:" stands under a '#' before any
//! '##'; nothing of that kind stands under a '##' either, and the file does not have its only '#' at the top.
//!
//! Text before the first article is introduction and not imported; later text that belongs to no article is refused.
//! "Tags:" counts right under the title, or as a paragraph of its own. "&#10;" and its like are read in titles, tags
//! and phrasings. Headings count in the first column only, and neither in code fences nor between the comments
//! "<!-- answer 1 -->" and "<!-- end of answer 1 -->", which take what is between them as the answer to the letter.
Result<QVector<Article>> readMarkdown(const QString &text);

} // namespace relaydesk
