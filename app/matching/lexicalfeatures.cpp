// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/lexicalfeatures.h"
#include "app/matching/lexicalbackground.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace relaydesk {

namespace {

//! FNV-1a over the UTF-8 bytes of what it is fed.
class Hash {
  public:
    Hash &feed(QStringView text) {
        for (const QChar letter : text)
            feedUnit(letter.unicode());
        return *this;
    }
    quint32 id() const { return m_value & (LexicalVector::blockSize - 1); }

  private:
    void feedByte(unsigned byte) { m_value = (m_value ^ byte) * 16777619U; }
    void feedUnit(unsigned unit) {
        if (unit < 0x80) {
            feedByte(unit);
        } else if (unit < 0x800) {
            feedByte(0xC0 | unit >> 6);
            feedByte(0x80 | (unit & 0x3F));
        } else {
            feedByte(0xE0 | unit >> 12);
            feedByte(0x80 | (unit >> 6 & 0x3F));
            feedByte(0x80 | (unit & 0x3F));
        }
    }
    quint32 m_value = 2166136261U;
};

bool isOfAToken(QChar letter) {
    return letter.isLetterOrNumber() || letter.isMark() || letter == u'£' || letter == u'$' || letter == u'€';
}

void addLetters(std::vector<quint32> &ids, const QString &token) {
    const QString padded = u' ' + token + u' ';
    for (qsizetype length = 3; length <= 5; ++length) {
        if (padded.size() <= length) {
            ids.push_back(LexicalVector::blockSize + Hash().feed(padded).id());
            return;
        }
        for (qsizetype start = 0; start + length <= padded.size(); ++start)
            ids.push_back(LexicalVector::blockSize + Hash().feed(QStringView(padded).mid(start, length)).id());
    }
}

std::vector<quint32> featureIds(const QStringList &tokens) {
    std::vector<quint32> ids;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        ids.push_back(Hash().feed(u"w:").feed(tokens[i]).id());
        if (i + 1 < tokens.size())
            ids.push_back(Hash().feed(u"b:").feed(tokens[i]).feed(u" ").feed(tokens[i + 1]).id());
        addLetters(ids, tokens[i]);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

//! Gives each of the two blocks the squared length 1/2.
void normalise(LexicalVector &vector) {
    std::array<double, 2> squares = {0, 0};
    for (size_t i = 0; i < vector.ids.size(); ++i)
        squares.at(vector.ids[i] / LexicalVector::blockSize) += double(vector.weights[i]) * vector.weights[i];
    for (size_t i = 0; i < vector.ids.size(); ++i) {
        const double length = std::sqrt(2 * squares.at(vector.ids[i] / LexicalVector::blockSize));
        vector.weights[i] = static_cast<float>(vector.weights[i] / length);
    }
}

} // namespace

QStringList lexicalTokens(QStringView text) {
    QStringList tokens;
    QString token;
    const QString lower = text.left(lexicalLimit).toString().toLower();
    for (const QChar letter : lower) {
        if (isOfAToken(letter)) {
            token += letter;
        } else if (!token.isEmpty()) {
            tokens << token;
            token.clear();
        }
    }
    if (!token.isEmpty())
        tokens << token;
    return tokens;
}

LexicalVector lexicalVector(QStringView text, const LexicalBackground &background) {
    const std::vector<quint32> all = featureIds(lexicalTokens(text));
    LexicalVector vector;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::upper_bound(first, all.end(), *first);
        const double count = static_cast<double>(last - first);
        vector.ids.push_back(*first);
        vector.weights.push_back(static_cast<float>(1 + std::log(count)) * background.rarity(*first));
        first = last;
    }
    normalise(vector);
    return vector;
}

LexicalProbe::LexicalProbe() : m_weights(2 * LexicalVector::blockSize, 0.F), m_sieve(sieveSize / 64, 0) {}

void LexicalProbe::sieve(quint32 id, bool held) {
    quint64 &bits = m_sieve[(id % sieveSize) / 64];
    const quint64 bit = quint64(1) << (id % 64);
    bits = held ? bits | bit : bits & ~bit;
}

void LexicalProbe::hold(const LexicalVector &vector) {
    for (const quint32 id : m_held) {
        m_weights[id] = 0;
        sieve(id, false);
    }
    m_held = vector.ids;
    for (size_t i = 0; i < vector.ids.size(); ++i) {
        m_weights[vector.ids[i]] = vector.weights[i];
        sieve(vector.ids[i], true);
    }
}

float LexicalProbe::similarity(const LexicalVector &other) const {
    float sum = 0;
    for (size_t i = 0; i < other.ids.size(); ++i) {
        if (mayHold(other.ids[i]))
            sum += m_weights[other.ids[i]] * other.weights[i];
    }
    return sum;
}

LexicalGram::LexicalGram() : m_last(2 * LexicalVector::blockSize, -1) {}

std::vector<float> LexicalGram::similarities(const std::vector<const LexicalVector *> &vectors) {
    std::vector<float> products(vectors.size() * vectors.size(), 0.F);
    m_places.clear();
    for (quint32 row = 0; row < vectors.size(); ++row) {
        float *const sums = products.data() + row * vectors.size();
        const LexicalVector &vector = *vectors[row];
        for (size_t i = 0; i < vector.ids.size(); ++i) {
            qint32 &last = m_last[vector.ids[i]];
            for (qint32 place = last; place >= 0; place = m_places[static_cast<size_t>(place)].next) {
                const Place &earlier = m_places[static_cast<size_t>(place)];
                sums[earlier.vector] += earlier.weight * vector.weights[i];
            }
            m_places.push_back({row, vector.weights[i], last});
            last = static_cast<qint32>(m_places.size()) - 1;
        }
    }
    for (const LexicalVector *vector : vectors) {
        for (const quint32 id : vector->ids)
            m_last[id] = -1;
    }
    return products;
}

} // namespace relaydesk
