// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/duplicates.h"
#include "models/desk/learner.h"
#include "models/desk/words.h"
#include <QtCore/QHash>

namespace relaydesk {

namespace {

//! What two phrasings share that are the same; text without a word is taken as it is.
QString keyOfQuestion(const QString &text) {
    const QString words = wordsOf(text).join(u' ');
    return words.isEmpty() ? text.simplified() : words;
}

//! Each question of the article once: its key, and how it is written.
QHash<QString, QString> questionsOf(const Article &article) {
    QHash<QString, QString> questions;
    for (const Phrasing &phrasing : article.phrasings)
        questions.insert(keyOfQuestion(phrasing.text), phrasing.text);
    questions.insert(keyOfQuestion(article.title), article.title);
    return questions;
}

} // namespace

Article withoutDuplicates(const Article &article) {
    Article single = article;
    QSet<QString> known{keyOfQuestion(article.title)};
    single.phrasings.removeIf([&](const Phrasing &phrasing) {
        const QString key = keyOfQuestion(phrasing.text);
        const bool isKnown = known.contains(key);
        known.insert(key);
        return isKnown;
    });
    return single;
}

QVector<Contradiction> contradictionsOf(const Article &article, const QVector<Article> &articles) {
    const QHash<QString, QString> questions = questionsOf(article);
    QVector<Contradiction> found;
    for (const Article &other : articles) {
        if (other.id == article.id)
            continue;
        QHash<QString, QString> shared = questionsOf(other);
        shared.removeIf([&](const auto &question) { return !questions.contains(question.key()); });
        if (shared.isEmpty() || kinshipOf(article.answer, other.answer) == Kinship::Same)
            continue;
        for (auto question = shared.cbegin(); question != shared.cend(); ++question)
            found += {questions[question.key()], other.id, other.title, other.answer};
    }
    return found;
}

} // namespace relaydesk
