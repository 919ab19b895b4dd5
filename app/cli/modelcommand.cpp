// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/modelcommand.h"
#include "app/cli/printing.h"
#include "app/huggingface/modelfetch.h"
#include "app/huggingface/modeltest.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QFutureWatcher>
#include <QtCore/QJsonArray>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelCommand", text); }

template <typename Value>
Value waitFor(QFuture<Value> future) {
    QEventLoop loop;
    QFutureWatcher<Value> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

//! Of those that are served, for one that is not.
QStringList threeServed(const ModelSettings &settings) {
    QStringList names;
    const auto models = waitFor(fetchModels(settings));
    for (qsizetype i = 0; models && i < models->size() && names.size() < 3; ++i)
        names += models->at(i).id;
    return names;
}

int test(const LaunchOptions &options, bool json, Terminal &terminal) {
    const ModelSettings settings = modelSettingsFor(options);
    HuggingFaceClient client(settings);
    const auto reply = waitFor(client.complete(testQuestion(), nullptr));
    const bool isUnknown = !reply && reply.error().kind == ErrorKind::NotFound;
    const QString sentence = testSentence(reply, isUnknown ? threeServed(settings) : QStringList());
    if (json)
        printJson(terminal.out, {{QStringLiteral("ok"), reply.has_value()},
                                 {QStringLiteral("sentence"), sentence},
                                 {QStringLiteral("model"), reply ? reply->model : settings.model},
                                 {QStringLiteral("server"), settings.serverName()},
                                 {QStringLiteral("milliseconds"), reply ? double(reply->totalMs) : 0.0},
                                 {QStringLiteral("reply"), reply ? reply->text : QString()}});
    else
        (reply ? terminal.out : terminal.err) << printable(sentence) << Qt::endl;
    return reply ? Success : Failed;
}

int list(const LaunchOptions &options, const QString &search, bool json, Terminal &terminal) {
    const auto models = waitFor(fetchModels(modelSettingsFor(options)));
    if (!models)
        return failWith(terminal, models.error());
    QJsonArray array;
    for (const ListedModel &model : matchingModels(withKnownNames(*models), search)) {
        array.append(QJsonObject{{QStringLiteral("id"), model.id},
                                 {QStringLiteral("context"), model.contextLength},
                                 {QStringLiteral("inputPrice"), model.inputPrice},
                                 {QStringLiteral("outputPrice"), model.outputPrice},
                                 {QStringLiteral("note"), model.note}});
        if (!json)
            terminal.out << printable(model.id).leftJustified(44) << ' ' << printable(described(model)) << Qt::endl;
    }
    if (json)
        printJson(terminal.out, {{QStringLiteral("models"), array}});
    return Success;
}

QJsonObject asJson(const RequestRecord &record) {
    return {{QStringLiteral("at"), record.at.toString(Qt::ISODate)},
            {QStringLiteral("conversation"), record.conversation.value},
            {QStringLiteral("purpose"), record.purpose},
            {QStringLiteral("host"), record.host},
            {QStringLiteral("model"), record.model},
            {QStringLiteral("sent"), record.sent},
            {QStringLiteral("bytesSent"), record.bytesSent},
            {QStringLiteral("bytesReceived"), record.bytesReceived},
            {QStringLiteral("tokens"), record.promptTokens + record.completionTokens},
            {QStringLiteral("milliseconds"), record.milliseconds},
            {QStringLiteral("cost"), record.cost < 0 ? QJsonValue() : QJsonValue(record.cost)},
            {QStringLiteral("maybeSentTwice"), record.maybeSentTwice},
            {QStringLiteral("result"), record.result}};
}

void print(const RequestRecord &record, QTextStream &out) {
    out << record.at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) << "  " << printable(record.host)
        << "  " << printable(record.model) << "  "
        << tr("%1 bytes out, %2 in, %3 tokens, %4 ms")
               .arg(record.bytesSent)
               .arg(record.bytesReceived)
               .arg(record.promptTokens + record.completionTokens)
               .arg(record.milliseconds)
        << (record.cost >= 0 ? QStringLiteral(", $%1").arg(record.cost, 0, 'f', 6) : QString())
        << (record.maybeSentTwice ? tr(", may have been sent twice") : QString()) << '\n'
        << wrapped(record.result, 2) << '\n'
        << wrapped(record.sent, 4) << Qt::endl;
}

int requests(LaunchOptions options, int most, bool json, Terminal &terminal) {
    options.readOnly = true;
    const auto storage = openStorage(options);
    if (!storage)
        return failWith(terminal, storage.error());
    const auto records = (*storage)->requestLog().requests({}, most);
    if (!records)
        return failWith(terminal, records.error());
    QJsonArray array;
    for (const RequestRecord &record : *records) {
        array.append(asJson(record));
        if (!json)
            print(record, terminal.out);
    }
    if (json)
        printJson(terminal.out, {{QStringLiteral("requests"), array}});
    else if (records->isEmpty())
        terminal.out << tr("Nothing was ever sent to a language model from this database.") << Qt::endl;
    return Success;
}

} // namespace

QString ModelCommand::name() const { return QStringLiteral("model"); }

QString ModelCommand::summary() const { return tr("Test the language model, list models, or show what was sent"); }

void ModelCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("WHAT"), tr("test, list or requests."));
    parser.addPositionalArgument(QStringLiteral("SEARCH"), tr("For list: words that the model's name must hold."),
                                 QStringLiteral("[SEARCH]"));
    parser.addOption(
        {QStringLiteral("most"), tr("For requests: at most so many, newest first (default: 20)."), tr("NUMBER")});
    parser.addOption(jsonOption());
}

int ModelCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const QStringList words = parser.positionalArguments();
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const bool json = parser.isSet(QStringLiteral("json"));
    if (words.value(0) == QLatin1String("test") && words.size() == 1)
        return test(*options, json, terminal);
    if (words.value(0) == QLatin1String("list"))
        return list(*options, words.mid(1).join(u' '), json, terminal);
    bool isNumber = true;
    const int most = parser.isSet(QStringLiteral("most")) ? parser.value(QStringLiteral("most")).toInt(&isNumber) : 20;
    if (words.value(0) == QLatin1String("requests") && words.size() == 1 && isNumber && most > 0)
        return requests(*options, most, json, terminal);
    return wrongUsage(terminal, name(), tr("Give test, list or requests."));
}

} // namespace relaydesk
