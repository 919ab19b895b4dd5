// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/answertext.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>
#include <vector>

namespace relaydesk {

namespace {

struct Marker {
    const char *expression;
    double weight; //!< how much of the sentence's certainty it takes away
};

constexpr Marker markers[] = {
    {"\\bi(?: a|')?m not (?:entirely |quite |completely |really )?(?:sure|certain)\\b", 1.0},
    {"\\bnot (?:entirely |quite )?sure\\b", 1.0},
    {"\\b(?:i|we) (?:do not|don't) (?:really |actually )?know\\b", 1.0},
    {"\\bno idea\\b", 1.0},
    {"\\b(?:i|we) (?:can(?:no|')t) (?:say|tell|confirm|be sure)\\b", 1.0},
    {"\\bhard to say\\b", 1.0},
    {"\\b(?:i|we) (?:think|believe|guess|suppose|assume|suspect)\\b", 0.7},
    {"\\b(?:maybe|perhaps|possibly|presumably|supposedly)\\b", 0.7},
    {"\\b(?:might|may) (?:be|have|not|also|need|help|want|work|depend)\\b", 0.5},
    {"\\bprobably\\b", 0.5},
    {"\\b(?:seems?|appears?) (?:to|that|like)\\b", 0.4},
    {"\\bas far as (?:i|we) (?:know|can tell)\\b", 0.6},
    {"\\bcould be\\b", 0.4},
    {"\\bit depends\\b", 0.4},
};

double uncertaintyOf(const QString &sentence) {
    static const std::vector<std::pair<QRegularExpression, double>> expressions = [] {
        std::vector<std::pair<QRegularExpression, double>> compiled;
        for (const Marker &marker : markers)
            compiled.emplace_back(
                QRegularExpression(QLatin1String(marker.expression), QRegularExpression::CaseInsensitiveOption),
                marker.weight);
        return compiled;
    }();
    double most = 0;
    for (const auto &[expression, weight] : expressions) {
        if (weight > most && expression.match(sentence).hasMatch())
            most = weight;
    }
    return most;
}

//! 0 at no words, 1 from 12 to 200, falling off slowly beyond: too long hides the answer.
double lengthValue(qsizetype words) {
    if (words <= 12)
        return double(words) / 12.0;
    return words <= 200 ? 1.0 : std::max(0.4, 200.0 / double(words));
}

} // namespace

double specificityOf(const QString &answer) {
    static const QRegularExpression concrete(
        QStringLiteral("^[ \\t]{0,8}(?:[-*]|\\d{1,3}\\.)[ \\t]|\\d++|\\*\\*[^*]{1,200}\\*\\*|https?://|\\w@\\w|\u203a|"
                       "\"[^\"]{1,200}\"|\u201c[^\u201d]{1,200}\u201d"),
        QRegularExpression::MultilineOption);
    const qsizetype words = wordsOf(answer).size();
    if (words == 0)
        return 0;
    int found = 0;
    for (auto match = concrete.globalMatch(answer.left(20000)); match.hasNext() && found < 4; match.next())
        ++found;
    return lengthValue(words) * (0.4 + 0.15 * found);
}

double certaintyOf(const QString &answer) {
    const QString plain = QString(answer.left(20000)).replace(QChar(0x2019), u'\'');
    const QStringList sentences = sentencesOf(plain);
    if (sentences.isEmpty())
        return 1;
    double sum = 0;
    double most = 0;
    for (const QString &sentence : sentences) {
        const double uncertainty = uncertaintyOf(sentence);
        sum += uncertainty;
        most = std::max(most, uncertainty);
    }
    return 1.0 - 0.5 * (most + sum / double(sentences.size()));
}

} // namespace relaydesk
