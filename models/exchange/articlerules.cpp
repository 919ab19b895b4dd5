// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/articlerules.h"
#include "models/exchange/textfile.h"
#include <algorithm>

namespace relaydesk {

namespace {

qsizetype characters(const QString &text) {
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

//! `tooLong` has two places: the characters there are and those allowed.
Result<void> checkText(const QString &text, qsizetype most, const QString &tooLong, int line) {
    if (text.contains(QChar(0)))
        return lineFailure(line, ExchangeText::tr("there is a zero character in a text. Take it out."));
    if (const auto count = characters(text); count > most)
        return lineFailure(line, tooLong.arg(count).arg(most));
    return {};
}

} // namespace

QString sameTextKey(const QString &text) {
    return text.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

Article importedArticle(const QString &title) {
    Article article;
    article.title = title;
    article.origin = Origin::Import;
    return article;
}

Result<void> checkTitle(const QString &title, int line) {
    if (title.trimmed().isEmpty())
        return lineFailure(line, ExchangeText::tr("the title is missing."));
    return checkText(title, longestTitle, ExchangeText::tr("the title has %1 characters; at most %2 are allowed."),
                     line);
}

Result<void> checkPhrasing(const QString &phrasing, int line) {
    if (phrasing.trimmed().isEmpty())
        return lineFailure(line, ExchangeText::tr("a phrasing is empty."));
    return checkText(phrasing, longestPhrasing,
                     ExchangeText::tr("the phrasing has %1 characters; at most %2 are allowed."), line);
}

Result<void> checkAnswer(const QString &answer, const QString &title, int line) {
    if (answer.trimmed().isEmpty())
        return lineFailure(line, ExchangeText::tr("the article %1 has no answer.").arg(quoted(title)));
    return checkText(answer, longestAnswer, ExchangeText::tr("the answer has %1 characters; at most %2 are allowed."),
                     line);
}

} // namespace relaydesk
