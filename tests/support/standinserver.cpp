// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/standinserver.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QSemaphore>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <atomic>
#include <sys/socket.h>

namespace relaydesk {

struct StandInServer::State {
    mutable QMutex mutex;
    std::function<StandInScript(const StandInRequest &)> answer;
    QVector<StandInRequest> requests;
    int connections = 0;
    int open = 0;
    int waitsReached = 0;
    int passes = 0;          //!< calls of proceed() that no Wait has used yet
    QObject *bell = nullptr; //!< lives in the server's thread; its name changes at each proceed()
};

//! One connection: reads requests, plays their scripts.
class StandInConnection : public QObject {
  public:
    StandInConnection(QTcpSocket *socket, StandInServer::State &state)
        : QObject(socket)
        , m_socket(socket)
        , m_state(state) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, &StandInConnection::readOn);
        connect(socket, &QTcpSocket::disconnected, this, &StandInConnection::leave);
        connect(state.bell, &QObject::objectNameChanged, this, &StandInConnection::playOn);
    }

  private:
    void readOn() {
        m_buffer += m_socket->readAll();
        if (m_script.isEmpty() && takeRequest())
            playOn();
    }

    bool takeRequest() {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        StandInRequest request;
        QList<QByteArray> lines = m_buffer.left(end).split('\n');
        const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
        request.method = words.value(0);
        request.path = words.value(1);
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (m_buffer.size() < end + 4 + length)
            return false;
        request.body = m_buffer.mid(end + 4, length);
        m_buffer.remove(0, end + 4 + length);
        std::function<StandInScript(const StandInRequest &)> answer;
        {
            const QMutexLocker lock(&m_state.mutex);
            m_state.requests.append(request);
            answer = m_state.answer;
        }
        m_script = answer(request); // unlocked: it may ask the server what it has seen
        return true;
    }

    void playOn() {
        const QPointer<StandInConnection> self = this;
        while (self && !m_script.isEmpty()) {
            if (!playStep(m_script.front()))
                return;
            if (self && !m_script.isEmpty())
                m_script.removeFirst();
            if (self && m_script.isEmpty() && !takeRequest())
                return;
        }
    }

    //! False where the script stands still.
    bool playStep(const StandInStep &step) {
        switch (step.kind) {
        case StandInStep::Send:
            m_socket->write(step.bytes);
            m_socket->flush();
            return true;
        case StandInStep::SendSingly:
            for (const char byte : step.bytes) {
                m_socket->write(&byte, 1);
                m_socket->flush();
            }
            return true;
        case StandInStep::Wait:
            return pass();
        case StandInStep::Close:
            m_script = {StandInStep{}};
            m_socket->disconnectFromHost();
            return false;
        case StandInStep::Reset:
            reset();
            return false;
        case StandInStep::Hold:
            return false;
        }
        return false;
    }

    bool pass() {
        const QMutexLocker lock(&m_state.mutex);
        if (!std::exchange(m_isWaiting, true))
            ++m_state.waitsReached;
        if (m_state.passes == 0)
            return false;
        --m_state.passes;
        m_isWaiting = false;
        return true;
    }

    void reset() {
        m_script = {StandInStep{}};
        const linger hard{1, 0}; // closing sends RST and drops what was not sent
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        m_socket->abort();
    }

    void leave() {
        const QMutexLocker lock(&m_state.mutex);
        --m_state.open;
        m_socket->deleteLater();
    }

    QTcpSocket *m_socket;
    StandInServer::State &m_state;
    QByteArray m_buffer;
    StandInScript m_script;
    bool m_isWaiting = false;
};

StandInServer::StandInServer() : m_state(std::make_unique<State>()) {
    errorAnswer(500, R"({"error":"This stand-in was not told what to answer."})");
    auto *tcp = new QTcpServer;
    tcp->listen(QHostAddress::LocalHost);
    m_port = tcp->serverPort();
    m_state->bell = new QObject(tcp);
    QObject::connect(tcp, &QTcpServer::newConnection, tcp, [this, tcp] {
        while (QTcpSocket *socket = tcp->nextPendingConnection()) {
            {
                const QMutexLocker lock(&m_state->mutex);
                ++m_state->connections;
                ++m_state->open;
            }
            new StandInConnection(socket, *m_state);
        }
    });
    tcp->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, tcp, &QObject::deleteLater);
    m_thread.start();
}

