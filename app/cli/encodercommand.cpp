// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/encodercommand.h"
#include "app/cli/encoderlisting.h"
#include "app/cli/interruption.h"
#include "app/cli/printing.h"
#include "app/cli/progressprinter.h"
#include "app/encoderinstall.h"
#include "app/encoderinstalluse.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/remoteencoder.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonObject>
#include <cstdio>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EncoderCommand", text); }

constexpr qint64 megabyte = 1 << 20;

Result<std::unique_ptr<SqliteStores>> openedToRead(LaunchOptions options) {
    options.readOnly = true;
    return openStorage(options);
}

//! What the desk has chosen; nothing where there is no desk yet.
QString chosenEncoder(const LaunchOptions &options) {
    if (!QFileInfo::exists(options.database))
        return {};
    const auto storage = openedToRead(options);
    return storage ? (*storage)->stores().settings.value(QLatin1String(encoderSetting)).value_or(QString()) : QString();
}

QString inUse(const LaunchOptions &options) {
    const QString chosen = chosenEncoder(options);
    const bool isRemote = !remoteModel(chosen).isEmpty() && qEnvironmentVariableIsEmpty("RELAYDESK_ENCODER_DIR");
    return isRemote ? chosen : encoderFolderFor(chosen);
}

bool isModelFolder(const QString &word) {
    return QFileInfo(QDir(word).filePath(QStringLiteral("config.json"))).isFile();
}

bool isAgreedTo(const KnownEncoder &encoder, const QMap<QString, QString> &digests, bool yes, Terminal &terminal) {
    terminal.err << tr("The files of %1 (%2) are not pinned in this program. Their SHA-256:")
                        .arg(encoder.name, encoder.repository.isEmpty() ? tr("from a folder") : encoder.repository)
                 << '\n';
    for (auto digest = digests.cbegin(); digest != digests.cend(); ++digest)
        terminal.err << "  " << digest.value() << "  " << digest.key() << '\n';
    if (yes)
        return true;
    terminal.err << tr("Install it? [y/N] ") << Qt::flush;
    QTextStream in(stdin);
    return in.readLine().trimmed().startsWith(u'y', Qt::CaseInsensitive);
}

Result<void> install(const QString &what, const QCommandLineParser &parser, const LaunchOptions &options,
                     Terminal &terminal) {
    ProgressPrinter printer(terminal.err);
    const bool yes = parser.isSet(QStringLiteral("yes"));
    EncoderInstall installing(
        [&](const QString &file, qint64 done, qint64 all) {
            printer.print(tr("Fetching %1 (MB)").arg(file), int(done / megabyte), int(all / megabyte));
        },
        [&](const KnownEncoder &encoder, const QMap<QString, QString> &digests) {
            return isAgreedTo(encoder, digests, yes, terminal);
        });
    const bool isLocal = isModelFolder(what);
    if (!isLocal && modelSettingsFor(options).isOffline())
        return failure(ErrorKind::Unavailable,
                       tr("Nothing is fetched while Relaydesk is offline. Give a folder with the encoder's files."));
    const QString hub =
        parser.isSet(QStringLiteral("hub")) ? parser.value(QStringLiteral("hub")) : qEnvironmentVariable("HF_ENDPOINT");
    const KnownEncoder *known = knownEncoder(what);
    const auto folder = isLocal ? installing.fromFolder(what)
                                : installing.fromHub(hub.isEmpty() ? QUrl(QStringLiteral("https://huggingface.co"))
                                                                   : QUrl(hub, QUrl::StrictMode),
                                                     known ? *known : unknownEncoder(what));
    RELAYDESK_TRY(folder);
    const QString name = QDir(*folder).dirName();
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, {{QStringLiteral("name"), name}, {QStringLiteral("folder"), *folder}});
    else
        terminal.out << tr("%1 is installed in %2. To change over to it: relaydesk encoder use %1").arg(name, *folder)
                     << Qt::endl;
    return {};
}

//! One that is installed, or one that answers at the server `line` asks.
Result<std::unique_ptr<SentenceEncoder>> opened(const QString &what, const std::shared_ptr<EmbeddingLine> &line) {
    if (const QString model = remoteModel(what); !model.isEmpty()) {
        auto remote = RemoteEncoder::open(model, line);
        RELAYDESK_TRY(remote);
        return std::move(*remote);
    }
    const QString folder = encoderFolder(what);
    if (folder.isEmpty())
        return failure(ErrorKind::NotFound,
                       tr("The encoder \"%1\" is not installed; the desk goes on with the one it has. See: relaydesk "
                          "encoder list")
                           .arg(what));
    auto encoder = BertEncoder::open(folder);
    RELAYDESK_TRY(encoder);
    return std::move(*encoder);
}

