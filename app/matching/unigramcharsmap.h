// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The table of characters and what stands for them that sentencepiece puts into its models (`precompiled_charsmap`).
//!
//! Four bytes of length (little-endian), a double-array trie of that many bytes over UTF-8 (darts-clone), and the
//! replacements as UTF-8, each ended by a zero byte; what the trie gives is where a replacement begins.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relaydesk {

//! In UTF-16; unlike QString::fromUcs4() it keeps a byte order mark, which may stand in any text.
QString unigramUnits(std::u32string_view text);

class UnigramCharsmap {
  public:
    //! Nothing where the bytes are no such table.
    static std::optional<UnigramCharsmap> read(const QByteArray &bytes);

    //! As the tokenizers library has it: a grapheme shorter than six bytes is replaced whole by what stands for its
    //! *shortest* beginning in the table; of any other, each character by what stands for it.
    std::u32string applied(const std::u32string &text) const;

  private:
    void appendReplaced(std::u32string_view grapheme, std::u32string &result) const;
    std::optional<std::u32string> replacement(const QByteArray &utf8) const;

    std::vector<quint32> m_trie;
    QByteArray m_replacements;
};

} // namespace relaydesk
