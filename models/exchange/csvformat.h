// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Articles as a table that a spreadsheet opens: the columns title, question, answer and tags.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"
#include <QtCore/QByteArray>

namespace relaydesk {

//! The header is required, in any order and case; title and answer must be there; any other column is refused by name.
//! Every row has as many fields as the header; rows with nothing in them are skipped. The rows of one title are one
//! article: each question is a phrasing, tags are united, the answer may stand in any of them but only one answer may.
Result<QVector<Article>> readCsv(const QString &text);

//! One row for each phrasing, or one without a question; answer and tags stand in the first row of an article.
QByteArray writeCsv(const QVector<Article> &articles);

} // namespace relaydesk
