// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/tokensource.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <algorithm>
#include <array>

namespace relaydesk {

namespace {

constexpr std::array variables{"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HUGGING_FACE_API_TOKEN"};
constexpr qint64 mostBytesOfFile = 64 * 1024;

//! Without white space; nothing if what is left cannot stand in a header.
QString cleaned(QString token) {
    token.removeIf([](QChar c) { return c.isSpace(); });
    const bool usable = std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    return usable ? token : QString();
}

QString unquoted(const QString &value) {
    const QString text = value.trimmed();
    if (text.startsWith(u'"') || text.startsWith(u'\'')) {
        const qsizetype end = text.indexOf(text.front(), 1);
        return end < 0 ? text.mid(1) : text.mid(1, end - 1);
    }
    for (qsizetype at = text.indexOf(u'#'); at >= 0; at = text.indexOf(u'#', at + 1)) {
        if (at == 0 || text.at(at - 1).isSpace())
            return text.left(at).trimmed();
    }
    return text;
}

//! What a file holds that is nothing but a token.
QString tokenInFile(const QString &path) {
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? cleaned(QString::fromUtf8(file.read(mostBytesOfFile)))
                                                             : QString();
}

//! Where `hf auth login` puts it.
QString usualFile(const QProcessEnvironment &environment) {
    if (const QString home = environment.value(QStringLiteral("HF_HOME")); !home.isEmpty())
        return home + QStringLiteral("/token");
    if (const QString cache = environment.value(QStringLiteral("XDG_CACHE_HOME")); !cache.isEmpty())
        return cache + QStringLiteral("/huggingface/token");
    const QString home = environment.value(QStringLiteral("HOME"));
    return home.isEmpty() ? QString() : home + QStringLiteral("/.cache/huggingface/token");
}

QString inFile(const QString &path) {
    return QCoreApplication::translate("TokenSource", "the file %1").arg(QDir::toNativeSeparators(path));
}

} // namespace

TokenSource::TokenSource(QProcessEnvironment environment, QString file, QString inKeychain)
    : m_environment(std::move(environment))
    , m_file(std::move(file))
    , m_inKeychain(cleaned(std::move(inKeychain))) {}

std::optional<FoundToken> TokenSource::findBeforeKeychain() const {
    for (const char *name : variables) {
        const QString variable = QString::fromLatin1(name);
        if (const QString token = cleaned(m_environment.value(variable)); !token.isEmpty()) {
            return FoundToken{token,
                              QCoreApplication::translate("TokenSource", "the environment variable %1").arg(variable)};
        }
    }
    const QString named = m_environment.value(QStringLiteral("HF_TOKEN_PATH"));
    if (const QString token = tokenInFile(named); !token.isEmpty())
        return FoundToken{token, inFile(named)};
    return std::nullopt;
}

std::optional<FoundToken> TokenSource::find() const {
    if (const auto first = findBeforeKeychain())
        return first;
    if (!m_inKeychain.isEmpty())
        return FoundToken{m_inKeychain, QCoreApplication::translate("TokenSource", "the system's keychain")};
    if (const auto own = findInOwnFile())
        return own;
    const QString usual = usualFile(m_environment);
    if (const QString token = tokenInFile(usual); !token.isEmpty())
        return FoundToken{token, inFile(usual)};
    return std::nullopt;
}

std::optional<FoundToken> TokenSource::findInOwnFile() const {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QProcessEnvironment entries = parsedEnvFile(file.read(mostBytesOfFile));
    for (const char *name : variables) {
        const QString variable = QString::fromLatin1(name);
        if (const QString token = cleaned(entries.value(variable)); !token.isEmpty()) {
            return FoundToken{
                token,
                QCoreApplication::translate("TokenSource", "%1 in %2").arg(variable, QDir::toNativeSeparators(m_file))};
        }
    }
    return std::nullopt;
}

QString TokenSource::defaultFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/relaydesk/.env");
}

QProcessEnvironment parsedEnvFile(const QByteArray &bytes) {
    QString text = QString::fromUtf8(bytes); // drops a byte order mark
    text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    QProcessEnvironment entries;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QString entry = line.trimmed();
        const qsizetype equals = entry.indexOf(u'=');
        if (entry.startsWith(u'#') || equals <= 0)
            continue;
        QString key = entry.left(equals).trimmed();
        if (key.startsWith(QLatin1String("export")) && key.size() > 6 && key.at(6).isSpace())
            key = key.mid(6).trimmed();
        entries.insert(key, unquoted(entry.mid(equals + 1)));
    }
    return entries;
}

} // namespace relaydesk
