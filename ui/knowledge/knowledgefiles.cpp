// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/knowledgefiles.h"
#include "models/exchange/exchange.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("KnowledgeFiles", text); }

constexpr qint64 largestFile = 256 * 1024 * 1024;

Result<Format> formatFor(const QString &path, const QString &consequence) {
    if (const auto format = formatOf(path))
        return *format;
    return failure(ErrorKind::Invalid,
                   tr("\u201c%1\u201d does not end in .csv, .jsonl or .md, so its format is not known. %2")
                       .arg(path, consequence));
}

Result<QVector<Article>> everything(const Stores &stores) {
    auto articles = stores.articles.articles(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    const auto archived = stores.articles.articles(ArticleStatus::Archived);
    RELAYDESK_TRY(archived);
    return *articles + *archived;
}

Result<QVector<Article>> articlesIn(const QString &path) {
    const auto format = formatFor(path, tr("Nothing was imported."));
    RELAYDESK_TRY(format);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       tr("\u201c%1\u201d cannot be read: %2. Nothing was imported.").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorKind::Invalid,
                       tr("\u201c%1\u201d is larger than 256 MB. Nothing was imported; split it.").arg(path));
    return readArticles(file.readAll(), *format);
}

} // namespace

Result<ImportPlan> planImport(const Stores &stores, const QString &path) {
    const auto read = articlesIn(path);
    RELAYDESK_TRY(read);
    const auto existing = everything(stores);
    RELAYDESK_TRY(existing);
    return mergeImport(*existing, *read);
}

Result<int> exportKnowledge(const Stores &stores, const QString &path) {
    const auto format = formatFor(path, tr("Nothing was written."));
    RELAYDESK_TRY(format);
    const auto articles =
        *format == Format::JsonLines ? everything(stores) : stores.articles.articles(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(writeArticles(*articles, *format)) < 0 || !file.commit())
        return failure(ErrorKind::Storage,
                       tr("\u201c%1\u201d cannot be written: %2. A file that was there is as it was.")
                           .arg(path, file.errorString()));
    return int(articles->size());
}

QString importSentence(const ImportPlan &plan) {
    QString sentence = tr("Articles: %1 new, %2 changed, %3 as they were. Phrasings added: %4.")
                           .arg(plan.added)
                           .arg(plan.changed)
                           .arg(plan.unchanged)
                           .arg(plan.phrasingsAdded);
    if (plan.archived > 0)
        sentence += u' ' + tr("Archived, and left so: %1.").arg(plan.archived);
    return sentence;
}

QStringList knowledgeFilters() {
    return {tr("Knowledge (*.csv *.jsonl *.ndjson *.md *.markdown)"), tr("CSV (*.csv)"),
            tr("JSON Lines, with archived articles (*.jsonl)"), tr("Markdown (*.md)")};
}

} // namespace relaydesk
