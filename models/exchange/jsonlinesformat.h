// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Articles with everything they carry, one JSON object a line: for backups, and for other programs.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"
#include <QtCore/QByteArray>

namespace relaydesk {

//! Keys: title and answer (required texts), tags (list of texts), phrasings (list of texts, or of objects with text and
//! origin), status, origin, version (whole number from 0), updatedAt (ISO 8601). Others are refused by name. What is
//! left out has its default; an origin left out is import. Blank lines are skipped.
Result<QVector<Article>> readJsonLines(const QString &text);

//! Every key but an invalid updatedAt (UTC, milliseconds). Ids and the record of outcomes belong to a database and are
//! not written.
QByteArray writeJsonLines(const QVector<Article> &articles);

} // namespace relaydesk
