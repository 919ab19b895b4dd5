// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Cuts a text into the words that BERT's vocabulary is about: cleaned, lower-cased, without accents, punctuation
//! apart.
#pragma once
#include "app/matching/bertconfig.h"
#include <QtCore/QStringView>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relaydesk {

class BertTokens {
  public:
    //! Gets the words one by one; false ends the reading.
    using Sink = std::function<bool(std::u32string_view word)>;

    BertTokens(const BertConfig &config, Sink sink) : m_config(config), m_sink(std::move(sink)) {}
    //! Reads a text in one go, in time in proportion to its length. False once the sink has ended the reading.
    bool read(QStringView text);

  private:
    struct Mark {
        char32_t symbol;
        uchar order;
    };

    void take(char32_t symbol);
    void takePlain(char32_t symbol);
    void takeDecomposed(char32_t symbol);
    void settleMarks();
    void append(char32_t symbol);
    void endWord();

    const BertConfig &m_config;
    Sink m_sink;
    std::u32string m_word;
    std::vector<Mark> m_marks; //!< combining marks since the last base character, not yet in canonical order
    bool m_ended = false;
};

} // namespace relaydesk
