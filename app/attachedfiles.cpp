// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/attachedfiles.h"
#include "app/api/filetype.h"
#include "app/api/picture.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("AttachedFiles", text); }

Result<QByteArray> contentOf(const GivenFile &given, const QString &name) {
    const QFileInfo info(given.path);
    if (!given.path.isEmpty() && !info.isFile())
        return failure(ErrorKind::Invalid,
                       tr("%1 is no file that can be read. It was not attached; attach single files.").arg(name));
    if ((given.path.isEmpty() ? given.bytes.size() : info.size()) > FileStore::largest)
        return failure(ErrorKind::Invalid,
                       tr("%1 is larger than %2. It was not attached; send a part of it, or a link.")
                           .arg(name, QLocale().formattedDataSize(FileStore::largest, 0)));
    if (given.path.isEmpty())
        return given.bytes;
    QFile file(given.path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       tr("%1 could not be read: %2. It was not attached.").arg(name, file.errorString()));
    return file.read(FileStore::largest + 1);
}

} // namespace

Result<SentFile> AttachedFiles::keep(const GivenFile &given) const {
    const auto content = contentOf(given, harmlessFileName(given.name));
    RELAYDESK_TRY(content);
    return m_uploads.keep(given.name, *content);
}

QByteArray AttachedFiles::picture(const QString &upload) const {
    const auto content = m_uploads.get(upload);
    return content ? drawnAnew(*content) : QByteArray();
}

} // namespace relaydesk
