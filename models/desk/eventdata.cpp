// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/eventdata.h"
#include <QtCore/QJsonArray>

namespace relaydesk {

namespace {

QJsonArray factorsToJson(const QVector<Factor> &factors) {
    QJsonArray array;
    for (const Factor &factor : factors)
        array.append(QJsonObject{{QStringLiteral("name"), factor.name},
                                 {QStringLiteral("value"), factor.value},
                                 {QStringLiteral("logOdds"), factor.logOdds}});
    return array;
}

QJsonArray sourcesToJson(const QVector<Source> &sources) {
    QJsonArray array;
    for (const Source &source : sources)
        array.append(QJsonObject{{QStringLiteral("id"), source.article.value},
                                 {QStringLiteral("title"), source.title},
                                 {QStringLiteral("score"), source.score}});
    return array;
}

QJsonArray choicesToJson(const QVector<Choice> &choices) {
    QJsonArray array;
    for (const Choice &choice : choices)
        array.append(
            QJsonObject{{QStringLiteral("id"), choice.article.value}, {QStringLiteral("title"), choice.title}});
    return array;
}

QJsonArray numbersToJson(const QVector<double> &numbers) {
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

QString decisionOf(const Verdict &verdict) {
    if (verdict.isHandoff())
        return QStringLiteral("handed_over");
    return verdict.asksBack() ? QStringLiteral("asked_back") : QStringLiteral("answered");
}

void writeGround(QJsonObject &object, const BarGround &ground) {
    object.insert(QStringLiteral("barRule"), keyOf(ground.rule));
    object.insert(QStringLiteral("barWanted"), ground.wanted);
    object.insert(QStringLiteral("barOutcomes"), ground.outcomes);
    object.insert(QStringLiteral("barJudged"), ground.judged);
    object.insert(QStringLiteral("barRight"), ground.right);
}

BarGround readGround(const QJsonObject &object) {
    return {fromKey<BarRule>(object.value(QStringLiteral("barRule")).toString()).value_or(BarRule::Fixed),
            object.value(QStringLiteral("barWanted")).toDouble(), object.value(QStringLiteral("barOutcomes")).toInt(),
            object.value(QStringLiteral("barJudged")).toInt(), object.value(QStringLiteral("barRight")).toInt()};
}

//! What only some verdicts have.
void readRest(Verdict &verdict, const QJsonObject &object) {
    verdict.model = object.value(QStringLiteral("model")).toString();
    verdict.picked = object.value(QStringLiteral("picked")).toBool();
    for (const QJsonValue &value : object.value(QStringLiteral("features")).toArray())
        verdict.features.append(value.toDouble());
    for (const QJsonValue &value : object.value(QStringLiteral("choices")).toArray())
        verdict.choices.append(
            {ArticleId{value[QStringLiteral("id")].toInteger()}, value[QStringLiteral("title")].toString()});
    if (const auto category = fromKey<HandoffCategory>(object.value(QStringLiteral("category")).toString()))
        verdict.handoff = HandoffReason{*category, object.value(QStringLiteral("sentence")).toString()};
}

} // namespace

QJsonObject toJson(const Verdict &verdict) {
    QJsonObject object{
        {QStringLiteral("decision"), decisionOf(verdict)},
        {QStringLiteral("question"), verdict.question},
        {QStringLiteral("draft"), verdict.draft},
        {QStringLiteral("article"), verdict.article.value},
        {QStringLiteral("written"), verdict.written},
        {QStringLiteral("confidence"), verdict.confidence.score},
        {QStringLiteral("base"), verdict.confidence.base},
        {QStringLiteral("factors"), factorsToJson(verdict.confidence.factors)},
        {QStringLiteral("bar"), verdict.bar},
        {QStringLiteral("sources"), sourcesToJson(verdict.sources)},
    };
    writeGround(object, verdict.ground);
    if (!verdict.features.isEmpty())
        object.insert(QStringLiteral("features"), numbersToJson(verdict.features));
    if (!verdict.choices.isEmpty())
        object.insert(QStringLiteral("choices"), choicesToJson(verdict.choices));
    if (!verdict.model.isEmpty())
        object.insert(QStringLiteral("model"), verdict.model);
    if (verdict.picked)
        object.insert(QStringLiteral("picked"), true);
    if (verdict.answer)
        object.insert(QStringLiteral("answer"), *verdict.answer);
    if (verdict.handoff) {
        object.insert(QStringLiteral("category"), keyOf(verdict.handoff->category));
        object.insert(QStringLiteral("sentence"), verdict.handoff->sentence);
    }
    return object;
}

Verdict verdictFromJson(const QJsonObject &object) {
    Verdict verdict;
    verdict.question = object.value(QStringLiteral("question")).toString();
    if (object.contains(QStringLiteral("answer")))
        verdict.answer = object.value(QStringLiteral("answer")).toString();
    verdict.draft = object.value(QStringLiteral("draft")).toString();
    verdict.article = ArticleId{object.value(QStringLiteral("article")).toInteger()};
    verdict.written = object.value(QStringLiteral("written")).toBool();
    verdict.confidence.score = object.value(QStringLiteral("confidence")).toDouble();
    verdict.confidence.base = object.value(QStringLiteral("base")).toDouble();
    for (const QJsonValue &value : object.value(QStringLiteral("factors")).toArray())
        verdict.confidence.factors.append({value[QStringLiteral("name")].toString(),
                                           value[QStringLiteral("value")].toDouble(),
                                           value[QStringLiteral("logOdds")].toDouble()});
    verdict.bar = object.value(QStringLiteral("bar")).toDouble();
    for (const QJsonValue &value : object.value(QStringLiteral("sources")).toArray())
        verdict.sources.append({ArticleId{value[QStringLiteral("id")].toInteger()},
                                value[QStringLiteral("title")].toString(), value[QStringLiteral("score")].toDouble()});
    verdict.ground = readGround(object);
    readRest(verdict, object);
    return verdict;
}

} // namespace relaydesk
