// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/spelling.h"
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QTextBlock>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

namespace {

//! Addresses, code and variables first: what they match is no word.
const QRegularExpression &wordPattern() {
    static const QRegularExpression pattern(
        QStringLiteral("(?:https?://|www\\.|mailto:)\\S+|\\S+@\\S+|`[^`]*`|\\{\\{[^}]*\\}\\}|"
                       "(?<word>\\p{L}[\\p{L}\\p{M}]*+(?:['\u2019]\\p{L}++)*+)(?!\\p{N})"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

QVector<std::pair<int, int>> misspeltIn(const QString &text, Dictionary &dictionary) {
    QVector<std::pair<int, int>> found; // start, length
    auto matches = wordPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString word = match.captured(QStringLiteral("word"));
        const bool hasDigitBefore = match.capturedStart() > 0 && text[match.capturedStart() - 1].isDigit();
        if (word.size() > 1 && !hasDigitBefore && !dictionary.knows(word))
            found += {int(match.capturedStart()), int(word.size())};
    }
    return found;
}

} // namespace

Spelling::Spelling(QPlainTextEdit &edit) : QSyntaxHighlighter(edit.document()), m_edit(edit) {
    edit.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&edit, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = menuAt(m_edit.cursorForPosition(at).position());
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_edit.viewport()->mapToGlobal(at));
    });
}

void Spelling::setLanguage(const QString &language) {
    if (language == m_language)
        return;
    m_language = language;
    m_dictionary = m_opened.value(language);
    rehighlight();
    if (m_dictionary)
        emit ready();
    if (m_asked.contains(language) || language.isEmpty())
        return;
    m_asked += language;
    Dictionary::open(language).then(
        this, [this, language](const std::shared_ptr<Dictionary> &opened) { take(language, opened); });
}

void Spelling::take(const QString &language, const std::shared_ptr<Dictionary> &dictionary) {
    if (!dictionary) {
        emit missing(tr("There is no dictionary for %1, so words are not checked. Install hunspell-%2.")
                         .arg(QLocale::languageToString(QLocale(language).language()), language));
        return;
    }
    m_opened.insert(language, dictionary);
    if (language != m_language)
        return;
    m_dictionary = dictionary;
    rehighlight();
    emit ready();
}

void Spelling::highlightBlock(const QString &text) {
    if (!m_dictionary)
        return;
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    format.setUnderlineColor(m_edit.palette().color(QPalette::BrightText));
    for (const auto &[start, length] : misspeltIn(text, *m_dictionary))
        setFormat(start, length, format);
}

std::pair<int, int> Spelling::misspeltAt(int position) const {
    const QTextBlock block = document()->findBlock(position);
    if (!m_dictionary || !block.isValid())
        return {};
    for (const auto &[start, length] : misspeltIn(block.text(), *m_dictionary)) {
        const int from = block.position() + start;
        if (position >= from && position <= from + length)
            return {from, length};
    }
    return {};
}

void Spelling::replace(const std::pair<int, int> &word, const QString &by) {
    QTextCursor cursor(document());
    cursor.setPosition(word.first);
    cursor.setPosition(word.first + word.second, QTextCursor::KeepAnchor);
    cursor.insertText(by);
}

QMenu *Spelling::menuAt(int position) {
    QMenu *menu = m_edit.createStandardContextMenu();
    menu->setAccessibleName(tr("Edit"));
    const auto word = misspeltAt(position);
    if (word.second == 0)
        return menu;
    const QString text = document()->toPlainText().mid(word.first, word.second);
    const auto insert = [this, menu](QAction *before, const QString &words, const char *name, auto deed) {
        auto *action = new QAction(words, menu);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, deed);
        menu->insertAction(before, action);
    };
    auto *looking = new QAction(tr("Looking for what could be meant\u2026"), menu);
    looking->setEnabled(false);
    QAction *first = menu->actions().value(0);
    menu->insertAction(first, looking);
    insert(first, tr("Add \u201c%1\u201d to my words").arg(text), "addWord", [this, text] {
        m_dictionary->add(text);
        rehighlight();
    });
    menu->insertSeparator(first);
    m_dictionary->suggestions(text).then(menu, [this, insert, looking, word](const QStringList &suggestions) {
        for (const QString &suggested : suggestions)
            insert(looking, suggested, "suggestion", [this, word, suggested] { replace(word, suggested); });
        looking->setText(tr("Nothing similar is known"));
        looking->setVisible(suggestions.isEmpty());
    });
    return menu;
}

} // namespace relaydesk
