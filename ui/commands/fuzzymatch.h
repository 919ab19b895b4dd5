// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How well a few typed letters fit a line of text: letters in order, better at the start of words and side by side.
#pragma once
#include <QtCore/QString>
#include <optional>

namespace relaydesk {

//! Higher is better; nothing where a letter of `query` is missing. Spaces and capitals in `query` do not count.
std::optional<int> fuzzyScore(const QString &query, const QString &text);

} // namespace relaydesk
