// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/accesskeys.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("AccessKeys", text); }

constexpr int longestName = 100;
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
    const QString text =
        QStringLiteral("rdk_%1_%2").arg(lookup, QString::fromLatin1(randomBytes(secretBytes).toBase64(options)));
    const QByteArray salt = randomBytes(saltBytes);
    return {
        text,
        {.name = name, .role = role, .lookup = lookup, .salt = salt, .digest = digestOf(salt, text), .createdAt = now}};
}

Result<QString> addKey(AccessStore &store, const QString &name, KeyRole role, const QDateTime &now) {
    const QString called = name.simplified();
    if (called.isEmpty() || called.size() > longestName)
        return failure(ErrorKind::Invalid, tr("A key needs a name of 1 to %1 characters.").arg(longestName));
    const auto keys = store.keys();
    RELAYDESK_TRY(keys);
    const bool isTaken = std::any_of(keys->begin(), keys->end(), [&](const AccessKey &key) {
        return !key.isRevoked() && key.name.compare(called, Qt::CaseInsensitive) == 0;
    });
    if (isTaken)
        return failure(ErrorKind::Conflict, tr("There is a key called %1 already. Nothing was made; revoke that one "
                                               "first, or choose another name.")
                                                .arg(called));
    const MadeKey made = makeKey(called, role, now);
    RELAYDESK_TRY(store.save(made.key));
    return made.text;
}

Result<AccessKey> revokeKey(AccessStore &store, const QString &which, const QDateTime &now) {
    const auto keys = store.keys();
    RELAYDESK_TRY(keys);
    for (AccessKey key : *keys) {
        if (key.isRevoked() || (QString::number(key.id.value) != which && key.name != which))
            continue;
        key.revokedAt = now;
        RELAYDESK_TRY(store.save(key));
        return key;
    }
    return failure(ErrorKind::NotFound, tr("No key in force is called \"%1\". Nothing was changed.").arg(which));
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
