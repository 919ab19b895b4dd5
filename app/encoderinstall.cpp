// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderinstall.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSaveFile>
#include <QtNetwork/QHostAddress>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EncoderInstall", text); }

const QLatin1String recordName("relaydesk.json");

QUrl under(QUrl hub, const QString &path) {
    hub.setPath(hub.path() + (hub.path().endsWith(u'/') ? QString() : QStringLiteral("/")) + path);
    return hub;
}

bool isSafe(const QUrl &hub) {
    const bool isHere = hub.host() == QLatin1String("localhost") || QHostAddress(hub.host()).isLoopback();
    return hub.isValid() && !hub.host().isEmpty() &&
           (hub.scheme() == QLatin1String("https") || (hub.scheme() == QLatin1String("http") && isHere));
}

bool isModelName(const QString &repository) {
    static const QRegularExpression name(
        QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}$"));
    return name.match(repository).hasMatch();
}

QString stagingFolder(const KnownEncoder &encoder) {
    return QStringLiteral("%1/.install-%2-%3").arg(encodersHome(), encoder.name, encoder.revision.left(12));
}

Result<void> writeRecord(const KnownEncoder &encoder, const QMap<QString, QString> &digests, const QString &folder) {
    QJsonObject files;
    for (auto digest = digests.cbegin(); digest != digests.cend(); ++digest)
        files.insert(digest.key(), digest.value());
    QSaveFile file(QDir(folder).filePath(recordName));
    const QByteArray bytes = QJsonDocument({{QStringLiteral("repository"), encoder.repository},
                                            {QStringLiteral("revision"), encoder.revision},
                                            {QStringLiteral("files"), files}})
                                 .toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::Storage, tr("%1 cannot be written: %2. Nothing was installed.")
                                               .arg(QDir::toNativeSeparators(folder), file.errorString()));
    return {};
}

} // namespace

QString fileDigest(const QString &path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject installRecord(const QString &folder) {
    QFile file(QDir(folder).filePath(recordName));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(1 << 20)).object() : QJsonObject();
}

EncoderInstall::EncoderInstall(EncoderFetch::Progress progress, Confirm confirm)
    : m_fetch(std::move(progress))
    , m_confirm(std::move(confirm)) {}

Result<QString> EncoderInstall::fromHub(const QUrl &hub, KnownEncoder encoder) {
    if (!isSafe(hub))
        return failure(ErrorKind::Invalid, tr("\"%1\" is no address models can be fetched from. Give one with https.")
                                               .arg(hub.toDisplayString(QUrl::RemoveUserInfo)));
    if (!isModelName(encoder.repository))
        return failure(
            ErrorKind::Invalid,
            tr("\"%1\" is no name of a model. Give one of \"relaydesk encoder list\", one like OWNER/NAME, or "
               "a folder with an encoder's files.")
                .arg(encoder.repository));
    RELAYDESK_TRY(pinRevision(hub, encoder));
    const QString staging = stagingFolder(encoder);
    if (!QDir().mkpath(staging))
        return failure(ErrorKind::Storage,
                       tr("The folder %1 cannot be made. Nothing was installed; check its permissions.")
                           .arg(QDir::toNativeSeparators(staging)));
    RELAYDESK_TRY(fetchAll(hub, encoder, staging));
    return place(encoder, staging);
}

//! A branch may move between two files, or while a fetch waits to be taken up again; a commit does not.
Result<void> EncoderInstall::pinRevision(const QUrl &hub, KnownEncoder &encoder) {
    if (encoder.isPinned())
        return {};
    const auto answer =
        m_fetch.text(under(hub, QStringLiteral("api/models/%1/revision/%2").arg(encoder.repository, encoder.revision)));
    RELAYDESK_TRY(answer);
    const QString commit = QJsonDocument::fromJson(*answer).object().value(QLatin1String("sha")).toString();
    static const QRegularExpression hexadecimal(QStringLiteral("^[0-9a-f]{40}$"));
    if (!hexadecimal.match(commit).hasMatch())
        return failure(ErrorKind::Unavailable,
                       tr("The server does not say which revision of %1 is the newest. Nothing was installed.")
                           .arg(encoder.repository));
    encoder.revision = commit;
    return {};
}

