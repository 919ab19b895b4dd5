// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/choices.h"
#include "models/desk/wording.h"
#include "models/desk/words.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

QString plain(const QString &text) { return wordsOf(text).join(u' '); }

bool meansNone(const QString &words) {
    static const QRegularExpression none(
        QStringLiteral("^(?:no|nope|nah|0|none|neither|nothing|none of (?:these|those|them|the above)|"
                       "neither of (?:these|those|them)|something else|not (?:these|those|quite|really))"
                       "(?: (?:sorry|thanks|thank you|fits?|please))*$"));
    return none.match(words).hasMatch();
}

//! "2", "2.", "number 2", "the second", "the second one".
std::optional<qsizetype> placeIn(const QString &words) {
    static const QRegularExpression number(QStringLiteral("^(?:number |option |no )?([1-9])(?: please)?$"));
    if (const auto match = number.match(words); match.hasMatch())
        return match.captured(1).toInt() - 1;
    static const QRegularExpression ordinal(QStringLiteral("^(?:the )?(first|second|third)(?: one)?(?: please)?$"));
    if (const auto match = ordinal.match(words); match.hasMatch())
        return QStringList{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}.indexOf(
            match.captured(1));
    return std::nullopt;
}

} // namespace

QVector<Choice> choicesFrom(const QVector<Likely> &likely) {
    QVector<Choice> choices;
    double together = 0;
    for (const Likely &one : likely.mid(0, mostChoices)) {
        if (one.probability < unlikelyToBeMeant || one.choice.title.trimmed().isEmpty())
            continue;
        together += one.probability;
        choices += one.choice;
    }
    const bool isWorthIt = !likely.isEmpty() && likely.first().probability >= likelyEnough;
    return isWorthIt && together >= likelyTogether ? choices : QVector<Choice>();
}

QVector<Choice> openChoices(const QVector<Message> &episode) {
    for (auto message = episode.crbegin(); message != episode.crend(); ++message) {
        if (message->author != Author::Customer)
            return message->author == Author::Assistant ? message->choices : QVector<Choice>();
    }
    return {};
}

std::optional<ArticleId> pickOf(QStringView message, const QVector<Choice> &choices) {
    const QString words = plain(message.toString());
    if (choices.isEmpty() || words.isEmpty() || words.size() > 400)
        return std::nullopt;
    for (const Choice &choice : choices) {
        if (plain(choice.title) == words)
            return choice.article;
    }
    if (const auto place = placeIn(words); place && *place < choices.size())
        return choices[*place].article;
    static const QRegularExpression yes(QStringLiteral("^(?:yes|y|yep|yeah|exactly|right|that one|yes please)$"));
    if (choices.size() == 1 && yes.match(words).hasMatch())
        return choices.first().article;
    if (meansNone(words) || words == plain(wording::noneOfThese()))
        return ArticleId{};
    return std::nullopt;
}

} // namespace relaydesk
