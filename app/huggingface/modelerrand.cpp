// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modelerrand.h"
#include "app/huggingface/chatprotocol.h"
#include "app/huggingface/retrypolicy.h"
#include "app/huggingface/tokenmask.h"
#include "app/huggingface/troublesentences.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRandomGenerator>

namespace relaydesk {

namespace {

QString told(const char *text) { return QCoreApplication::translate("ModelErrand", text); }

} // namespace

ModelErrand::ModelErrand(const ModelSettings &settings, const ModelRequest &request, ModelCall::Grew grew,
                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_firstModel(settings.model)
    , m_fallbacks(settings.fallbackModels)
    , m_request(request)
    , m_grew(std::move(grew)) {
    m_fallbacks.removeAll(settings.model);
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] { Q_EMIT readyToTry(this); });
    m_wholeTimer.setSingleShot(true);
    connect(&m_wholeTimer, &QTimer::timeout, this, [this] {
        if (!m_call) // a try has the same deadline, and more to say about it
            refuse(troubled(m_tries > 0 ? Trouble::WholeDeadline : Trouble::Queued));
    });
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        if (m_call)
            m_tryWatcher.future().cancel();
        else
            refuse(troubled(Trouble::Withdrawn));
    });
    connect(&m_tryWatcher, &QFutureWatcherBase::finished, this, [this] {
        takeOutcome(m_tryWatcher.future().resultCount() > 0
                        ? m_tryWatcher.future().resultAt(0)
                        : Outcome(tl::unexpected<ModelTrouble>(troubled(Trouble::Withdrawn))));
    });
}

ModelErrand::~ModelErrand() {
    m_tryWatcher.disconnect(this);
    delete m_call;
    if (!m_isSettled)
        refuse(troubled(Trouble::Withdrawn));
}

QFuture<Result<ModelReply>> ModelErrand::start() {
    m_promise.start();
    QFuture<Result<ModelReply>> future = m_promise.future();
    m_watcher.setFuture(future);
    m_clock.start();
    m_wholeTimer.start(qMax(1, m_settings.wholeMs));
    return future;
}

ModelSettings ModelErrand::settingsForTry() const {
    ModelSettings settings = m_settings;
    const int left = int(qMax<qint64>(1, m_settings.wholeMs - m_clock.elapsed()));
    settings.wholeMs = left;
    settings.firstTokenMs = m_tries > 1 ? qMin(settings.firstTokenMs, left) : settings.firstTokenMs;
    return settings;
}

void ModelErrand::tryNow(const std::shared_ptr<QNetworkAccessManager> &network) {
    ++m_tries;
    m_tryClock.start();
    // Whoever cancels wants no further piece, though the try has not heard of it yet.
    const auto grew = [self = QPointer(this), call = m_grew](const QString &piece) {
        if (call && self && !self->m_watcher.future().isCanceled())
            call(piece);
    };
    m_call = new ModelCall(settingsForTry(), m_request, grew, this);
    m_bytesReceived = 0;
    connect(m_call, &ModelCall::ended, this, [this](qint64 bytes) { m_bytesReceived = bytes; });
    connect(m_call, &ModelCall::neverConnected, this, &ModelErrand::neverConnected);
    m_tryWatcher.setFuture(m_call->ask(network));
}

void ModelErrand::takeOutcome(const Outcome &outcome) {
    if (m_isSettled)
        return;
    const QPointer<ModelErrand> self = this;
    Q_EMIT tried(recordOf(outcome));
    m_call = nullptr;
    Q_EMIT tryEnded(this, outcome.has_value(), !outcome && isServerTrouble(outcome.error()));
    if (!self || m_isSettled)
        return;
    if (!outcome) {
        goOnAfter(outcome.error());
        return;
    }
    ModelReply reply = *outcome;
    reply.totalMs = m_clock.elapsed();
    if (m_settings.model != m_firstModel)
        reply.note = told("The model %1 is not served at the moment; %2 wrote this instead.")
                         .arg(m_firstModel, m_settings.model);
    settle(reply);
}

void ModelErrand::goOnAfter(const ModelTrouble &trouble) {
    if (m_watcher.isCanceled()) {
        refuse(troubled(Trouble::Withdrawn));
        return;
    }
    if (trouble.code == u"model_not_supported" && takeNextModel()) {
        Q_EMIT readyToTry(this);
        return;
    }
    const auto wait =
        waitBeforeRetry(trouble, m_settings, m_tries, m_clock.elapsed(), QRandomGenerator::global()->generateDouble());
    if (wait)
        m_waitTimer.start(*wait);
    else
        refuse(trouble);
}

bool ModelErrand::takeNextModel() {
    if (m_fallbacks.isEmpty())
        return false;
    const QString from = std::exchange(m_settings.model, m_fallbacks.takeFirst());
    Q_EMIT fellBack(from, m_settings.model);
    return true;
}

RequestRecord ModelErrand::recordOf(const Outcome &outcome) const {
    RequestRecord record;
    record.at = QDateTime::currentDateTimeUtc();
    record.conversation = m_request.conversation;
    record.purpose = m_request.purpose;
    record.host = m_settings.baseUrl.authority().section(u'@', -1);
    record.model = m_settings.model;
    QStringList sent;
    for (const ChatTurn &turn : m_request.turns)
        sent += turn.role + QStringLiteral(":\n") + turn.content;
    record.sent = TokenMask(m_settings.token).masked(sent.join(QStringLiteral("\n\n")));
    record.bytesSent = chatBody(m_request, m_settings.model).size();
    record.bytesReceived = m_bytesReceived;
    record.milliseconds = m_tryClock.elapsed();
    if (outcome) {
        record.promptTokens = outcome->promptTokens;
        record.completionTokens = outcome->completionTokens;
        if (m_settings.inputPrice >= 0 && m_settings.outputPrice >= 0)
            record.cost =
                (outcome->promptTokens * m_settings.inputPrice + outcome->completionTokens * m_settings.outputPrice) /
                1e6;
        record.result = QStringLiteral("answered");
    } else {
        record.maybeSentTwice = outcome.error().what == Trouble::ClosedEarly;
        record.result = TroubleSentences(m_settings).failure(outcome.error(), m_request.purpose).sentence;
    }
    return record;
}

void ModelErrand::refuse(const ModelTrouble &trouble) {
    settle(tl::unexpected<Failure>(TroubleSentences(m_settings).failure(trouble, m_request.purpose)));
}

void ModelErrand::withdraw(const ModelTrouble &trouble) {
    const QPointer<ModelErrand> self = this;
    if (m_call && !m_isSettled) {
        m_tryWatcher.disconnect(this);
        delete m_call;
        Q_EMIT tried(recordOf(tl::unexpected<ModelTrouble>(trouble)));
        Q_EMIT tryEnded(this, false, false);
    }
    if (self)
        refuse(trouble);
}

void ModelErrand::settle(const Result<ModelReply> &result) {
    if (std::exchange(m_isSettled, true))
        return;
    m_watcher.disconnect(this);
    m_wholeTimer.stop();
    m_waitTimer.stop();
    deleteLater();
    // Last, from the stack: what waits for the future may delete this object.
    QPromise<Result<ModelReply>> promise = std::move(m_promise);
    promise.addResult(result);
    promise.finish();
}

} // namespace relaydesk
