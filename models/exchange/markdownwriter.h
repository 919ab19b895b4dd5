// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Writes articles as a Markdown file that people read, and that readMarkdown reads back to the letter.
#pragma once
#include "models/domain/article.h"
#include <QtCore/QByteArray>

namespace relaydesk {

//! "# Knowledge", then for each article "## title", "Tags: a, b", the answer, "Asked as:" and a list. What a line
//! cannot hold becomes a reference ("&#10;"); an answer that could be taken for the file's structure stands between two
//! comments. No articles give an empty file.
QByteArray writeMarkdown(const QVector<Article> &articles);

} // namespace relaydesk
