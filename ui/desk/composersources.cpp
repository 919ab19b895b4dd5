// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/composersources.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int mostOffered = 20;
constexpr int longestDetail = 60;

bool hasAll(const QString &text, const QStringList &words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QVector<Completion> articlesWith(const QVector<Article> &articles, const QString &query, int most) {
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList words = query.split(space, Qt::SkipEmptyParts);
    QVector<Completion> byTitle;
    QVector<Completion> byPhrasing;
    for (const Article &article : articles) {
        const Completion completion{article.title, article.answer.simplified().left(longestDetail), article.answer};
        if (hasAll(article.title, words))
            byTitle += completion;
        else if (std::any_of(article.phrasings.begin(), article.phrasings.end(),
                             [&](const Phrasing &phrasing) { return hasAll(phrasing.text, words); }))
            byPhrasing += completion;
        if (byTitle.size() >= most)
            break;
    }
    return (byTitle + byPhrasing).mid(0, most);
}

CompletionSource articleSource(Remote<Desk> desk) {
    return {QStringLiteral("??"), true, [desk](const QString &query) {
                return desk.ask(
                    [query](Desk &there) { return articlesWith(there.knowledge().live(), query, mostOffered); });
            }};
}

CompletionSource mentionSource(Remote<Reader> reader) {
    return {QStringLiteral("@"), false, [reader](const QString &query) {
                return reader.ask([query](Reader &there) {
                    QVector<Completion> names;
                    const auto agents = there.stores().people.agents();
                    for (const Agent &agent : agents ? *agents : QVector<Agent>()) {
                        if (agent.name.contains(query, Qt::CaseInsensitive))
                            names += {agent.name, {}, QStringLiteral("@%1 ").arg(agent.name)};
                    }
                    return names;
                });
            }};
}

} // namespace relaydesk
