// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modelsettings.h"
#include <QtNetwork/QHostAddress>

namespace relaydesk {

namespace {

//! Lower case, without the dot that may end a full name.
QString plainHost(const QUrl &url) {
    QString host = url.host().toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

bool isOrBelow(const QString &host, QLatin1String domain) {
    return host == domain || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.'));
}

bool saysYes(const QString &value) {
    const QString word = value.trimmed().toLower();
    return word == u"1" || word == u"on" || word == u"yes" || word == u"true";
}

} // namespace

QUrl ModelSettings::chatUrl() const {
    QUrl url = baseUrl;
    url.setFragment({});
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(u"/v1"))
        path += u"/chat/completions";
    else if (!path.endsWith(u"/chat/completions"))
        path += u"/v1/chat/completions";
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

bool ModelSettings::hasUsableUrl() const {
    const QString scheme = baseUrl.scheme().toLower();
    return baseUrl.isValid() && (scheme == u"https" || scheme == u"http") && !baseUrl.host().isEmpty();
}

bool ModelSettings::isHuggingFace() const {
    const QString host = plainHost(baseUrl);
    return isOrBelow(host, QLatin1String("huggingface.co")) || isOrBelow(host, QLatin1String("huggingface.cloud"));
}

bool ModelSettings::isLoopback() const {
    const QString host = plainHost(baseUrl);
    return isOrBelow(host, QLatin1String("localhost")) || QHostAddress(host).isLoopback();
}

bool ModelSettings::exposesToken() const {
    return !token.isEmpty() && !isLoopback() && baseUrl.scheme().toLower() != u"https";
}

bool ModelSettings::isOffline() const { return offline || saysYes(qEnvironmentVariable("HF_HUB_OFFLINE")); }

QString ModelSettings::serverName() const {
    if (isHuggingFace())
        return QStringLiteral("Hugging Face");
    return baseUrl.authority().section(u'@', -1);
}

} // namespace relaydesk
