// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The words with which the language model is asked: the desk's rules, the closest articles as data, the question as
//! data.
#pragma once
#include "models/domain/article.h"
#include "models/domain/modelclient.h"

namespace relaydesk {

//! What the model is told to say when the articles do not hold the answer.
QString noAnswerMark();

//! Articles are numbered from 1 in the order given and cut so that they and the question (at most a third) stay
//! under `mostCharacters`; the rules come on top.
ModelRequest promptFor(const QString &question, const QVector<Article> &articles, int mostCharacters = 6000);

} // namespace relaydesk
