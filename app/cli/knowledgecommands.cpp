// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/knowledgecommands.h"
#include "app/cli/interruption.h"
#include "app/cli/printing.h"
#include "app/cli/progressprinter.h"
#include "app/matching/vectorpreparation.h"
#include "app/services.h"
#include "models/exchange/exchange.h"
#include "models/exchange/mergeimport.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("KnowledgeCommands", text); }

constexpr qint64 largestFile = 256 * 1024 * 1024;

Result<QVector<Article>> articlesIn(const QString &path) {
    const auto format = formatOf(path);
    if (!format)
        return failure(
            ErrorKind::Invalid,
            tr("\"%1\" does not end in .csv, .jsonl or .md, so its format is not known. Nothing was imported.")
                .arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       tr("\"%1\" cannot be read: %2. Nothing was imported.").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" is larger than 256 MB. Nothing was imported; split it.").arg(path));
    return readArticles(file.readAll(), *format);
}

//! What takes long comes before anything is changed.
Result<void> prepare(const Services &services, const QVector<Article> &articles, Terminal &terminal) {
    const auto vectors = services.matcher->vectors();
    if (!vectors)
        return {};
    const Interruption interruption;
    ProgressPrinter printer(terminal.err);
    const Prepared how = prepareVectors(*vectors, GaussianMatcher::encodedTexts(articles), [&](int done, int all) {
        printer.print(tr("Encoding what comes in"), done, all);
        return !interruption.isWanted();
    });
    if (how == Prepared::Cancelled)
        return failure(ErrorKind::Cancelled, tr("Left off: nothing was imported."));
    return {};
}

Result<ImportPlan> import(const LaunchOptions &options, const QVector<Article> &read, Terminal &terminal) {
    const auto services = Services::open(options);
    RELAYDESK_TRY(services);
    const ArticleStore &articles = (*services)->storage->stores().articles;
    auto existing = articles.articles(ArticleStatus::Live);
    RELAYDESK_TRY(existing);
    const auto archived = articles.articles(ArticleStatus::Archived);
    RELAYDESK_TRY(archived);
    const auto plan = mergeImport(*existing + *archived, read);
    RELAYDESK_TRY(plan);
    if (plan->toSave.isEmpty())
        return plan;
    RELAYDESK_TRY(prepare(**services, plan->toSave, terminal));
    RELAYDESK_TRY((*services)->desk->saveArticles(plan->toSave));
    return plan;
}

Result<int> exportTo(const LaunchOptions &options, const QString &path, Format format) {
    const auto storage = openStorage(options);
    RELAYDESK_TRY(storage);
    const ArticleStore &store = (*storage)->stores().articles;
    auto articles = store.articles(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    if (format == Format::JsonLines) {
        const auto archived = store.articles(ArticleStatus::Archived);
        RELAYDESK_TRY(archived);
        *articles += *archived;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(writeArticles(*articles, format)) < 0 || !file.commit())
        return failure(
            ErrorKind::Storage,
            tr("\"%1\" cannot be written: %2. A file that was there is as it was.").arg(path, file.errorString()));
    return int(articles->size());
}

} // namespace

QString ImportCommand::name() const { return QStringLiteral("import"); }

QString ImportCommand::summary() const { return tr("Read knowledge from a CSV, JSON Lines or Markdown file"); }

void ImportCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 tr("A file ending in .csv (title,question,answer,tags), .jsonl or .md."),
                                 QStringLiteral("FILE|--sample"));
    parser.addOption(
        {QStringLiteral("sample"), tr("Import the sample knowledge shipped with Relaydesk instead of a file.")});
    parser.addOption(jsonOption());
}

int ImportCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const bool sample = parser.isSet(QStringLiteral("sample"));
    if (parser.positionalArguments().size() != (sample ? 0 : 1))
        return wrongUsage(terminal, name(), tr("Give one file, or --sample."));
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const auto read = sample ? sampleKnowledge() : articlesIn(parser.positionalArguments().first());
    if (!read)
        return failWith(terminal, read.error());
    const auto plan = import(*options, *read, terminal);
    if (!plan && plan.error().kind == ErrorKind::Cancelled) {
        terminal.err << plan.error().sentence << Qt::endl;
        return Interruption::exitCode;
    }
    if (!plan)
        return failWith(terminal, plan.error());
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, {{QStringLiteral("added"), plan->added},
                                 {QStringLiteral("changed"), plan->changed},
                                 {QStringLiteral("unchanged"), plan->unchanged},
                                 {QStringLiteral("phrasingsAdded"), plan->phrasingsAdded}});
    else
        terminal.out << tr("%1 articles new, %2 changed, %3 as they were; %4 phrasings added.")
                            .arg(plan->added)
                            .arg(plan->changed)
                            .arg(plan->unchanged)
                            .arg(plan->phrasingsAdded)
                     << Qt::endl;
    return Success;
}

QString ExportCommand::name() const { return QStringLiteral("export"); }

QString ExportCommand::summary() const { return tr("Write the knowledge to a CSV, JSON Lines or Markdown file"); }

void ExportCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 tr("A file ending in .csv, .jsonl (loses nothing, archived articles too) or .md."));
}

int ExportCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(terminal, name(), tr("Give one file."));
    const QString path = parser.positionalArguments().first();
    const auto format = formatOf(path);
    if (!format)
        return wrongUsage(terminal, name(),
                          tr("\"%1\" does not end in .csv, .jsonl or .md, so its format is not known.").arg(path));
    auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    options->readOnly = true;
    const auto count = exportTo(*options, path, *format);
    if (!count)
        return failWith(terminal, count.error());
    terminal.out << tr("%1 articles written to %2.").arg(*count).arg(path) << Qt::endl;
    return Success;
}

} // namespace relaydesk
