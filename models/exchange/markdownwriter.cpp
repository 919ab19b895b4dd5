// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/markdownwriter.h"
#include "models/exchange/markdownlines.h"
#include "models/exchange/references.h"
#include <algorithm>

namespace relaydesk {

namespace {

QString reference(QChar c) { return QStringLiteral("&#%1;").arg(c.unicode()); }

//! A title must not be taken for the heading "Asked as", nor its last '#' for the end of a heading.
QString heading(const QString &title) {
    QString text = withReferences(title);
    if (text.endsWith(u'#'))
        text = text.chopped(1) + reference(u'#');
    if (MarkdownLine{.text = QStringLiteral("## ") + text, .kind = MarkdownLine::Heading, .level = 2}
            .isAskedAsHeading())
        text = reference(text[0]) + text.sliced(1);
    return text;
}

bool needsGuard(const QString &answer) {
    const auto lines = markdownLines(answer);
    if (!lines || lines->first().isBlank() || lines->last().isBlank())
        return true;
    return std::any_of(lines->begin(), lines->end(), [](const MarkdownLine &line) {
        return line.kind == MarkdownLine::Guard || (line.kind == MarkdownLine::Heading && line.level <= 2) ||
               line.isAskedAs() || line.isTags();
    });
}

QString guarded(const QString &answer) {
    int number = 1;
    while (answer.contains(guardEnd(number)))
        ++number;
    return guardBegin(number) + u'\n' + answer + u'\n' + guardEnd(number);
}

QString section(const Article &article) {
    QString text = QStringLiteral("\n## ") + heading(article.title) + QStringLiteral("\n\n");
    if (const QString tags = joinedTags(article.tags, u',', u", "); !tags.isEmpty())
        text += QStringLiteral("Tags: ") + tags + QStringLiteral("\n\n");
    text += (needsGuard(article.answer) ? guarded(article.answer) : article.answer) + u'\n';
    QString items;
    for (const Phrasing &phrasing : article.phrasings) {
        if (!phrasing.text.trimmed().isEmpty())
            items += QStringLiteral("- ") + withReferences(phrasing.text) + u'\n';
    }
    return items.isEmpty() ? text : text + QStringLiteral("\nAsked as:\n\n") + items;
}

} // namespace

QByteArray writeMarkdown(const QVector<Article> &articles) {
    QString text;
    for (const Article &article : articles)
        text += section(article);
    return text.isEmpty() ? QByteArray() : "# Knowledge\n" + text.toUtf8();
}

} // namespace relaydesk
