// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How common a word or a run of letters is in everyday questions; the same for every desk
//! (resources/matching/README.md).
#pragma once
#include <QtCore/QByteArray>
#include <vector>

namespace relaydesk {

class LexicalBackground {
  public:
    //! The one compiled into the program.
    static const LexicalBackground &shipped();
    //! Reads "RDDF", number of texts, number of entries, entries `id << 13 | count` ascending; uint32, little-endian.
    //! Bytes of another make give an empty background: every feature is then equally rare.
    explicit LexicalBackground(const QByteArray &bytes);

    //! ln((1 + N) / (1 + df)) + 1 for N texts, df of which have the feature (0 where it is not in the table). `id` is
    //! below 2^19.
    float rarity(quint32 id) const { return m_rarities[id]; }
    int texts() const { return static_cast<int>(m_texts); }

  private:
    quint32 m_texts = 0;
    std::vector<float> m_rarities; //!< by id
};

} // namespace relaydesk
