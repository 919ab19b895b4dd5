// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/embeddingline.h"
#include "app/huggingface/embeddingprotocol.h"
#include "app/huggingface/httprequest.h"
#include "app/huggingface/replytrouble.h"
#include "app/huggingface/retrypolicy.h"
#include "app/huggingface/tokenmask.h"
#include "app/huggingface/troublesentences.h"
#include <QtCore/QDateTime>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>

namespace relaydesk {

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;

using Bytes = tl::expected<QByteArray, ModelTrouble>;

//! One request in the network's thread.
struct Asked {
    QPromise<Bytes> promise;
    QByteArray body;
    std::optional<Trouble> cutFor; //!< why it was ended from this side
    bool wasPosted = false;

    void answer(const Bytes &bytes) {
        promise.addResult(bytes);
        promise.finish();
    }
};

Bytes bytesOf(const Asked &asked, QNetworkReply &reply) {
    if (asked.cutFor)
        return tl::unexpected<ModelTrouble>(troubled(*asked.cutFor));
    const int status = httpStatus(reply);
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return tl::unexpected<ModelTrouble>(troubled(Trouble::Withdrawn));
    if (status == 0)
        return tl::unexpected<ModelTrouble>(networkTrouble(reply));
    if (status / 100 != 2)
        return tl::unexpected<ModelTrouble>(refusal(reply, asked.body));
    if (reply.error() != QNetworkReply::NoError)
        return tl::unexpected<ModelTrouble>(troubled(Trouble::Cut));
    return asked.body;
}

constexpr const char *modelName = "model"; // a property of each reply

void post(QNetworkAccessManager *network, const ModelSettings &settings, const QByteArray &body, int deadlineMs,
          const std::shared_ptr<Asked> &asked) {
    network->setProxy(settings.isLoopback() ? QNetworkProxy(QNetworkProxy::NoProxy)
                                            : QNetworkProxy(QNetworkProxy::DefaultProxy));
    QNetworkReply *reply = network->post(httpRequest(embeddingUrl(settings), settings), body);
    reply->setProperty(modelName, settings.model);
    const auto cut = [asked, reply](Trouble trouble) {
        asked->cutFor = trouble;
        reply->abort();
    };
    QTimer::singleShot(std::max(1, deadlineMs), reply, [cut] { cut(Trouble::WholeDeadline); });
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [asked, reply, cut] {
        asked->body += reply->readAll();
        if (asked->body.size() > mostBytes)
            cut(Trouble::TooLong);
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [asked, reply] {
        if (reply->isOpen())
            asked->body += reply->readAll();
        asked->answer(bytesOf(*asked, *reply));
        reply->deleteLater();
    });
}

RequestRecord recordOf(const ModelSettings &settings, const QStringList &texts, qint64 bytesSent) {
    RequestRecord record;
    record.at = QDateTime::currentDateTimeUtc();
    record.purpose = QStringLiteral("embedding");
    record.host = settings.baseUrl.authority().section(u'@', -1);
    record.model = settings.model;
    record.sent = TokenMask(settings.token).masked(texts.join(u'\n'));
    record.bytesSent = bytesSent;
    return record;
}

} // namespace

