// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Holds an answer against the house rules, as far as rules of a known form can be read.
#pragma once
#include <QtCore/QStringList>
#include <optional>

namespace relaydesk {

//! The first rule that `answer` breaks, or nothing. Read are: words in quotes (must not occur); "never promise, offer,
//! guarantee … X" (no sentence may hold X out to the customer); "never mention, discuss, name, recommend … X" (no
//! sentence may hold the words of X). Other rules are told to the model alone.
std::optional<QString> brokenRule(const QString &answer, const QStringList &rules);

} // namespace relaydesk
