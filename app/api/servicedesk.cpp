// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/servicedesk.h"
#include <QtCore/QCoreApplication>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr size_t largestBatch = 16; // requests that share one commit
constexpr int heartMs = 15'000;

QByteArray stillTyping() { return sentEvent("typing", {{QStringLiteral("typing"), true}}); }

} // namespace

ServiceDesk::ServiceDesk(const ApiPlace &place, Log log)
    : m_place(place)
    , m_api(m_place)
    , m_streams(m_place)
    , m_log(std::move(log)) {
    connect(&m_place.desk, &Desk::conversationChanged, this, [this](ConversationId id) {
        if (m_changed.isEmpty())
            QMetaObject::invokeMethod(this, &ServiceDesk::finishTurns, Qt::QueuedConnection);
        m_changed.insert(id);
    });
    connect(
        &m_place.desk, &Desk::articleChanged, this, [this] { m_streams.tellDesk(); }, Qt::QueuedConnection);
    connect(
        &m_place.desk, &Desk::ticketChanged, this, [this] { m_streams.tellDesk(); }, Qt::QueuedConnection);
    connect(&m_heart, &QTimer::timeout, this, &ServiceDesk::beat);
    m_heart.start(heartMs);
    m_aside.setMaxThreadCount(1); // long reading is for one at a time
}

void ServiceDesk::beat() {
    m_streams.beat();
    m_streams.tellDesk();
    for (const Waiting &waiting : m_waiting) {
        if (waiting.isStream)
            waiting.incoming.exchange->push(stillTyping());
    }
}

void ServiceDesk::take(const ApiRequest &request, std::shared_ptr<HttpExchange> exchange) {
    Incoming incoming{request, std::move(exchange), {}};
    incoming.since.start();
    const std::lock_guard lock(m_mutex);
    m_incoming.push_back(std::move(incoming));
    if (!std::exchange(m_isPosted, true))
        QMetaObject::invokeMethod(this, &ServiceDesk::drain, Qt::QueuedConnection);
}

void ServiceDesk::drain() {
    std::vector<Incoming> batch;
    {
        const std::lock_guard lock(m_mutex);
        const auto end = m_incoming.begin() + std::ptrdiff_t(std::min(largestBatch, m_incoming.size()));
        batch.assign(std::make_move_iterator(m_incoming.begin()), std::make_move_iterator(end));
        m_incoming.erase(m_incoming.begin(), end);
        m_isPosted = !m_incoming.empty();
        if (m_isPosted) // after what else waits for the desk's thread
            QMetaObject::invokeMethod(this, &ServiceDesk::drain, Qt::QueuedConnection);
    }
    answerAll(std::move(batch));
}

//! Nobody is answered before all of the batch is on disk.
void ServiceDesk::answerAll(std::vector<Incoming> batch) {
    if (batch.size() == 1)
        return settle(batch.front(), m_api.handle(batch.front().request));
    std::vector<ApiAnswer> answers;
    const auto done = m_place.desk.together([&]() -> Result<void> {
        for (const Incoming &incoming : batch)
            answers.push_back(m_api.handle(incoming.request));
        return {};
    });
    for (size_t i = 0; i < batch.size(); ++i)
        settle(batch[i], done ? answers[i] : ApiAnswer{Problem(done.error()).response()});
}

void ServiceDesk::settle(Incoming &incoming, const ApiAnswer &answer) {
    if (m_isFinishing && (answer.stream || answer.wait)) {
        incoming.exchange->answer(Problem(503, tr("The service is ending. What was sent is kept.")).response());
        return note(incoming, 503, 0);
    }
    if (answer.aside)
        return readAside(incoming, answer);
    const bool isTurn = answer.wait.has_value();
    if (answer.stream && !isTurn) {
        if (const auto done = m_streams.follow(*answer.stream, answer.response, incoming.exchange); !done)
            incoming.exchange->endStream();
        return note(incoming, answer.response.status, 0);
    }
    if (isTurn) {
        if (answer.stream) {
            incoming.exchange->beginStream(answer.response);
            incoming.exchange->push(stillTyping());
        }
        m_waiting.push_back({std::move(incoming), *answer.wait, answer.stream.has_value()});
        QMetaObject::invokeMethod(this, &ServiceDesk::finishTurns, Qt::QueuedConnection);
        return;
    }
    note(incoming, answer.response.status, answer.response.body.size());
    incoming.exchange->answer(answer.response);
}

void ServiceDesk::readAside(const Incoming &incoming, const ApiAnswer &answer) {
    m_aside.start([this, incoming, read = answer.aside, lend = m_place.aside] {
        ApiResponse response;
        if (const auto done = lend([&](const Stores &stores) { response = read(stores); }); !done)
            response = Problem(done.error()).response();
        QMetaObject::invokeMethod(
            this,
            [this, incoming, response]() mutable {
                m_api.addCommonHeaders(incoming.request, response);
                note(incoming, response.status, response.body.size());
                incoming.exchange->answer(response);
            },
            Qt::QueuedConnection);
    });
}

//! What changed since the last time: streams are told, and turns that are over answered.
void ServiceDesk::finishTurns() {
    for (const ConversationId id : std::exchange(m_changed, {}))
        m_streams.tellConversation(id);
    m_streams.tellDesk();
    const auto isOver = [this](const Waiting &waiting) {
        const auto conversation = m_place.stores().conversations.conversation(waiting.wait.conversation);
        return !conversation || !conversation->answering;
    };
    const auto over = std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                            [&](const Waiting &waiting) { return !isOver(waiting); });
    std::vector<Waiting> ended(std::make_move_iterator(over), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(over, m_waiting.end());
    for (const Waiting &waiting : ended)
        finishTurn(waiting);
    if (m_isFinishing && m_waiting.empty() && !isAnswering()) {
        m_streams.endAll(); // they have the last answers
        emit finished();
    }
}

//! Also of turns whose customers are told by an event.
bool ServiceDesk::isAnswering() const {
    const auto under =
        m_place.stores().conversations.conversations({.owner = {}, .answering = true, .session = {}, .most = 1});
    return under && !under->isEmpty();
}

void ServiceDesk::finishTurn(const Waiting &waiting) {
    ApiResponse response = m_api.finishTurn(waiting.wait);
    m_api.addCommonHeaders(waiting.incoming.request, response);
    HttpExchange &exchange = *waiting.incoming.exchange;
    note(waiting.incoming, response.status, response.body.size());
    if (waiting.isStream) {
        exchange.push("event: typing\ndata: {\"typing\":false}\n\nevent: " +
                      QByteArray(response.status < 400 ? "message" : "problem") + "\ndata: " + response.body + "\n\n");
        exchange.endStream();
    } else {
        exchange.answer(response);
    }
}

void ServiceDesk::finish() {
    m_isFinishing = true;
    QMetaObject::invokeMethod(this, &ServiceDesk::finishTurns, Qt::QueuedConnection);
}

void ServiceDesk::note(const Incoming &incoming, int status, qsizetype bytes) {
    const QString route = m_api.routeOf(incoming.request);
    const double seconds = double(incoming.since.nsecsElapsed()) / 1e9;
    const QByteArray method = incoming.request.method.left(10);
    m_place.counters.count(route == u'-' ? QByteArray("-") : method, route.toUtf8(), status, seconds);
    m_log(QStringLiteral("%1 %2 %3 %4 %5 B %6 ms")
              .arg(incoming.request.address, QString::fromLatin1(method), route)
              .arg(status)
              .arg(bytes)
              .arg(seconds * 1000, 0, 'f', 1));
}

} // namespace relaydesk
