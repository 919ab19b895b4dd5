// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/chatprotocol.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <cmath>

namespace relaydesk {

namespace {

constexpr int longestWait = 24 * 60 * 60;

//! One value as JSON. An object would come out sorted by key, hence values only.
QByteArray json(const QJsonValue &value) {
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray compact(const QJsonValue &value) {
    return value.isObject() || value.isArray() ? json(value) : value.toVariant().toString().toUtf8();
}

//! A string, or the texts of a list of parts.
QString contentText(const QJsonValue &content) {
    if (!content.isArray())
        return content.toString();
    QString text;
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &part : parts)
        text += part.isString() ? part.toString() : part[u"text"].toString();
    return text;
}

bool looksLikeWebPage(const QByteArray &body) { return body.trimmed().startsWith('<'); }

bool isSaid(const QJsonValue &value) { return !value.isNull() && !value.isUndefined(); }

QString messageIn(const QJsonObject &body) {
    const QJsonValue error = body[u"error"];
    if (error.isString())
        return error.toString();
    for (const QJsonValue &value : {error[u"message"], body[u"detail"], body[u"message"]}) {
        if (isSaid(value))
            return QString::fromUtf8(compact(value));
    }
    return isSaid(error) ? QString::fromUtf8(compact(error)) : QString();
}

} // namespace

QByteArray chatBody(const ModelRequest &request, const QString &model) {
    QJsonArray messages;
    for (const ChatTurn &turn : request.turns)
        messages.append(QJsonObject{{QStringLiteral("role"), turn.role}, {QStringLiteral("content"), turn.content}});
    return "{\"model\":" + json(model) + ",\"messages\":" + json(messages) +
           ",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"max_tokens\":" + json(request.maxTokens) +
           ",\"temperature\":" + json(request.temperature) + '}';
}

std::optional<ChatPiece> chatPiece(const QByteArray &bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    ChatPiece piece;
    if (isSaid(object[u"error"])) {
        piece.error = messageIn(object).simplified();
        return piece;
    }
    const QJsonValue choice = object[u"choices"][0];
    const QJsonValue said = choice[u"delta"].isObject() ? choice[u"delta"] : choice[u"message"];
    piece.text = contentText(said[u"content"]);
    piece.thinking = !said[u"reasoning_content"].toString().isEmpty() || !said[u"reasoning"].toString().isEmpty();
    piece.finishReason = choice[u"finish_reason"].toString();
    piece.model = object[u"model"].toString();
    piece.promptTokens = object[u"usage"][u"prompt_tokens"].toInt();
    piece.completionTokens = object[u"usage"][u"completion_tokens"].toInt();
    return piece;
}

bool isPlainAnswer(const QByteArray &bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    return object[u"choices"].isArray() || isSaid(object[u"error"]);
}

bool isCutObject(const QByteArray &bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    return bytes.trimmed().startsWith('{') && document.isNull() && error.error != QJsonParseError::GarbageAtEnd;
}

ErrorBody errorBody(const QByteArray &body) {
    ErrorBody read;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject()) {
        const QJsonObject object = document.object();
        read.message = messageIn(object);
        read.code = object[u"error"][u"code"].toString();
        const double seconds = object[u"estimated_time"].toDouble();
        read.estimatedSeconds = static_cast<int>(std::ceil(qBound(0.0, seconds, double(longestWait))));
    }
    read.webPage = looksLikeWebPage(body);
    if (read.message.isEmpty() && !read.webPage)
        read.message = QString::fromUtf8(body);
    read.message = read.message.simplified();
    return read;
}

int secondsToWait(const QByteArray &retryAfter, const QByteArray &rateLimit, const QDateTime &now) {
    bool isNumber = false;
    const int seconds = retryAfter.trimmed().toInt(&isNumber);
    if (isNumber)
        return qBound(0, seconds, longestWait);
    QString when = QString::fromLatin1(retryAfter.trimmed());
    when.replace(QLatin1String("GMT"), QLatin1String("+0000"));
    if (const QDateTime date = QDateTime::fromString(when, Qt::RFC2822Date); date.isValid())
        return static_cast<int>(qBound(qint64(0), now.secsTo(date), qint64(longestWait)));
    static const QRegularExpression resets(QStringLiteral("(?:^|[;,\\s])t=(\\d{1,9})"));
    return qMin(resets.match(QString::fromLatin1(rateLimit)).captured(1).toInt(), longestWait);
}

} // namespace relaydesk
