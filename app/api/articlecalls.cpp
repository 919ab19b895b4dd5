// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The knowledge, for agents: read, search, write, import.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include "models/exchange/exchange.h"
#include "models/exchange/mergeimport.h"
#include <QtCore/QCoreApplication>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

QByteArray tagOf(const Article &article) { return "\"" + QByteArray::number(article.version) + '"'; }

//! Whether the tag is one of a header's, which have commas between them.
bool names(const QByteArray &header, const QByteArray &tag) {
    const QByteArrayList all = header.split(',');
    return std::any_of(all.begin(), all.end(), [&](const QByteArray &one) { return one.trimmed() == tag; });
}

Handled<Article> articleOf(ApiPlace &place, const ApiCall &call) {
    const auto article = place.stores().articles.article(ArticleId{call.number(QStringLiteral("article"))});
    if (!article)
        return refuse(404, tr("There is no such article."), QStringLiteral("article"));
    return *article;
}

//! Who changes an article says which version they saw, so that nobody's change is lost.
Handled<Article> articleToChange(ApiPlace &place, const ApiCall &call) {
    const auto article = articleOf(place, call);
    RELAYDESK_CALL(article);
    const QByteArray seen = call.request.header("If-Match").trimmed();
    if (seen.isEmpty())
        return refuse(428, tr("Send the ETag that you read in If-Match, so that nobody's change is lost."),
                      QStringLiteral("If-Match"));
    if (seen != "*" && !names(seen, tagOf(*article)))
        return refuse(412, tr("The article was changed since. Nothing was saved; read it again."),
                      QStringLiteral("If-Match"));
    return *article;
}

void write(const QJsonObject &body, Article &article) {
    article.title = body.value(QStringLiteral("title")).toString().simplified();
    article.answer = body.value(QStringLiteral("answer")).toString();
    const auto texts = [&](const char *key) {
        QStringList list;
        for (const QJsonValue &value : body.value(QLatin1String(key)).toArray())
            list.append(value.toString().simplified());
        list.removeDuplicates();
        return list;
    };
    if (body.contains(QStringLiteral("tags")))
        article.tags = texts("tags");
    if (body.contains(QStringLiteral("phrasings"))) {
        QVector<Phrasing> phrasings;
        for (const QString &text : texts("phrasings")) {
            const auto known = std::find_if(article.phrasings.begin(), article.phrasings.end(),
                                            [&](const Phrasing &phrasing) { return phrasing.text == text; });
            phrasings.append(known == article.phrasings.end() ? Phrasing{.text = text} : *known);
        }
        article.phrasings = phrasings;
    }
    if (const auto status = fromKey<ArticleStatus>(body.value(QStringLiteral("status")).toString()))
        article.status = *status;
    article.updatedAt = {};
}

Handled<ApiAnswer> saved(ApiPlace &place, const Article &article, int status) {
    const auto stored = place.desk.saveArticles({article});
    RELAYDESK_CALL(stored);
    const Article &now = stored->first();
    return jsonAnswer(articleJson(now), status,
                      {{"ETag", tagOf(now)}, {"Location", "/api/v1/articles/" + QByteArray::number(now.id.value)}});
}

Handled<ApiAnswer> list(ApiPlace &place, ApiCall &call) {
    const auto wanted = pageWanted(call.request);
    RELAYDESK_CALL(wanted);
    const auto status = wordWanted<ArticleStatus>(call.request, QStringLiteral("status"));
    RELAYDESK_CALL(status);
    const auto articles = place.stores().articles.articles(status->value_or(ArticleStatus::Live));
    RELAYDESK_CALL(articles);
    qint64 next = 0;
    QJsonArray array;
    for (const Article &article : page(*articles, wanted->after, wanted->limit, next))
        array.append(articleJson(article));
    return jsonAnswer(
        {{QStringLiteral("articles"), array}, {QStringLiteral("next"), next > 0 ? QJsonValue(next) : QJsonValue()}});
}

Handled<ApiAnswer> create(ApiPlace &place, ApiCall &call) {
    Article article;
    write(call.body, article);
    return saved(place, article, 201);
}

Handled<ApiAnswer> read(ApiPlace &place, ApiCall &call) {
    const auto article = articleOf(place, call);
    RELAYDESK_CALL(article);
    const QByteArray tag = tagOf(*article);
    if (names(call.request.header("If-None-Match"), tag))
        return ApiAnswer{{304, {}, {}, {{"ETag", tag}}}};
    return jsonAnswer(articleJson(*article), 200, {{"ETag", tag}});
}

Handled<ApiAnswer> replace(ApiPlace &place, ApiCall &call) {
    auto article = articleToChange(place, call);
    RELAYDESK_CALL(article);
    write(call.body, *article);
    return saved(place, *article, 200);
}

