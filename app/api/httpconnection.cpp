// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One connection: requests in their order, each read whole, answered, and then the next.
#include "app/api/httpcore.h"
#include "app/api/httptext.h"
#include <QtCore/QCoreApplication>
#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <deque>
#include <optional>

namespace relaydesk {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

QString tr(const char *text) { return QCoreApplication::translate("HttpConnection", text); }

constexpr size_t mostUnsent = 2 << 20; // bytes of a stream whose client does not read
constexpr size_t mostDrained = 4 << 20;
constexpr qint64 slowestBytes = 4096; // a second: less is a client that only holds on

//! How long the other side may still take for something long: idle no longer than is allowed, and not slower for ever.
class Patience {
  public:
    explicit Patience(std::chrono::seconds idle) : m_idle(idle) {}
    void start() { m_since = std::chrono::steady_clock::now(); }
    std::chrono::milliseconds left(size_t bytes) const {
        using namespace std::chrono;
        const auto passed = duration_cast<milliseconds>(steady_clock::now() - m_since);
        const milliseconds earned(qint64(bytes) * 1000 / slowestBytes);
        return std::clamp<milliseconds>(m_idle + earned - passed, 1ms, m_idle);
    }

  private:
    std::chrono::seconds m_idle;
    std::chrono::steady_clock::time_point m_since;
};

QByteArray bytesOf(beast::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); }

template <typename Stream>
class HttpConnection final : public OpenConnection, public std::enable_shared_from_this<HttpConnection<Stream>> {
  public:
    HttpConnection(Stream &&stream, QString address, const std::shared_ptr<HttpFrontend::Core> &core)
        : m_stream(std::move(stream))
        , m_address(std::move(address))
        , m_core(*core)
        , m_patience(idle()) {
        m_core.open.insert(this);
        ++m_core.perAddress[m_address];
    }
    ~HttpConnection() override {
        *m_isOpen = false;
        m_core.open.erase(this);
        if (--m_core.perAddress[m_address] <= 0)
            m_core.perAddress.remove(m_address);
    }

    void start() {
        if constexpr (!std::is_same_v<Stream, beast::tcp_stream>) {
            beast::get_lowest_layer(m_stream).expires_after(idle());
            m_stream.async_handshake(asio::ssl::stream_base::server,
                                     [self = this->shared_from_this()](const error_code &error) {
                                         if (!error)
                                             self->readHead();
                                     });
        } else {
            readHead();
        }
    }
    void close() override {
        const auto self = std::move(m_self); // may be all that it lives by
        *m_isOpen = false;
        error_code ignored;
        beast::get_lowest_layer(m_stream).socket().close(ignored);
    }

    // What the exchange does, in the frontend's thread
    void answer(const ApiResponse &response) { send(textOf(response, form(false)), !m_keepsAlive); }
    void beginStream(const ApiResponse &head) {
        m_isStream = true;
        m_keepsAlive = false;
        m_buffer = {};
        m_parser.reset();
        beast::get_lowest_layer(m_stream).expires_never();
        queue(textOf(head, form(true)));
        watchClient();
    }
    void push(const QByteArray &bytes) {
        if (m_isStream)
            queue(m_isHttp11 ? chunkOf(bytes) : bytes.toStdString());
    }
    void endStream() {
        m_endsAfterQueue = true;
        queue(m_isHttp11 ? lastChunk : "");
    }
    const std::shared_ptr<std::atomic<bool>> &openFlag() const { return m_isOpen; }

  private:
    std::chrono::seconds idle() const { return std::chrono::seconds(m_core.settings.limits.idleSeconds); }
    AnswerForm form(bool isStream) const { return {m_isHttp11, m_keepsAlive, m_isHead, isStream}; }

