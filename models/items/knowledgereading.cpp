// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/knowledgereading.h"
#include "models/analytics/outcomes.h"
#include <QtCore/QHash>
#include <QtCore/QSet>
#include <algorithm>

namespace relaydesk {

namespace {

//! Whether the stored answer of the event's article went to a customer.
bool isStoredAnswer(const Event &event) {
    return event.kind == EventKind::Verdict && event.article.isValid() && event.conversation.isValid() &&
           event.data.contains(QStringLiteral("answer")) && !event.data.value(QStringLiteral("written")).toBool();
}

} // namespace

Result<ArticleRows> readKnowledge(const Stores &stores) {
    const auto uses = stores.events.storedAnswers();
    RELAYDESK_TRY(uses);
    ArticleRows rows;
    for (const ArticleStatus status : {ArticleStatus::Live, ArticleStatus::Archived}) {
        const auto articles = stores.articles.articles(status);
        RELAYDESK_TRY(articles);
        for (const Article &article : *articles)
            rows.push_back(std::make_shared<const ArticleRow>(
                ArticleRow{article, uses->value(article.id), searchKey(article), false}));
    }
    std::sort(rows.begin(), rows.end(), [](const auto &one, const auto &other) { return one->key < other->key; });
    return rows;
}

Result<QVector<Article>> readArticles(const Stores &stores, const QVector<ArticleId> &ids) {
    QVector<Article> articles;
    for (const ArticleId id : ids) {
        const auto article = stores.articles.article(id);
        if (article)
            articles.append(*article);
        else if (article.error().kind != ErrorKind::NotFound)
            return tl::unexpected<Failure>(article.error());
    }
    return articles;
}

Result<ArticleUse> readUse(const Stores &stores, ArticleId id, const QDateTime &from) {
    const auto events = stores.events.events(
        {.kinds = {EventKind::Verdict, EventKind::Feedback}, .conversation = {}, .from = from, .to = {}});
    RELAYDESK_TRY(events);
    QSet<qint64> answers;
    QHash<qint64, bool> outcomes; // the last one decides
    for (const Event &event : *events) {
        if (event.article != id)
            continue;
        if (isStoredAnswer(event))
            answers += event.id.value;
        else if (const auto helped = speaksFor(event.data.value(QStringLiteral("outcome")).toString()))
            outcomes.insert(event.data.value(QStringLiteral("verdict")).toInteger(), *helped);
    }
    ArticleUse use{int(answers.size()), 0, 0};
    for (const qint64 answer : std::as_const(answers)) {
        if (const auto helped = outcomes.constFind(answer); helped != outcomes.constEnd())
            ++(*helped ? use.solved : use.wentToPerson);
    }
    return use;
}

} // namespace relaydesk
