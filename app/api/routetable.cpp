// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/routetable.h"
#include <QtCore/QStringDecoder>
#include <algorithm>

namespace relaydesk {

namespace {

bool isHarmless(const QString &segment) {
    return !segment.isEmpty() && segment != QLatin1String(".") && segment != QLatin1String("..") &&
           std::none_of(segment.begin(), segment.end(),
                        [](QChar unit) { return unit == u'/' || unit == u'\\' || unit.unicode() < 0x20; });
}

std::optional<QStringList> segmentsOf(const QByteArray &path) {
    if (!path.startsWith('/'))
        return std::nullopt;
    QStringList segments;
    if (path == "/")
        return segments;
    for (const QByteArray &part : path.mid(1).split('/')) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString segment = decoder(QByteArray::fromPercentEncoding(part));
        if (decoder.hasError() || !isHarmless(segment))
            return std::nullopt;
        segments.append(segment);
    }
    return segments;
}

//! The parameters, where the path is the pattern's.
std::optional<QHash<QString, QString>> matched(const QStringList &wanted, const QStringList &segments) {
    if (wanted.size() != segments.size())
        return std::nullopt;
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(u'{'))
            parameters.insert(wanted[i].mid(1).chopped(1), segments[i]);
        else if (wanted[i] != segments[i])
            return std::nullopt;
    }
    return parameters;
}

} // namespace

qint64 ApiCall::number(const QString &parameter) const {
    bool isNumber = false;
    const qint64 value = path.value(parameter).toLongLong(&isNumber);
    return isNumber && value > 0 ? value : 0;
}

void RouteTable::add(const QVector<Route> &routes) {
    m_routes += routes;
    for (const Route &route : routes)
        m_patterns.append(route.path.split(u'/', Qt::SkipEmptyParts));
}

RouteTable::Found RouteTable::find(const QByteArray &method, const QByteArray &path) const {
    Found found;
    const auto segments = segmentsOf(path);
    if (!segments)
        return found;
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (qsizetype i = 0; i < m_routes.size(); ++i) {
        const Route &route = m_routes[i];
        const auto parameters = matched(m_patterns[i], *segments);
        if (!parameters)
            continue;
        // The first route of a path decides: /articles/search before /articles/{article}.
        if (!found.allowed.isEmpty() && parameters->size() > found.path.size())
            break;
        found.allowed.append(route.method);
        if (route.method == "GET" && !route.writes) // asking for the head alone changes nothing
            found.allowed.append("HEAD");
        found.path = *parameters;
        if (route.method == wanted)
            found.route = &route;
    }
    if (!found.allowed.contains(method))
        found.route = nullptr;
    return found;
}

} // namespace relaydesk
