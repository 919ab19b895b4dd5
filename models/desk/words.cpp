// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

QStringList wordsOf(const QString &text) {
    QStringList words;
    QString word;
    for (const QChar unit : QStringView(text).left(20000)) {
        if (unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate()) {
            word += unit.toLower();
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words += word;
    return words;
}

QSet<QString> contentWordsOf(const QString &text) {
    static const QSet<QString> little = [] {
        const QStringList list =
            QStringLiteral(
                "a an and are as at be been but by can could did do does for from had has have he her his how i "
                "if is it its just m me my of or our please re s she should so than that the their them then there "
                "they this to us ve was we were what when where which who why will with would you your am any about "
                "also get got still very")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    QSet<QString> kept;
    for (const QString &word : wordsOf(text)) {
        if (!little.contains(word))
            kept.insert(word);
    }
    return kept;
}

double overlap(const QSet<QString> &one, const QSet<QString> &other) {
    const qsizetype shared = (one & other).size();
    const qsizetype all = one.size() + other.size() - shared;
    return all == 0 ? 0.0 : double(shared) / double(all);
}

QStringList sentencesOf(const QString &text) {
    static const QRegularExpression end(QStringLiteral("(?<=[.!?])\\s+|\\n+"));
    QStringList sentences;
    for (const QString &piece : text.split(end, Qt::SkipEmptyParts)) {
        if (!piece.trimmed().isEmpty())
            sentences += piece.trimmed();
    }
    return sentences;
}

} // namespace relaydesk
