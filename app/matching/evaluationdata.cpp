// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/evaluationdata.h"
#include <QtCore/QMap>
#include <algorithm>
#include <cmath>
#include <random>

namespace relaydesk {

namespace {

using Categories = QMap<QString, QStringList>;

Categories byCategory(const QVector<LabelledText> &texts) {
    Categories categories;
    for (const LabelledText &one : texts)
        categories[one.category] << one.text;
    return categories;
}

//! Not std::shuffle, whose order is each library's own.
template <typename List>
void shuffle(List &list, std::mt19937 &random) {
    for (qsizetype i = list.size() - 1; i > 0; --i)
        std::swap(list[i], list[static_cast<qsizetype>(random() % static_cast<unsigned>(i + 1))]);
}

//! By name, from 1: the same whatever is left out later.
QHash<QString, ArticleId> idsOf(const Categories &categories) {
    QHash<QString, ArticleId> ids;
    for (auto category = categories.cbegin(); category != categories.cend(); ++category)
        ids.insert(category.key(), ArticleId{ids.size() + 1});
    return ids;
}

Article articleOf(ArticleId id, const QStringList &texts) {
    Article article;
    article.id = id;
    article.title = texts.first();
    for (const QString &text : texts.mid(1))
        article.phrasings << Phrasing{{}, text};
    return article;
}

constexpr int mostAsked = 2000;
constexpr int leftOutOf = 7;
constexpr double askedShare = 0.2;

//! One of seven, drawn at random, where some questions shall have no answer.
QStringList leftOut(QStringList names, std::mt19937 &random) {
    shuffle(names, random);
    return names.mid(0, std::max<qsizetype>(1, names.size() / leftOutOf));
}

} // namespace

EvaluationDesk deskOf(const EvaluationData &data) {
    EvaluationDesk desk;
    const Categories categories = byCategory(data.train);
    const QHash<QString, ArticleId> ids = idsOf(categories);
    for (auto category = categories.cbegin(); category != categories.cend(); ++category)
        desk.articles << articleOf(ids[category.key()], *category);
    for (const LabelledText &one : data.test)
        desk.questions << EvaluationQuestion{one.text, ids.value(one.category)};
    for (const QString &text : data.outside)
        desk.questions << EvaluationQuestion{text, {}};
    return desk;
}

EvaluationDesk practiceDesk(const QVector<LabelledText> &train, double outsideShare, unsigned seed) {
    std::mt19937 random(seed);
    Categories categories = byCategory(train);
    const QHash<QString, ArticleId> ids = idsOf(categories);
    QStringList unknown;
    if (outsideShare > 0 && categories.size() > 2) {
        for (const QString &name : leftOut(categories.keys(), random))
            unknown += categories.take(name);
    }
    qsizetype all = 0;
    for (const QStringList &texts : std::as_const(categories))
        all += texts.size();
    const double share = std::min(askedShare, double(mostAsked) / double(std::max<qsizetype>(1, all)));
    EvaluationDesk desk;
    for (auto category = categories.begin(); category != categories.end(); ++category) {
        QStringList &texts = *category;
        const ArticleId id = ids[category.key()];
        shuffle(texts, random);
        const auto wanted = std::max<qsizetype>(1, std::lround(double(texts.size()) * share));
        const auto asked = std::min(wanted, texts.size() - 1);
        desk.articles << articleOf(id, texts.mid(asked));
        for (const QString &text : texts.mid(0, asked))
            desk.questions << EvaluationQuestion{text, id};
    }
    shuffle(unknown, random);
    const double odds = outsideShare / std::max(0.05, 1 - outsideShare);
    for (const QString &text : unknown.mid(0, std::lround(double(desk.questions.size()) * odds)))
        desk.questions << EvaluationQuestion{text, {}};
    return desk;
}

QVector<LabelledText> drawn(const QVector<LabelledText> &train, int shots, unsigned seed) {
    std::mt19937 random(seed);
    QVector<LabelledText> chosen;
    Categories categories = byCategory(train);
    for (auto category = categories.begin(); category != categories.end(); ++category) {
        shuffle(*category, random);
        for (const QString &text : category->mid(0, shots))
            chosen << LabelledText{text, category.key()};
    }
    return chosen;
}

} // namespace relaydesk
