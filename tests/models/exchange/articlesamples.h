// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Articles for the tests of the exchange: plain ones, and ones that do their best not to survive a file.
#pragma once
#include "models/domain/article.h"

namespace relaydesk {

inline Article sampleArticle(const QString &title, const QString &answer, const QStringList &tags = {},
                             const QStringList &phrasings = {}) {
    Article article;
    article.title = title;
    article.answer = answer;
    article.tags = tags;
    article.origin = Origin::Import;
    for (const QString &text : phrasings)
        article.phrasings += Phrasing{{}, text, Origin::Import};
    return article;
}

//! What a failed comparison shows: every text, one after the other.
inline QString shown(const QVector<Article> &articles) {
    QStringList parts;
    for (const Article &article : articles) {
        parts << u'[' + article.title + u']' << u'{' + article.answer + u'}' << article.tags.join(u'|');
        for (const Phrasing &phrasing : article.phrasings)
            parts << u'<' + phrasing.text + u'>';
    }
    return parts.join(u'\n');
}

//! Texts with which an article gets lost in one format or another.
inline QStringList nastyTexts() {
    return {
        QStringLiteral("a, b; c: d"),
        QStringLiteral("\"quoted\""),
        QStringLiteral("one \" quote"),
        QStringLiteral("=HYPERLINK(\"http://x\")"),
        QStringLiteral("+1 -1 @here"),
        QStringLiteral("two\nlines"),
        QStringLiteral("windows\r\nlines"),
        QStringLiteral("old\rmac"),
        QStringLiteral("\nline feed first and last\n"),
        QStringLiteral("  spaces around\t"),
        QStringLiteral("# not a document title"),
        QStringLiteral("## not an article"),
        QStringLiteral("### Asked as"),
        QStringLiteral("Asked as"),
        QStringLiteral("asked AS:"),
        QStringLiteral("Tags: not, tags"),
        QStringLiteral("- an item"),
        QStringLiteral("1. one"),
        QStringLiteral("\\# escaped"),
        QStringLiteral("C#"),
        QStringLiteral("ends in # ##"),
        QStringLiteral("&#10; &#38; &amp; &#x41; &#1234567890; &#;"),
        QStringLiteral("<!-- answer 1 -->"),
        QStringLiteral("<!-- end of answer 1 -->"),
        QStringLiteral("```"),
        QStringLiteral("~~~ open"),
        QStringLiteral("\U0001F331\U0001F468\u200D\U0001F469\u200D\U0001F467 caf\u00e9 cafe\u0301"),
        QStringLiteral("\uFEFFmark first"),
        QStringLiteral("line\u2028separator\u0085next\u000Bvertical"),
        QStringLiteral("\u00A0no-break\u00A0"),
        QStringLiteral("{\"title\": \"json\"}"),
        QStringLiteral("C:\\new\\table"),
        QStringLiteral("'"),
        QStringLiteral("===="),
    };
}

//! Answers with a structure of their own.
inline QStringList nastyAnswers() {
    return {
        QStringLiteral("Run:\n\n```sh\n# a comment\n## another\nAsked as:\nTags: none\n```\n\nDone."),
        QStringLiteral("~~~~\n```\n# in\n~~~\n~~~~"),
        QStringLiteral("an open fence\n\n```\n# never closed"),
        QStringLiteral("1. one\n   - nested\n     - deeper\n\n       # indented\n2. two"),
        QStringLiteral("### Deeper heading\n\ntext\n\n#### Deeper still"),
        QStringLiteral("text\n\n## Looks like an article\n\ntext"),
        QStringLiteral("text\n\nAsked as:\n\n- a question\n\n# And on"),
        QStringLiteral("Tags: a, b\n\ntext"),
        QStringLiteral("text\n\nTags: a, b"),
        QStringLiteral("<!-- answer 1 -->\n## In\n<!-- end of answer 1 -->\n<!-- end of answer 2 -->"),
        QStringLiteral("    code by indentation\n\nand text"),
        QStringLiteral("hard break  \nnext line\n\n\n\nafter three blank lines"),
        QStringLiteral("a\r\nb\r\n\r\n## c\r\nd"),
        QStringLiteral("Title\n=====\n\nUnder\n-----"),
        QStringLiteral("| a | b |\n|---|---|\n| \"1\" | 2;3 |"),
    };
}

//! One article for each nasty text and answer, with that text in every place.
inline QVector<Article> nastyArticles() {
    QVector<Article> articles;
    for (const QString &text : nastyTexts())
        articles += sampleArticle(text, text, {text, QStringLiteral("plain")}, {text, QStringLiteral("and ") + text});
    for (const QString &answer : nastyAnswers())
        articles += sampleArticle(QStringLiteral("Article %1").arg(articles.size()), answer);
    return articles;
}

} // namespace relaydesk
