// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/service.h"
#include "app/api/httpcore.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Service", text); }

Result<void> refuseWrongOrigins(const QStringList &origins) {
    for (const QString &origin : origins) {
        const QUrl url(origin, QUrl::StrictMode);
        const bool isOrigin = url.isValid() && url.scheme().startsWith(QLatin1String("http")) &&
                              !url.host().isEmpty() &&
                              url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment) == origin;
        if (!isOrigin)
            return failure(
                ErrorKind::Invalid,
                tr("\"%1\" is no origin. Give one like https://shop.example.com, without a path.").arg(origin));
    }
    return {};
}

//! What a customer says with this request; empty for every other one.
QString messageIn(const ApiRequest &request) {
    constexpr qsizetype longestForeseen = 10'000;
    const bool isMessage = request.method == "POST" && request.body.size() < longestForeseen &&
                           (request.path() == "/api/chat" || request.path().endsWith("/messages"));
    return isMessage ? QJsonDocument::fromJson(request.body)[QStringLiteral("message")].toString().trimmed()
                     : QString();
}

} // namespace

Result<std::pair<QString, quint16>> addressFrom(const QString &text) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    QString host = text.left(std::max<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1).chopped(1);
    if (colon < 0 || !isNumber || port > 65535)
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" is nothing to listen on. Give an address and a port, as 127.0.0.1:8080.").arg(text));
    if (host == QLatin1String("localhost"))
        host = QStringLiteral("127.0.0.1");
    return std::pair{host.isEmpty() ? QStringLiteral("0.0.0.0") : host, quint16(port)};
}

Result<void> refuseOpenDoor(const ServiceSettings &settings, const AccessStore &access) {
    const FrontendSettings &frontend = settings.frontend;
    if (frontend.certificate.isEmpty() != frontend.privateKey.isEmpty())
        return failure(ErrorKind::Invalid, tr("TLS needs both a certificate and its key. Nothing was started."));
    if (settings.insecure || isThisMachine(frontend.address))
        return {};
    const auto keys = access.keys();
    RELAYDESK_TRY(keys);
    const bool hasKey = std::any_of(keys->begin(), keys->end(), [](const AccessKey &key) { return !key.isRevoked(); });
    if (hasKey && !frontend.certificate.isEmpty())
        return {};
    return failure(
        ErrorKind::Invalid,
        tr("%1 can be reached from other machines, so it needs TLS (a certificate and its key) and a key for calls "
           "(Settings › Service, or relaydesk key create). Nothing was started. Listen on 127.0.0.1 behind a proxy "
           "that does TLS, or start relaydesk serve with --insecure if this network is yours alone.")
            .arg(frontend.address));
}

Result<std::unique_ptr<Service>> Service::start(const ApiPlace &place, const ServiceSettings &settings,
                                                const ServiceDesk::Log &log) {
    RELAYDESK_TRY(refuseWrongOrigins(settings.origins));
    RELAYDESK_TRY(refuseOpenDoor(settings, place.access));
    std::unique_ptr<Service> service(new Service);
    service->m_desk = std::make_unique<ServiceDesk>(place, log);
    auto frontend = HttpFrontend::listen(
        settings.frontend,
        [desk = service->m_desk.get(), ahead = &service->m_ahead,
         foresee = settings.foresee](const ApiRequest &request, std::shared_ptr<HttpExchange> exchange) {
            const QString message = foresee ? messageIn(request) : QString();
            if (message.isEmpty())
                return desk->take(request, std::move(exchange));
            ahead->start([=] {
                foresee(message);
                desk->take(request, exchange);
            });
        },
        [log](const QString &address, int status) { log(QStringLiteral("%1 - - %2").arg(address).arg(status)); });
    RELAYDESK_TRY(frontend);
    service->m_frontend = std::move(*frontend);
    const QString host =
        settings.frontend.address.contains(u':') ? u'[' + settings.frontend.address + u']' : settings.frontend.address;
    service->m_address =
        QStringLiteral("%1://%2:%3")
            .arg(settings.frontend.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"), host)
            .arg(service->port());
    return service;
}

Service::~Service() {
    m_frontend.reset();
    m_ahead.waitForDone();
}

void Service::stop() {
    m_frontend->stopAccepting();
    m_desk->finish();
}

} // namespace relaydesk