Result<int> encodeWith(const QString &what, const LaunchOptions &options, Terminal &terminal) {
    const auto storage = openForEncoder(options.database);
    RELAYDESK_TRY(storage);
    HuggingFaceClient model(modelSettingsFor(options), &(*storage)->requestLog());
    const auto line = std::make_shared<EmbeddingLine>(model.settings());
    const auto keepRecords = [&] {
        for (const RequestRecord &record : line->takeRecords())
            model.note(record);
        line->setLimit(model.limitReached());
    };
    keepRecords();
    auto encoder = opened(what, line);
    keepRecords();
    RELAYDESK_TRY(encoder);
    const Interruption interruption;
    ProgressPrinter printer(terminal.err);
    const QString name = remoteModel(what).isEmpty() && what.contains(u'/') ? encoderFolder(what) : what;
    const auto texts = useEncoder(name, std::move(*encoder), (*storage)->stores(), [&](int done, int all) {
        keepRecords();
        printer.print(tr("Encoding what is known"), done, all);
        return !interruption.isWanted();
    });
    keepRecords();
    return texts;
}

Result<void> use(const QString &what, bool json, const LaunchOptions &options, Terminal &terminal) {
    const auto texts = encodeWith(what, options, terminal);
    RELAYDESK_TRY(texts);
    if (json) {
        printJson(terminal.out, {{QStringLiteral("name"), what}, {QStringLiteral("texts"), *texts}});
        return {};
    }
    terminal.out << tr("The desk uses %1; %2 texts are encoded with it. A desk that is running changes over within "
                       "some seconds.")
                        .arg(what)
                        .arg(*texts)
                 << Qt::endl;
    if (!qEnvironmentVariable("RELAYDESK_ENCODER_DIR").isEmpty())
        terminal.err << tr("RELAYDESK_ENCODER_DIR is set and stands above this choice as long as it is.") << Qt::endl;
    return {};
}

Result<void> info(const QString &what, bool json, const LaunchOptions &options, Terminal &terminal) {
    const QString choice = what.isEmpty() ? chosenEncoder(options) : what;
    if (!remoteModel(choice).isEmpty()) {
        const auto storage = openedToRead(options);
        RELAYDESK_TRY(storage);
        const EmbeddingLine line(modelSettingsFor(options));
        return showRemoteEncoder(choice, line, (*storage)->stores().derived, json, terminal);
    }
    const QString folder = what.isEmpty() ? encoderFolderFor(choice) : encoderFolder(what);
    if (folder.isEmpty())
        return failure(ErrorKind::NotFound,
                       what.isEmpty()
                           ? tr("There is no sentence encoder in %1: the desk matches by words alone. See: "
                                "relaydesk encoder list")
                                 .arg(encoderFolderCandidates().join(QStringLiteral(", ")))
                           : tr("The encoder \"%1\" is not installed. See: relaydesk encoder list").arg(what));
    if (!QFileInfo::exists(options.database))
        return showEncoder(folder, nullptr, json, terminal);
    const auto storage = openedToRead(options);
    RELAYDESK_TRY(storage);
    return showEncoder(folder, &(*storage)->stores().derived, json, terminal);
}

} // namespace

QString EncoderCommand::name() const { return QStringLiteral("encoder"); }

QString EncoderCommand::summary() const { return tr("List, install and change sentence encoders"); }

void EncoderCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("VERB"),
                                 tr("list; install with a name of the list, OWNER/NAME of the Hub, or a folder; use "
                                    "with the name of an installed one, or remote:OWNER/NAME of one that the language "
                                    "model's server runs (every question is sent there then); info, of the one in use "
                                    "or of another."),
                                 QStringLiteral("list|install NAME|use NAME|info [NAME]"));
    parser.addOptions({
        {QStringLiteral("yes"), tr("install: take a model whose digests are not pinned without asking.")},
        {QStringLiteral("hub"), tr("install: the server to fetch from (default: HF_ENDPOINT, else Hugging Face)."),
         tr("URL")},
    });
    parser.addOption(jsonOption());
}

int EncoderCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const QStringList words = parser.positionalArguments();
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const bool json = parser.isSet(QStringLiteral("json"));
    const QString verb = words.value(0);
    const QString what = words.value(1);
    Result<void> done;
    if (verb == QLatin1String("list") && words.size() == 1)
        listEncoders(inUse(*options), json, terminal);
    else if (verb == QLatin1String("install") && words.size() == 2)
        done = install(what, parser, *options, terminal);
    else if (verb == QLatin1String("use") && words.size() == 2)
        done = use(what, json, *options, terminal);
    else if (verb == QLatin1String("info") && words.size() <= 2)
        done = info(what, json, *options, terminal);
    else
        return wrongUsage(terminal, name(), tr("Give list, install, use or info."));
    if (!done && done.error().kind == ErrorKind::Cancelled) {
        terminal.err << done.error().sentence << Qt::endl;
        return Interruption::exitCode;
    }
    return done ? Success : failWith(terminal, done.error());
}

} // namespace relaydesk
