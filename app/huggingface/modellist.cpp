// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modellist.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>

namespace relaydesk {

namespace {

QString told(const char *text) { return QCoreApplication::translate("ModelList", text); }

struct KnownName {
    const char *id;
    const char *note;
};

#define TEXT(text) QT_TRANSLATE_NOOP("ModelList", text)
constexpr KnownName knownNames[] = {
    {"TinyLlama/TinyLlama-1.1B-Chat-v1.0", TEXT("not in this list; comes and goes at the provider featherless-ai")},
    {"mistralai/Mistral-7B-Instruct-v0.2",
     TEXT("not in this list; reported as not supported in February and August 2026")},
    {"google/flan-t5-large", TEXT("not in this list; for servers of your own only, its task is no longer offered")},
};
#undef TEXT

void takeProvider(ListedModel &model, const QJsonObject &provider) {
    if (provider.value(u"status").toString(QStringLiteral("live")) != u"live")
        return;
    model.providers += provider.value(u"provider").toString();
    const int context = provider.value(u"context_length").toInt();
    model.contextLength = std::max(model.contextLength, context);
    if (context > 0 && (model.leastContext == 0 || context < model.leastContext))
        model.leastContext = context;
    const QJsonObject price = provider.value(u"pricing").toObject();
    const double input = price.value(u"input").toDouble(-1);
    if (input >= 0 && (model.inputPrice < 0 || input < model.inputPrice)) {
        model.inputPrice = input;
        model.outputPrice = price.value(u"output").toDouble(-1);
    }
    const int latency = provider.value(u"first_token_latency_ms").toInt();
    if (latency > 0 && (model.firstTokenMs == 0 || latency < model.firstTokenMs))
        model.firstTokenMs = latency;
}

ListedModel takeModel(const QJsonObject &object) {
    ListedModel model;
    model.id = object.value(u"id").toString(object.value(u"name").toString());
    model.owner = object.value(u"owned_by").toString();
    model.contextLength =
        object.value(u"meta").toObject().value(u"n_ctx_train").toInt(object.value(u"max_model_len").toInt());
    for (const QJsonValue provider : object.value(u"providers").toArray())
        takeProvider(model, provider.toObject());
    return model;
}

} // namespace

QVector<ListedModel> listedModels(const QByteArray &json) {
    const QJsonObject body = QJsonDocument::fromJson(json).object();
    QJsonArray items = body.value(u"data").toArray();
    if (items.isEmpty())
        items = body.value(u"models").toArray();
    QVector<ListedModel> models;
    for (const QJsonValue item : std::as_const(items)) {
        ListedModel model = takeModel(item.toObject());
        const bool isServed = !item.toObject().contains(u"providers") || !model.providers.isEmpty();
        if (!model.id.isEmpty() && isServed)
            models.append(model);
    }
    std::sort(models.begin(), models.end(),
              [](const ListedModel &a, const ListedModel &b) { return a.id.compare(b.id, Qt::CaseInsensitive) < 0; });
    return models;
}

int contextOf(const QString &name, const QVector<ListedModel> &listed) {
    for (const QString &id : {name, name.section(u':', 0, 0)}) {
        const auto found =
            std::find_if(listed.begin(), listed.end(), [&](const ListedModel &model) { return model.id == id; });
        if (found != listed.end())
            return found->leastContext > 0 ? found->leastContext : found->contextLength;
    }
    return 0;
}

QVector<ListedModel> withKnownNames(QVector<ListedModel> listed) {
    for (const KnownName &known : knownNames) {
        const QString id = QString::fromLatin1(known.id);
        if (std::none_of(listed.begin(), listed.end(), [&](const ListedModel &model) { return model.id == id; }))
            listed.append({.id = id, .note = told(known.note)});
    }
    return listed;
}

QStringList usualFallbacks() {
    return {QStringLiteral("openai/gpt-oss-20b"), QStringLiteral("meta-llama/Llama-3.1-8B-Instruct"),
            QStringLiteral("google/gemma-3-4b-it")};
}

QVector<ListedModel> matchingModels(const QVector<ListedModel> &models, const QString &search) {
    QVector<ListedModel> found;
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    for (const ListedModel &model : models) {
        const QString text = model.id + u' ' + model.owner + u' ' + model.providers.join(u' ');
        if (std::all_of(words.begin(), words.end(),
                        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found.append(model);
    }
    return found;
}

QString described(const ListedModel &model) {
    QStringList parts;
    if (model.contextLength > 0)
        parts += told("%1 tokens of context").arg(model.contextLength);
    if (model.inputPrice >= 0)
        parts += told("$%1 + $%2 for a million tokens").arg(model.inputPrice).arg(model.outputPrice);
    if (model.firstTokenMs > 0)
        parts += told("first word after %1 ms").arg(model.firstTokenMs);
    if (!model.providers.isEmpty())
        parts += model.providers.join(u' ');
    if (!model.note.isEmpty())
        parts += model.note;
    return parts.join(QStringLiteral(", "));
}

} // namespace relaydesk
