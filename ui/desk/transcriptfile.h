// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation as a file to keep: plain text, Markdown or PDF, by the ending of its name.
#pragma once
#include "models/domain/progress.h"
#include "models/domain/result.h"
#include "models/items/messagelistmodel.h"

class QWidget;

namespace relaydesk {

class WorkBar;

//! What stands in a text or Markdown file.
QString transcriptText(const QString &title, const QVector<MessageRow> &rows, bool markdown);
//! Writes ".txt", ".md" or ".pdf"; any other ending is taken for text. The file is there whole or not at all. May be
//! called in any thread: a long conversation takes its time as a PDF.
Result<void> saveTranscript(
    const QString &file, const QString &title, const QVector<MessageRow> &rows,
    const Progress &progress = [](int) { return true; });

//! The same beside the window: `bar` shows how far it is and what became of it.
void saveBeside(WorkBar &bar, const QString &file, const QString &title, const QVector<MessageRow> &rows);

//! Asks for a file, `name` at first, and calls `then` with it unless `context` is gone by then.
void askWhereToSave(const QString &name, QWidget *over, const QObject *context,
                    const std::function<void(const QString &)> &then);

} // namespace relaydesk
