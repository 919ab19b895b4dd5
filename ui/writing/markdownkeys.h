// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Markdown written by keys: marks around words, links and lists, each as one step that can be undone.
#pragma once
#include <QtCore/QString>

class QPlainTextEdit;

namespace relaydesk {

//! Puts `mark` ("**", "*", "`") around the selection or the word at the cursor, or takes it away where it stands.
void toggleMark(QPlainTextEdit &edit, const QString &mark);
//! [words](https://) with the address selected; a selected address becomes [](address) with the cursor in the words.
void insertLink(QPlainTextEdit &edit);
//! "- " before each selected line ("1. ", "2. " … where `numbered`), or away from all where each has one.
void toggleList(QPlainTextEdit &edit, bool numbered);

} // namespace relaydesk
