// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A BERT sentence encoder of the Hugging Face Hub, computed here from the files as they are published.
#pragma once
#include "app/matching/bertencoderweights.h"
#include "app/matching/encodertokens.h"
#include "app/matching/sentenceencoder.h"
#include <span>

namespace relaydesk {

class BertEncoder : public SentenceEncoder {
  public:
    //! Opens a folder with `config.json`, `vocab.txt` (or `tokenizer.json`), `model.safetensors` and, where they are
    //! there, `1_Pooling/config.json` and `sentence_bert_config.json`. The weights stay in the file and are mapped: it
    //! must not be cut while it is open. Fails, naming the file, where one is missing, broken or of another model.
    static Result<std::unique_ptr<BertEncoder>> open(const QString &folder);

    QString name() const override { return m_name; }
    int dimensions() const override { return m_config.dimensions; }
    std::vector<float> encode(const QString &text) const override;
    std::vector<std::vector<float>> encodeAll(const QStringList &texts) const override;

    //! The pieces the text is read as, behind the model's prefix and between what begins and ends every text.
    std::vector<int> ids(const QString &text) const { return m_tokens->ids(QString(m_config.prefix + text)); }

  private:
    BertEncoder(QString name, const BertConfig &config, std::unique_ptr<EncoderTokens> tokens, BertWeights weights);
    std::vector<std::vector<float>> encodeTogether(const QStringList &texts) const;
    std::vector<float> pool(std::span<const float> states) const;

    QString m_name;
    BertConfig m_config;
    std::unique_ptr<EncoderTokens> m_tokens;
    BertWeights m_weights;
};

} // namespace relaydesk
