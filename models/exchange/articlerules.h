// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What every imported article must keep to, whatever file it came from.
#pragma once
#include "models/domain/article.h"
#include "models/domain/result.h"

namespace relaydesk {

//! Longest texts an import takes, in characters (Unicode code points).
inline constexpr qsizetype longestTitle = 500;
inline constexpr qsizetype longestPhrasing = 2'000;
inline constexpr qsizetype longestAnswer = 100'000;

//! Equal for texts that differ in case, white space or Unicode composition only: what "the same title" means.
QString sameTextKey(const QString &text);

//! An article without an answer so far, from an import.
Article importedArticle(const QString &title);

//! Each names `line` when the text is missing, too long or holds a zero character.
Result<void> checkTitle(const QString &title, int line);
Result<void> checkPhrasing(const QString &phrasing, int line);
Result<void> checkAnswer(const QString &answer, const QString &title, int line);

} // namespace relaydesk
