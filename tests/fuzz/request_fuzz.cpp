// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Made-up requests for the service's readers: targets, JSON bodies, forms, uploads, and whole HTTP messages. The first
//! byte of the input says which.
#include "app/api/httptext.h"
#include "app/api/multipart.h"
#include "tests/app/api/apiroom.h"
#include <QtCore/QCoreApplication>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

using namespace relaydesk;

namespace {

void readHttp(ApiRoom &api, const QByteArray &bytes) {
    namespace http = boost::beast::http;
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    parser.header_limit(16 << 10);
    parser.body_limit(1 << 20);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(bytes.constData(), size_t(bytes.size())), error);
    if (error || !parser.is_header_done())
        return;
    const auto &head = parser.get();
    const auto text = [](boost::beast::string_view view) { return QByteArray(view.data(), qsizetype(view.size())); };
    ApiRequest request{text(head.method_string()), text(head.target()), {}, {}, {}};
    for (const auto &field : head)
        request.headers.emplaceBack(text(field.name_string()), text(field.value()));
    if (wrongWithHead(request, head.version() >= 11))
        return;
    request.body = QByteArray(head.body().data(), qsizetype(head.body().size()));
    textOf(api.api.handle(request).response, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static int count = 0;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments);
    static std::unique_ptr<ApiRoom> api;
    static QString session;
    static int calls = 0;
    if (size == 0)
        return 0;
    if (calls++ % 20'000 == 0) { // memory does not grow for ever
        api = std::make_unique<ApiRoom>(false);
        session = api->session();
    }
    QByteArray rest(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const ApiHeaders key = ApiRoom::bearerOf(api->agent), own = ApiRoom::bearerOf(session.toLatin1());
    switch (data[0]) {
    case 'G':
        api->call("GET", rest, {}, key);
        break;
    case 'J':
        api->room.clock.advance(2000);
        api->call("POST", "/api/chat", rest.replace("SESSION", session.toLatin1()));
        break;
    case 'M':
        static_cast<void>(readMultipart("multipart/form-data; boundary=edge", rest));
        static_cast<void>(readMultipart(rest.left(80), rest.mid(80)));
        break;
    case 'U':
        api->room.clock.advance(2000);
        api->call("POST", "/api/v1/conversations/" + session.toLatin1() + "/uploads", rest, own);
        break;
    default:
        readHttp(*api, rest);
    }
    if (!api->offences.isEmpty())
        qFatal("%s", qPrintable(api->offences.first()));
    return 0;
}
