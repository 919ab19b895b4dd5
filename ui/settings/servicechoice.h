// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service over the network as the person set it.
#pragma once
#include <QtCore/QMetaType>
#include <QtCore/QStringList>

namespace relaydesk {

struct ServiceChoice {
    bool on = false;
    QString address = QStringLiteral("127.0.0.1"); //!< an IP address of this machine
    int port = 8080;
    QString certificate; //!< PEM file; empty: no TLS
    QString privateKey;  //!< PEM file
    QStringList origins; //!< of the pages that may embed the chat
    QStringList limits;  //!< as requests-per-session=60, where another than the usual one is wanted
    friend bool operator==(const ServiceChoice &, const ServiceChoice &) = default;
};

} // namespace relaydesk
