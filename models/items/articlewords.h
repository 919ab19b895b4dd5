// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! An article's facts in the few words that lists, headers and chips have room for.
#pragma once
#include "models/domain/article.h"

namespace relaydesk {

QString articleSummary(const Article &article);     //!< "4 phrasings · billing"
QString versionSummary(const Article &article);     //!< "Version 3 · learned from an agent · changed 22 Nov 2026"
QString phrasingOriginWords(Origin origin);         //!< "learned", "confirmed", "written" or "imported"
QStringList tagsFrom(const QString &text);          //!< separated by commas; blanks and repetitions left out
bool saysTheSame(const Article &, const Article &); //!< title, answer, tags, phrasings and status

} // namespace relaydesk
