// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/mergeimport.h"
#include "models/exchange/articlerules.h"
#include "models/exchange/textfile.h"
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace relaydesk {

namespace {

using Index = QHash<QString, qsizetype>;

bool sameAnswer(const QString &one, const QString &other) {
    const auto plain = [](QString text) {
        return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).trimmed();
    };
    return one == other || plain(one) == plain(other);
}

//! Adds the phrasings that the article does not have, neither as title nor as phrasing. Returns how many.
int addPhrasings(Article &article, const QVector<Phrasing> &phrasings) {
    QSet<QString> known{sameTextKey(article.title)};
    for (const Phrasing &phrasing : article.phrasings)
        known += sameTextKey(phrasing.text);
    const auto before = article.phrasings.size();
    for (const Phrasing &phrasing : phrasings) {
        const QString key = sameTextKey(phrasing.text);
        if (key.isEmpty() || known.contains(key))
            continue;
        known += key;
        article.phrasings += Phrasing{{}, phrasing.text, phrasing.origin};
    }
    return int(article.phrasings.size() - before);
}

void addTags(Article &article, const QStringList &tags) {
    QSet<QString> known;
    for (const QString &tag : article.tags)
        known += sameTextKey(tag);
    for (const QString &tag : tags) {
        const QString key = sameTextKey(tag);
        if (key.isEmpty() || known.contains(key))
            continue;
        known += key;
        article.tags += tag;
    }
}

//! As it goes into a store that does not know it.
Article fresh(const Article &read) {
    Article article = read;
    article.id = {};
    article.version = 0;
    article.record = {};
    article.phrasings.clear();
    article.tags.clear();
    addPhrasings(article, read.phrasings);
    addTags(article, read.tags);
    return article;
}

//! One article for each title, in the order in which the titles come.
Result<QVector<Article>> withoutDoubles(const QVector<Article> &read) {
    QVector<Article> articles;
    Index index;
    for (const Article &article : read) {
        const QString key = sameTextKey(article.title);
        const auto at = index.constFind(key);
        if (at == index.constEnd()) {
            index.insert(key, articles.size());
            articles += fresh(article);
            continue;
        }
        Article &first = articles[*at];
        if (!sameAnswer(first.answer, article.answer))
            return failure(ErrorKind::Invalid, ExchangeText::tr("Two articles have the title %1 and different answers. "
                                                                "Nothing was imported. Leave one of the two.")
                                                   .arg(quoted(article.title)));
        addPhrasings(first, article.phrasings);
        addTags(first, article.tags);
    }
    return articles;
}

Index indexOf(const QVector<Article> &existing) {
    Index index;
    for (const auto status : {ArticleStatus::Live, ArticleStatus::Archived}) {
        for (qsizetype at = 0; at < existing.size(); ++at) {
            const QString key = sameTextKey(existing[at].title);
            if (existing[at].status == status && !index.contains(key))
                index.insert(key, at);
        }
    }
    return index;
}

void extend(ImportPlan &plan, const Article &known, const Article &read) {
    Article article = known;
    plan.phrasingsAdded += addPhrasings(article, read.phrasings);
    addTags(article, read.tags);
    if (!sameAnswer(article.answer, read.answer))
        article.answer = read.answer;
    plan.archived += known.status == ArticleStatus::Archived ? 1 : 0;
    if (article == known) {
        ++plan.unchanged;
        return;
    }
    ++plan.changed;
    plan.toSave += article;
}

} // namespace

Result<ImportPlan> mergeImport(const QVector<Article> &existing, const QVector<Article> &read) {
    const auto articles = withoutDoubles(read);
    RELAYDESK_TRY(articles);
    const Index index = indexOf(existing);
    ImportPlan plan;
    for (const Article &article : *articles) {
        const auto at = index.constFind(sameTextKey(article.title));
        if (at != index.constEnd()) {
            extend(plan, existing[*at], article);
            continue;
        }
        ++plan.added;
        plan.phrasingsAdded += int(article.phrasings.size());
        plan.toSave += article;
    }
    return plan;
}

} // namespace relaydesk
