// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! BERT's vocabulary: a text becomes the numbers of the longest pieces its words can be cut into.
#pragma once
#include "app/matching/encodertokens.h"
#include <QtCore/QStringList>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relaydesk {

class WordPiece : public EncoderTokens {
  public:
    //! Reads `vocab.txt` or, where there is none, `tokenizer.json` of a model folder. Fails where neither holds a
    //! WordPiece vocabulary of at most `config.vocabulary` pieces with [CLS], [SEP] and [UNK] among them.
    static Result<WordPiece> read(const QString &folder, const BertConfig &config);
    //! From the pieces themselves, by their number; `path` is named in the failure.
    static Result<WordPiece> fromPieces(const QStringList &pieces, const BertConfig &config, const QString &path);

    //! The text's pieces between [CLS] and [SEP], at most `config.maxTokens` in all. What no piece fits is [UNK].
    std::vector<int> ids(QStringView text) const override;
    //! Digest (hexadecimal) of the pieces and their order.
    QString fingerprint() const override { return m_fingerprint; }

  private:
    using Pieces = std::unordered_map<std::u32string_view, int>;

    explicit WordPiece(const BertConfig &config) : m_config(config) {}
    void index(const QStringList &pieces);
    bool addWord(std::u32string_view word, std::vector<int> &ids) const;
    bool isFull(const std::vector<int> &ids) const;

    BertConfig m_config;
    std::unique_ptr<const std::u32string> m_text; //!< all pieces in a row: the keys below point into it
    Pieces m_starts;
    Pieces m_continuations;                         //!< without their leading ##
    std::vector<std::pair<QString, int>> m_special; //!< recognised in the text as they are written
    size_t m_longest = 0;
    int m_unknown = 0;
    int m_first = 0;
    int m_last = 0;
    QString m_fingerprint;
};

} // namespace relaydesk
