// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/searchtokens.h"
#include <algorithm>
#include <array>

namespace relaydesk {

namespace {

constexpr int longestWord = 64;

enum class Part { None, Letter, Single };

bool isWithoutBlanks(QChar::Script script) {
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

Part partOf(char32_t letter) {
    if (letter < 0x80) {
        const bool isWord =
            (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        return isWord ? Part::Letter : Part::None;
    }
    if (QChar::isLetterOrNumber(letter) || QChar::isMark(letter))
        return isWithoutBlanks(QChar::script(letter)) ? Part::Single : Part::Letter;
    return QChar::category(letter) == QChar::Symbol_Other ? Part::Single : Part::None;
}

//! Accents and vowel points that people leave out when they type; signs that make another word of it stay.
bool isAccent(char32_t letter) {
    return (letter >= 0x0300 && letter <= 0x036f) || (letter >= 0x0591 && letter <= 0x05c7) ||
           (letter >= 0x064b && letter <= 0x065f) || letter == 0x0670;
}

//! Letters that Unicode does not take apart, as people write them who lack the key.
QString simpler(const QString &word) {
    static const std::array<std::pair<QChar, QLatin1String>, 6> letters{{{u'\u00df', QLatin1String("ss")},
                                                                         {u'\u00e6', QLatin1String("ae")},
                                                                         {u'\u00f8', QLatin1String("o")},
                                                                         {u'\u0153', QLatin1String("oe")},
                                                                         {u'\u0142', QLatin1String("l")},
                                                                         {u'\u0131', QLatin1String("i")}}};
    QString simple = word;
    for (const auto &[letter, plain] : letters)
        simple.replace(letter, plain);
    return simple;
}

QString folded(const QStringView &word) {
    if (std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.unicode() < 0x80; }))
        return word.toString().toLower();
    QString plain;
    for (const char32_t letter : word.toString().normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (!isAccent(letter) && partOf(letter) != Part::None)
            plain += QChar::fromUcs4(letter);
    }
    return simpler(plain.toCaseFolded());
}

char32_t letterAt(const QString &text, qsizetype at, int &length) {
    length = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
    return length == 2 ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

void add(QVector<SearchToken> &tokens, const QString &text, qsizetype start, qsizetype end) {
    const QString word = folded(QStringView(text).mid(start, std::min<qsizetype>(end - start, longestWord)));
    if (!word.isEmpty())
        tokens.append({word, {int(start), int(end - start)}});
}

} // namespace

QVector<SearchToken> searchTokens(const QString &text) {
    QVector<SearchToken> tokens;
    qsizetype start = 0;
    int length = 1;
    for (qsizetype at = 0; at < text.size(); at += length) {
        const Part part = partOf(letterAt(text, at, length));
        if (part == Part::Letter)
            continue;
        add(tokens, text, start, at);
        if (part == Part::Single)
            add(tokens, text, at, at + length);
        start = at + length;
    }
    add(tokens, text, start, text.size());
    return tokens;
}

QString searchText(const QString &text) {
    QString words;
    words.reserve(text.size());
    for (const SearchToken &token : searchTokens(text)) {
        if (!words.isEmpty())
            words += QLatin1Char(' ');
        words += token.word;
    }
    return words;
}

QString shownWord(const QString &word) { return word.normalized(QString::NormalizationForm_C); }

} // namespace relaydesk
