// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/replytrouble.h"
#include "app/huggingface/chatprotocol.h"
#include <QtNetwork/QNetworkReply>

namespace relaydesk {

int httpStatus(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

ModelTrouble refusal(const QNetworkReply &reply, const QByteArray &body) {
    const int status = httpStatus(reply);
    if (status / 100 == 3 && reply.hasRawHeader("Location")) {
        const QUrl target = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
        return troubled(Trouble::Redirected, target.scheme() + QLatin1String("://") + target.host());
    }
    const ErrorBody read = errorBody(body);
    const int asked =
        secondsToWait(reply.rawHeader("Retry-After"), reply.rawHeader("RateLimit"), QDateTime::currentDateTimeUtc());
    return {Trouble::Status, read.message, status, read.code, asked > 0 ? asked : read.estimatedSeconds};
}

ModelTrouble networkTrouble(const QNetworkReply &reply) {
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return troubled(Trouble::Refused);
    case QNetworkReply::HostNotFoundError:
        return troubled(Trouble::HostNotFound);
    case QNetworkReply::RemoteHostClosedError:
        return troubled(Trouble::ClosedEarly);
    case QNetworkReply::SslHandshakeFailedError:
        return troubled(Trouble::NotSecure, reply.errorString());
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return troubled(Trouble::Proxy);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::NoError:
        return troubled(Trouble::NotAChat);
    default:
        return troubled(Trouble::Unreachable, reply.errorString());
    }
}

} // namespace relaydesk
