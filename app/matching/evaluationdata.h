// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Labelled questions, and what can be cut from them to practise on.
#pragma once
#include "models/domain/article.h"
#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

struct LabelledText {
    QString text;
    QString category;
    friend bool operator==(const LabelledText &, const LabelledText &) = default;
};

struct EvaluationData {
    QVector<LabelledText> train;
    QVector<LabelledText> test;
    QStringList outside; //!< questions that no category answers
};

//! A question and the article that answers it; an invalid one: none does.
struct EvaluationQuestion {
    QString text;
    ArticleId right;
};

//! Something to build a matcher from, and something to ask it.
struct EvaluationDesk {
    QVector<Article> articles;
    QVector<EvaluationQuestion> questions;
};

//! One article a category, by name, its texts as phrasings, no answer; asked are the test and the questions outside.
//! Test texts of a category that the training does not have are outside too.
EvaluationDesk deskOf(const EvaluationData &data);

//! From the training alone: a fifth of each category's texts is asked (at least one, but of a category with a single
//! text none; at most some 2,000 in all), the rest is known. So that `outsideShare` of all questions have no answer,
//! one category in seven is not known at all and only asked. Articles are numbered as by deskOf. The same seed cuts the
//! same.
EvaluationDesk practiceDesk(const QVector<LabelledText> &train, double outsideShare, unsigned seed);

//! `shots` texts a category, drawn at random; all where a category has no more.
QVector<LabelledText> drawn(const QVector<LabelledText> &train, int shots, unsigned seed);

} // namespace relaydesk
