// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/answersentences.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {
constexpr int mostSentences = 12;
constexpr int longestSentence = 400;
constexpr int longestAnswer = 20000;
constexpr int fewestWords = 3;

//! [text](address) becomes text; list marks, headings, quotes, emphasis and code marks go.
QString withoutMarks(QString line) {
    static const QRegularExpression lead(QStringLiteral(R"(^\s*(?:[-*+>]\s+|#{1,6}\s+|\d{1,3}[.)]\s+)+)"));
    static const QRegularExpression link(QStringLiteral(R"(!?\[([^\]\[]*)\]\([^()\s]*\))"));
    static const QRegularExpression signs(QStringLiteral(R"([*`~]+|(?<!\w)_+|_+(?!\w))"));
    line.remove(lead);
    line.replace(link, QStringLiteral("\\1"));
    line.remove(signs);
    line.replace(u'|', u' '); // cells of a table
    return line.simplified();
}
} // namespace

QStringList answerSentences(const QString &markdown) {
    static const QRegularExpression ends(QStringLiteral(R"((?<=[.!?:;…])\s+)"));
    QStringList sentences;
    const QStringList lines = markdown.left(longestAnswer).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList parts = withoutMarks(line).split(ends, Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (sentences.size() == mostSentences)
                return sentences;
            if (part.count(u' ') + 1 >= fewestWords)
                sentences << part.left(longestSentence);
        }
    }
    return sentences;
}

} // namespace relaydesk
