// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the small files of a BERT sentence encoder say about it.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QString>

namespace relaydesk {

enum class BertPooling { Mean, FirstToken };

struct BertConfig {
    int dimensions = 0;
    int layers = 0;
    int heads = 0;        //!< divides `dimensions`
    int intermediate = 0; //!< width of the feed-forward layer
    int vocabulary = 0;   //!< rows of the word embeddings
    int positions = 0;    //!< rows of the position embeddings
    int tokenTypes = 0;   //!< rows of the token type embeddings
    float normEpsilon = 1e-12F;
    int maxTokens = 0; //!< [CLS] and [SEP] included, at most `positions`
    BertPooling pooling = BertPooling::Mean;
    bool lowerCase = true;
    bool stripAccents = true;
    bool spaceIdeographs = true; //!< every Chinese character a word of its own
    QString prefix;              //!< what the model wants to read before every text: "query: "
};

//! Reads `config.json` and, where they are there, `sentence_bert_config.json`, `tokenizer_config.json`, `modules.json`,
//! `1_Pooling/config.json` and `config_sentence_transformers.json` (the prompt it names as the usual one). Fails where
//! the model is not of a kind that BertEncoder computes.
Result<BertConfig> readBertConfig(const QString &folder);

} // namespace relaydesk
