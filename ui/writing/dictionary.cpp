// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/dictionary.h"
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QSettings>
#include <QtCore/QThreadPool>
#include <hunspell/hunspell.hxx>

namespace relaydesk {

namespace {

constexpr int mostSuggested = 5;
constexpr int mostRemembered = 20'000;
const QString ownWords = QStringLiteral("spelling/words");

std::unique_ptr<Hunspell> read(const QString &path) {
    return std::make_unique<Hunspell>(QFile::encodeName(path + QStringLiteral(".aff")).constData(),
                                      QFile::encodeName(path + QStringLiteral(".dic")).constData());
}

QByteArray encodingOf(Hunspell &words) {
    QByteArray encoding(words.get_dict_encoding().c_str());
    return encoding.startsWith("ISO8859") ? encoding.replace("ISO8859", "ISO-8859") : encoding;
}

//! In another thread.
template <typename Answer, typename Call>
QFuture<Answer> beside(Call call) {
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, call] {
        promise->addResult(call());
        promise->finish();
    });
    return promise->future();
}

} // namespace

//! The same words once more, as two threads cannot ask one Hunspell; read when first asked.
struct Dictionary::Suggester {
    QStringList suggestions(const QString &word) {
        const QMutexLocker lock(&mutex);
        if (!words)
            words = read(path);
        const QByteArray encoding = encodingOf(*words);
        QStringEncoder to(encoding.constData());
        QStringDecoder from(encoding.constData());
        QStringList found;
        for (const std::string &suggested : words->suggest(QByteArray(to(word)).toStdString())) {
            if (found.size() < mostSuggested)
                found += QString(from(QByteArray::fromStdString(suggested)));
        }
        return found;
    }

    const QString path;
    QMutex mutex;
    std::unique_ptr<Hunspell> words;
};

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

QFuture<std::shared_ptr<Dictionary>> Dictionary::open(const QString &language) {
    return beside<std::shared_ptr<Dictionary>>([language]() -> std::shared_ptr<Dictionary> {
        const QString path = find(language, folders());
        if (path.isEmpty())
            return nullptr;
        std::shared_ptr<Dictionary> dictionary(new Dictionary(path));
        return dictionary->m_toTheirs.isValid() ? dictionary : nullptr;
    });
}

Dictionary::Dictionary(const QString &path)
    : m_words(read(path))
    , m_suggester(new Suggester{path, {}, nullptr})
    , m_toTheirs(encodingOf(*m_words).constData()) {
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

QFuture<QStringList> Dictionary::suggestions(const QString &word) const {
    return beside<QStringList>([suggester = m_suggester, word] { return suggester->suggestions(word); });
}

void Dictionary::add(const QString &word) {
    m_known.insert(word, true);
    QSettings settings;
    QStringList own = settings.value(ownWords).toStringList();
    if (!own.contains(word))
        settings.setValue(ownWords, own << word);
}

} // namespace relaydesk
