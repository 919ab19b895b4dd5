// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/querytokens.h"
#include <algorithm>

namespace relaydesk {

namespace {

bool isMark(QChar letter) {
    return letter == u'"' || letter == u'\u201c' || letter == u'\u201d' || letter == u'\u201e';
}

qsizetype endOfKey(const QString &text, qsizetype from) {
    qsizetype end = from;
    while (end < text.size() && text[end].isLetter())
        ++end;
    const bool isKey = end > from && end < text.size() && text[end] == u':' && text.mid(end, 3) != QLatin1String("://");
    return isKey ? end : from;
}

//! Reads the value at `at` and moves behind it.
void takeValue(const QString &text, qsizetype &at, QueryToken &token) {
    const auto isEnd = [&](QChar letter) { return token.isQuoted ? isMark(letter) : letter.isSpace(); };
    token.isQuoted = at < text.size() && isMark(text[at]);
    const qsizetype start = token.isQuoted ? ++at : at;
    while (at < text.size() && !isEnd(text[at]))
        ++at;
    token.value = text.mid(start, at - start);
    token.isClosed = !token.isQuoted || at < text.size();
    if (token.isQuoted && at < text.size())
        ++at;
}

} // namespace

QVector<QueryToken> queryTokens(const QString &text) {
    QVector<QueryToken> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        QueryToken token;
        const qsizetype start = at;
        const qsizetype key = endOfKey(text, at);
        if (key > at) {
            token.key = text.mid(at, key - at).toLower();
            at = key + 1;
        }
        takeValue(text, at, token);
        token.where = {int(start), int(at - start)};
        tokens.append(token);
    }
    return tokens;
}

QString quotedValue(const QString &value) {
    QString clean = value;
    clean.removeIf(isMark);
    const bool isOnePart = !clean.isEmpty() && std::none_of(clean.begin(), clean.end(), [](QChar letter) {
        return letter.isSpace() || letter == u':' || letter == u'#';
    });
    return isOnePart ? clean : QStringLiteral("\"%1\"").arg(clean);
}

} // namespace relaydesk
