// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/markdownreader.h"
#include "models/exchange/markdownarticle.h"
#include "models/exchange/markdownlines.h"
#include "models/exchange/textfile.h"
#include <algorithm>

namespace relaydesk {

namespace {

//! Level of the headings that make articles; the rule stands at readMarkdown.
int articleLevel(const QVector<MarkdownLine> &lines) {
    int section = 0;
    int firstHeading = 0;
    std::array<int, 3> headings{};
    std::array<bool, 3> marked{};
    bool fresh = false;
    for (const MarkdownLine &line : lines) {
        if (line.isAskedAsHeading() && line.level == 2)
            return 1;
        if (line.kind == MarkdownLine::Heading && line.level <= 2) {
            section = line.level;
            firstHeading = firstHeading == 0 ? section : firstHeading;
            ++headings[size_t(section)];
            fresh = true;
        } else if (line.isAskedAs() || (fresh && line.isTags())) {
            marked[size_t(section)] = true;
        }
        fresh = fresh && (line.kind == MarkdownLine::Heading || line.isBlank());
    }
    const bool titled = headings[1] == 0 || (headings[1] == 1 && firstHeading == 1);
    return headings[2] == 0 || marked[1] || (!marked[2] && !titled) ? 1 : 2;
}

qsizetype nextHeading(const QVector<MarkdownLine> &lines, qsizetype from, int level) {
    while (from < lines.size() && (lines[from].kind != MarkdownLine::Heading || lines[from].level > level))
        ++from;
    return from;
}

//! Fails at the first line with anything on it: under a chapter's heading it would be lost.
Result<void> checkChapter(const QVector<MarkdownLine> &lines, qsizetype heading, qsizetype end) {
    for (auto at = heading + 1; at < end; ++at) {
        if (!lines[at].isBlank())
            return lineFailure(lines[at].number,
                               ExchangeText::tr("this text stands under the heading %1, which is no article. Put it "
                                                "under a heading with ##, or before the first article.")
                                   .arg(quoted(lines[heading].headingText())));
    }
    return {};
}

} // namespace

Result<QVector<Article>> readMarkdown(const QString &text) {
    if (text.trimmed().isEmpty())
        return QVector<Article>();
    const auto lines = markdownLines(withPlainLineEnds(text));
    RELAYDESK_TRY(lines);
    const int level = articleLevel(*lines);
    QVector<Article> articles;
    auto begin = nextHeading(*lines, 0, level);
    while (begin < lines->size() && lines->at(begin).level != level)
        begin = nextHeading(*lines, begin + 1, level);
    if (begin == lines->size())
        return lineFailure(1, ExchangeText::tr("there is no article: no line begins with \"## \" or \"# \"."));
    while (begin < lines->size()) {
        const auto end = nextHeading(*lines, begin + 1, level);
        if (lines->at(begin).level < level) {
            RELAYDESK_TRY(checkChapter(*lines, begin, end));
        } else {
            const auto article = markdownArticle(lines->sliced(begin, end - begin));
            RELAYDESK_TRY(article);
            articles += *article;
        }
        begin = end;
    }
    return articles;
}

} // namespace relaydesk
