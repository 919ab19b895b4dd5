// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/markdownkeys.h"
#include <QtCore/QRegularExpression>
#include <QtGui/QTextBlock>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

namespace {

//! The selection without white space at its ends, or the word at the cursor; may be empty.
QTextCursor wordsAt(const QPlainTextEdit &edit) {
    QTextCursor cursor = edit.textCursor();
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    const QString text = cursor.selectedText();
    const QString trimmed = text.trimmed();
    const int start = cursor.selectionStart() + int(trimmed.isEmpty() ? 0 : text.indexOf(trimmed));
    if (trimmed.isEmpty())
        return edit.textCursor();
    cursor.setPosition(start);
    cursor.setPosition(start + int(trimmed.size()), QTextCursor::KeepAnchor);
    return cursor;
}

QString around(const QTextCursor &cursor, int length) {
    QTextCursor wider(cursor);
    const int last = cursor.document()->characterCount() - 1;
    wider.setPosition(qMax(0, cursor.selectionStart() - length));
    wider.setPosition(qMin(last, cursor.selectionEnd() + length), QTextCursor::KeepAnchor);
    return wider.selectedText();
}

//! Bold is two of what italic is one of: those of the other kind are no marks of this one.
bool isMarked(const QTextCursor &cursor, const QString &mark) {
    const auto edges = [&](int times) {
        const QString marks = mark.repeated(times);
        const QString text = around(cursor, int(marks.size()));
        return text.size() == cursor.selectedText().size() + 2 * marks.size() && text.startsWith(marks) &&
               text.endsWith(marks);
    };
    return edges(1) && (mark != QLatin1String("*") || !edges(2) || edges(3));
}

QVector<QTextBlock> linesOf(const QTextCursor &cursor) {
    QVector<QTextBlock> lines;
    QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
    for (; block.isValid() && (lines.isEmpty() || block.position() < cursor.selectionEnd()); block = block.next())
        lines += block;
    return lines;
}

} // namespace

void toggleMark(QPlainTextEdit &edit, const QString &mark) {
    QTextCursor words = wordsAt(edit);
    const QString text = words.selectedText();
    const int length = int(mark.size());
    int start = words.selectionStart();
    const bool take = !text.isEmpty() && isMarked(words, mark);
    words.beginEditBlock();
    if (take) {
        start -= length;
        words.setPosition(start);
        words.setPosition(start + int(text.size()) + 2 * length, QTextCursor::KeepAnchor);
        words.insertText(text);
    } else {
        words.insertText(mark + text + mark);
        start += length;
    }
    words.endEditBlock();
    words.setPosition(start);
    words.setPosition(start + int(text.size()), QTextCursor::KeepAnchor);
    edit.setTextCursor(words);
}

void insertLink(QPlainTextEdit &edit) {
    static const QRegularExpression address(QStringLiteral("^(https?://|mailto:)\\S+$"));
    QTextCursor words = wordsAt(edit);
    const QString text = words.selectedText();
    const int start = words.selectionStart();
    const bool isAddress = address.match(text).hasMatch();
    const QString begin = QStringLiteral("https://");
    words.insertText(isAddress ? QStringLiteral("[](%1)").arg(text) : QStringLiteral("[%1](%2)").arg(text, begin));
    words.setPosition(start + 1 + (isAddress ? 0 : int(text.size()) + 2));
    if (!isAddress)
        words.setPosition(words.position() + int(begin.size()), QTextCursor::KeepAnchor);
    edit.setTextCursor(words);
}

void toggleList(QPlainTextEdit &edit, bool numbered) {
    static const QRegularExpression bullet(QStringLiteral("^- "));
    static const QRegularExpression number(QStringLiteral("^\\d+\\. "));
    const QRegularExpression &wanted = numbered ? number : bullet;
    QTextCursor cursor = edit.textCursor();
    const QVector<QTextBlock> lines = linesOf(cursor);
    const bool take = std::all_of(lines.begin(), lines.end(),
                                  [&](const QTextBlock &line) { return wanted.match(line.text()).hasMatch(); });
    QTextCursor writer(edit.document());
    writer.beginEditBlock();
    int count = 0;
    for (const QTextBlock &line : lines) {
        QString text = line.text();
        text.remove(bullet).remove(number);
        if (!take)
            text.prepend(numbered ? QStringLiteral("%1. ").arg(++count) : QStringLiteral("- "));
        writer.setPosition(line.position());
        writer.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        writer.insertText(text);
    }
    writer.endEditBlock();
    if (lines.size() == 1) { // writing goes on behind it
        writer.setPosition(lines.first().position() + lines.first().length() - 1);
        edit.setTextCursor(writer);
    }
}

} // namespace relaydesk
