// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The models a server lists: what they are called, how much they read at once, what they cost.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

struct ListedModel {
    QString id;
    QString owner;
    QStringList providers;   //!< that serve it now; empty where the server names none
    int contextLength = 0;   //!< in tokens, the longest any of them takes; 0: not said
    double inputPrice = -1;  //!< in US dollars for a million tokens, the cheapest; under 0: not said
    double outputPrice = -1; //!< of the same provider
    int firstTokenMs = 0;    //!< the shortest; 0: not said
    QString note;            //!< what was last seen of it, where it is only known by name
    int leastContext = 0;    //!< the shortest, where there are several providers; 0: not said
    friend bool operator==(const ListedModel &, const ListedModel &) = default;
};

//! Reads the answer of GET /v1/models, of Hugging Face, llama-server, Ollama, vLLM and others, by name. Nothing where
//! it is no list of models.
QVector<ListedModel> listedModels(const QByteArray &json);

//! What the model called `name`, or so but for a provider behind a colon, reads whichever provider answers; in tokens,
//! 0: not said.
int contextOf(const QString &name, const QVector<ListedModel> &listed);

//! `listed`, and after them the known names that it lacks, with what was last seen of them.
QVector<ListedModel> withKnownNames(QVector<ListedModel> listed);

//! The order in which other models are tried at Hugging Face when the chosen one is not served; see docs/MODELS.md.
QStringList usualFallbacks();

//! Those whose name or owner holds every word of `search`.
QVector<ListedModel> matchingModels(const QVector<ListedModel> &models, const QString &search);

//! What is known of a model but its name: "32000 tokens of context, $0.1 + $0.2 for a million tokens, …".
QString described(const ListedModel &model);

} // namespace relaydesk
