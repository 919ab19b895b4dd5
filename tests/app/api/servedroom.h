// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service on a real port of this machine, before a desk in memory, and a client that says every byte itself.
#pragma once
#include "app/api/service.h"
#include "tests/app/api/apiroom.h"
#include <QtCore/QElapsedTimer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

namespace relaydesk {

class ServedRoom {
  public:
    explicit ServedRoom(const ServiceLimits &limits = {}, const decltype(ApiPlace::aside) &aside = {}) {
        api.place.aside = aside;
        ServiceSettings settings;
        settings.frontend.port = 0;
        settings.frontend.limits = limits;
        auto started = Service::start(api.place, settings, [this](const QString &line) {
            const std::lock_guard lock(m_mutex);
            m_lines.append(line);
        });
        if (!started)
            qFatal("%s", qPrintable(started.error().sentence));
        service = std::move(*started);
    }
    QStringList log() {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }

  private:
    std::mutex m_mutex;
    QStringList m_lines;

  public:
    ApiRoom api;
    std::unique_ptr<Service> service;
};

class Client {
  public:
    explicit Client(ServedRoom &room) {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), room.service->port());
        m_socket.waitForConnected();
    }
    void send(const QByteArray &bytes) {
        m_socket.write(bytes);
        m_socket.flush();
    }
    //! All that came until `text` did, or nothing came any more.
    QByteArray until(const QByteArray &text) {
        const auto ended = [&] {
            m_received += m_socket.readAll();
            return m_received.contains(text) || m_socket.state() == QAbstractSocket::UnconnectedState;
        };
        static_cast<void>(QTest::qWaitFor(ended, 10'000));
        return m_received;
    }
    //! All that comes until the other side closes.
    QByteArray untilClosed() { return until("\x01never\x01"); }
    bool isClosed() {
        return QTest::qWaitFor([&] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    }
    void forget() { m_received.clear(); }
    void leave() { m_socket.abort(); }
    QTcpSocket &socket() { return m_socket; }

  private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

inline int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

inline QByteArray getOf(const QByteArray &target, const QByteArray &bearer = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" +
           (bearer.isEmpty() ? QByteArray() : "Authorization: Bearer " + bearer + "\r\n") + "\r\n";
}

inline QByteArray postOf(const QByteArray &target, const QByteArray &body, const QByteArray &headers = {}) {
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

inline QByteArray chatOf(ServedRoom &room, const QString &message, const QByteArray &headers = {}) {
    const QJsonObject body{{QStringLiteral("sessionId"), room.api.session()}, {QStringLiteral("message"), message}};
    return postOf("/api/chat", QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

} // namespace relaydesk