    void readHead() {
        if (m_core.isStopping)
            return;
        m_parser.emplace();
        m_parser->header_limit(quint32(m_core.settings.limits.headerBytes));
        m_parser->body_limit(quint64(m_core.settings.limits.uploadBytes));
        beast::get_lowest_layer(m_stream).expires_after(idle());
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = this->shared_from_this()](const error_code &error, size_t) { self->onHead(error); });
    }
    void onHead(const error_code &error) {
        m_isHttp11 = m_parser->get().version() >= 11;
        m_keepsAlive = m_parser->keep_alive();
        m_isHead = m_parser->get().method_string() == "HEAD";
        if (error == http::error::end_of_stream || error == beast::error::timeout || isLeaving(error))
            return;
        if (error == http::error::header_limit || error == http::error::buffer_overflow)
            return refuseAndClose(
                {431, tr("The header lines are longer than %1 bytes.").arg(m_core.settings.limits.headerBytes)});
        if (error == http::error::body_limit)
            return refuseAndClose(tooLong(m_core.settings.limits.uploadBytes));
        if (error)
            return refuseAndClose({400, tr("This is no HTTP request.")});
        takeHead();
    }
    void takeHead() {
        const auto &head = m_parser->get();
        m_request = {bytesOf(head.method_string()), bytesOf(head.target()), {}, {}, m_address};
        for (const auto &field : head)
            m_request.headers.emplaceBack(bytesOf(field.name_string()), bytesOf(field.value()));
        if (const auto wrong = wrongWithHead(m_request, m_isHttp11))
            return refuseAndClose(*wrong);
        const int most = mostBytes();
        if (m_parser->content_length() && *m_parser->content_length() > quint64(most))
            return refuseAndClose(tooLong(most));
        m_parser->body_limit(quint64(most));
        if (m_request.header("Expect").isEmpty())
            return readBody();
        m_asking = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(m_asking),
                          [self = this->shared_from_this()](const error_code &error, size_t) {
                              if (!error)
                                  self->readBody();
                          });
    }
    int mostBytes() const {
        const QByteArray path = m_request.path();
        return path.endsWith("/uploads") || path.endsWith("/import") ? m_core.settings.limits.uploadBytes
                                                                     : m_core.settings.limits.bodyBytes;
    }
    void readBody() {
        m_parser->eager(true);
        m_patience.start();
        m_read = 0;
        readMore();
    }
    void readMore() {
        if (m_parser->is_done())
            return onBody({});
        beast::get_lowest_layer(m_stream).expires_after(m_patience.left(m_read));
        http::async_read_some(m_stream, m_buffer, *m_parser,
                              [self = this->shared_from_this()](const error_code &error, size_t count) {
                                  self->m_read += count;
                                  error ? self->onBody(error) : self->readMore();
                              });
    }
    void onBody(const error_code &error) {
        if (error == http::error::body_limit)
            return refuseAndClose(tooLong(mostBytes()));
        if (error == beast::error::timeout || isLeaving(error) || error == http::error::partial_message)
            return;
        if (error)
            return refuseAndClose({400, tr("The body is not as its header lines say.")});
        const std::string &body = m_parser->get().body();
        m_request.body = QByteArray(body.data(), qsizetype(body.size()));
        m_parser.reset();
        beast::get_lowest_layer(m_stream).expires_never();
        dispatch();
    }
    void dispatch();

    static Problem tooLong(int most) { return {413, tr("The body is longer than %1 bytes.").arg(most)}; }
    static bool isLeaving(const error_code &error) {
        return error == asio::error::operation_aborted || error == asio::error::connection_reset ||
               error == asio::error::eof || error == asio::error::broken_pipe;
    }
    void refuseAndClose(const Problem &problem) {
        m_core.refused(m_address, problem.status);
        m_keepsAlive = false;
        m_drains = true;
        send(textOf(problem.response(), form(false)), true);
    }

    void send(std::string text, bool thenClose) {
        m_self.reset();
        m_unsent.clear();
        m_unsent.push_back(std::move(text));
        m_patience.start();
        sendFrom(0, thenClose);
    }
    void sendFrom(size_t sent, bool thenClose) {
        beast::get_lowest_layer(m_stream).expires_after(m_patience.left(sent));
        m_stream.async_write_some(
            asio::buffer(m_unsent.front()) + sent,
            [self = this->shared_from_this(), sent, thenClose](const error_code &error, size_t count) {
                if (error)
                    return;
                if (sent + count < self->m_unsent.front().size())
                    return self->sendFrom(sent + count, thenClose);
                self->m_unsent.clear();
                thenClose ? self->finish() : self->readHead();
            });
    }
    void queue(std::string text) {
        size_t unsent = text.size();
        for (const std::string &piece : m_unsent)
            unsent += piece.size();
        if (unsent > mostUnsent)
            return close();
        m_unsent.push_back(std::move(text));
        if (m_unsent.size() == 1)
            writeNext();
    }
    void writeNext() {
        asio::async_write(m_stream, asio::buffer(m_unsent.front()),
                          [self = this->shared_from_this()](const error_code &error, size_t) {
                              if (error)
                                  return self->close();
                              self->m_unsent.pop_front();
                              if (!self->m_unsent.empty())
                                  self->writeNext();
                              else if (self->m_endsAfterQueue)
                                  self->finish();
                          });
    }
    //! A client of a stream has nothing to say any more: the next thing heard of it is that it left.
    void watchClient() {
        m_stream.async_read_some(asio::buffer(m_heard),
                                 [self = this->shared_from_this()](const error_code &error, size_t) {
                                     if (error)
                                         self->close();
                                     else
                                         self->watchClient();
                                 });
    }
    //! Says that nothing follows. Who is still sending hears the answer before the connection breaks under it.
    void finish() {
        error_code ignored;
        m_self.reset();
        beast::get_lowest_layer(m_stream).socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        if (m_isStream || !m_drains)
            return close();
        beast::get_lowest_layer(m_stream).expires_after(std::chrono::seconds(2));
        drain();
    }
    void drain() {
        beast::get_lowest_layer(m_stream).async_read_some(
            asio::buffer(m_heard), [self = this->shared_from_this()](const error_code &error, size_t count) {
                self->m_drained += count;
                if (!error && self->m_drained < mostDrained)
                    self->drain();
            });
    }

    Stream m_stream;
    QString m_address;
    HttpFrontend::Core &m_core;
    Patience m_patience;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    ApiRequest m_request;
    std::string m_asking;
    std::deque<std::string> m_unsent;
    std::array<char, 512> m_heard{};
    size_t m_read = 0; //!< of the body
    size_t m_drained = 0;
    std::shared_ptr<std::atomic<bool>> m_isOpen = std::make_shared<std::atomic<bool>>(true);
    std::shared_ptr<HttpConnection> m_self; //!< while nothing but an exchange knows of it
    bool m_isHttp11 = true;
    bool m_keepsAlive = true;
    bool m_isHead = false;
    bool m_isStream = false;
    bool m_endsAfterQueue = false;
    bool m_drains = false;
};

