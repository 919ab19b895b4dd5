// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/uploadstore.h"
#include "app/api/filetype.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("UploadStore", text); }
} // namespace

QString UploadStore::pathOf(const QString &digest) const {
    return QDir(m_folder).filePath(digest.left(2) + u'/' + digest);
}

Result<SentFile> UploadStore::keep(const QString &name, const QByteArray &bytes) const {
    const QString harmless = harmlessFileName(name);
    if (bytes.isEmpty())
        return failure(ErrorKind::Invalid, tr("%1 is empty. It was not sent.").arg(harmless));
    const QByteArray type = typeByContent(bytes);
    if (type.isEmpty())
        return failure(ErrorKind::Invalid,
                       tr("%1 was not sent: pictures (PNG, JPEG, GIF, WebP), PDF and plain text can "
                          "be, and by its content it is none of them.")
                           .arg(harmless));
    const auto digest = put(bytes);
    RELAYDESK_TRY(digest);
    return SentFile{*digest, harmless, QString::fromLatin1(type), bytes.size()};
}

Result<QString> UploadStore::put(const QByteArray &bytes) const {
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString path = pathOf(digest);
    if (QFileInfo(path).size() == bytes.size() && QFileInfo(path).isFile())
        return digest;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QDir().mkpath(QFileInfo(path).path());
    QFile::setPermissions(m_folder, owner | QFileDevice::ExeOwner);
    QSaveFile file(path); // its commit() reaches the disk before the name does
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(owner) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return failure(ErrorKind::Storage,
                       tr("The file could not be kept: %1. Nothing was sent.").arg(file.errorString()));
    return digest;
}

Result<QByteArray> UploadStore::get(const QString &digest) const {
    QFile file(pathOf(digest));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, tr("This file is not here any more."));
    return file.readAll();
}

} // namespace relaydesk
