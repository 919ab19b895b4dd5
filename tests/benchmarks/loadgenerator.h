// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! So many customers at once, each with one connection and one request at a time, driven by poll() in one thread.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QVector>

namespace relaydesk {

struct Load {
    QVector<double> milliseconds; //!< of each answer
    QVector<QByteArray> answers;  //!< bodies, in no order
    int errors = 0;               //!< answers other than 200, and connections that broke
    double seconds = 0;
    double perSecond() const { return double(milliseconds.size()) / seconds; }
};

//! Sends each of `requests` once over `customers` connections to 127.0.0.1.
Load runLoad(quint16 port, int customers, const QVector<QByteArray> &requests);

//! Connections that sent `bytes` and nothing else; closed with closeAll().
QVector<int> openConnections(quint16 port, int count, const QByteArray &bytes);
void closeAll(const QVector<int> &connections);

QByteArray getRequest(const QByteArray &target, const QByteArray &headers = {});
QByteArray postRequest(const QByteArray &target, const QByteArray &json);

} // namespace relaydesk
