// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A text as weighted words, word pairs and runs of letters: what it says, next to what it means.
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <vector>

namespace relaydesk {

class LexicalBackground;

//! Sparse. Of length one when the text has a letter or digit, else empty. Ids below 2^18 are words and word pairs, the
//! others runs of 3 to 5 letters; each of the two blocks has half of the squared length.
struct LexicalVector {
    static constexpr quint32 blockSize = 1U << 18;
    std::vector<quint32> ids; //!< ascending, each once, below 2 * blockSize
    std::vector<float> weights;
};

//! How much of a text is read, in UTF-16 units: bounds the work for a text of any length.
constexpr int lexicalLimit = 2000;

//! Lower-case runs of letters, digits and the signs £ $ €.
QStringList lexicalTokens(QStringView text);

//! Term weight (1 + ln count) * rarity, features hashed with FNV-1a (32 bit, RFC draft-eastlake-fnv) to 18 bits a
//! block.
LexicalVector lexicalVector(QStringView text, const LexicalBackground &background);

//! Dot products of one vector with many. Not for use by two threads at once.
class LexicalProbe {
  public:
    LexicalProbe();
    void hold(const LexicalVector &vector);
    //! The mean of the cosine over words and the cosine over letters, 0 to 1.
    float similarity(const LexicalVector &other) const;

  private:
    static constexpr quint32 sieveSize = 1U << 15;
    void sieve(quint32 id, bool held);
    bool mayHold(quint32 id) const { return (m_sieve[(id % sieveSize) / 64] >> (id % 64) & 1U) != 0; }

    std::vector<float> m_weights;
    std::vector<quint64> m_sieve; //!< a bit for each remainder of an id: small enough to stay near the processor
    std::vector<quint32> m_held;
};

//! Dot products of some vectors with each other. Not for use by two threads at once.
class LexicalGram {
  public:
    LexicalGram();
    //! Place i * size + j, for i > j: what LexicalProbe::similarity gives for the vectors i and j; else 0. Only what
    //! two vectors have in common costs time.
    std::vector<float> similarities(const std::vector<const LexicalVector *> &vectors);

  private:
    struct Place {
        quint32 vector;
        float weight;
        qint32 next; //!< with the same id, of an earlier vector; -1: none
    };
    std::vector<qint32> m_last; //!< place of each id; -1: none
    std::vector<Place> m_places;
};

} // namespace relaydesk
