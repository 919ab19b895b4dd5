// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/embeddingprotocol.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {

using Vector = std::vector<float>;

const QString taskPath = QStringLiteral("/hf-inference");

bool isTask(const ModelSettings &settings) {
    return settings.baseUrl.host().toLower() == u"router.huggingface.co" || settings.baseUrl.path().contains(taskPath);
}

//! Empty where anything in it is no number.
Vector numbersIn(const QJsonArray &array) {
    Vector numbers;
    for (const QJsonValue &value : array) {
        if (!value.isDouble())
            return {};
        numbers.push_back(static_cast<float>(value.toDouble()));
    }
    return numbers;
}

//! One vector, or those of the tokens of a text, however deep: their mean.
Vector vectorIn(const QJsonArray &array) {
    if (array.isEmpty() || !array[0].isArray())
        return numbersIn(array);
    Vector mean;
    for (const QJsonValue &token : array) {
        const Vector one = vectorIn(token.toArray());
        if (one.empty() || (!mean.empty() && one.size() != mean.size()))
            return {};
        mean.resize(one.size());
        std::transform(one.begin(), one.end(), mean.begin(), mean.begin(), std::plus());
    }
    for (float &value : mean)
        value /= static_cast<float>(array.size());
    return mean;
}

//! False where a value is no finite number.
bool bringToLengthOne(Vector &vector) {
    double sum = 0;
    for (const float value : vector)
        sum += double(value) * double(value);
    if (!std::isfinite(sum))
        return false;
    for (float &value : vector)
        value = sum > 0 ? static_cast<float>(value / std::sqrt(sum)) : 0.0F;
    return true;
}

std::vector<Vector> bareVectors(const QJsonArray &array, qsizetype texts) {
    // One text may come without the list around it.
    const bool isList = !array.isEmpty() && array[0].isArray() && (texts > 1 || array.size() == 1);
    if (!isList)
        return {vectorIn(array)};
    std::vector<Vector> vectors;
    for (const QJsonValue &one : array)
        vectors.push_back(vectorIn(one.toArray()));
    return vectors;
}

std::vector<Vector> listedVectors(const QJsonArray &data) {
    std::vector<Vector> vectors(static_cast<size_t>(data.size()));
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QJsonObject one = data[i].toObject();
        const auto place = static_cast<size_t>(one.value(QLatin1String("index")).toInteger(i));
        if (place < vectors.size())
            vectors[place] = vectorIn(one.value(QLatin1String("embedding")).toArray());
    }
    return vectors;
}

} // namespace

QUrl embeddingUrl(const ModelSettings &settings) {
    QUrl url = settings.chatUrl();
    QString path = url.path(QUrl::FullyEncoded);
    if (isTask(settings)) {
        const QString model = QString::fromLatin1(QUrl::toPercentEncoding(settings.model, "/"));
        path = path.left(std::max<qsizetype>(0, path.indexOf(taskPath))) + taskPath + QStringLiteral("/models/") +
               model + QStringLiteral("/pipeline/feature-extraction");
    } else {
        path = path.chopped(qsizetype(qstrlen("chat/completions"))) + QStringLiteral("embeddings");
    }
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

QByteArray embeddingBody(const ModelSettings &settings, const QStringList &texts) {
    const QJsonArray inputs = QJsonArray::fromStringList(texts);
    const QJsonObject task{
        {QStringLiteral("inputs"), inputs}, {QStringLiteral("normalize"), true}, {QStringLiteral("truncate"), true}};
    const QJsonObject embeddings{{QStringLiteral("model"), settings.model},
                                 {QStringLiteral("input"), inputs},
                                 {QStringLiteral("encoding_format"), QStringLiteral("float")}};
    return QJsonDocument(isTask(settings) ? task : embeddings).toJson(QJsonDocument::Compact);
}

std::optional<EmbeddingAnswer> embeddingAnswer(const QByteArray &json, qsizetype texts) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    EmbeddingAnswer answer;
    answer.vectors = document.isArray() ? bareVectors(document.array(), texts)
                                        : listedVectors(object.value(QLatin1String("data")).toArray());
    answer.promptTokens = object.value(QLatin1String("usage"))[QLatin1String("prompt_tokens")].toInt();
    if (answer.vectors.size() != static_cast<size_t>(texts))
        return std::nullopt;
    for (Vector &vector : answer.vectors) {
        if (vector.empty() || vector.size() != answer.vectors[0].size() || !bringToLengthOne(vector))
            return std::nullopt;
    }
    return answer;
}

} // namespace relaydesk
