// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Cuts a text into the numbered pieces that a sentence encoder's vocabulary is made of.
#pragma once
#include "app/matching/bertconfig.h"
#include <QtCore/QString>
#include <QtCore/QStringView>
#include <memory>
#include <vector>

namespace relaydesk {

class EncoderTokens {
  public:
    virtual ~EncoderTokens() = default;
    //! The numbers of the text's pieces, with those that begin and end every text: at most `config.maxTokens`, each
    //! below `config.vocabulary`. May be called from several threads at once.
    virtual std::vector<int> ids(QStringView text) const = 0;
    //! Digest (hexadecimal) of all that decides about the pieces.
    virtual QString fingerprint() const = 0;
};

//! Reads `vocab.txt` or, where there is none, `tokenizer.json` of a model folder: WordPiece or unigram.
Result<std::unique_ptr<EncoderTokens>> readEncoderTokens(const QString &folder, const BertConfig &config);

} // namespace relaydesk
