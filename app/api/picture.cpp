// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/picture.h"
#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QImageReader>

namespace relaydesk {

QByteArray drawnAnew(const QByteArray &bytes) {
    constexpr int longestSide = 2048;
    constexpr qint64 mostPixels = 16'000'000;
    QBuffer in;
    in.setData(bytes);
    in.open(QIODevice::ReadOnly);
    QImageReader reader(&in);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.isNull())
        return {};
    if (image.width() > longestSide || image.height() > longestSide)
        image = image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray png;
    QBuffer out(&png);
    out.open(QIODevice::WriteOnly);
    const QImage bare = image.convertToFormat(QImage::Format_ARGB32).copy();
    return bare.save(&out, "PNG") ? png : QByteArray();
}

} // namespace relaydesk
