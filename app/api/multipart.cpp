// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/multipart.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Multipart", text); }

constexpr qsizetype longestBoundary = 70; // RFC 2046
constexpr qsizetype longestHead = 4096;

//! The value of `name` in "form-data; name=\"a\"; filename=\"b.png\"", quoted or not; null where it is not there.
QByteArray parameter(const QByteArray &header, const QByteArray &name) {
    qsizetype at = header.indexOf(';');
    while (at >= 0) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return {};
        const QByteArray key = header.mid(at + 1, equals - at - 1).trimmed().toLower();
        QByteArray value;
        qsizetype end = equals + 1;
        if (header.mid(end, 1) == "\"") {
            for (++end; end < header.size() && header[end] != '"'; ++end) {
                if (header[end] == '\\' && end + 1 < header.size())
                    ++end;
                value += header[end];
            }
        } else {
            const qsizetype stop = header.indexOf(';', end);
            value = header.mid(end, stop < 0 ? -1 : stop - end).trimmed();
            end = stop < 0 ? header.size() : stop;
        }
        if (key == name)
            return value.isNull() ? QByteArray("") : value;
        at = header.indexOf(';', end);
    }
    return {};
}

Result<FormPart> readPart(const QByteArray &part) {
    const qsizetype end = part.indexOf("\r\n\r\n");
    if (end < 0 || end > longestHead)
        return failure(ErrorKind::Invalid, tr("A part of the form has no end of its header lines."));
    FormPart read;
    for (const QByteArray &line : part.left(end).split('\n')) {
        const QByteArray header = line.trimmed();
        if (header.left(20).compare("content-disposition:", Qt::CaseInsensitive) != 0)
            continue;
        read.name = QString::fromUtf8(parameter(header, "name"));
        if (const QByteArray file = parameter(header, "filename"); !file.isNull())
            read.fileName = QString::fromUtf8(file);
    }
    if (read.name.isEmpty())
        return failure(ErrorKind::Invalid, tr("A part of the form has no name."));
    read.content = part.mid(end + 4);
    return read;
}

} // namespace

Result<QVector<FormPart>> readMultipart(const QByteArray &contentType, const QByteArray &body, int most) {
    const QByteArray boundary = parameter(contentType, "boundary");
    if (boundary.isEmpty() || boundary.size() > longestBoundary)
        return failure(ErrorKind::Invalid, tr("The form names no boundary of 1 to 70 characters."));
    const QByteArray first = "--" + boundary;
    const QByteArray next = "\r\n" + first;
    qsizetype at = body.startsWith(first) ? 0 : body.indexOf(next) + 2;
    if (at < 0 || !body.mid(at).startsWith(first))
        return failure(ErrorKind::Invalid, tr("The form does not hold its own boundary."));
    at += first.size();
    QVector<FormPart> parts;
    while (body.mid(at, 2) == "\r\n") {
        const qsizetype end = body.indexOf(next, at);
        if (end < 0 || parts.size() >= most)
            return failure(ErrorKind::Invalid, end < 0 ? tr("The form breaks off within a part.")
                                                       : tr("The form has more than %1 parts.").arg(most));
        const auto part = readPart(body.mid(at + 2, end - at - 2));
        RELAYDESK_TRY(part);
        parts.append(*part);
        at = end + next.size();
    }
    if (body.mid(at, 2) != "--")
        return failure(ErrorKind::Invalid, tr("The form breaks off after a part."));
    return parts;
}

} // namespace relaydesk
