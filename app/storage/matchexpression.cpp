// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/matchexpression.h"

namespace relaydesk {

namespace {

constexpr int mostRuns = 32;
constexpr int mostTokens = 32;
constexpr int shortestBeginning = 3; //!< too much begins with two letters to be found while somebody types

TokenRun runOf(const QString &text) {
    TokenRun run;
    for (const SearchToken &token : searchTokens(text.left(mostTokens * mostTokens))) {
        if (run.words.size() < mostTokens)
            run.words.append(token.word);
    }
    return run;
}

void add(QVector<TokenRun> &runs, const QString &text, bool isBeginning = false, int shortest = 1) {
    TokenRun run = runOf(text);
    run.isBeginning = isBeginning && run.words.value(run.words.size() - 1).size() >= shortest;
    if (!run.words.isEmpty() && runs.size() < mostRuns && !runs.contains(run))
        runs.append(run);
}

} // namespace

QVector<TokenRun> tokenRuns(const SearchWords &text) {
    QVector<TokenRun> runs;
    for (const QString &phrase : text.phrases)
        add(runs, phrase);
    for (qsizetype i = 0; i < text.words.size(); ++i)
        add(runs, text.words[i], text.isUnfinished && i + 1 == text.words.size(), shortestBeginning);
    return runs;
}

QVector<TokenRun> beginnings(const QString &text) {
    QVector<TokenRun> runs;
    for (const SearchToken &token : searchTokens(text.left(mostTokens * mostTokens)))
        add(runs, token.word, true);
    return runs;
}

QString matchExpression(const QVector<TokenRun> &runs) {
    QStringList parts;
    for (const TokenRun &run : runs)
        parts.append(QStringLiteral("\"%1\"%2")
                         .arg(run.words.join(QLatin1Char(' ')), run.isBeginning ? QStringLiteral(" *") : QString()));
    return parts.join(QLatin1Char(' '));
}

} // namespace relaydesk
