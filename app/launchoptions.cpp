// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/launchoptions.h"
#include "app/storage/databasepath.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("LaunchOptions", text); }

QString given(const QCommandLineParser &parser, const QString &option, const char *variable) {
    return parser.isSet(option) ? parser.value(option) : qEnvironmentVariable(variable);
}

} // namespace

void addLaunchOptions(QCommandLineParser &parser) {
    parser.addOptions({
        {QStringLiteral("database"), tr("The database to work on (default: %1).").arg(defaultDatabasePath()),
         tr("FILE")},
        {QStringLiteral("offline"), tr("Ask no language model; not one packet leaves the machine.")},
        {QStringLiteral("model-url"),
         tr("Base URL of a server that speaks the chat-completions protocol (default: Hugging Face)."), tr("URL")},
        {QStringLiteral("model"), tr("Name of the language model there."), tr("NAME")},
        {QStringLiteral("model-deadline"), tr("Longest time a model's answer may take (default: 30)."), tr("SECONDS")},
    });
}

Result<LaunchOptions> launchOptions(const QCommandLineParser &parser) {
    LaunchOptions options;
    options.database =
        parser.isSet(QStringLiteral("database")) ? parser.value(QStringLiteral("database")) : defaultDatabasePath();
    if (options.database.isEmpty())
        return failure(ErrorKind::Invalid, tr("--database needs the path of a file."));
    const QString offline = qEnvironmentVariable("RELAYDESK_OFFLINE");
    options.offline = parser.isSet(QStringLiteral("offline")) || (!offline.isEmpty() && offline != QLatin1String("0"));
    const QString url = given(parser, QStringLiteral("model-url"), "RELAYDESK_MODEL_URL");
    options.modelUrl = QUrl(url, QUrl::StrictMode);
    if (!url.isEmpty() &&
        (!options.modelUrl.isValid() || !options.modelUrl.scheme().startsWith(QLatin1String("http")) ||
         options.modelUrl.host().isEmpty()))
        return failure(
            ErrorKind::Invalid,
            tr("\"%1\" is not an address of a model server. Give one like http://127.0.0.1:8080/v1.").arg(url));
    options.model = given(parser, QStringLiteral("model"), "RELAYDESK_MODEL");
    const QString deadline = given(parser, QStringLiteral("model-deadline"), "RELAYDESK_MODEL_DEADLINE");
    bool isNumber = false;
    const double seconds = deadline.toDouble(&isNumber);
    if (!deadline.isEmpty() && (!isNumber || !(seconds > 0) || seconds > 3600))
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" is not a deadline. Give seconds, more than 0 and at most 3600.").arg(deadline));
    options.modelDeadlineMs = deadline.isEmpty() ? 0 : std::max(1, int(seconds * 1000));
    return options;
}

} // namespace relaydesk
