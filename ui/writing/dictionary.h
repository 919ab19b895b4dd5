// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The words of one language, as hunspell knows them, and the agent's own. The only place that includes hunspell.
#pragma once
#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QStringDecoder>
#include <QtCore/QStringEncoder>
#include <QtCore/QStringList>
#include <memory>

class Hunspell;

namespace relaydesk {

class Dictionary {
  public:
    //! Folders where Debian and others keep dictionaries; RELAYDESK_DICTIONARIES names others, with colons.
    static QStringList folders();
    //! Path without ending of the best dictionary for "de" (de_DE before de_AT); empty: none is installed.
    static QString find(const QString &language, const QStringList &folders);
    //! The best one for "de", looked for and read in another thread, as that takes a moment; null where there is none
    //! that can be read.
    static QFuture<std::shared_ptr<Dictionary>> open(const QString &language);

    ~Dictionary();
    Q_DISABLE_COPY_MOVE(Dictionary)

    bool knows(const QString &word);
    //! At most five, the likeliest first; looked for in another thread, as that takes a moment.
    QFuture<QStringList> suggestions(const QString &word) const;
    //! For good, in every language.
    void add(const QString &word);

  private:
    struct Suggester;
    explicit Dictionary(const QString &path);

    std::unique_ptr<Hunspell> m_words;
    std::shared_ptr<Suggester> m_suggester;
    QStringEncoder m_toTheirs;
    QHash<QString, bool> m_known; //!< asked before
};

} // namespace relaydesk
