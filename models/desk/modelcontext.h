// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How much the language model reads at once, and what of it is left for articles and question.
#pragma once
#include "models/desk/houserules.h"

namespace relaydesk {

//! In tokens. Kept when a model is chosen whose server says it.
inline constexpr char modelContextSetting[] = "assistant.context";
constexpr int usualModelContext = 2048; //!< where nobody said: as a small model
constexpr int leastModelContext = 512;
constexpr int mostModelContext = 10'000'000;

Result<int> readModelContext(const SettingStore &store);

//! Characters of articles and question that fit beside the instructions, `rules` and an answer of full length, three
//! to a token, which is few for languages in Latin letters; from 500 up to 24,000, more than three articles need.
int charactersFor(int context, const AssistantRules &rules);

} // namespace relaydesk
