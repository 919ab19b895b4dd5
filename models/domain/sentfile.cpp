// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/domain/sentfile.h"

namespace relaydesk {

QJsonObject sentFileToJson(const SentFile &file) {
    return {{QStringLiteral("upload"), file.upload},
            {QStringLiteral("name"), file.name},
            {QStringLiteral("type"), file.type},
            {QStringLiteral("size"), file.size}};
}

SentFile sentFileFromJson(const QJsonObject &json, AgentId agent) {
    return {.upload = json[QLatin1String("upload")].toString(),
            .name = json[QLatin1String("name")].toString(),
            .type = json[QLatin1String("type")].toString(),
            .size = json[QLatin1String("size")].toInteger(),
            .agent = agent};
}

} // namespace relaydesk
