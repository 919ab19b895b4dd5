// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/berttokens.h"
#include <QtCore/QChar>
#include <QtCore/QString>
#include <algorithm>

namespace relaydesk {

namespace {

//! The reference tokenizer's tables of categories are those of Unicode 8; what came later has no category there.
bool inReferenceTables(char32_t symbol) { return QChar::unicodeVersion(symbol) <= QChar::Unicode_8_0; }

//! The code point at `at`, which moves behind it; half a surrogate pair is given as it is.
char32_t nextSymbol(QStringView text, qsizetype &at) {
    const QChar first = text.at(at++);
    if (first.isHighSurrogate() && at < text.size() && text.at(at).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(at++));
    return first.unicode();
}

bool isSpace(char32_t symbol) {
    return symbol == U' ' || symbol == U'\t' || symbol == U'\n' || symbol == U'\r' ||
           (symbol > 0x9F && QChar::isSpace(symbol));
}

bool isDropped(char32_t symbol) {
    switch (QChar::category(symbol)) {
    case QChar::Other_Control:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
        return true;
    case QChar::Other_Format:
        return inReferenceTables(symbol);
    default:
        return symbol == 0xFFFD;
    }
}

bool isIdeograph(char32_t symbol) {
    return (symbol >= 0x4E00 && symbol <= 0x9FFF) || (symbol >= 0x3400 && symbol <= 0x4DBF) ||
           (symbol >= 0x20000 && symbol <= 0x2A6DF) || (symbol >= 0x2A700 && symbol <= 0x2B73F) ||
           (symbol >= 0x2B740 && symbol <= 0x2B81F) || (symbol >= 0x2B920 && symbol <= 0x2CEAF) ||
           (symbol >= 0xF900 && symbol <= 0xFAFF) || (symbol >= 0x2F800 && symbol <= 0x2FA1F);
}

bool isPunctuation(char32_t symbol) {
    if (symbol == 0x166D || symbol == 0x111C9) // were punctuation then
        return true;
    if (symbol < 0x80)
        return (symbol >= 33 && symbol <= 47) || (symbol >= 58 && symbol <= 64) || (symbol >= 91 && symbol <= 96) ||
               (symbol >= 123 && symbol <= 126);
    return QChar::isPunct(symbol) && inReferenceTables(symbol);
}

bool isNonSpacingMark(char32_t symbol) {
    switch (symbol) {
    case 0x1734: // was one then
        return true;
    case 0x1885: // these were none
    case 0x1886:
    case 0xA9BD:
    case 0x111C9:
        return false;
    default:
        return QChar::category(symbol) == QChar::Mark_NonSpacing && inReferenceTables(symbol);
    }
}

} // namespace

bool BertTokens::read(QStringView text) {
    for (qsizetype at = 0; at < text.size() && !m_ended;)
        take(nextSymbol(text, at));
    settleMarks();
    endWord();
    return !m_ended;
}

void BertTokens::take(char32_t symbol) {
    if (isSpace(symbol)) {
        settleMarks();
        endWord();
    } else if (symbol > 0x1F && symbol < 0x7F) {
        settleMarks();
        append(symbol);
    } else if (!isDropped(symbol)) {
        takePlain(symbol);
    }
}

void BertTokens::takePlain(char32_t symbol) {
    const bool alone = m_config.spaceIdeographs && isIdeograph(symbol);
    if (alone) {
        settleMarks();
        endWord();
    }
    if (m_config.stripAccents)
        takeDecomposed(symbol);
    else
        append(symbol);
    if (alone)
        endWord();
}

//! Unicode's canonical decomposition (NFD) without the marks that are dropped anyway.
void BertTokens::takeDecomposed(char32_t symbol) {
    if (QChar::decompositionTag(symbol) == QChar::Canonical) {
        const QString parts = QChar::decomposition(symbol);
        for (qsizetype at = 0; at < parts.size();)
            takeDecomposed(nextSymbol(parts, at)); // a part may have parts
        return;
    }
    const uchar order = QChar::combiningClass(symbol);
    if (order == 0)
        settleMarks();
    if (isNonSpacingMark(symbol))
        return;
    if (order == 0)
        append(symbol);
    else
        m_marks.push_back({symbol, order});
}

void BertTokens::settleMarks() {
    if (m_marks.empty())
        return;
    std::stable_sort(m_marks.begin(), m_marks.end(), [](Mark a, Mark b) { return a.order < b.order; });
    for (const Mark mark : m_marks)
        append(mark.symbol);
    m_marks.clear();
}

void BertTokens::append(char32_t symbol) {
    if (isPunctuation(symbol)) {
        endWord();
        m_word.push_back(symbol);
        endWord();
        return;
    }
    if (m_config.lowerCase && symbol == 0x130) // the one letter whose small form is two: i and a dot above
        m_word.append(U"i\u0307");
    else
        m_word.push_back(m_config.lowerCase ? QChar::toLower(symbol) : symbol);
}

void BertTokens::endWord() {
    if (!m_word.empty() && !m_ended)
        m_ended = !m_sink(m_word);
    m_word.clear();
}

} // namespace relaydesk
