// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/lexicalfeatures.h"
#include "app/matching/lexicalbackground.h"
#include <algorithm>
#include <array>
#include <cmath>

namespace relaydesk {

namespace {

constexpr quint32 hashStart = 2166136261U;
constexpr qsizetype featuresAToken = 20; //!< about

//! FNV-1a over the UTF-8 bytes of a UTF-16 unit, from `value` on.
quint32 fed(quint32 value, unsigned unit) {
    const auto feed = [&value](unsigned byte) { value = (value ^ byte) * 16777619U; };
    if (unit < 0x80) {
        feed(unit);
    } else if (unit < 0x800) {
        feed(0xC0 | unit >> 6);
        feed(0x80 | (unit & 0x3F));
    } else {
        feed(0xE0 | unit >> 12);
        feed(0x80 | (unit >> 6 & 0x3F));
        feed(0x80 | (unit & 0x3F));
    }
    return value;
}

quint32 fed(quint32 value, QStringView text) {
    for (const QChar letter : text)
        value = fed(value, letter.unicode());
    return value;
}

quint32 wordPlace(quint32 hash) { return hash & (LexicalVector::blockSize - 1); }
quint32 letterPlace(quint32 hash) { return LexicalVector::blockSize + wordPlace(hash); }

bool isOfAToken(QChar letter) {
    return letter.isLetterOrNumber() || letter.isMark() || letter == u'£' || letter == u'$' || letter == u'€';
}

//! Every run of 3 to 5 units of the token between two spaces.
void addLetters(std::vector<quint32> &ids, QStringView token) {
    constexpr qsizetype shortest = 3;
    constexpr qsizetype longest = 5;
    const qsizetype size = token.size() + 2;
    for (qsizetype start = 0; start + shortest <= size; ++start) {
        quint32 hash = hashStart;
        for (qsizetype i = start; i < std::min(start + longest, size); ++i) {
            hash = fed(hash, i == 0 || i + 1 == size ? u' ' : token[i - 1].unicode());
            if (i - start + 1 >= shortest)
                ids.push_back(letterPlace(hash));
        }
    }
}

//! Ascending; a feature as often as the text has it.
std::vector<quint32> featureIds(const QStringList &tokens) {
    static const quint32 word = fed(hashStart, u"w:");
    static const quint32 pair = fed(hashStart, u"b:");
    std::vector<quint32> ids;
    ids.reserve(static_cast<size_t>(featuresAToken * tokens.size()));
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        ids.push_back(wordPlace(fed(word, tokens[i])));
        if (i + 1 < tokens.size())
            ids.push_back(wordPlace(fed(fed(fed(pair, tokens[i]), u' '), tokens[i + 1])));
        addLetters(ids, tokens[i]);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

//! Gives each of the two blocks the squared length 1/2.
void normalise(LexicalVector &vector) {
    const auto letters = std::lower_bound(vector.ids.begin(), vector.ids.end(), LexicalVector::blockSize);
    const auto middle = vector.weights.begin() + (letters - vector.ids.begin());
    for (const auto &[from, to] :
         {std::pair(vector.weights.begin(), middle), std::pair(middle, vector.weights.end())}) {
        double square = 0;
        for (auto weight = from; weight != to; ++weight)
            square += double(*weight) * double(*weight);
        const double length = std::sqrt(2 * square);
        for (auto weight = from; weight != to; ++weight)
            *weight = static_cast<float>(double(*weight) / length);
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
    vector.ids.reserve(all.size());
    vector.weights.reserve(all.size());
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), [id = *first](quint32 other) { return other != id; });
        const auto count = last - first;
        vector.ids.push_back(*first);
        vector.weights.push_back((count == 1 ? 1 : static_cast<float>(1 + std::log(double(count)))) *
                                 background.rarity(*first));
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
