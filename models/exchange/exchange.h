// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The door of the room: knowledge articles from and to the files people keep them in.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <optional>

namespace relaydesk {

enum class Format { Csv, JsonLines, Markdown };

//! By the ending, whatever its case: .csv, .jsonl or .ndjson, .md or .markdown.
std::optional<Format> formatOf(const QString &fileName);

//! Articles in the order of the file, without ids. Text is UTF-8, or UTF-16/UTF-32 with a byte order mark.
//! All or nothing: the failure (always Invalid) names the physical line, counted from 1.
//! CSV and Markdown give Origin::Import throughout; only JSON Lines carries origins, status, version and time.
Result<QVector<Article>> readArticles(const QByteArray &bytes, Format format);

//! UTF-8 without a byte order mark, lines ended by LF. Every article needs a title and an answer; blank phrasings and
//! blank tags are not written. CSV and Markdown keep title, phrasings, answer and tags, nothing else: an archived
//! article read back from them is live. Nothing is neutralised: a title that begins with '=' is written as it is.
QByteArray writeArticles(const QVector<Article> &articles, Format format);

} // namespace relaydesk
