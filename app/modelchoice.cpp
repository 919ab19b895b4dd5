// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/modelchoice.h"
#include "app/huggingface/tokensource.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSettings>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelChoice", text); }

//! The lines of the file without those that name a token.
QByteArrayList otherLines(const QString &path) {
    QByteArrayList kept;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return kept;
    for (const QByteArray &line : file.readAll().split('\n')) {
        QByteArray name = line.trimmed();
        if (name.startsWith("export "))
            name = name.mid(7).trimmed();
        if (!line.isEmpty() && !name.startsWith("HF_TOKEN=") && !name.startsWith("HUGGING_FACE_HUB_TOKEN=") &&
            !name.startsWith("HUGGING_FACE_API_TOKEN="))
            kept.append(line);
    }
    return kept;
}

Result<void> writeToken(const QString &token) {
    const QString path = TokenSource::defaultFile();
    QDir().mkpath(QFileInfo(path).path());
    QByteArrayList lines = otherLines(path);
    if (!token.isEmpty())
        lines.append("HF_TOKEN=" + token.toUtf8());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(lines.join('\n') + '\n') > 0 && file.commit();
    if (!written)
        return failure(
            ErrorKind::Storage,
            tr("The token could not be written to %1: %2. The one in force stays.").arg(path, file.errorString()));
    return {};
}

} // namespace

ModelChoice modelChoice(const ModelSettings &settings, const QString &limitation) {
    const auto token = TokenSource().find();
    return {.baseUrl = settings.baseUrl.toString(),
            .model = settings.model,
            .tokenOrigin = token ? token->origin : QString(),
            .tokenFile = TokenSource::defaultFile(),
            .limitation = limitation,
            .organisation = settings.organisation,
            .deadlineSeconds = QSettings().value(QStringLiteral("model/deadline")).toInt(),
            .dailyTokens = settings.dailyTokens};
}

Result<LaunchOptions> keepModelChoice(const ModelChoice &choice, LaunchOptions options) {
    const QUrl url(choice.baseUrl, QUrl::StrictMode);
    if (!ModelSettings{.baseUrl = url}.hasUsableUrl())
        return failure(ErrorKind::Invalid, tr("\"%1\" is not an address of a model server. Nothing was changed; give "
                                              "one like http://127.0.0.1:8080/v1.")
                                               .arg(choice.baseUrl));
    if (choice.model.isEmpty())
        return failure(ErrorKind::Invalid, tr("The model has no name. Nothing was changed."));
    if (!choice.token.isEmpty() || choice.forgetToken)
        RELAYDESK_TRY(writeToken(choice.token));
    QSettings settings;
    settings.setValue(QStringLiteral("model/url"), choice.baseUrl);
    settings.setValue(QStringLiteral("model/name"), choice.model);
    settings.setValue(QStringLiteral("model/organisation"), choice.organisation);
    settings.setValue(QStringLiteral("model/deadline"), choice.deadlineSeconds);
    settings.setValue(QStringLiteral("model/daily_tokens"), choice.dailyTokens);
    options.modelDeadlineMs = choice.deadlineSeconds * 1000;
    options.modelUrl = url;
    options.model = choice.model;
    return options;
}

LaunchOptions withKeptModel(LaunchOptions options) {
    const QSettings settings;
    if (options.modelUrl.isEmpty())
        options.modelUrl = QUrl(settings.value(QStringLiteral("model/url")).toString(), QUrl::StrictMode);
    if (options.model.isEmpty())
        options.model = settings.value(QStringLiteral("model/name")).toString();
    if (options.modelDeadlineMs == 0)
        options.modelDeadlineMs = settings.value(QStringLiteral("model/deadline")).toInt() * 1000;
    return options;
}

} // namespace relaydesk
