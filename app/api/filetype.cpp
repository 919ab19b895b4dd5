// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/filetype.h"
#include <QtCore/QStringDecoder>
#include <algorithm>

namespace relaydesk {

namespace {

bool isPlainText(const QByteArray &bytes) {
    const auto isControl = [](char byte) {
        return (uchar(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
    };
    if (bytes.isEmpty() || std::any_of(bytes.begin(), bytes.end(), isControl))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !text.isNull() && !decoder.hasError();
}

} // namespace

QByteArray typeByContent(const QByteArray &bytes) {
    if (bytes.startsWith(QByteArray("\x89PNG\r\n\x1a\n", 8)))
        return "image/png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "image/gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "image/webp";
    if (bytes.startsWith("%PDF-"))
        return "application/pdf";
    return isPlainText(bytes) ? QByteArray("text/plain") : QByteArray();
}

QString harmlessFileName(const QString &name) {
    QString last = name.section(u'/', -1).section(u'\\', -1);
    last.removeIf([](QChar unit) {
        return unit.category() == QChar::Other_Control || unit.category() == QChar::Other_Format || unit == u'"';
    });
    last = last.simplified().left(120);
    return last.isEmpty() || last == QLatin1String(".") || last == QLatin1String("..") ? QStringLiteral("file") : last;
}

} // namespace relaydesk
