// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Text as words, for everything in this room that compares what people wrote.
#pragma once
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

//! Lower-cased runs of letters and digits, in order; of the first 20,000 characters.
QStringList wordsOf(const QString &text);
//! The words without articles, pronouns, auxiliaries and the like. "In", "out", "on" and "not" are kept: they turn a
//! question round.
QSet<QString> contentWordsOf(const QString &text);
//! Jaccard index of two sets, 0 to 1; 0 when both are empty.
double overlap(const QSet<QString> &one, const QSet<QString> &other);
//! The text in sentences and list items, each trimmed, none empty.
QStringList sentencesOf(const QString &text);

} // namespace relaydesk
