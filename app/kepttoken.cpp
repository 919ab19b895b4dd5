// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/kepttoken.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace relaydesk {

namespace {

bool namesToken(const QByteArray &line) {
    QByteArray name = line.trimmed();
    if (name.startsWith("export "))
        name = name.mid(7).trimmed();
    return name.startsWith("HF_TOKEN=") || name.startsWith("HUGGING_FACE_HUB_TOKEN=") ||
           name.startsWith("HUGGING_FACE_API_TOKEN=");
}

QByteArrayList linesOf(const QString &path) {
    QFile file(path);
    QByteArrayList lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    lines.removeAll(QByteArray());
    return lines;
}

} // namespace

KeptToken::KeptToken() {
    m_whyNot = Keychain::absence();
    m_keychain.read().then(this, [this](const Result<QString> &held) {
        m_whyNot = held ? QString() : held.error().sentence;
        m_inKeychain = held.value_or(QString());
        Q_EMIT changed();
    });
}

std::optional<FoundToken> KeptToken::inForce() const {
    return TokenSource(QProcessEnvironment::systemEnvironment(), TokenSource::defaultFile(), m_inKeychain).find();
}

QString KeptToken::place() const {
    if (m_whyNot.isEmpty())
        return tr("A new one is kept in the system's keychain.");
    return tr("A new one is written to %1, readable by you alone. %2")
        .arg(QDir::toNativeSeparators(TokenSource::defaultFile()), m_whyNot);
}

QFuture<Result<void>> KeptToken::keep(const QString &token) {
    return m_keychain.write(token).then(this, [this, token](const Result<void> &done) {
        m_whyNot = done ? QString() : done.error().sentence;
        m_inKeychain = done ? token : QString();
        // What the keychain holds stands in no file besides.
        const auto written = writeTokenFile(done ? QString() : token);
        Q_EMIT changed();
        return written;
    });
}

Result<void> writeTokenFile(const QString &token, const QString &path) {
    const QByteArrayList before = linesOf(path);
    QByteArrayList lines = before;
    lines.removeIf(namesToken);
    if (!token.isEmpty())
        lines.append("HF_TOKEN=" + token.toUtf8());
    if (lines == before)
        return {};
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(lines.join('\n') + '\n') > 0 && file.commit();
    if (!written)
        return failure(ErrorKind::Storage, KeptToken::tr("The token could not be written to %1: %2. The one in force "
                                                         "stays.")
                                               .arg(path, file.errorString()));
    return {};
}

} // namespace relaydesk
