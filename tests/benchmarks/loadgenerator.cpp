// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/benchmarks/loadgenerator.h"
#include <QtCore/QElapsedTimer>
#include <algorithm>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relaydesk {

namespace {

struct Customer {
    int socket = -1;
    QByteArray received;
    QElapsedTimer since;
};

int connectTo(quint16 port) {
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(made, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return made;
    ::close(made);
    return -1;
}

bool sendAll(int socket, const QByteArray &bytes) {
    return ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

//! The body, once all of the answer is there; null before.
QByteArray bodyOf(const QByteArray &received) {
    const qsizetype end = received.indexOf("\r\n\r\n");
    const qsizetype length = received.indexOf("Content-Length: ");
    if (end < 0 || length < 0 || length > end)
        return {};
    const qsizetype size = received.mid(length + 16, received.indexOf('\r', length) - length - 16).toLongLong();
    return received.size() >= end + 4 + size ? received.mid(end + 4, size) : QByteArray();
}

//! True while the customer waits for more.
bool readSome(Customer &customer, Load &load) {
    char buffer[16384];
    const auto count = ::recv(customer.socket, buffer, sizeof buffer, 0);
    if (count <= 0) {
        ++load.errors;
        ::close(std::exchange(customer.socket, -1));
        return false;
    }
    customer.received.append(buffer, count);
    const QByteArray body = bodyOf(customer.received);
    if (body.isNull())
        return true;
    load.milliseconds.append(double(customer.since.nsecsElapsed()) / 1e6);
    load.errors += customer.received.startsWith("HTTP/1.1 200") ? 0 : 1;
    load.answers.append(body);
    return false;
}

} // namespace

Load runLoad(quint16 port, int customers, const QVector<QByteArray> &requests) {
    Load load;
    std::vector<Customer> all(static_cast<size_t>(std::min<qsizetype>(customers, requests.size())));
    qsizetype next = 0;
    const auto sendNext = [&](Customer &customer) {
        if (next == requests.size() || customer.socket < 0)
            return;
        customer.received.clear();
        customer.since.start();
        if (!sendAll(customer.socket, requests[next++]))
            ++load.errors;
    };
    for (Customer &customer : all)
        customer.socket = connectTo(port);
    QElapsedTimer whole;
    whole.start();
    for (Customer &customer : all)
        sendNext(customer);
    while (load.milliseconds.size() + load.errors < requests.size()) {
        std::vector<pollfd> waiting;
        for (const Customer &customer : all)
            waiting.push_back({customer.socket, POLLIN, 0});
        if (::poll(waiting.data(), waiting.size(), 60'000) <= 0)
            break;
        for (size_t i = 0; i < all.size(); ++i) {
            if (waiting[i].revents != 0 && !readSome(all[i], load))
                sendNext(all[i]);
        }
    }
    load.seconds = double(whole.nsecsElapsed()) / 1e9;
    for (const Customer &customer : all)
        ::close(customer.socket);
    return load;
}

QVector<int> openConnections(quint16 port, int count, const QByteArray &bytes) {
    QVector<int> connections;
    for (int i = 0; i < count; ++i) {
        connections.append(connectTo(port));
        sendAll(connections.last(), bytes);
    }
    return connections;
}

void closeAll(const QVector<int> &connections) {
    for (const int connection : connections)
        ::close(connection);
}

QByteArray getRequest(const QByteArray &target, const QByteArray &headers) {
    return "GET " + target + " HTTP/1.1\r\nHost: desk\r\n" + headers + "\r\n";
}

QByteArray postRequest(const QByteArray &target, const QByteArray &json) {
    return "POST " + target + " HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

} // namespace relaydesk