StandInServer::~StandInServer() {
    m_thread.quit();
    m_thread.wait();
}

QUrl StandInServer::url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(m_port)); }

void StandInServer::answerEach(std::function<StandInScript(const StandInRequest &)> answer) {
    const QMutexLocker lock(&m_state->mutex);
    m_state->answer = std::move(answer);
}

void StandInServer::play(const StandInScript &script) {
    answerEach([script](const StandInRequest &) { return script; });
}

void StandInServer::answerWith(const QString &text) {
    QStringList words = text.split(u' ');
    for (qsizetype at = 1; at < words.size(); ++at)
        words[at].prepend(u' ');
    play({{StandInStep::Send, standin::chunkedResponse("text/event-stream", standin::eventStream(words))}});
}

void StandInServer::plainAnswer(const QString &text) {
    play({{StandInStep::Send, standin::response(200, "application/json", standin::completion(text))}});
}

void StandInServer::errorAnswer(int status, const QByteArray &body, const StandInHeaders &headers) {
    play({{StandInStep::Send, standin::response(status, "application/json", body, headers)}});
}

void StandInServer::proceed() {
    {
        const QMutexLocker lock(&m_state->mutex);
        ++m_state->passes;
    }
    QMetaObject::invokeMethod(
        m_state->bell, [bell = m_state->bell] { bell->setObjectName(bell->objectName() + u'.'); },
        Qt::QueuedConnection);
}

int StandInServer::requestCount() const {
    const QMutexLocker lock(&m_state->mutex);
    return static_cast<int>(m_state->requests.size());
}

QVector<StandInRequest> StandInServer::requests() const {
    const QMutexLocker lock(&m_state->mutex);
    return m_state->requests;
}

StandInRequest StandInServer::lastRequest() const {
    const QMutexLocker lock(&m_state->mutex);
    return m_state->requests.isEmpty() ? StandInRequest{} : m_state->requests.last();
}

int StandInServer::connectionCount() const {
    const QMutexLocker lock(&m_state->mutex);
    return m_state->connections;
}

int StandInServer::openConnections() const {
    const QMutexLocker lock(&m_state->mutex);
    return m_state->open;
}

int StandInServer::waitsReached() const {
    const QMutexLocker lock(&m_state->mutex);
    return m_state->waitsReached;
}

namespace standin {

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

QByteArray head(int status, const StandInHeaders &headers) {
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n";
}

QByteArray response(int status, const QByteArray &contentType, const QByteArray &body, const StandInHeaders &more) {
    const StandInHeaders headers{{"Content-Type", contentType}, {"Content-Length", QByteArray::number(body.size())}};
    return head(status, headers + more) + body;
}

QByteArray chunkedResponse(const QByteArray &contentType, const QByteArray &body) {
    return head(200, {{"Content-Type", contentType}, {"Transfer-Encoding", "chunked"}}) + chunk(body) + "0\r\n\r\n";
}

QByteArray chunk(const QByteArray &bytes) { return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"; }

QByteArray piece(const QString &text) {
    const QJsonObject delta{{QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), text}};
    const QJsonObject choice{{QStringLiteral("index"), 0}, {QStringLiteral("delta"), delta}};
    return "data: " +
           compact({{QStringLiteral("model"), QStringLiteral("stand-in")},
                    {QStringLiteral("choices"), QJsonArray{choice}}}) +
           "\n\n";
}

QByteArray ending(const QByteArray &finishReason) {
    return R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":")" + finishReason + "\"}]}\n\n" +
           R"(data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17}})" +
           "\n\ndata: [DONE]\n\n";
}

QByteArray eventStream(const QStringList &pieces) {
    QByteArray bytes;
    for (const QString &text : pieces)
        bytes += piece(text);
    return bytes + ending();
}

QByteArray completion(const QString &text) {
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), text}};
    const QJsonObject choice{{QStringLiteral("index"), 0},
                             {QStringLiteral("message"), message},
                             {QStringLiteral("finish_reason"), QStringLiteral("stop")}};
    const QJsonObject usage{{QStringLiteral("prompt_tokens"), 12}, {QStringLiteral("completion_tokens"), 5}};
    return compact({{QStringLiteral("model"), QStringLiteral("stand-in")},
                    {QStringLiteral("choices"), QJsonArray{choice}},
                    {QStringLiteral("usage"), usage}});
}

} // namespace standin

} // namespace relaydesk
