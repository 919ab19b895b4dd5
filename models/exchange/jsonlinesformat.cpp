// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/jsonlinesformat.h"
#include "models/exchange/articlerules.h"
#include "models/exchange/jsonvalues.h"
#include "models/exchange/textfile.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace relaydesk {

namespace {

const QString titleKey = QStringLiteral("title");
const QString answerKey = QStringLiteral("answer");
const QString tagsKey = QStringLiteral("tags");
const QString phrasingsKey = QStringLiteral("phrasings");
const QString textKey = QStringLiteral("text");
const QString statusKey = QStringLiteral("status");
const QString originKey = QStringLiteral("origin");
const QString versionKey = QStringLiteral("version");
const QString updatedAtKey = QStringLiteral("updatedAt");

Result<Phrasing> phrasingOf(const QJsonValue &value, int line) {
    Phrasing phrasing{{}, value.toString(), Origin::Import};
    if (value.isObject()) {
        const JsonValues values(value.toObject(), line);
        RELAYDESK_TRY(values.onlyHas({textKey, originKey}));
        const auto text = values.text(textKey);
        RELAYDESK_TRY(text);
        const auto origin = values.word(originKey, Origin::Import);
        RELAYDESK_TRY(origin);
        phrasing = {{}, *text, *origin};
    } else if (!value.isString()) {
        return lineFailure(line, ExchangeText::tr("%1 must be a list of texts or objects, but holds %2.")
                                     .arg(quoted(phrasingsKey), jsonTypeName(value)));
    }
    RELAYDESK_TRY(checkPhrasing(phrasing.text, line));
    return phrasing;
}

//! Title, answer and tags.
Result<Article> contentOf(const JsonValues &values, int line) {
    const auto title = values.text(titleKey);
    RELAYDESK_TRY(title);
    RELAYDESK_TRY(checkTitle(*title, line));
    const auto answer = values.text(answerKey);
    RELAYDESK_TRY(answer);
    RELAYDESK_TRY(checkAnswer(*answer, *title, line));
    const auto tags = values.texts(tagsKey);
    RELAYDESK_TRY(tags);
    Article article = importedArticle(*title);
    article.answer = *answer;
    article.tags = *tags;
    return article;
}

Result<Article> withHistory(Article article, const JsonValues &values) {
    const auto status = values.word(statusKey, ArticleStatus::Live);
    RELAYDESK_TRY(status);
    const auto origin = values.word(originKey, Origin::Import);
    RELAYDESK_TRY(origin);
    const auto version = values.count(versionKey);
    RELAYDESK_TRY(version);
    const auto updatedAt = values.time(updatedAtKey);
    RELAYDESK_TRY(updatedAt);
    article.status = *status;
    article.origin = *origin;
    article.version = *version;
    article.updatedAt = *updatedAt;
    return article;
}

Result<Article> articleOf(const QJsonObject &object, int line) {
    const JsonValues values(object, line);
    RELAYDESK_TRY(
        values.onlyHas({titleKey, answerKey, tagsKey, phrasingsKey, statusKey, originKey, versionKey, updatedAtKey}));
    auto article = contentOf(values, line);
    RELAYDESK_TRY(article);
    const auto phrasings = values.list(phrasingsKey);
    RELAYDESK_TRY(phrasings);
    for (const auto &value : *phrasings) {
        const auto phrasing = phrasingOf(value, line);
        RELAYDESK_TRY(phrasing);
        article->phrasings += *phrasing;
    }
    return withHistory(*article, values);
}

//! Qt drops a byte order mark that begins a text, unless it is escaped.
QByteArray withEscapedMarks(QByteArray json) { return json.replace("\xEF\xBB\xBF", "\\ufeff"); }

QJsonObject objectOf(const Article &article) {
    QJsonArray phrasings;
    for (const Phrasing &phrasing : article.phrasings) {
        if (!phrasing.text.trimmed().isEmpty())
            phrasings += QJsonObject{{textKey, phrasing.text}, {originKey, keyOf(phrasing.origin)}};
    }
    QJsonObject object{{titleKey, article.title},
                       {answerKey, article.answer},
                       {tagsKey, QJsonArray::fromStringList(article.tags)},
                       {phrasingsKey, phrasings},
                       {statusKey, keyOf(article.status)},
                       {originKey, keyOf(article.origin)},
                       {versionKey, article.version}};
    if (article.updatedAt.isValid())
        object.insert(updatedAtKey, article.updatedAt.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

} // namespace

Result<QVector<Article>> readJsonLines(const QString &text) {
    QVector<Article> articles;
    int number = 0;
    for (const auto &line : withPlainLineEnds(text).split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(withEscapedMarks(line.toUtf8()), &error);
        if (error.error != QJsonParseError::NoError)
            return lineFailure(number, ExchangeText::tr("this is not JSON (at byte %1: %2).")
                                           .arg(QString::number(error.offset + 1), error.errorString()));
        if (!document.isObject())
            return lineFailure(number, ExchangeText::tr("each line must be one JSON object, not a list."));
        const auto article = articleOf(document.object(), number);
        RELAYDESK_TRY(article);
        articles += *article;
    }
    return articles;
}

QByteArray writeJsonLines(const QVector<Article> &articles) {
    QByteArray out;
    for (const Article &article : articles)
        out += withEscapedMarks(QJsonDocument(objectOf(article)).toJson(QJsonDocument::Compact)) + '\n';
    return out;
}

} // namespace relaydesk
