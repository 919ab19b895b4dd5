// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/searchsnippet.h"
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int wantedLength = 160;
constexpr int before = 40; //!< characters of what stands in front of the first word

struct Place {
    TextSpan where;
    int run; //!< which of those looked for
};

bool fits(const QVector<SearchToken> &tokens, qsizetype at, const TokenRun &run) {
    if (at + run.words.size() > tokens.size())
        return false;
    for (qsizetype i = 0; i < run.words.size(); ++i) {
        const bool mayGoOn = run.isBeginning && i + 1 == run.words.size();
        const QString &word = tokens[at + i].word;
        if (mayGoOn ? !word.startsWith(run.words[i]) : word != run.words[i])
            return false;
    }
    return true;
}

QVector<Place> placesIn(const QString &text, const QVector<TokenRun> &runs) {
    const QVector<SearchToken> tokens = searchTokens(text);
    QVector<Place> places;
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        for (qsizetype i = 0; i < runs.size(); ++i) {
            if (!fits(tokens, at, runs[i]))
                continue;
            const TextSpan last = tokens[at + runs[i].words.size() - 1].where;
            const int start = tokens[at].where.start;
            places.append({{start, last.start + last.length - start}, int(i)});
            break;
        }
    }
    return places;
}

//! Where the window begins: at the first word after which the most different ones follow within its length.
int bestStart(const QVector<Place> &places) {
    int best = 0;
    qsizetype most = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(places.size(), 200); ++i) {
        QSet<int> runs;
        for (qsizetype j = i;
             j < places.size() && places[j].where.start < places[i].where.start + wantedLength - before; ++j)
            runs.insert(places[j].run);
        if (runs.size() > most) {
            most = runs.size();
            best = places[i].where.start;
        }
    }
    return best;
}

int atBlank(const QString &text, int from, int to, int fallback) {
    for (int at = from; at != to; at += from < to ? 1 : -1) {
        if (text[at].isSpace())
            return from < to ? at + 1 : at;
    }
    return fallback;
}

//! Whether it belongs to "**" or "`": Markdown, not words.
bool isMarkup(const QString &text, int at) {
    const auto isStar = [&text](int place) { return place >= 0 && place < text.size() && text[place] == u'*'; };
    return text[at] == u'`' || (isStar(at) && (isStar(at - 1) || isStar(at + 1)));
}

//! Blanks and line ends as one blank each, without Markdown's emphasis, with the marks moved along.
Snippet onOneLine(const QString &text, int start, int end, const QVector<Place> &places) {
    Snippet snippet;
    if (start > 0)
        snippet.text = QStringLiteral("\u2026");
    QVector<int> moved;
    for (int at = start; at < end; ++at) {
        moved.append(int(snippet.text.size()));
        if (isMarkup(text, at))
            continue;
        const bool isBlank = text[at].isSpace();
        if (!isBlank)
            snippet.text += text[at];
        else if (!snippet.text.isEmpty() && !snippet.text.back().isSpace())
            snippet.text += QLatin1Char(' ');
    }
    moved.append(int(snippet.text.size()));
    for (const Place &place : places) {
        const int first = place.where.start - start;
        const int last = first + place.where.length;
        const bool isInside = first >= 0 && last < moved.size();
        if (isInside &&
            (snippet.marks.isEmpty() || snippet.marks.last().start + snippet.marks.last().length <= moved[first]))
            snippet.marks.append({moved[first], moved[last] - moved[first]});
    }
    while (snippet.text.endsWith(QLatin1Char(' ')))
        snippet.text.chop(1);
    if (end < text.size())
        snippet.text += QStringLiteral("\u2026");
    return snippet;
}

} // namespace

Snippet snippetOf(const QString &text, const QVector<TokenRun> &runs) {
    const QVector<Place> places = placesIn(text, runs);
    const int size = int(text.size());
    const int first = places.isEmpty() ? 0 : bestStart(places);
    int start = std::max(0, first - before);
    if (size <= wantedLength)
        start = 0;
    if (start > 0)
        start = atBlank(text, start, first, start);
    int end = std::min(size, start + wantedLength);
    if (end < size)
        end = atBlank(text, end, std::max(start, end - before), end);
    // Never between the halves of a character.
    if (start < size && text[start].isLowSurrogate())
        --start;
    if (end < size && text[end].isLowSurrogate())
        ++end;
    return onOneLine(text, start, end, places);
}

} // namespace relaydesk
