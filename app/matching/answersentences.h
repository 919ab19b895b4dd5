// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The sentences of an answer as plain text: it often names what was asked in other words.
#pragma once
#include <QtCore/QStringList>

namespace relaydesk {

//! In order, without Markdown's signs, each of three words or more; at most 12 of at most 400 UTF-16 units.
QStringList answerSentences(const QString &markdown);

} // namespace relaydesk