EmbeddingLine::EmbeddingLine(const ModelSettings &settings)
    : m_settings(settings)
    , m_network(new QNetworkAccessManager) {
    m_thread.setObjectName(QStringLiteral("embedding"));
    m_network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

EmbeddingLine::~EmbeddingLine() {
    m_thread.quit();
    m_thread.wait();
}

void EmbeddingLine::setSettings(const ModelSettings &settings) {
    QMutexLocker lock(&m_mutex);
    const bool isEnd = settings.isOffline() || settings.baseUrl != m_settings.baseUrl;
    m_settings = settings;
    lock.unlock();
    if (isEnd)
        end({});
}

void EmbeddingLine::setLimit(const QString &reached) {
    const QMutexLocker lock(&m_mutex);
    m_limit = reached;
}

void EmbeddingLine::close() {
    QMutexLocker lock(&m_mutex);
    m_isClosed = true;
    lock.unlock();
    end({});
}

void EmbeddingLine::leaveOff(const QString &model) {
    if (!model.isEmpty())
        end(model);
}

//! An empty name: of all models. Who is between two tries finds it counted, whether asleep already or not yet.
void EmbeddingLine::end(const QString &model) {
    QMutexLocker lock(&m_mutex);
    ++m_ends[model];
    lock.unlock();
    m_changed.wakeAll();
    QMetaObject::invokeMethod(
        m_network,
        [network = m_network, model] {
            for (QNetworkReply *reply : network->findChildren<QNetworkReply *>()) {
                if (model.isEmpty() || reply->property(modelName).toString() == model)
                    reply->abort();
            }
        },
        Qt::QueuedConnection);
}

QString EmbeddingLine::host() const {
    const QMutexLocker lock(&m_mutex);
    return m_settings.baseUrl.authority().section(u'@', -1);
}

EmbeddingLine::Errand EmbeddingLine::errandFor(const QString &model, Patience patience) const {
    const QMutexLocker lock(&m_mutex);
    Errand errand{m_settings, endsOf(model)};
    errand.settings.model = model;
    errand.settings.wholeMs = patience.wholeMs;
    errand.settings.mostTries = patience.tries;
    return errand;
}

std::optional<ModelTrouble> EmbeddingLine::obstacle(const Errand &errand) const {
    const ModelSettings &settings = errand.settings;
    const QMutexLocker lock(&m_mutex);
    if (m_isClosed)
        return troubled(Trouble::Withdrawn);
    if (m_settings.isOffline())
        return troubled(Trouble::Offline);
    if (m_settings.baseUrl != settings.baseUrl || endsOf(settings.model) != errand.ends)
        return troubled(Trouble::Withdrawn);
    if (!settings.hasUsableUrl())
        return troubled(Trouble::UnusableUrl);
    if (settings.isHuggingFace() && settings.token.isEmpty())
        return troubled(Trouble::NoToken);
    if (settings.exposesToken())
        return troubled(Trouble::InsecureUrl);
    return m_limit.isEmpty() ? std::nullopt : std::optional(troubled(Trouble::DailyLimit, m_limit));
}

Result<EmbeddingLine::Vectors> EmbeddingLine::embed(const QString &model, const QStringList &texts, Patience patience) {
    const Errand errand = errandFor(model, patience);
    const ModelSettings &settings = errand.settings;
    QElapsedTimer clock;
    clock.start();
    for (int tries = 1;; ++tries) {
        std::optional<ModelTrouble> trouble = obstacle(errand);
        if (!trouble) {
            Outcome outcome = tryOnce(errand, texts, int(settings.wholeMs - clock.elapsed()));
            if (outcome)
                return *outcome;
            trouble = obstacle(errand).value_or(outcome.error()); // why it was ended, if it was
        }
        const auto wait =
            waitBeforeRetry(*trouble, settings, tries, clock.elapsed(), QRandomGenerator::global()->generateDouble());
        if (!wait)
            return failure(ErrorKind::Unavailable, TroubleSentences(settings).limitation(*trouble));
        waitFor(errand, *wait);
    }
}

//! Less where it is ended meanwhile, or was since the last look: there is an obstacle then.
void EmbeddingLine::waitFor(const Errand &errand, int milliseconds) {
    const QDeadlineTimer until(milliseconds);
    const QMutexLocker lock(&m_mutex);
    while (endsOf(errand.settings.model) == errand.ends && m_changed.wait(&m_mutex, until)) {
    }
}

EmbeddingLine::Outcome EmbeddingLine::tryOnce(const Errand &errand, const QStringList &texts, int deadlineMs) {
    const ModelSettings &settings = errand.settings;
    const QByteArray body = embeddingBody(settings, texts);
    RequestRecord record = recordOf(settings, texts, body.size());
    QElapsedTimer clock;
    clock.start();
    auto asked = std::make_shared<Asked>();
    asked->promise.start();
    QFuture<Bytes> future = asked->promise.future();
    QMetaObject::invokeMethod(
        m_network,
        [this, errand, body, deadlineMs, asked] {
            // Looked at once more: after end() nothing may go out.
            if (const auto trouble = obstacle(errand)) {
                asked->answer(tl::unexpected<ModelTrouble>(*trouble));
                return;
            }
            asked->wasPosted = true;
            post(m_network, errand.settings, body, deadlineMs, asked);
        },
        Qt::QueuedConnection);
    const Bytes bytes = future.result(); // the deadline ends it
    Outcome outcome = tl::unexpected<ModelTrouble>(troubled(Trouble::NotAChat));
    if (!bytes) {
        outcome = tl::unexpected<ModelTrouble>(bytes.error());
    } else if (auto answer = embeddingAnswer(*bytes, texts.size())) {
        record.promptTokens = answer->promptTokens;
        outcome = std::move(answer->vectors);
    }
    record.milliseconds = clock.elapsed();
    record.bytesReceived = bytes ? bytes->size() : 0;
    record.maybeSentTwice = !outcome && outcome.error().what == Trouble::ClosedEarly;
    record.result = outcome ? QStringLiteral("answered") : TroubleSentences(settings).limitation(outcome.error());
    const QMutexLocker lock(&m_mutex);
    if (asked->wasPosted)
        m_records += record;
    return outcome;
}

QVector<RequestRecord> EmbeddingLine::takeRecords() {
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_records, {});
}

} // namespace relaydesk
