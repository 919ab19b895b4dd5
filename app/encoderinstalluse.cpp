// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderinstalluse.h"
#include "app/matching/gaussianmatcher.h"
#include "app/matching/vectorpreparation.h"
#include "app/remoteencoder.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("UseEncoder", text); }

} // namespace

Result<int> useEncoder(const QString &name, std::unique_ptr<SentenceEncoder> encoder, Stores stores,
                       const EncoderProgress &progress) {
    const auto articles = stores.articles.articles(ArticleStatus::Live);
    RELAYDESK_TRY(articles);
    const QStringList texts = GaussianMatcher::encodedTexts(*articles);
    VectorCache vectors(std::move(encoder), stores.derived);
    const auto *remote = dynamic_cast<const RemoteEncoder *>(&vectors.encoder());
    switch (prepareVectors(vectors, texts, progress)) {
    case Prepared::Cancelled:
        return failure(ErrorKind::Cancelled,
                       tr("Left off. The desk goes on with the encoder it has; what was encoded is kept."));
    case Prepared::WithGaps:
        if (remote)
            return failure(
                ErrorKind::Unavailable,
                tr("%1 The desk goes on with the encoder it has; what was encoded is kept.").arg(remote->trouble()));
        return failure(ErrorKind::Invalid, tr("The encoder %1 gives no vector for a text of the knowledge. The desk "
                                              "goes on with the one it has.")
                                               .arg(name));
    case Prepared::Whole:
        break;
    }
    if (remote)
        RELAYDESK_TRY(remote->remember(stores.derived));
    RELAYDESK_TRY(stores.settings.setValue(QLatin1String(encoderSetting), name));
    return int(texts.size());
}

Result<std::unique_ptr<SqliteStores>> openForEncoder(const QString &database) {
    auto alone = SqliteStores::open(database, OpenMode::ReadWrite);
    if (alone || alone.error().kind != ErrorKind::Unavailable)
        return alone;
    auto beside = SqliteStores::open(database, OpenMode::Beside);
    return beside ? std::move(beside) : std::move(alone);
}

} // namespace relaydesk
