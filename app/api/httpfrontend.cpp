// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/httpcore.h"
#include <QtCore/QCoreApplication>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace relaydesk {

namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

QString tr(const char *text) { return QCoreApplication::translate("HttpFrontend", text); }

Result<void> openTls(HttpFrontend::Core &core) {
    const FrontendSettings &settings = core.settings;
    if (settings.certificate.isEmpty())
        return {};
    auto tls = std::make_unique<boost::asio::ssl::context>(boost::asio::ssl::context::tls_server);
    error_code error;
    tls->set_options(boost::asio::ssl::context::default_workarounds | boost::asio::ssl::context::no_tlsv1 |
                         boost::asio::ssl::context::no_tlsv1_1,
                     error);
    if (!error)
        tls->use_certificate_chain_file(settings.certificate.toStdString(), error);
    if (!error)
        tls->use_private_key_file(settings.privateKey.toStdString(), boost::asio::ssl::context::pem, error);
    if (error)
        return failure(ErrorKind::Invalid,
                       tr("The certificate %1 with the key %2 cannot be used: %3.")
                           .arg(settings.certificate, settings.privateKey, QString::fromStdString(error.message())));
    core.tls = std::move(tls);
    return {};
}

Result<void> bind(HttpFrontend::Core &core) {
    error_code error;
    const auto address = boost::asio::ip::make_address(core.settings.address.toStdString(), error);
    if (error)
        return failure(ErrorKind::Invalid, tr("\"%1\" is no IP address to listen on.").arg(core.settings.address));
    const tcp::endpoint endpoint(address, core.settings.port);
    core.acceptor.open(endpoint.protocol(), error);
    if (!error)
        core.acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        core.acceptor.bind(endpoint, error);
    if (!error)
        core.acceptor.listen(1024, error);
    if (error)
        return failure(ErrorKind::Unavailable, tr("%1 port %2 cannot be listened on: %3. Choose another one.")
                                                   .arg(core.settings.address)
                                                   .arg(core.settings.port)
                                                   .arg(QString::fromStdString(error.message())));
    core.port = core.acceptor.local_endpoint(error).port();
    return {};
}

} // namespace

bool isThisMachine(const QString &address) {
    return address.startsWith(QLatin1String("127.")) || address == QLatin1String("::1") ||
           address.startsWith(QLatin1String("::ffff:127."));
}

bool HttpFrontend::Core::counts(const QString &address) const {
    return settings.limits.countsThisMachine || !isThisMachine(address);
}

bool HttpFrontend::Core::hasRoomFor(const QString &address) const {
    return int(open.size()) < settings.limits.connections &&
           (!counts(address) || perAddress.value(address) < settings.limits.connectionsPerAddress);
}

void HttpFrontend::Core::accept() {
    acceptor.async_accept([self = shared_from_this()](const error_code &error, tcp::socket socket) {
        if (self->isStopping || error == boost::asio::error::operation_aborted)
            return;
        if (!error) {
            self->take(std::move(socket));
            self->accept();
            return;
        }
        // Out of descriptors: those that are open will end.
        auto pause = std::make_shared<boost::asio::steady_timer>(self->context, std::chrono::milliseconds(50));
        pause->async_wait([self, pause](const error_code &) { self->accept(); });
    });
}

void HttpFrontend::Core::take(tcp::socket socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    const QString address = QString::fromStdString(endpoint.address().to_string());
    if (error)
        return;
    if (!hasRoomFor(address)) {
        refused(address, 503);
        return; // closes it
    }
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(boost::asio::socket_base::keep_alive(true), error);
    startConnection(std::move(socket), address, shared_from_this());
}

void HttpFrontend::Core::closeAll() {
    const auto all = open;
    for (OpenConnection *connection : all)
        connection->close();
}

Result<std::unique_ptr<HttpFrontend>>
HttpFrontend::listen(const FrontendSettings &settings, HttpHandler handler,
                     std::function<void(const QString &address, int status)> refused) {
    std::unique_ptr<HttpFrontend> frontend(new HttpFrontend);
    frontend->m_core = std::make_shared<Core>(settings);
    Core &core = *frontend->m_core;
    core.handler = std::move(handler);
    core.refused = std::move(refused);
    RELAYDESK_TRY(openTls(core));
    RELAYDESK_TRY(bind(core));
    core.accept();
    frontend->m_thread = std::thread([shared = frontend->m_core] { shared->context.run(); });
    return frontend;
}

HttpFrontend::~HttpFrontend() {
    if (!m_thread.joinable())
        return;
    boost::asio::post(m_core->context, [core = m_core] {
        error_code ignored;
        core->isStopping = true;
        core->acceptor.close(ignored);
        core->closeAll();
        core->handler = {};
        core->work.reset(); // what was under way ends as broken off, and then nothing holds the core any more
    });
    m_thread.join();
}

quint16 HttpFrontend::port() const { return m_core->port; }

void HttpFrontend::stopAccepting() {
    boost::asio::post(m_core->context, [core = m_core] {
        error_code ignored;
        core->isStopping = true;
        core->acceptor.close(ignored);
    });
}

} // namespace relaydesk
