// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A file in a conversation, whoever sent it: what is known of it without its bytes.
#pragma once
#include "models/domain/ids.h"
#include <QtCore/QJsonObject>
#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace relaydesk {

//! A file that is stored already.
struct SentFile {
    QString upload; //!< names it in the store: SHA-256 of its bytes, as hexadecimal digits; empty: no file
    QString name;   //!< as who sent it called it
    QString type;   //!< found by its content, as "image/png"
    qint64 size = 0;
    AgentId agent = {}; //!< who sent it; invalid: the customer
    bool isNone() const { return upload.isEmpty(); }
    friend bool operator==(const SentFile &, const SentFile &) = default;
};

//! As events and settings hold it: "upload", "name", "type", "size" (bytes); "agent" is left to who writes it down.
QJsonObject sentFileToJson(const SentFile &file);
SentFile sentFileFromJson(const QJsonObject &json, AgentId agent);

} // namespace relaydesk
