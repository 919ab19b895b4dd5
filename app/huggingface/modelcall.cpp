// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modelcall.h"
#include "app/huggingface/chatprotocol.h"
#include "app/huggingface/httprequest.h"
#include "app/huggingface/replytrouble.h"
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <utility>

namespace relaydesk {

namespace {

constexpr qint64 readBufferBytes = 256 * 1024;
constexpr qsizetype mostBytesOfRefusal = 64 * 1024;
constexpr qsizetype streamBytesPerToken = 1024; //!< one event each, generously

AnswerReader::Limits limitsFor(const ModelRequest &request) {
    AnswerReader::Limits limits;
    limits.streamBytes = qMax(limits.streamBytes, request.maxTokens * streamBytesPerToken);
    return limits;
}

QNetworkRequest chatRequest(const ModelSettings &settings) {
    QNetworkRequest request = httpRequest(settings.chatUrl(), settings);
    request.setRawHeader("Accept", "text/event-stream, application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // a packed stream would arrive in lumps
    return request;
}

} // namespace

ModelCall::ModelCall(const ModelSettings &settings, const ModelRequest &request, Grew grew, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_body(chatBody(request, settings.model))
    , m_grew(std::move(grew))
    , m_reader(limitsFor(request), settings.token) {}

ModelCall::~ModelCall() {
    if (!m_isSettled)
        fail(troubled(Trouble::Withdrawn));
}

QFuture<ModelCall::Outcome> ModelCall::ask(const std::shared_ptr<QNetworkAccessManager> &network) {
    m_network = network;
    m_promise.start();
    QFuture<ModelCall::Outcome> future = m_promise.future();
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { fail(troubled(Trouble::Withdrawn)); });
    m_watcher.setFuture(future);
    m_clock.start();
    startDeadline(m_connectTimer, m_settings.connectMs, Trouble::ConnectDeadline);
    startDeadline(m_firstTokenTimer, m_settings.firstTokenMs, Trouble::FirstTokenDeadline);
    startDeadline(m_wholeTimer, m_settings.wholeMs, Trouble::WholeDeadline);
    post();
    return future;
}

void ModelCall::post() {
    m_reply = m_network->post(chatRequest(m_settings), m_body);
    m_reply->setReadBufferSize(readBufferBytes);
    // Queued, so that what `grew` and the future's continuations do may end the reply and even the client.
    connect(m_reply, &QNetworkReply::requestSent, this, &ModelCall::noteConnection, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ModelCall::readOn, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::readyRead, this, &ModelCall::readOn, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &ModelCall::endReply, Qt::QueuedConnection);
}

void ModelCall::noteConnection() {
    m_isConnected = true;
    m_connectTimer.stop();
}

void ModelCall::startDeadline(QTimer &timer, int milliseconds, Trouble trouble) {
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, [this, trouble] { expire(trouble); });
    timer.start(qMax(1, milliseconds));
}

void ModelCall::readOn() {
    if (m_isSettled || !m_reply)
        return;
    if (m_status == 0)
        readHead();
    if (isRefusal()) {
        readRefusal();
        return;
    }
    const QByteArray bytes = m_reply->readAll();
    m_bytesReceived += bytes.size();
    const QStringList texts = m_reader.push(bytes);
    if (m_reader.hasBegun() && m_firstTokenTimer.isActive()) {
        m_firstTokenTimer.stop();
        m_firstTokenMs = m_clock.elapsed();
    }
    if (grow(texts) && m_reader.isOver())
        conclude();
}

void ModelCall::readHead() {
    m_status = httpStatus(*m_reply);
    if (m_status != 0)
        noteConnection();
    const QByteArray type = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    m_reader.setEventStream(type.trimmed().toLower().startsWith("text/event-stream"));
}

void ModelCall::readRefusal() {
    m_refusal += m_reply->read(mostBytesOfRefusal - m_refusal.size());
    m_bytesReceived = m_refusal.size();
    if (m_refusal.size() >= mostBytesOfRefusal)
        fail(refusal(*m_reply, m_refusal));
}

void ModelCall::endReply() {
    const QPointer<ModelCall> self = this;
    readOn();
    if (!self || m_isSettled || !m_reply)
        return;
    if (isRefusal())
        fail(refusal(*m_reply, m_refusal));
    else if (m_status == 0)
        fail(networkTrouble(*m_reply));
    else
        conclude();
}

void ModelCall::expire(Trouble trouble) {
    if (m_isSettled)
        return;
    if (isRefusal() && m_reply)
        fail(refusal(*m_reply, m_refusal)); // it has said no, only its words are still coming
    else if (m_reader.isComplete())
        conclude();
    else if (trouble == Trouble::WholeDeadline && m_reader.hasBegun())
        fail(troubled(Trouble::UnfinishedAtDeadline));
    else
        fail(troubled(trouble));
}

void ModelCall::conclude() {
    if (!grow(m_reader.finish()))
        return;
    auto answer = m_reader.answer();
    if (!answer) {
        fail(answer.error());
        return;
    }
    if (answer->model.isEmpty())
        answer->model = m_settings.model;
    answer->totalMs = m_clock.elapsed();
    answer->firstTokenMs = m_firstTokenMs > 0 ? m_firstTokenMs : answer->totalMs;
    settle(*answer);
}

bool ModelCall::grow(const QStringList &texts) {
    const QPointer<ModelCall> self = this;
    for (const QString &text : texts) {
        if (m_grew && !m_promise.isCanceled())
            m_grew(text);
        if (!self || m_isSettled)
            return false;
    }
    return true;
}

void ModelCall::fail(const ModelTrouble &trouble) { settle(tl::unexpected<ModelTrouble>(trouble)); }

void ModelCall::settle(const Outcome &result) {
    if (std::exchange(m_isSettled, true))
        return;
    m_watcher.disconnect(this);
    m_connectTimer.stop();
    m_firstTokenTimer.stop();
    m_wholeTimer.stop();
    dropReply();
    if (!m_isConnected)
        Q_EMIT neverConnected();
    Q_EMIT ended(m_bytesReceived);
    deleteLater();
    // Last, from the stack: what waits for the future may delete this object.
    QPromise<Outcome> promise = std::move(m_promise);
    promise.addResult(result);
    promise.finish();
}

void ModelCall::dropReply() {
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning() && m_reply->error() == QNetworkReply::NoError)
        m_reply->abort();
    m_reply->deleteLater();
}

} // namespace relaydesk
