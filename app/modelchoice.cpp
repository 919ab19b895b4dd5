// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/modelchoice.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelChoice", text); }

} // namespace

ModelChoice modelChoice(const ModelSettings &settings, const QString &limitation, const KeptToken &kept,
                        const LaunchOptions &options) {
    const auto token = kept.inForce();
    return {.baseUrl = settings.baseUrl.toString(),
            .model = settings.model,
            .tokenOrigin = token ? token->origin : QString(),
            .tokenPlace = kept.place(),
            .limitation = limitation,
            .organisation = settings.organisation,
            .deadlineSeconds = QSettings().value(QStringLiteral("model/deadline")).toInt(),
            .limits = {.tokens = settings.dailyTokens,
                       .dollars = settings.dailyCost,
                       .inputPrice = settings.inputPrice,
                       .outputPrice = settings.outputPrice},
            .offline = settings.isOffline(),
            .offlinePinned = options.offline || ModelSettings().isOffline()};
}

Result<LaunchOptions> keepModelChoice(const ModelChoice &choice, LaunchOptions options) {
    const QUrl url(choice.baseUrl, QUrl::StrictMode);
    if (!ModelSettings{.baseUrl = url}.hasUsableUrl())
        return failure(ErrorKind::Invalid, tr("\"%1\" is not an address of a model server. Nothing was changed; give "
                                              "one like http://127.0.0.1:8080/v1.")
                                               .arg(choice.baseUrl));
    if (choice.model.isEmpty())
        return failure(ErrorKind::Invalid, tr("The model has no name. Nothing was changed."));
    QSettings settings;
    settings.setValue(QStringLiteral("model/url"), choice.baseUrl);
    settings.setValue(QStringLiteral("model/name"), choice.model);
    settings.setValue(QStringLiteral("model/organisation"), choice.organisation);
    settings.setValue(QStringLiteral("model/deadline"), choice.deadlineSeconds);
    settings.setValue(QStringLiteral("model/daily_tokens"), choice.limits.tokens);
    settings.setValue(QStringLiteral("model/daily_cost"), choice.limits.dollars);
    settings.setValue(QStringLiteral("model/input_price"), choice.limits.inputPrice);
    settings.setValue(QStringLiteral("model/output_price"), choice.limits.outputPrice);
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
