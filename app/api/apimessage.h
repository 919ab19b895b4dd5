// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What comes in over HTTP and what goes out, as values that know nothing of sockets.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <utility>

namespace relaydesk {

using ApiHeaders = QVector<std::pair<QByteArray, QByteArray>>;

struct ApiRequest {
    QByteArray method;  //!< as sent: case matters
    QByteArray target;  //!< path and query as sent, percent-encoded
    ApiHeaders headers; //!< as sent, in their order
    QByteArray body;
    QString address; //!< of the client, without its port

    //! The first header of that name, however it is capitalised; empty where there is none.
    QByteArray header(const char *name) const;
    QByteArray path() const { return target.split('?').first(); }
    //! The decoded value of a parameter of the query; null where it is not there.
    QString query(const QString &name) const;
    QStringList queryNames() const;
};

struct ApiResponse {
    int status = 200;
    QByteArray contentType; //!< empty: no body
    QByteArray body;
    ApiHeaders headers;

    QByteArray header(const char *name) const;
};

//! The words of the status line.
QByteArray phraseOf(int status);

} // namespace relaydesk
