// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/markdownarticle.h"
#include "models/exchange/articlerules.h"
#include "models/exchange/references.h"
#include "models/exchange/textfile.h"
#include <algorithm>

namespace relaydesk {

namespace {

using Lines = QVector<MarkdownLine>;

tl::unexpected<Failure> twice(const QString &what, const MarkdownLine &line, const MarkdownLine &first) {
    return lineFailure(line.number, ExchangeText::tr("%1 stands here and in line %2, in one article.")
                                        .arg(quoted(what), QString::number(first.number)));
}

//! Index of the line "Asked as", or the number of lines.
Result<qsizetype> askedAsAt(const Lines &lines) {
    auto found = lines.size();
    for (qsizetype at = 1; at < lines.size(); ++at) {
        if (!lines[at].isAskedAs())
            continue;
        if (found < lines.size())
            return twice(QStringLiteral("Asked as"), lines[at], lines[found]);
        found = at;
    }
    return found;
}

//! Takes the line "Tags: …" out of the body, which begins under the title.
Result<QStringList> takeTags(Lines &body) {
    auto found = body.size();
    bool atTop = true;
    for (qsizetype at = 0; at < body.size(); ++at) {
        const bool alone = (at == 0 || body[at - 1].isBlank()) && (at + 1 == body.size() || body[at + 1].isBlank());
        if (body[at].isTags() && (atTop || alone)) {
            if (found < body.size())
                return twice(QStringLiteral("Tags:"), body[at], body[found]);
            found = at;
        }
        atTop = atTop && body[at].isBlank();
    }
    if (found == body.size())
        return QStringList();
    return splitTags(body.takeAt(found).tagsText(), u',');
}

QString joined(const Lines &lines) {
    QStringList texts;
    for (const MarkdownLine &line : lines)
        texts += line.text;
    return texts.join(u'\n');
}

//! A guarded answer stands alone.
Result<QString> guardedAnswer(const Lines &body) {
    Lines guarded;
    int guards = 0;
    for (const MarkdownLine &line : body) {
        guards += line.kind == MarkdownLine::Guard ? 1 : 0;
        if (line.kind == MarkdownLine::Guarded)
            guarded += line;
        else if (guards > 2 || (line.kind != MarkdownLine::Guard && !line.isBlank()))
            return lineFailure(line.number, ExchangeText::tr("there is text beside an answer that stands between two "
                                                             "comments. Put all of it there."));
    }
    return joined(guarded);
}

Result<QString> answerOf(Lines body) {
    const auto isGuard = [](const MarkdownLine &line) { return line.kind == MarkdownLine::Guard; };
    if (std::any_of(body.begin(), body.end(), isGuard))
        return guardedAnswer(body);
    while (!body.isEmpty() && body.last().isBlank())
        body.removeLast();
    while (!body.isEmpty() && body.first().isBlank())
        body.removeFirst();
    return joined(body);
}

//! What stands behind "- ", "* ", "+ ", "1. " or "1) "; null for a line that begins no item.
QString itemText(const MarkdownLine &line) {
    const QString text = line.text.trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && digits < 9 && text[digits].isDigit())
        ++digits;
    const auto isMark = [&](QLatin1String marks) { return digits < text.size() && marks.contains(text[digits]); };
    const bool begins = digits > 0 ? isMark(QLatin1String(".)")) : isMark(QLatin1String("-*+"));
    const bool ends = begins && digits + 1 < text.size() && text[digits + 1].isSpace();
    return line.kind == MarkdownLine::Text && ends ? text.sliced(digits + 1).trimmed() : QString();
}

struct Item {
    int line = 0;
    QString text;
};

//! A further line of an item is indented; it is joined with a space.
Result<QVector<Item>> itemsOf(const Lines &lines) {
    QVector<Item> items;
    for (const MarkdownLine &line : lines) {
        const bool indented = line.text.startsWith(u' ') || line.text.startsWith(u'\t');
        if (const QString text = itemText(line); !text.isEmpty())
            items += Item{line.number, text};
        else if (indented && !line.isBlank() && line.kind == MarkdownLine::Text && !items.isEmpty())
            items.last().text += u' ' + line.text.trimmed();
        else if (!line.isBlank())
            return lineFailure(line.number, ExchangeText::tr("under \"Asked as\" stands something that is no item of a "
                                                             "list. Put the answer above \"Asked as\", and \"- \" "
                                                             "before each phrasing."));
    }
    return items;
}

Result<QVector<Phrasing>> phrasingsOf(const Lines &lines) {
    const auto items = itemsOf(lines);
    RELAYDESK_TRY(items);
    QVector<Phrasing> phrasings;
    for (const Item &item : *items) {
        phrasings += Phrasing{{}, withoutReferences(item.text), Origin::Import};
        RELAYDESK_TRY(checkPhrasing(phrasings.last().text, item.line));
    }
    return phrasings;
}

} // namespace

Result<Article> markdownArticle(const QVector<MarkdownLine> &lines) {
    const int number = lines.first().number;
    const QString title = withoutReferences(lines.first().headingText());
    RELAYDESK_TRY(checkTitle(title, number));
    const auto asked = askedAsAt(lines);
    RELAYDESK_TRY(asked);
    auto body = lines.sliced(1, *asked - 1);
    const auto tags = takeTags(body);
    RELAYDESK_TRY(tags);
    const auto answer = answerOf(body);
    RELAYDESK_TRY(answer);
    RELAYDESK_TRY(checkAnswer(*answer, title, number));
    const auto phrasings = phrasingsOf(lines.sliced(std::min(*asked + 1, lines.size())));
    RELAYDESK_TRY(phrasings);
    Article article = importedArticle(title);
    article.answer = *answer;
    article.tags = *tags;
    article.phrasings = *phrasings;
    return article;
}

} // namespace relaydesk
