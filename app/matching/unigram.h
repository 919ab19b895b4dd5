// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The tokenizer of XLM-R and its kin, read from tokenizer.json: normaliser, pre-tokenizer, unigram pieces, <s> and
//! </s>.
#pragma once
#include "app/matching/encodertokens.h"
#include "app/matching/unigramlattice.h"
#include "app/matching/unigramtext.h"

namespace relaydesk {

class Unigram : public EncoderTokens {
  public:
    //! Fails, naming `path`, where the tokenizer is not of that kind, asks for a step that is not known here, or
    //! numbers a piece beyond the model.
    static Result<Unigram> fromJson(const QJsonObject &tokenizer, const BertConfig &config, const QString &path);

    std::vector<int> ids(QStringView text) const override;
    QString fingerprint() const override { return m_fingerprint; }

  private:
    //! A piece that is recognised in the text as it is written ("<mask>").
    struct Special {
        std::u32string text;
        int id = 0;
        bool takesSpaceBefore = false;
        bool takesSpaceBehind = false;
    };

    Unigram(const BertConfig &config, UnigramText text, UnigramLattice lattice)
        : m_config(config)
        , m_text(std::move(text))
        , m_lattice(std::move(lattice)) {}
    Result<void> readSpecials(const QJsonArray &added, const QString &path);
    Result<void> readTemplate(const QJsonObject &processor, const QString &path);
    const Special *specialAt(const std::vector<Special> &specials, std::u32string_view text) const;
    void appendRaw(const std::u32string &text, std::vector<int> &ids) const;
    void appendNormalized(const std::u32string &text, bool isFirst, std::vector<int> &ids) const;
    template <typename Between>
    void cutAtSpecials(const std::vector<Special> &specials, const std::u32string &text, std::vector<int> &ids,
                       const Between &between) const;

    BertConfig m_config;
    UnigramText m_text;
    UnigramLattice m_lattice;
    std::vector<Special> m_rawSpecials;
    std::vector<Special> m_normalizedSpecials; //!< looked for after the normaliser
    std::vector<int> m_before;
    std::vector<int> m_behind;
    QString m_fingerprint;
};

} // namespace relaydesk