Result<void> EncoderInstall::fetchAll(const QUrl &hub, const KnownEncoder &encoder, const QString &staging) {
    for (const EncoderFile &file : encoder.files) {
        const QString path = QDir(staging).filePath(file.path);
        if (QFileInfo::exists(path))
            continue; // whole since an earlier attempt
        const auto fetched = m_fetch.file(
            under(hub, QStringLiteral("%1/resolve/%2/%3").arg(encoder.repository, encoder.revision, file.path)), path);
        if (fetched)
            continue;
        if (!file.isOptional || fetched.error().kind != ErrorKind::NotFound)
            return failure(fetched.error().kind,
                           tr("%1 was not installed. %2").arg(encoder.name, fetched.error().sentence));
        QFile::remove(path + QLatin1String(".part"));
    }
    return {};
}

Result<QString> EncoderInstall::fromFolder(const QString &source) {
    const QString name = QDir(QDir(source).absolutePath()).dirName();
    const KnownEncoder *known = knownEncoder(name);
    KnownEncoder encoder = known ? *known : unknownEncoder(name);
    encoder.name = name;
    const QString staging = stagingFolder(encoder) + QLatin1String("-copy");
    QDir(staging).removeRecursively();
    for (const EncoderFile &file : encoder.files) {
        const QString from = QDir(source).filePath(file.path);
        const QString to = QDir(staging).filePath(file.path);
        if (!QFileInfo(from).isFile() && (file.isOptional || file.path == QLatin1String("tokenizer.json")))
            continue; // where it is needed, opening the encoder says so
        QFile copied(from);
        if (!QDir().mkpath(QFileInfo(to).path()) || !copied.copy(to)) {
            QDir(staging).removeRecursively();
            return failure(ErrorKind::Storage, tr("%1 cannot be copied: %2. Nothing was installed.")
                                                   .arg(QDir::toNativeSeparators(from), copied.errorString()));
        }
    }
    if (!known)
        encoder.repository.clear();
    auto placed = place(encoder, staging);
    QDir(staging).removeRecursively();
    return placed;
}

//! A file that is not the pinned one is dropped, so that the next attempt fetches it again.
Result<QMap<QString, QString>> EncoderInstall::checked(const KnownEncoder &encoder, const QString &staging) const {
    QMap<QString, QString> digests;
    for (const EncoderFile &file : encoder.files) {
        const QString path = QDir(staging).filePath(file.path);
        if (!QFileInfo::exists(path))
            continue;
        const QString digest = fileDigest(path);
        if (!file.digest.isEmpty() && digest != file.digest) {
            QFile::remove(path);
            return failure(ErrorKind::Invalid,
                           tr("%1 was not installed: its file %2 is not the one expected (SHA-256 %3 "
                              "instead of %4). Nothing was changed; try again.")
                               .arg(encoder.name, file.path, digest, file.digest));
        }
        digests.insert(file.path, digest);
    }
    return digests;
}

//! The new folder takes the place of an old one in two renames; the old one comes back should the second fail.
Result<QString> EncoderInstall::place(const KnownEncoder &encoder, const QString &staging) {
    const auto digests = checked(encoder, staging);
    RELAYDESK_TRY(digests);
    const auto opened = BertEncoder::open(staging);
    if (!opened)
        QDir(staging).removeRecursively(); // else every attempt would end with the same files
    RELAYDESK_TRY(opened);
    const KnownEncoder *known = knownEncoder(encoder.name);
    const bool isTrusted = known && known->isPinned();
    if (!isTrusted && !m_confirm(encoder, *digests))
        return failure(ErrorKind::Invalid,
                       tr("%1 was not installed, as it was not agreed to. Nothing was changed.").arg(encoder.name));
    RELAYDESK_TRY(writeRecord(encoder, *digests, staging));
    const QString target = QDir(encodersHome()).filePath(encoder.name);
    const QString old = staging + QLatin1String("-old");
    QDir(old).removeRecursively();
    const bool wasThere = QFileInfo::exists(target);
    const bool isPlaced = (!wasThere || QDir().rename(target, old)) && QDir().rename(staging, target);
    if (!isPlaced && wasThere && !QFileInfo::exists(target))
        QDir().rename(old, target);
    if (!isPlaced)
        return failure(ErrorKind::Storage, tr("%1 could not be put into %2; what was there is still there.")
                                               .arg(encoder.name, QDir::toNativeSeparators(target)));
    QDir(old).removeRecursively();
    return target;
}

} // namespace relaydesk
