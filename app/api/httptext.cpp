// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/httptext.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("HttpText", text); }

qsizetype count(const ApiRequest &request, const char *name) {
    return std::count_if(request.headers.begin(), request.headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool isPath(const QByteArray &target) {
    return target.startsWith('/') && std::none_of(target.begin(), target.end(), [](char byte) {
               return uchar(byte) <= 0x20 || uchar(byte) >= 0x7f || byte == '#';
           });
}

QByteArray dateNow() {
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
}

void addLine(std::string &text, const QByteArray &name, const QByteArray &value) {
    text.append(name.constData(), size_t(name.size())).append(": ");
    // A value never ends its line: what came from outside must not write headers.
    for (const char byte : value)
        text += byte == '\r' || byte == '\n' || byte == '\0' ? ' ' : byte;
    text += "\r\n";
}

} // namespace

std::optional<Problem> wrongWithHead(const ApiRequest &request, bool isHttp11) {
    const QByteArray coding = request.header("Transfer-Encoding");
    const QByteArray length = request.header("Content-Length");
    if (count(request, "Transfer-Encoding") > 1 || count(request, "Content-Length") > 1 ||
        (!coding.isEmpty() && !length.isEmpty()))
        return Problem(400, tr("The request says more than once how long it is."));
    if (!coding.isEmpty() && (!isHttp11 || coding.compare("chunked", Qt::CaseInsensitive) != 0))
        return Problem(isHttp11 ? 501 : 400, tr("Transfer-Encoding can only be chunked, in HTTP/1.1."));
    if (!std::all_of(length.begin(), length.end(), [](char byte) { return byte >= '0' && byte <= '9'; }))
        return Problem(400, tr("Content-Length is no number."));
    const qsizetype hosts = count(request, "Host");
    if (hosts > 1 || (isHttp11 && hosts == 0))
        return Problem(400, tr("The request must name exactly one Host."));
    if (!isPath(request.target))
        return Problem(400, tr("The request's target must be a path."));
    if (const QByteArray expected = request.header("Expect");
        !expected.isEmpty() && expected.compare("100-continue", Qt::CaseInsensitive) != 0)
        return Problem(400, tr("Only \"Expect: 100-continue\" is known."));
    return std::nullopt;
}

std::string textOf(const ApiResponse &response, const AnswerForm &form) {
    const bool hasBody = !form.isStream && response.status != 204 && response.status != 304;
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + ' ' + phraseOf(response.status).toStdString() + "\r\n";
    addLine(text, "Date", dateNow());
    if (!response.contentType.isEmpty())
        addLine(text, "Content-Type", response.contentType);
    if (hasBody)
        addLine(text, "Content-Length", QByteArray::number(response.body.size()));
    if (form.isStream && form.isHttp11)
        addLine(text, "Transfer-Encoding", "chunked");
    if (!form.keepsAlive)
        addLine(text, "Connection", "close");
    else if (!form.isHttp11)
        addLine(text, "Connection", "keep-alive");
    for (const auto &[name, value] : response.headers)
        addLine(text, name, value);
    text += "\r\n";
    if (hasBody && !form.headOnly)
        text.append(response.body.constData(), size_t(response.body.size()));
    return text;
}

std::string chunkOf(const QByteArray &bytes) {
    return QByteArray::number(bytes.size(), 16).toStdString() + "\r\n" + bytes.toStdString() + "\r\n";
}

} // namespace relaydesk
