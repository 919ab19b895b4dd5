// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/problem.h"
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace relaydesk {

namespace {

int statusOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
        return 422;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::Unavailable:
    case ErrorKind::ReadOnly:
    case ErrorKind::Cancelled:
        return 503;
    case ErrorKind::Network:
        return 502;
    case ErrorKind::Storage:
        return 500;
    }
    return 500;
}

} // namespace

Problem::Problem(const Failure &failure) : status(statusOf(failure.kind)), detail(failure.sentence) {}

ApiResponse Problem::response() const {
    QJsonObject object{{QStringLiteral("type"), QStringLiteral("about:blank")},
                       {QStringLiteral("title"), QString::fromLatin1(phraseOf(status))},
                       {QStringLiteral("status"), status},
                       {QStringLiteral("detail"), detail}};
    if (!field.isEmpty())
        object.insert(QStringLiteral("field"), field);
    return {status, "application/problem+json", QJsonDocument(object).toJson(QJsonDocument::Compact), headers};
}

} // namespace relaydesk
