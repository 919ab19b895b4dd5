// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderinstallfetch.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QFileInfo>
#include <QtNetwork/QNetworkReply>
#include <memory>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EncoderFetch", text); }

constexpr int silenceMs = 60'000;
constexpr qint64 mostBytes = qint64(8) << 30;
constexpr qint64 mostTextBytes = 4 << 20;
constexpr int found = 200;
constexpr int foundPart = 206;
constexpr int notFound = 404;
constexpr int noSuchPart = 416;

QNetworkRequest requestFor(const QUrl &url) {
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("relaydesk/" RELAYDESK_VERSION));
    request.setRawHeader("Accept-Encoding", "identity"); // a part of a file is a part of its bytes
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setTransferTimeout(silenceMs);
    return request;
}

int statusOf(const QNetworkReply &reply) { return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

tl::unexpected<Failure> refusal(const QNetworkReply &reply) {
    const int status = statusOf(reply);
    const QString where = reply.url().toDisplayString(QUrl::RemoveQuery | QUrl::RemoveUserInfo);
    if (status == notFound)
        return failure(ErrorKind::NotFound, tr("There is no file %1.").arg(where));
    if (status == 401 || status == 403)
        return failure(ErrorKind::Unavailable,
                       tr("The server does not give out %1: there is no such model, or it is not public. Nothing was "
                          "installed.")
                           .arg(where));
    if (status >= 400)
        return failure(
            ErrorKind::Unavailable,
            tr("The server answered %1 for %2. Nothing was installed; try again later.").arg(status).arg(where));
    return failure(ErrorKind::Unavailable,
                   tr("Fetching %1 ended early: %2. Nothing was installed; what came so far is kept, and the same "
                      "command goes on from there.")
                       .arg(where, reply.error() == QNetworkReply::NoError ? tr("the connection was closed")
                                                                           : reply.errorString()));
}

//! Where the answer's part begins; -1 where it does not say.
qint64 partBegin(const QNetworkReply &reply) {
    const QByteArray range = reply.rawHeader("Content-Range"); // bytes 10-99/100
    const qsizetype dash = range.indexOf('-');
    bool isNumber = false;
    const qint64 begin = range.startsWith("bytes ") ? range.mid(6, dash - 6).toLongLong(&isNumber) : -1;
    return isNumber ? begin : -1;
}

} // namespace

EncoderFetch::EncoderFetch(Progress progress) : m_progress(std::move(progress)) {}

void EncoderFetch::run(QNetworkReply &reply, const std::function<void()> &onBytes) const {
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, onBytes);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply.isFinished())
        loop.exec();
    onBytes();
}

Result<QByteArray> EncoderFetch::text(const QUrl &url) {
    const std::unique_ptr<QNetworkReply> reply(m_network.get(requestFor(url)));
    QByteArray bytes;
    run(*reply, [&] {
        bytes += reply->read(mostTextBytes);
        if (bytes.size() > mostTextBytes)
            reply->abort();
    });
    if (statusOf(*reply) != found || reply->error() != QNetworkReply::NoError)
        return refusal(*reply);
    return bytes;
}

Result<void> EncoderFetch::file(const QUrl &url, const QString &path) {
    QDir().mkpath(QFileInfo(path).path());
    QFile part(path + QLatin1String(".part"));
    if (!part.open(QIODevice::ReadWrite | QIODevice::Append))
        return failure(ErrorKind::Storage, tr("%1 cannot be written: %2. Nothing was installed.")
                                               .arg(QDir::toNativeSeparators(part.fileName()), part.errorString()));
    bool startOver = false;
    auto fetched = attempt(url, part, startOver);
    if (!fetched && startOver)
        fetched = attempt(url, part, startOver);
    RELAYDESK_TRY(fetched);
    part.close();
    QFile::remove(path);
    if (!part.rename(path))
        return failure(ErrorKind::Storage, tr("%1 cannot be written: %2. Nothing was installed.")
                                               .arg(QDir::toNativeSeparators(path), part.errorString()));
    return {};
}

//! `startOver`: what is there already does not fit the file on the server, and was dropped.
Result<void> EncoderFetch::attempt(const QUrl &url, QFile &part, bool &startOver) {
    QNetworkRequest request = requestFor(url);
    const qint64 there = part.size();
    if (there > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(there) + "-");
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    bool isFitting = true;
    bool isBegun = false;
    bool isWritable = true;
    qint64 whole = 0;
    run(*reply, [&] {
        const int status = statusOf(*reply);
        isFitting = status == foundPart ? partBegin(*reply) == there : status != noSuchPart;
        if (!isFitting || (status != found && status != foundPart))
            return;
        if (status == found && !isBegun)
            part.resize(0); // the server sends the whole file
        isBegun = true;
        const QByteArray bytes = reply->readAll();
        isWritable = part.write(bytes) == bytes.size() && part.flush();
        const qint64 all = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        whole = all > 0 && status == foundPart ? there + all : all;
        m_progress(QFileInfo(url.path()).fileName(), part.size(), whole);
        if (!isWritable || part.size() > mostBytes)
            reply->abort();
    });
    if (!isWritable)
        return failure(ErrorKind::Storage,
                       tr("%1 cannot be written: %2. Nothing was installed; make room and try again.")
                           .arg(QDir::toNativeSeparators(part.fileName()), part.errorString()));
    startOver = !isFitting && there > 0 && part.resize(0);
    if (!isFitting || !isBegun || reply->error() != QNetworkReply::NoError || part.size() < whole)
        return refusal(*reply); // Qt takes an answer that was cut off for a whole one at times
    return {};
}

} // namespace relaydesk