//! Carries what other threads say to the connection into the frontend's thread.
template <typename Stream>
class ConnectionExchange final : public HttpExchange {
  public:
    using Connection = HttpConnection<Stream>;
    ConnectionExchange(std::shared_ptr<HttpFrontend::Core> core, const std::shared_ptr<Connection> &connection)
        : m_core(std::move(core))
        , m_connection(connection)
        , m_isOpen(connection->openFlag()) {}

    void answer(const ApiResponse &response) override {
        tell([response](Connection &connection) { connection.answer(response); });
    }
    void beginStream(const ApiResponse &head) override {
        tell([head](Connection &connection) { connection.beginStream(head); });
    }
    void push(const QByteArray &bytes) override {
        tell([bytes](Connection &connection) { connection.push(bytes); });
    }
    void endStream() override {
        tell([](Connection &connection) { connection.endStream(); });
    }
    bool isOpen() const override { return *m_isOpen; }

  private:
    template <typename Call>
    void tell(Call call) {
        asio::post(m_core->context, [weak = m_connection, call = std::move(call)] {
            if (const auto connection = weak.lock(); connection && *connection->openFlag())
                call(*connection);
        });
    }

    std::shared_ptr<HttpFrontend::Core> m_core;
    std::weak_ptr<Connection> m_connection;
    std::shared_ptr<std::atomic<bool>> m_isOpen;
};

template <typename Stream>
void HttpConnection<Stream>::dispatch() {
    if (!m_core.handler)
        return close(); // the frontend has ended
    const qint64 now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    if (const int wait = m_core.counts(m_address) ? m_core.rate.take(m_address, now) : 0) {
        m_core.refused(m_address, 429);
        Problem problem{429, tr("Too many requests from this address. Try again in %1 s.").arg(wait)};
        problem.headers.emplaceBack("Retry-After", QByteArray::number(wait));
        return answer(problem.response());
    }
    m_self = this->shared_from_this();
    m_core.handler(std::exchange(m_request, {}),
                   std::make_shared<ConnectionExchange<Stream>>(m_core.shared_from_this(), m_self));
}

} // namespace

void startConnection(asio::ip::tcp::socket socket, const QString &address,
                     const std::shared_ptr<HttpFrontend::Core> &core) {
    if (!core->tls) {
        std::make_shared<HttpConnection<beast::tcp_stream>>(beast::tcp_stream(std::move(socket)), address, core)
            ->start();
        return;
    }
    using Tls = beast::ssl_stream<beast::tcp_stream>;
    std::make_shared<HttpConnection<Tls>>(Tls(beast::tcp_stream(std::move(socket)), *core->tls), address, core)
        ->start();
}

} // namespace relaydesk
