// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/accesskeys.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

namespace relaydesk {

namespace {

constexpr int lookupBytes = 6;
constexpr int secretBytes = 32;
constexpr int saltBytes = 16;

QByteArray randomBytes(int count) {
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray digestOf(const QByteArray &salt, const QString &text) {
    return QCryptographicHash::hash(salt + text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

bool areEqual(const QByteArray &given, const QByteArray &wanted) {
    unsigned difference = given.size() == wanted.size() ? 0 : 1;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        difference |= unsigned(uchar(wanted[i]) ^ uchar(i < given.size() ? given[i] : 0));
    return difference == 0;
}

MadeKey makeKey(const QString &name, KeyRole role, const QDateTime &now) {
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QString lookup = QString::fromLatin1(randomBytes(lookupBytes).toHex());
    const QString text = QStringLiteral("rdk_%1_%2").arg(
        lookup, QString::fromLatin1(randomBytes(secretBytes).toBase64(options)));
    const QByteArray salt = randomBytes(saltBytes);
    return {text,
            {.name = name,
             .role = role,
             .lookup = lookup,
             .salt = salt,
             .digest = digestOf(salt, text),
             .createdAt = now}};
}

Result<std::optional<AccessKey>> findKey(const AccessStore &store, const QString &text) {
    const bool looksRight = text.startsWith(QLatin1String("rdk_")) && text.size() < 200;
    const QString lookup = looksRight ? text.section(u'_', 1, 1) : QString();
    auto found = store.keyCalled(lookup);
    RELAYDESK_TRY(found);
    const AccessKey none{.salt = QByteArray(saltBytes, '0'), .digest = QByteArray(32, '0')};
    const AccessKey &key = *found ? **found : none;
    // Hashed and compared in any case, so that time does not tell which beginnings exist.
    const bool isRight = areEqual(digestOf(key.salt, text.left(200)), key.digest);
    if (!*found || !isRight || key.isRevoked())
        return std::optional<AccessKey>{};
    return found;
}

} // namespace relaydesk
