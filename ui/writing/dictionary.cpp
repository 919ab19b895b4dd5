// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/dictionary.h"
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QPromise>
#include <QtCore/QSettings>
#include <QtCore/QThreadPool>
#include <hunspell/hunspell.hxx>

namespace relaydesk {

namespace {

constexpr int mostSuggested = 5;
constexpr int mostRemembered = 20'000;
const QString ownWords = QStringLiteral("spelling/words");

} // namespace

QStringList Dictionary::folders() {
    if (qEnvironmentVariableIsSet("RELAYDESK_DICTIONARIES"))
        return qEnvironmentVariable("RELAYDESK_DICTIONARIES").split(QLatin1Char(':'), Qt::SkipEmptyParts);
    return {QDir::homePath() + QStringLiteral("/.local/share/hunspell"), QStringLiteral("/usr/share/hunspell"),
            QStringLiteral("/usr/share/myspell/dicts"), QStringLiteral("/usr/local/share/hunspell")};
}

QString Dictionary::find(const QString &language, const QStringList &folders) {
    if (language.isEmpty())
        return {};
    const QString usual =
        language == QLatin1String("en") ? QStringLiteral("en_US") : language + QLatin1Char('_') + language.toUpper();
    for (const QString &folder : folders) {
        QStringList names = QDir(folder).entryList(
            {language + QStringLiteral(".aff"), language + QStringLiteral("_*.aff")}, QDir::Files, QDir::Name);
        const qsizetype best = names.indexOf(usual + QStringLiteral(".aff"));
        if (best > 0)
            names.move(best, 0);
        for (const QString &name : names) {
            const QString path = folder + QLatin1Char('/') + name.chopped(4);
            if (QFile::exists(path + QStringLiteral(".dic")))
                return path;
        }
    }
    return {};
}

QFuture<std::shared_ptr<Dictionary>> Dictionary::open(const QString &path) {
    auto promise = std::make_shared<QPromise<std::shared_ptr<Dictionary>>>();
    promise->start();
    QFuture<std::shared_ptr<Dictionary>> future = promise->future();
    QThreadPool::globalInstance()->start([promise, path] {
        std::shared_ptr<Dictionary> dictionary(new Dictionary(path));
        const bool canRead = dictionary->m_toTheirs.isValid() && dictionary->m_fromTheirs.isValid();
        promise->addResult(canRead ? dictionary : nullptr);
        promise->finish();
    });
    return future;
}

Dictionary::Dictionary(const QString &path)
    : m_words(std::make_unique<Hunspell>(QFile::encodeName(path + QStringLiteral(".aff")).constData(),
                                         QFile::encodeName(path + QStringLiteral(".dic")).constData())) {
    QByteArray encoding(m_words->get_dict_encoding().c_str());
    if (encoding.startsWith("ISO8859"))
        encoding.replace("ISO8859", "ISO-8859");
    m_toTheirs = QStringEncoder(encoding.constData());
    m_fromTheirs = QStringDecoder(encoding.constData());
    for (const QString &word : QSettings().value(ownWords).toStringList())
        m_known.insert(word, true);
}

Dictionary::~Dictionary() = default;

bool Dictionary::knows(const QString &word) {
    const auto found = m_known.constFind(word);
    if (found != m_known.constEnd())
        return *found;
    QString straight = word;
    straight.replace(QChar(0x2019), QLatin1Char('\''));
    const QByteArray theirs = m_toTheirs(straight);
    const bool isKnown = m_toTheirs.hasError() || m_words->spell(theirs.toStdString());
    m_toTheirs.resetState();
    if (m_known.size() < mostRemembered)
        m_known.insert(word, isKnown);
    return isKnown;
}

QStringList Dictionary::suggestions(const QString &word) {
    QStringList words;
    const QByteArray theirs = m_toTheirs(word);
    for (const std::string &suggested : m_words->suggest(theirs.toStdString())) {
        if (words.size() < mostSuggested)
            words += QString(m_fromTheirs(QByteArray::fromStdString(suggested)));
    }
    return words;
}

void Dictionary::add(const QString &word) {
    m_known.insert(word, true);
    QSettings settings;
    QStringList own = settings.value(ownWords).toStringList();
    if (!own.contains(word))
        settings.setValue(ownWords, own << word);
}

} // namespace relaydesk
