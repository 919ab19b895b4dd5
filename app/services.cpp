// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/services.h"
#include "app/huggingface/keychain.h"
#include "app/huggingface/modellist.h"
#include "app/huggingface/tokensource.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "models/exchange/exchange.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSettings>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Services", text); }

constexpr int lockWaitMs = 5000;
constexpr qsizetype textsAtStart = 100; //!< that are encoded before there is a window: a quarter of a second

std::unique_ptr<DeskMatcher> makeMatcher(const SettingStore &settings, DerivedStore &derived,
                                         const std::shared_ptr<EmbeddingLine> &line) {
    const QString chosen = settings.value(QLatin1String(encoderSetting)).value_or(QString());
    const bool isFree = qEnvironmentVariableIsEmpty("RELAYDESK_ENCODER_DIR");
    const QString remote = remoteModel(chosen);
    if (auto encoder = remote.isEmpty() || !isFree ? nullptr : RemoteEncoder::reopened(remote, line, derived))
        return std::make_unique<DeskMatcher>(std::move(encoder), derived);
    const QString folder = encoderFolderFor(chosen);
    if (!chosen.isEmpty() && remote.isEmpty() && encoderFolder(chosen).isEmpty() && isFree)
        qWarning("%s", qUtf8Printable(tr("The encoder %1 that this desk uses is not installed: the default one is used "
                                         "until it is. See: relaydesk encoder list")
                                          .arg(chosen)));
    if (folder.isEmpty())
        return std::make_unique<DeskMatcher>(
            nullptr, derived,
            tr("the encoder all-MiniLM-L6-v2 is in none of %1. Run script/setup to get it.")
                .arg(encoderFolderCandidates().join(QStringLiteral(", "))));
    auto encoder = BertEncoder::open(folder);
    if (!encoder)
        return std::make_unique<DeskMatcher>(nullptr, derived, encoder.error().sentence);
    return std::make_unique<DeskMatcher>(std::move(*encoder), derived);
}

//! Limits, prices and the like, as kept with the program; docs/MODELS.md names the keys.
void takeKeptLimits(ModelSettings &settings) {
    const QSettings kept;
    const auto number = [&](const char *key, double otherwise) {
        bool isNumber = false;
        const double value = kept.value(QLatin1String(key)).toDouble(&isNumber);
        return isNumber && value >= 0 ? value : otherwise;
    };
    settings.dailyTokens = qint64(number("model/daily_tokens", 0));
    settings.dailyCost = number("model/daily_cost", 0);
    settings.inputPrice = number("model/input_price", -1);
    settings.outputPrice = number("model/output_price", -1);
    settings.organisation = kept.value(QStringLiteral("model/organisation")).toString().trimmed();
    const QString names = kept.value(QStringLiteral("model/fallbacks")).toString();
    if (!names.trimmed().isEmpty())
        settings.fallbackModels = names.simplified().remove(u' ').split(u',', Qt::SkipEmptyParts);
    else if (settings.isHuggingFace())
        settings.fallbackModels = usualFallbacks();
}

//! Waits for the keychain, up to its deadline, where nobody has asked it and it could matter.
QString tokenFor(const LaunchOptions &options) {
    if (const auto first = TokenSource().findBeforeKeychain())
        return first->token;
    QString inKeychain = options.tokenInKeychain.value_or(QString());
    if (!options.tokenInKeychain) {
        Keychain keychain;
        inKeychain = keychain.read().result().value_or(QString());
    }
    const auto found =
        TokenSource(QProcessEnvironment::systemEnvironment(), TokenSource::defaultFile(), inKeychain).find();
    return found ? found->token : QString();
}

} // namespace

ModelSettings modelSettingsFor(const LaunchOptions &options) {
    ModelSettings settings;
    settings.offline = options.offline || QSettings().value(QLatin1String(offlineSetting)).toBool();
    if (!options.modelUrl.isEmpty())
        settings.baseUrl = options.modelUrl;
    if (!options.model.isEmpty())
        settings.model = options.model;
    if (options.modelDeadlineMs > 0) {
        settings.wholeMs = options.modelDeadlineMs;
        // Who grants a slow model more time means its first words too.
        settings.firstTokenMs = options.modelDeadlineMs;
        settings.connectMs = std::min(settings.connectMs, options.modelDeadlineMs);
    }
    takeKeptLimits(settings);
    if (!settings.isOffline())
        settings.token = tokenFor(options);
    return settings;
}

Result<std::unique_ptr<SqliteStores>> openStorage(const LaunchOptions &options) {
    return SqliteStores::open(options.database, options.readOnly ? OpenMode::ReadOnly : OpenMode::ReadWrite,
                              lockWaitMs);
}

Result<std::unique_ptr<Services>> Services::open(const LaunchOptions &options) {
    auto storage = openStorage(options);
    if (!storage)
        return tl::unexpected<Failure>(storage.error());
    auto services = std::make_unique<Services>();
    services->storage = std::move(*storage);
    const Stores stores = services->storage->stores();
    services->model = std::make_unique<HuggingFaceClient>(
        modelSettingsFor(options), options.readOnly ? nullptr : &services->storage->requestLog());
    services->line = std::make_shared<EmbeddingLine>(services->model->settings());
    if (options.readOnly)
        services->line->close(); // what it sent could not be listed
    services->matcher = makeMatcher(stores.settings, stores.derived, services->line);
    if (options.encodesBeside)
        services->matcher->setPatience(textsAtStart);
    services->desk = std::make_unique<Desk>(stores, services->clock, *services->matcher, services->model.get());
    RELAYDESK_TRY(options.readOnly ? services->desk->refresh() : services->desk->start());
    services->encoders =
        std::make_unique<EncoderSwitch>(*services->desk, *services->matcher, *services->model, services->line);
    services->preparation = std::make_unique<KnowledgePreparation>(*services->matcher);
    return services;
}

Result<QVector<Article>> sampleKnowledge() {
    QFile file(QStringLiteral(":/knowledge/sample.md"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, tr("The sample knowledge is missing from this build."));
    return readArticles(file.readAll(), Format::Markdown);
}

} // namespace relaydesk
