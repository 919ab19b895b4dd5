// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modelfetch.h"
#include "app/huggingface/httprequest.h"
#include "app/huggingface/replytrouble.h"
#include "app/huggingface/troublesentences.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <memory>

namespace relaydesk {

namespace {

using Models = Result<QVector<ListedModel>>;
constexpr qint64 mostBytes = 16 * 1024 * 1024;
const QString purpose = QStringLiteral("models");

struct Fetch {
    ModelSettings settings;
    RequestLog *log = nullptr;
    QNetworkAccessManager network;
    QPromise<Models> promise;
    QElapsedTimer clock;
    std::optional<Trouble> cutFor; //!< why it was ended from this side
};

QUrl listUrl(const ModelSettings &settings) {
    QUrl url = settings.chatUrl();
    url.setPath(url.path(QUrl::FullyEncoded).chopped(int(qstrlen("chat/completions"))) + QStringLiteral("models"),
                QUrl::TolerantMode);
    return url;
}

Models modelsIn(const Fetch &fetch, QNetworkReply &reply, const QByteArray &body) {
    const TroubleSentences sentences(fetch.settings);
    if (fetch.cutFor)
        return tl::unexpected<Failure>(sentences.failure(troubled(*fetch.cutFor), purpose));
    const int status = httpStatus(reply);
    if (status == 0)
        return tl::unexpected<Failure>(sentences.failure(networkTrouble(reply), purpose));
    if (status / 100 != 2)
        return tl::unexpected<Failure>(sentences.failure(refusal(reply, body), purpose));
    const QVector<ListedModel> models = listedModels(body);
    if (models.isEmpty())
        return tl::unexpected<Failure>(sentences.failure(troubled(Trouble::NotAChat), purpose));
    return models;
}

void finish(Fetch &fetch, QNetworkReply &reply) {
    const QByteArray body = reply.isOpen() ? reply.read(mostBytes) : QByteArray();
    const Models models = modelsIn(fetch, reply, body);
    if (fetch.log) {
        RequestRecord record;
        record.at = QDateTime::currentDateTimeUtc();
        record.purpose = purpose;
        record.host = reply.url().authority().section(u'@', -1);
        record.bytesReceived = body.size();
        record.milliseconds = fetch.clock.elapsed();
        record.result = models ? QStringLiteral("answered") : models.error().sentence;
        static_cast<void>(fetch.log->append(record)); // the list of models is worth more than its line in the log
    }
    fetch.promise.addResult(models);
    fetch.promise.finish();
}

} // namespace

QFuture<Result<QVector<ListedModel>>> fetchModels(const ModelSettings &settings, RequestLog *log, QObject *owner) {
    const auto refuse = [&](Trouble trouble) {
        return QtFuture::makeReadyFuture(
            Models(tl::unexpected<Failure>(TroubleSentences(settings).failure(troubled(trouble), purpose))));
    };
    if (settings.isOffline())
        return refuse(Trouble::Offline);
    if (!settings.hasUsableUrl())
        return refuse(Trouble::UnusableUrl);
    if (settings.exposesToken())
        return refuse(Trouble::InsecureUrl);
    auto fetch = std::make_shared<Fetch>();
    fetch->settings = settings;
    fetch->log = log;
    if (settings.isLoopback())
        fetch->network.setProxy(QNetworkProxy::NoProxy);
    fetch->promise.start();
    fetch->clock.start();
    QNetworkReply *reply = fetch->network.get(httpRequest(listUrl(settings), settings));
    const auto cut = [fetch, reply](Trouble trouble) {
        fetch->cutFor = trouble;
        reply->abort();
    };
    QTimer::singleShot(settings.firstTokenMs, reply, [cut] { cut(Trouble::FirstTokenDeadline); });
    if (owner)
        QObject::connect(owner, &QObject::destroyed, reply, [cut] { cut(Trouble::Offline); });
    QObject::connect(reply, &QNetworkReply::finished, reply, [fetch, reply] {
        finish(*fetch, *reply);
        reply->setParent(nullptr); // outlives the network, which ends with this connection
        reply->deleteLater();
    });
    return fetch->promise.future();
}

} // namespace relaydesk
