// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Sentence vectors over HTTP as pure functions: where they are asked, the request's bytes, the shapes of the answer.
#pragma once
#include "app/huggingface/modelsettings.h"
#include <QtCore/QByteArray>
#include <optional>
#include <vector>

namespace relaydesk {

//! At Hugging Face's router (or any base URL with /hf-inference in its path) the task "feature-extraction" of the model
//! `settings.model`; elsewhere /v1/embeddings beside the chat's address.
QUrl embeddingUrl(const ModelSettings &settings);

//! The JSON body that asks `settings.model` for the vectors of `texts`, in the shape of that address.
QByteArray embeddingBody(const ModelSettings &settings, const QStringList &texts);

struct EmbeddingAnswer {
    std::vector<std::vector<float>> vectors; //!< in the order of the texts, of length one (or all zeros), finite
    int promptTokens = 0;                    //!< 0 where the server did not count
};

//! Reads `{"data": [{"index", "embedding"}]}` as well as bare arrays, one to three deep; of the vectors of single
//! tokens the mean is taken. Nothing unless there is a vector for each of `texts` texts, all equally long.
std::optional<EmbeddingAnswer> embeddingAnswer(const QByteArray &json, qsizetype texts);

} // namespace relaydesk
