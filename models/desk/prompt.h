// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The words with which the language model is asked: the desk's rules, the closest articles as data, the question as
//! data.
#pragma once
#include "models/desk/houserules.h"
#include "models/domain/modelclient.h"

namespace relaydesk {

//! What the model is told to say when the articles do not hold the answer.
QString noAnswerMark();

//! Articles are numbered from 1 in the order given and cut so that they and the question (at most a third) stay
//! under `rules.mostCharacters`; the rules come on top. `question` must hold no private data any more.
ModelRequest promptFor(const QString &question, const QVector<Article> &articles, const AssistantRules &rules = {});

//! For the agent who takes over: four lines on what was said. `conversation`: lines as "Customer: …", redacted.
ModelRequest summaryPrompt(const QString &conversation, const AssistantRules &rules = {});
//! For the agent who takes over: a reply to begin with.
ModelRequest suggestionPrompt(const QString &conversation, const QVector<Article> &articles,
                              const AssistantRules &rules = {});

} // namespace relaydesk