Handled<ApiAnswer> archive(ApiPlace &place, ApiCall &call) {
    auto article = articleToChange(place, call);
    RELAYDESK_CALL(article);
    article->status = ArticleStatus::Archived;
    article->updatedAt = {};
    RELAYDESK_CALL(saved(place, *article, 200));
    return ApiAnswer{{204, {}, {}, {}}};
}

Handled<ApiAnswer> searchFor(ApiPlace &place, ApiCall &call) {
    const QString question = call.request.query(QStringLiteral("q")).trimmed();
    if (question.isEmpty() || question.size() > 10'000)
        return refuse(400, tr("q must be a question of at most 10,000 characters."), QStringLiteral("q"));
    const auto verdict = place.desk.tryQuestion(question);
    RELAYDESK_CALL(verdict);
    return jsonAnswer({{QStringLiteral("articles"), verdictCard(*verdict).value(QStringLiteral("sources"))}});
}

Handled<ApiAnswer> import(ApiPlace &place, ApiCall &call) {
    const QByteArray type = call.request.header("Content-Type");
    const Format format = type.startsWith("text/csv")        ? Format::Csv
                          : type.startsWith("text/markdown") ? Format::Markdown
                                                             : Format::JsonLines;
    const auto articles = readArticles(call.request.body, format);
    RELAYDESK_CALL(articles);
    auto existing = place.stores().articles.articles(ArticleStatus::Live);
    RELAYDESK_CALL(existing);
    const auto archived = place.stores().articles.articles(ArticleStatus::Archived);
    RELAYDESK_CALL(archived);
    const auto plan = mergeImport(*existing + *archived, *articles);
    RELAYDESK_CALL(plan);
    if (!plan->toSave.isEmpty())
        RELAYDESK_CALL(place.desk.saveArticles(plan->toSave));
    return jsonAnswer({{QStringLiteral("added"), plan->added},
                       {QStringLiteral("changed"), plan->changed},
                       {QStringLiteral("unchanged"), plan->unchanged},
                       {QStringLiteral("phrasingsAdded"), plan->phrasingsAdded}});
}

QVector<QueryParameter> listQuery() {
    return {{QStringLiteral("status"), QStringLiteral("string"), tr("live (where nothing is said) or archived.")},
            {QStringLiteral("limit"), QStringLiteral("integer"), tr("1 to 200, else 50.")},
            {QStringLiteral("after"), QStringLiteral("integer"), tr("The number \"next\" named.")}};
}

} // namespace

QVector<Route> articleRoutes(ApiPlace &place) {
    const QString all = QStringLiteral("/api/v1/articles");
    const QString one = QStringLiteral("/api/v1/articles/{article}");
    const QVector<KeyRole> readers{KeyRole::Agent, KeyRole::Analyst};
    const QVector<KeyRole> writers{KeyRole::Agent};
    return {
        {.method = "GET",
         .path = all,
         .summary = tr("The articles, by number."),
         .access = Access::Key,
         .roles = readers,
         .query = listQuery(),
         .gives = QStringLiteral("Articles"),
         .handler = [&place](ApiCall &call) { return list(place, call); }},
        {.method = "POST",
         .path = all,
         .summary = tr("A new article."),
         .access = Access::Key,
         .roles = writers,
         .takes = QStringLiteral("ArticleRequest"),
         .success = 201,
         .gives = QStringLiteral("Article"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return create(place, call); }},
        {.method = "GET",
         .path = all + QStringLiteral("/search"),
         .summary = tr("The articles closest to a question."),
         .access = Access::Key,
         .roles = readers,
         .query = {{QStringLiteral("q"), QStringLiteral("string"), tr("The question.")}},
         .gives = QStringLiteral("Found"),
         .handler = [&place](ApiCall &call) { return searchFor(place, call); }},
        {.method = "POST",
         .path = all + QStringLiteral("/import"),
         .summary = tr("Articles from CSV, JSON Lines or Markdown; all of them or none."),
         .access = Access::Key,
         .roles = writers,
         .contentTypes = {"text/csv", "text/markdown", "application/jsonl", "application/x-ndjson"},
         .gives = QStringLiteral("Imported"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return import(place, call); }},
        {.method = "GET",
         .path = one,
         .summary = tr("One article, with its ETag."),
         .access = Access::Key,
         .roles = readers,
         .gives = QStringLiteral("Article"),
         .handler = [&place](ApiCall &call) { return read(place, call); }},
        {.method = "PUT",
         .path = one,
         .summary = tr("Replaces an article; needs If-Match."),
         .access = Access::Key,
         .roles = writers,
         .takes = QStringLiteral("ArticleRequest"),
         .gives = QStringLiteral("Article"),
         .writes = true,
         .handler = [&place](ApiCall &call) { return replace(place, call); }},
        {.method = "DELETE",
         .path = one,
         .summary = tr("Archives an article; needs If-Match."),
         .access = Access::Key,
         .roles = writers,
         .success = 204,
         .writes = true,
         .handler = [&place](ApiCall &call) { return archive(place, call); }},
    };
}

} // namespace relaydesk
